package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Facts: what it is, and the value. */
public final class DataSummary extends DescriptionList {

    public DataSummary() {
        addClassName("ve-summary");
    }

    public DataSummary row(String what, String value) {
        return row(what, new Span(value));
    }

    public DataSummary row(String what, Component... value) {
        var row = new Div(new Term(what), new Description(value));
        getElement().appendChild(row.getElement());
        return this;
    }
}
