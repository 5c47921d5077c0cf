package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.time.Clock;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.DocumentRefused.Reason;
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
import nl.voorelkaar.portal.ui.FileField;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;

/** Adding a file to one's own part. */
@Route(value = "mijn/dossier/document", layout = ResidentShell.class)
@PermitAll
class NewDocumentPage extends Page {

    private final transient SignedIn signedIn;
    private final transient Documents documents;
    private final transient Clock clock;
    private final FileField file = new FileField(Words.say("document.file"), Documents.LARGEST, this::done);
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
        form = new EntryForm(EntryDays.of(residents.profile(signedIn.resident()), clock), this::send, file, acts);
        kept = drafting.of(new FormKey("document-new"), form.typed());
        form.note(kept.status());
        var card = new Card(kept, form);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void send(NewEntry entry) {
        file.setInvalid(false);
        file.send(new Receiving(this, documents, signedIn.resident(), new EntryId(UuidV7.at(clock.instant())), entry));
    }

    private void done(FileField.Outcome outcome) {
        switch (outcome) {
            case SENT -> {
                kept.done();
                UI.getCurrent().navigate("mijn/dossier");
            }
            case NONE -> wrong(Words.say("document.none"));
            case TOO_LARGE -> wrong(Words.say("document.refused.too_large"));
            case BROKEN -> wrong(Words.say("document.broken"));
            case ANSWERED -> {
                if (!file.isInvalid()) {
                    wrong(Words.say("document.broken"));
                }
            }
        }
    }

    private void wrong(String words) {
        form.errors().begin().need(false, file, words).fine();
    }

    private void refused(Reason reason) {
        wrong(Words.say("document.refused." + reason.name().toLowerCase(java.util.Locale.ROOT)));
    }

    /** Takes one file in for one entry, as the resident who pressed the button. */
    private static final class Receiving implements UploadHandler {

        private final NewDocumentPage page;
        private final transient Documents documents;
        private final transient Actor.Resident actor;
        private final transient EntryId id;
        private final transient NewEntry entry;

        Receiving(NewDocumentPage page, Documents documents, Actor.Resident actor, EntryId id, NewEntry entry) {
            this.page = page;
            this.documents = documents;
            this.actor = actor;
            this.id = id;
            this.entry = entry;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                documents.add(actor, actor.id(), id, entry, event.getFileName(), content);
            } catch (DocumentRefused refused) {
                event.getUI().access(() -> page.refused(refused.reason()));
                event.reject();
            }
        }

        /** One byte more than is taken, so that the dossier itself refuses, in words. */
        @Override
        public long getFileSizeMax() {
            return Documents.LARGEST + 1;
        }

        @Override
        public long getRequestSizeMax() {
            return Documents.LARGEST + 1;
        }
    }
}
