package nl.voorelkaar.portal.resident.rights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.resident.draft.KeptDraft;
import nl.voorelkaar.portal.resident.log.LogLines;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.RightWords;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Asking something about one's data, or saying that a line of the log is not right: {@code ?recht=}, {@code ?stuk=} and
 * {@code ?regel=}.
 */
@Route(value = "mijn/rechten/vragen", layout = ResidentShell.class)
@PermitAll
class AskRightPage extends Page implements BeforeEnterObserver {

    private static final List<DataRight> ASKED = Arrays.stream(DataRight.values())
            .filter(right -> right != DataRight.LOGREGEL)
            .toList();

    private final transient SignedIn signedIn;
    private final transient PrivacyRequests requests;
    private final transient Dossiers dossiers;
    private final transient Drafting drafting;
    /** Chosen before the first click, so that a second click asks nothing twice. */
    private final transient ProcedureId id;

    private final ErrorSummary errors = new ErrorSummary();
    private final Choice<DataRight> right = new Choice<DataRight>(
                    Words.say("rights.what"), ASKED, DataRight::code, RightWords::name)
            .none(Words.say("rights.what.choose"))
            .handle("right-what");
    private final Choice<Section> about = new Choice<Section>(
                    Words.say("rights.about"), List.of(Section.values()), Section::code, People::section)
            .none(Words.say("rights.about.all"))
            .optional()
            .handle("right-about");
    private final TextArea words = new TextArea(Words.say("rights.words"))
            .rows(6)
            .counted(Verzoek.LONGEST_TEXT)
            .handle("right-words");

    AskRightPage(SignedIn signedIn, PrivacyRequests requests, Dossiers dossiers, Drafting drafting, Clock clock) {
        this.signedIn = signedIn;
        this.requests = requests;
        this.dossiers = dossiers;
        this.drafting = drafting;
        this.id = new ProcedureId(UuidV7.at(clock.instant()));
        right.setValue(null);
        about.setValue(null);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var asked = event.getLocation().getQueryParameters();
        var number = asked.getSingleParameter("regel");
        if (number.isPresent()) {
            trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/logboek", Words.say("log.title")));
            dispute(number.flatMap(this::line).orElseThrow(NotFoundException::new));
            return;
        }
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/rechten", Words.say("rights.title")));
        var piece = asked.getSingleParameter("stuk");
        if (piece.isPresent()) {
            correct(piece.get());
            return;
        }
        title(Words.say("rights.ask.title"));
        lead(Words.say("rights.ask.lead"));
        asked.getSingleParameter("recht")
                .flatMap(DataRight::ofCode)
                .filter(ASKED::contains)
                .ifPresent(right::setValue);
        words.hint(Words.say("rights.words.hint"));
        var draft = drafting.of(new FormKey("rechten"), Map.of("what", right, "about", about, "words", words));
        add(form(draft, new Form(() -> ask(draft), right, about, words, send())));
        add(new Notice(Tone.INFO, Words.say("rights.keep"), Words.say("rights.keep.what")));
    }

    private Optional<LedgerLine> line(String number) {
        return number.matches("[0-9]{1,15}")
                ? requests.line(signedIn.resident(), Long.parseLong(number))
                : Optional.empty();
    }

    private void dispute(LedgerLine line) {
        title(Words.say("rights.dispute.title"));
        lead(Words.say("rights.dispute.lead"));
        words.hint(Words.say("rights.dispute.hint"));
        var shown = LogLines.sentence(line) + "\n" + LogLines.why(line);
        var draft = drafting.of(new FormKey("rechten/" + line.sequence()), Map.of("words", words));
        var card = new Card(
                new H2(Words.say("rights.dispute.line", Dates.moment(line.at()))),
                said(shown.strip()),
                new Paragraph(Words.say("rights.dispute.along")));
        card.setTestId("disputed-line");
        add(card, form(draft, new Form(() -> dispute(line, shown.strip(), draft), words, send())));
    }

    /** One entry or document: what the resident says of it can stand beside it. */
    private void correct(String address) {
        var actor = signedIn.resident();
        var entry = entry(address);
        title(Words.say("rights.correct.title"));
        lead(Words.say("rights.correct.lead"));
        words.hint(Words.say("rights.correct.hint"));
        var draft = drafting.of(new FormKey("rechten/" + entry.id()), Map.of("words", words));
        add(
                new Card(DossierReading.own(entry)),
                form(
                        draft,
                        new Form(
                                () -> {
                                    if (errors.begin()
                                            .need(
                                                    !words.getValue().isBlank(),
                                                    words,
                                                    Words.say("refused.privacy.empty-text"))
                                            .fine()) {
                                        filed(
                                                draft,
                                                () -> requests.correct(
                                                        actor, id, step(), entry.id(), words.getValue()));
                                    }
                                },
                                words,
                                send())));
    }

    private Entry entry(String address) {
        try {
            var actor = signedIn.resident();
            return dossiers.versions(actor, actor.id(), new EntryId(UUID.fromString(address)))
                    .getFirst();
        } catch (IllegalArgumentException | AccessRefused notThere) {
            throw new NotFoundException();
        }
    }

    private Card form(KeptDraft draft, Form form) {
        form.add(draft.status());
        var card = new Card(draft, errors, form);
        card.addClassName("ve-narrow");
        return card;
    }

    private static Component send() {
        return beside(
                Action.submit(Words.say("rights.send")).handle("right-send"),
                ActionLink.quiet("/mijn/rechten", Words.say("rights.cancel")));
    }

    private void ask(KeptDraft draft) {
        var chosen = right.getValue();
        if (!errors.begin()
                        .need(chosen != null, right, Words.say("rights.what.choose"))
                        .need(!words.getValue().isBlank(), words, Words.say("refused.privacy.empty-text"))
                        .fine()
                || chosen == null) {
            return;
        }
        filed(
                draft,
                () -> requests.ask(
                        signedIn.resident(),
                        id,
                        step(),
                        chosen,
                        Optional.ofNullable(about.getValue()),
                        words.getValue()));
    }

    private void dispute(LedgerLine line, String shown, KeptDraft draft) {
        filed(draft, () -> requests.dispute(signedIn.resident(), id, step(), line.sequence(), shown, words.getValue()));
    }

    private void filed(KeptDraft draft, Runnable file) {
        try {
            file.run();
        } catch (StepRefused refused) {
            errors.begin().need(false, words, Words.why(refused)).fine();
            return;
        }
        draft.done();
        UI.getCurrent().navigate("mijn/rechten/" + id);
    }

    private StepId step() {
        return new StepId(UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
