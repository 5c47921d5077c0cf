package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** The proof of an act: what was agreed, to keep and to print. */
public final class Receipt extends Div {

    public Receipt(String heading, DataSummary facts, Component... acts) {
        addClassName("ve-card");
        add(new H2(heading), facts);
        var row = new Div(acts);
        row.addClassNames("ve-row", "ve-no-print");
        add(row);
    }
}
