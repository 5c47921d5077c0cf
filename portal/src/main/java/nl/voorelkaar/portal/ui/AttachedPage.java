package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.IntFunction;
import nl.voorelkaar.dossier.expert.Page;

/**
 * A page that goes along with a question, for who asks, who answers and whom it is about: its words, and its file as
 * pictures.
 */
public final class AttachedPage {

    private AttachedPage() {}

    /** @param picture gives the PNG of a number, or ends with {@code AccessRefused} */
    public static Card of(Page page, IntFunction<byte[]> picture) {
        var card = new Card(
                new H3(page.title()),
                new Paragraph(People.section(page.section()) + " · " + Dates.shortDay(page.about())),
                nl.voorelkaar.portal.ui.Page.said(page.text()));
        page.pictures()
                .forEach(number -> card.add(new PageImage(
                        to -> to.write(picture.apply(number)),
                        Words.say(
                                "consult.picture", page.title(), page.pictures().indexOf(number) + 1))));
        return card.handle("consult-page");
    }
}
