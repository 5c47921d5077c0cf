package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Span;

/** A state in one or two words. */
public final class Badge extends Span {

    public Badge(Tone tone, String words) {
        super(words);
        addClassName("ve-badge");
        getElement().setAttribute("data-tone", tone.code());
    }
}
