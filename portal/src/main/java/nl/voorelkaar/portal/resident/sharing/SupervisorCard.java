package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Words;

/** One permission or mandate, to hand to who has to judge it. Made when it is asked: it holds who looked until now. */
public final class SupervisorCard {

    private SupervisorCard() {}

    public static Card of(Papers papers, Supplier<Paper> paper) {
        return new Card(
                new H2(Words.say("supervisor.title")),
                new Paragraph(Words.say("supervisor.what")),
                ActionLink.download(
                                file -> {
                                    file.setFileName("bewijs-voor-toezichthouder.pdf");
                                    file.setContentType("application/pdf");
                                    file.getOutputStream()
                                            .write(papers.print(paper.get()).pdf());
                                },
                                Words.say("supervisor.download"))
                        .icon(Icon.Shape.DOCUMENT)
                        .handle("supervisor-proof"));
    }
}
