package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/** The browser's own form controls, as fields of Flow. Values travel when the person leaves a control or submits. */
final class Control {

    private static final int SECOND = 1_000;

    /**
     * A phone that completes words, and text of more lines, say the same twice. Vaadin's client would take the second
     * time, in which nothing changed, in the place of the first, which still waits to be sent.
     */
    private static final String SOMETHING_NEW =
            "element.value !== element.veTold && (element.veTold = element.value, true)";

    private Control() {}

    /**
     * Lets the value travel while somebody types: when the typing rests for a second, and before anything else is asked
     * of the server. Only the trailing phase: with the intermediate one the browser loses the first click after typing.
     */
    static void whileTyping(Element control) {
        control.addEventListener("input", _ -> {})
                .setFilter(SOMETHING_NEW)
                .synchronizeProperty("value")
                .debounce(SECOND);
    }

    /** Somebody who writes Arabic sees it begin on the right. */
    private static void eachScript(Element control) {
        control.setAttribute("dir", "auto");
    }

    @Tag("input")
    static final class Line extends AbstractSinglePropertyField<Line, String> implements HasStyle, Focusable<Line> {
        Line(String type) {
            super("value", "", false);
            getElement().setAttribute("type", type);
            if (type.equals("text")) {
                eachScript(getElement());
            }
            addClassName("ve-input");
            setSynchronizedEvent("change");
        }
    }

    @Tag("textarea")
    static final class Lines extends AbstractSinglePropertyField<Lines, String>
            implements HasStyle, HasSize, Focusable<Lines> {
        Lines() {
            super("value", "", false);
            eachScript(getElement());
            addClassName("ve-input");
            setSynchronizedEvent("change");
        }
    }

    @Tag("select")
    static final class Select extends AbstractSinglePropertyField<Select, String>
            implements HasStyle, Focusable<Select> {
        Select() {
            super("value", "", false);
            addClassName("ve-input");
            setSynchronizedEvent("change");
        }

        void option(String value, String words) {
            var option = new Element("option");
            option.setAttribute("value", value);
            option.setText(words);
            getElement().appendChild(option);
        }

        /** The browser picks the option from the attribute when the list arrives, before any property can. */
        void preselect(String value) {
            getElement()
                    .getChildren()
                    .forEach(option -> option.setAttribute("selected", value.equals(option.getAttribute("value"))));
        }
    }

    @Tag("input")
    static final class Tick extends AbstractSinglePropertyField<Tick, Boolean> implements HasStyle, Focusable<Tick> {
        Tick() {
            super("checked", false, false);
            getElement().setAttribute("type", "checkbox");
            setSynchronizedEvent("change");
        }
    }

    /** One of a group in which one is chosen. */
    @Tag("input")
    static final class Dot extends AbstractSinglePropertyField<Dot, Boolean> implements HasStyle, Focusable<Dot> {
        Dot(String group) {
            super("checked", false, false);
            getElement().setAttribute("type", "radio");
            getElement().setAttribute("name", group);
            setSynchronizedEvent("change");
        }
    }
}
