package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A button. Its words say what happens. Never disabled to say that something is missing: the answer says that. */
public final class Action extends NativeButton {

    private Action(String kind, String words) {
        super(words);
        addClassName("ve-action");
        getElement().setAttribute("data-kind", kind);
        getElement().setAttribute("type", "button");
    }

    /** The one most important act of a page. */
    public static Action primary(String words, ComponentEventListener<ClickEvent<NativeButton>> act) {
        return acting("primary", words, act);
    }

    public static Action secondary(String words, ComponentEventListener<ClickEvent<NativeButton>> act) {
        return acting("secondary", words, act);
    }

    /** Looks like a link, for small acts in a row. */
    public static Action quiet(String words, ComponentEventListener<ClickEvent<NativeButton>> act) {
        return acting("quiet", words, act);
    }

    /** Takes something away. */
    public static Action danger(String words, ComponentEventListener<ClickEvent<NativeButton>> act) {
        return acting("danger", words, act);
    }

    /** Submits the {@link Form} that it stands in. */
    public static Action submit(String words) {
        var action = new Action("primary", words);
        action.getElement().setAttribute("type", "submit");
        return action;
    }

    private static Action acting(String kind, String words, ComponentEventListener<ClickEvent<NativeButton>> act) {
        var action = new Action(kind, words);
        action.addClickListener(act);
        return action;
    }

    /** Sets the {@code data-testid}. */
    public Action handle(String testId) {
        setTestId(testId);
        return this;
    }

    /** More words for who does not see what the button stands beside: "Stoppen" + " met delen met Bram Visser". */
    public Action heard(String more) {
        var words = new Span(" " + more);
        words.addClassName("ve-only-heard");
        add(words);
        return this;
    }

    public Action icon(Icon.Shape shape) {
        addComponentAsFirst(new Icon(shape));
        return this;
    }
}
