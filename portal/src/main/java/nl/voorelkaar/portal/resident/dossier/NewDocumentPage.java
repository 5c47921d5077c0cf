package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.resident.draft.KeptDraft;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.FileIntake;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;

/** Adding a file to one's own part. */
@Route(value = "mijn/dossier/document", layout = ResidentShell.class)
@PermitAll
class NewDocumentPage extends Page {

    private final transient SignedIn signedIn;
    private final transient Documents documents;
    private final transient Clock clock;
    private final transient FileIntake file = new FileIntake(Documents.LARGEST, this::errors, this::sent);
    private final EntryForm form;
    private final KeptDraft kept;

    NewDocumentPage(SignedIn signedIn, Documents documents, Residents residents, Drafting drafting, Clock clock) {
        super(Words.say("document.new"));
        this.signedIn = signedIn;
        this.documents = documents;
        this.clock = clock;
        lead(Words.say("document.new.lead"));
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/dossier", Words.say("dossier.title")));
        var acts = new Div(
                Action.submit(Words.say("document.save")).handle("document-save"),
                ActionLink.quiet("/mijn/dossier", Words.say("entry.cancel")));
        acts.addClassName("ve-row");
        form = new EntryForm(
                EntryDays.of(residents.profile(signedIn.resident()), clock), this::send, file.field(), acts);
        kept = drafting.of(new FormKey("document-new"), form.typed());
        form.note(kept.status());
        var card = new Card(kept, form);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void send(NewEntry entry) {
        var actor = signedIn.resident();
        var id = new EntryId(UuidV7.at(clock.instant()));
        file.send((name, content) -> documents.add(actor, actor.id(), id, entry, name, content));
    }

    private void sent() {
        kept.done();
        UI.getCurrent().navigate("mijn/dossier");
    }

    private ErrorSummary errors() {
        return form.errors();
    }
}
