package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here yet: says why, and what one can do. */
public final class EmptyState extends Div {

    /** Stands in a part of a page that has its own heading. */
    public EmptyState(String heading, String words, Component... acts) {
        this(new H3(heading), words, acts);
    }

    private EmptyState(Component heading, String words, Component... acts) {
        addClassName("ve-empty");
        add(new Icon(Icon.Shape.INFO), heading, new Paragraph(words));
        add(acts);
    }

    /** Stands directly under the h1: no heading between them is left out. */
    public static EmptyState ofPage(String heading, String words, Component... acts) {
        return new EmptyState(new H2(heading), words, acts);
    }
}
