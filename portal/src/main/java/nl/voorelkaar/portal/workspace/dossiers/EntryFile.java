package nl.voorelkaar.portal.workspace.dossiers;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Attachment;
import nl.voorelkaar.portal.ui.PageImage;
import nl.voorelkaar.portal.ui.Words;

/**
 * The file of an entry: bring it, or look at its pages. Its links live as long as this component is on a screen of this
 * session, and each use asks again whether it is allowed.
 */
final class EntryFile extends Div {

    private final transient SignedIn signedIn;
    private final transient Documents documents;
    private final transient Entry entry;
    private final transient Entry.Document file;
    private final Div page = new Div();

    EntryFile(SignedIn signedIn, Documents documents, Entry entry, Entry.Document file) {
        this.signedIn = signedIn;
        this.documents = documents;
        this.entry = entry;
        this.file = file;
        addClassName("ve-stack-close");
        var acts =
                new Div(ActionLink.download((DownloadHandler) this::bring, Words.say("workspace.dossier.file.download"))
                        .heard(file.fileName())
                        .handle("entry-download"));
        acts.addClassName("ve-row");
        if (file.pages() > 0) {
            acts.add(Action.secondary(Words.say("workspace.dossier.file.look"), _ -> look(0))
                    .heard(file.fileName())
                    .handle("entry-look"));
        }
        page.addClassName("ve-stack-close");
        add(acts, page);
    }

    private void look(int number) {
        page.removeAll();
        var words =
                Words.say("workspace.dossier.file.page", Integer.toString(number + 1), Integer.toString(file.pages()));
        var picture = new PageImage(
                to -> documents.preview(signedIn.professional(), entry.resident(), entry.id(), number, to),
                words + ": " + file.fileName());
        var turn = new Div(new Paragraph(words));
        turn.addClassName("ve-row");
        if (number > 0) {
            turn.add(Action.quiet(Words.say("workspace.dossier.file.previous"), _ -> look(number - 1)));
        }
        if (number + 1 < file.pages()) {
            turn.add(Action.quiet(Words.say("workspace.dossier.file.next"), _ -> look(number + 1)));
        }
        turn.add(Action.quiet(Words.say("workspace.dossier.file.away"), _ -> page.removeAll()));
        page.add(turn, picture);
    }

    private void bring(DownloadEvent event) throws IOException {
        Attachment.named(file.fileName(), event);
        event.setContentType(file.mediaType());
        try {
            documents.download(signedIn.professional(), entry.resident(), entry.id(), event.getOutputStream());
        } catch (AccessRefused | DocumentRefused refused) {
            event.getResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
