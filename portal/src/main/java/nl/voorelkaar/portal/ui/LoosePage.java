package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** A page without a frame, for when there is no way to know whose frame it would be. */
final class LoosePage {

    private LoosePage() {}

    static Component of(String key) {
        var name = new Div(Shell.mark());
        name.addClassName("ve-brand");
        var page = new Div(
                name,
                new H1(Words.say(key + ".title")),
                new Paragraph(Words.say(key + ".text")),
                new Prose(Words.say(key + ".help")),
                ActionLink.primary("/", Words.say(key + ".home")));
        page.addClassNames("ve-wrap", "ve-narrow", "ve-stack", "ve-main");
        return page;
    }
}
