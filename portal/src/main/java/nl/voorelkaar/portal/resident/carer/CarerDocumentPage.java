package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.FileField;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;

/** Adding a file to a part of the dossier that the carer may read. It stands there under the carer's own name. */
@Route(value = "namens/:mandate/dossier/document", layout = CarerShell.class)
@PermitAll
class CarerDocumentPage extends CarerPage {

    static final String BELOW = "/dossier/document";

    private final transient Documents documents;
    private final transient Clock clock;

    CarerDocumentPage(Capacities capacities, Documents documents, Clock clock) {
        super(capacities);
        this.documents = documents;
        this.clock = clock;
    }

    /** Whether there is a part that this carer may add to; the decision is taken at each act. */
    static boolean offered(Namens namens) {
        return !sections(namens).isEmpty()
                && (namens.byLaw().isPresent() || namens.may(MandateScope.DOCUMENTEN_TOEVOEGEN));
    }

    private static EnumSet<Section> sections(Namens namens) {
        var own = EnumSet.copyOf(Section.in(Zone.MIJN_DEEL));
        own.retainAll(namens.reads());
        return own;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        trail(
                new Crumb(namens.path(""), namens.name()),
                new Crumb(namens.path(Part.DOSSIER.path()), Words.say("namens.dossier")));
        title(Words.say("namens.document.for", namens.name()));
        if (!offered(namens)) {
            add(new Paragraph(Words.say("namens.document.closed")));
            return;
        }
        lead(Words.say("namens.document.lead", namens.name()));
        var card = new Card(new Adding(namens));
        card.addClassName("ve-narrow");
        add(card);
    }

    private final class Adding extends Div {

        private final transient Namens namens;
        private final ErrorSummary errors = new ErrorSummary();
        private final FileField file = new FileField(Words.say("document.file"), Documents.LARGEST, this::done);
        private final Choice<Section> section;
        private final TextLine title = keeps(new TextLine(Words.say("namens.document.title"))
                .hint(Words.say("namens.document.title.hint"))
                .handle("entry-title"));
        private final TextArea text = keeps(new TextArea(Words.say("namens.document.text"))
                .optional()
                .rows(4)
                .handle("entry-text"));

        Adding(Namens namens) {
            this.namens = namens;
            addClassName("ve-stack");
            section = new Choice<>(
                            Words.say("entry.section"),
                            People.inOrder(sections(namens)),
                            Section::code,
                            People::section)
                    .handle("entry-section");
            section.setValue(People.inOrder(sections(namens)).getFirst());
            add(
                    errors,
                    new Form(
                            this::send,
                            section,
                            title,
                            text,
                            file,
                            row(
                                    Action.submit(Words.say("namens.document.save"))
                                            .handle("document-save"),
                                    ActionLink.quiet(namens.path(Part.DOSSIER.path()), Words.say("entry.cancel")))));
        }

        private void send() {
            file.setInvalid(false);
            var words = title.getValue().strip();
            var chosen = section.getValue();
            if (!errors.begin()
                            .need(chosen != null, section, Words.say("entry.section.missing"))
                            .need(!words.isEmpty(), title, Words.say("entry.title.missing"))
                            .need(
                                    words.length() <= NewEntry.LONGEST_TITLE,
                                    title,
                                    Words.say("entry.title.long", words.length(), NewEntry.LONGEST_TITLE))
                            .need(
                                    text.getValue().length() <= NewEntry.LONGEST_TEXT,
                                    text,
                                    Words.say("entry.text.long", text.getValue().length(), NewEntry.LONGEST_TEXT))
                            .fine()
                    || chosen == null) {
                return;
            }
            guarded(() -> file.send(new Receiving(
                    this,
                    documents,
                    namens,
                    namens.actor().get(),
                    new EntryId(UuidV7.at(clock.instant())),
                    new NewEntry(chosen, words, text.getValue(), CalendarDays.dayOf(clock.instant())))));
        }

        private void done(FileField.Outcome outcome) {
            switch (outcome) {
                case SENT ->
                    getUI().ifPresent(ui ->
                            ui.navigate(namens.path(Part.DOSSIER.path()).substring(1)));
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
            errors.begin().need(false, file, words).fine();
        }

        private void refused(DocumentRefused.Reason reason) {
            wrong(Words.say("document.refused." + reason.name().toLowerCase(Locale.ROOT)));
        }

        /** The mandate ended while the file was on its way. */
        private void ended() {
            guarded(() -> {
                throw new AccessRefused(Decision.Reason.STOPPED);
            });
        }
    }

    /** Takes one file in for one entry, as who pressed the button, for whom the page acted then. */
    private static final class Receiving implements UploadHandler {

        private final Adding form;
        private final transient Documents documents;
        private final transient Namens namens;
        private final transient Actor.Acting actor;
        private final transient EntryId id;
        private final transient NewEntry entry;

        Receiving(Adding form, Documents documents, Namens namens, Actor.Acting actor, EntryId id, NewEntry entry) {
            this.form = form;
            this.documents = documents;
            this.namens = namens;
            this.actor = actor;
            this.id = id;
            this.entry = entry;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                documents.add(actor, namens.resident(), id, entry, event.getFileName(), content);
            } catch (DocumentRefused refused) {
                event.getUI().access(() -> form.refused(refused.reason()));
                event.reject();
            } catch (AccessRefused refused) {
                event.getUI().access(form::ended);
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
