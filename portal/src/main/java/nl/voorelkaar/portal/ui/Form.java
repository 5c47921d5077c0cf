package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/**
 * A real form: Enter in a line submits it, after the browser told the value of that line. The browser's own checks are
 * off: {@link ErrorSummary} says what is wrong.
 */
@Tag("form")
public final class Form extends HtmlContainer {

    public Form(Runnable submit, Component... parts) {
        super(parts);
        addClassName("ve-form");
        getElement().setAttribute("novalidate", true);
        getElement().addEventListener("submit", _ -> submit.run()).preventDefault();
    }
}
