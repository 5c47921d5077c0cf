package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** Something that the reader should know here and now. */
public final class Notice extends Div {

    private final Div body = new Div();

    public Notice(Tone tone, String words) {
        addClassName("ve-notice");
        getElement().setAttribute("data-tone", tone.code());
        body.addClassName("ve-body");
        body.add(new Prose(words));
        add(tone.icon(), body);
    }

    public Notice(Tone tone, String heading, String words) {
        this(tone, words);
        body.addComponentAsFirst(new H2(heading));
    }

    public Notice with(Component... more) {
        body.add(more);
        return this;
    }

    /** Reads it aloud when it appears after an act. */
    public Notice spoken() {
        getElement().setAttribute("role", "status");
        return this;
    }
}
