package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.EnumSet;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.FileIntake;
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
        private final transient FileIntake file =
                new FileIntake(Documents.LARGEST, this::errors, this::sent).whenEnded(this::ended);
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
                            file.field(),
                            row(
                                    Action.submit(Words.say("namens.document.save"))
                                            .handle("document-save"),
                                    ActionLink.quiet(
                                            namens.path(Part.DOSSIER.path()), Words.say("namens.document.cancel")))));
        }

        private void send() {
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
            guarded(() -> {
                var actor = namens.actor().get();
                var id = new EntryId(UuidV7.at(clock.instant()));
                var entry = new NewEntry(chosen, words, text.getValue(), CalendarDays.dayOf(clock.instant()));
                file.send((name, content) -> documents.add(actor, namens.resident(), id, entry, name, content));
            });
        }

        private void sent() {
            getUI().ifPresent(ui -> ui.navigate(namens.path(Part.DOSSIER.path()).substring(1)));
        }

        private ErrorSummary errors() {
            return errors;
        }

        /** The mandate ended while the file was on its way. */
        private void ended() {
            guarded(() -> {
                throw new AccessRefused(Decision.Reason.STOPPED);
            });
        }
    }
}
