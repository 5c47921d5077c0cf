package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;

/** Things that belong together. */
public final class Card extends Article {

    public Card(Component... parts) {
        super(parts);
        addClassName("ve-card");
    }

    /** A card that asks something of the reader. */
    public static Card task(Component... parts) {
        return new Card(parts).tone(Tone.TASK);
    }

    public Card tone(Tone tone) {
        getElement().setAttribute("data-tone", tone.code());
        return this;
    }

    public Card handle(String testId) {
        setTestId(testId);
        return this;
    }
}
