package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here yet: says why, and what one can do. */
public final class EmptyState extends Div {

    public EmptyState(String heading, String words, Component... acts) {
        addClassName("ve-empty");
        add(new Icon(Icon.Shape.INFO), new H3(heading), new Paragraph(words));
        add(acts);
    }
}
