package nl.voorelkaar.portal.resident.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.resident.draft.KeptDraft;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Telling in one's own words what one needs help with; checked once more before it goes. */
@Route(value = "mijn/melding", layout = ResidentShell.class)
@PermitAll
class MeldingPage extends Page {

    private final transient SignedIn signedIn;
    private final transient Intake intake;
    private final transient Drafting drafting;
    /** Chosen before the first click, so that a second click files nothing twice. */
    private final transient ProcedureId id;

    private final ErrorSummary errors = new ErrorSummary();
    private final TextArea words = new TextArea(Words.say("melding.words"))
            .hint(Words.say("melding.words.hint"))
            .rows(8)
            .counted(Onderzoek.LONGEST_TEXT)
            .handle("melding-words");
    private final Check soon = new Check(Words.say("melding.soon"))
            .hint(Words.say("melding.soon.hint"))
            .handle("melding-soon");
    private final TextLine reachable = new TextLine(Words.say("melding.reachable"))
            .hint(Words.say("melding.reachable.hint"))
            .optional()
            .handle("melding-reachable");
    private final TextLine companion = new TextLine(Words.say("melding.companion"))
            .hint(Words.say("melding.companion.hint"))
            .optional()
            .handle("melding-companion");
    private transient Optional<KeptDraft> kept = Optional.empty();

    MeldingPage(SignedIn signedIn, Intake intake, Drafting drafting, Clock clock) {
        super(Words.say("melding.title"));
        this.signedIn = signedIn;
        this.intake = intake;
        this.drafting = drafting;
        this.id = new ProcedureId(UuidV7.at(clock.instant()));
        trail(new Crumb("/mijn", Words.say("menu.home")));
        ask();
    }

    private void ask() {
        clear();
        lead(Words.say("melding.lead"));
        var before = intake.of(signedIn.resident(), signedIn.resident().id());
        if (!before.isEmpty()) {
            add(earlier(before));
        }
        var form = new Form(
                this::check,
                words,
                soon,
                reachable,
                companion,
                beside(
                        Action.submit(Words.say("melding.to-check")).handle("melding-check"),
                        ActionLink.quiet("/mijn", Words.say("melding.cancel"))));
        var draft = drafting.of(new FormKey("melding-new"), typed());
        kept = Optional.of(draft);
        form.add(draft.status());
        var card = new Card(draft, errors, form);
        card.addClassName("ve-narrow");
        add(new Notice(Tone.INFO, Words.say("melding.danger")), card);
    }

    private Map<String, nl.voorelkaar.portal.ui.Typed> typed() {
        var fields = new LinkedHashMap<String, nl.voorelkaar.portal.ui.Typed>();
        fields.put("words", words);
        fields.put("soon", soon);
        fields.put("reachable", reachable);
        fields.put("companion", companion);
        return fields;
    }

    private void check() {
        var length = words.getValue()
                .strip()
                .codePointCount(0, words.getValue().strip().length());
        if (!errors.begin()
                .need(length > 0, words, Words.say("melding.words.missing"))
                .need(
                        length <= Onderzoek.LONGEST_TEXT,
                        words,
                        Words.say("melding.words.long", length, Onderzoek.LONGEST_TEXT))
                .need(reachable.getValue().length() <= 500, reachable, Words.say("melding.line.long"))
                .need(companion.getValue().length() <= 500, companion, Words.say("melding.line.long"))
                .fine()) {
            return;
        }
        clear();
        var said = new Paragraph(words.getValue().strip());
        said.addClassName("ve-text");
        var card = new Card(
                new H2(Words.say("melding.check")),
                new DataSummary()
                        .row(Words.say("melding.words"), said)
                        .row(Words.say("melding.soon"), Words.say(soon.getValue() ? "melding.yes" : "melding.no"))
                        .row(Words.say("melding.reachable"), orUsual(reachable.getValue(), "melding.reachable.usual"))
                        .row(Words.say("melding.companion"), orUsual(companion.getValue(), "melding.companion.later")),
                new Paragraph(Words.say("melding.check.what")),
                beside(
                        Action.primary(Words.say("melding.send"), _ -> send()).handle("melding-send"),
                        Action.quiet(Words.say("melding.change"), _ -> {
                                    ask();
                                    readFromTop();
                                })
                                .handle("melding-change")));
        card.addClassName("ve-narrow");
        add(card);
        readFromTop();
    }

    private void send() {
        var actor = signedIn.resident();
        intake.report(
                actor,
                actor.id(),
                id,
                new StepId(UUID.nameUUIDFromBytes(id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                new Happened.Reported(
                        words.getValue(),
                        soon.getValue(),
                        Optional.of(reachable.getValue()),
                        Optional.of(companion.getValue())));
        kept.ifPresent(KeptDraft::done);
        UI.getCurrent().navigate("mijn/melding/" + id);
    }

    private static Component earlier(List<Onderzoek> before) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var one : before) {
            list.add(new ListItem(new Card(
                            new H3(Words.say("melding.of", Dates.shortDay(CalendarDays.dayOf(one.reportedAt())))),
                            new Paragraph(Words.say("melding.state." + MeldingWords.state(one))),
                            beside(ActionLink.secondary("/mijn/melding/" + one.id(), Words.say("melding.look"))
                                    .heard(Dates.shortDay(CalendarDays.dayOf(one.reportedAt())))))
                    .handle("melding")));
        }
        var section = new Section(new H2(Words.count("melding.earlier", before.size())), list);
        section.addClassName("ve-stack");
        return section;
    }

    private static String orUsual(String typed, String otherwise) {
        return typed.isBlank() ? Words.say(otherwise) : typed.strip();
    }
}
