package nl.voorelkaar.portal.resident.objection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
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
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Typed;
import nl.voorelkaar.portal.ui.Words;

/**
 * The resident's objections; with {@code ?besluit=} the questions for a new one. Everything on that form may stay
 * empty.
 */
@Route(value = "mijn/bezwaar", layout = ResidentShell.class)
@PermitAll
class ObjectionsPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Objections objections;
    private final transient Decisions decisions;
    private final transient Deadlines deadlines;
    private final transient Drafting drafting;
    private final transient Clock clock;
    /** Chosen before the first click, so that a second click files nothing twice. */
    private final transient ProcedureId id;

    private final ErrorSummary errors = new ErrorSummary();
    private final TextArea grounds = new TextArea(Words.say("bezwaar.grounds"))
            .hint(Words.say("bezwaar.grounds.hint"))
            .optional()
            .rows(8)
            .counted(Bezwaar.LONGEST_TEXT)
            .handle("objection-grounds");
    private final TextArea late = new TextArea(Words.say("bezwaar.late"))
            .hint(Words.say("bezwaar.late.hint"))
            .optional()
            .rows(4)
            .handle("objection-late");
    private final TextLine helper = new TextLine(Words.say("bezwaar.helper"))
            .hint(Words.say("bezwaar.helper.hint"))
            .optional()
            .handle("objection-helper");
    private final Check hearing = new Check(Words.say("bezwaar.hearing"))
            .hint(Words.say("bezwaar.hearing.hint"))
            .handle("objection-hearing");
    private final Check costs = new Check(Words.say("bezwaar.costs"))
            .hint(Words.say("bezwaar.costs.hint"))
            .handle("objection-costs");
    private final Check court = new Check(Words.say("bezwaar.court"))
            .hint(Words.say("bezwaar.court.hint"))
            .handle("objection-court");
    private transient Optional<KeptDraft> kept = Optional.empty();

    ObjectionsPage(
            SignedIn signedIn,
            Objections objections,
            Decisions decisions,
            Deadlines deadlines,
            Drafting drafting,
            Clock clock) {
        this.signedIn = signedIn;
        this.objections = objections;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.drafting = drafting;
        this.clock = clock;
        this.id = new ProcedureId(UuidV7.at(clock.instant()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/besluiten", Words.say("bezwaar.decisions")));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("besluit")
                .ifPresentOrElse(against -> ask(besluit(against)), this::list);
    }

    private Besluit besluit(String against) {
        var actor = signedIn.resident();
        return decisions.of(actor, actor.id()).besluiten().stream()
                .filter(one -> one.state().known())
                .filter(one -> one.id().toString().equals(against))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void list() {
        clear();
        title(Words.say("bezwaar.title"));
        var actor = signedIn.resident();
        var all = objections.of(actor, actor.id());
        if (all.isEmpty()) {
            add(EmptyState.ofPage(
                    Words.say("bezwaar.none"),
                    Words.say("bezwaar.none.why"),
                    ActionLink.primary("/mijn/besluiten", Words.say("bezwaar.to-decisions"))));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var found : all) {
            var day = Dates.shortDay(found.bezwaar().receivedOn());
            list.add(new ListItem(new Card(
                            new H2(Words.say("bezwaar.of", day)),
                            new Paragraph(ObjectionWords.state(found.bezwaar())),
                            beside(ActionLink.secondary(
                                            "/mijn/bezwaar/" + found.bezwaar().id(), Words.say("bezwaar.look"))
                                    .heard(day)))
                    .handle("objection")));
        }
        add(list);
    }

    private void ask(Besluit besluit) {
        clear();
        title(Words.say("bezwaar.new"));
        lead(Words.say("bezwaar.lead"));
        if (besluit.state() == Besluit.State.IN_BEZWAAR) {
            add(new Notice(Tone.INFO, Words.say("bezwaar.already"))
                    .with(ActionLink.primary("/mijn/bezwaar", Words.say("bezwaar.look.all"))));
            return;
        }
        var term = besluit.objectionUntil(deadlines);
        var passed = term.passed(clock.instant());
        var until = new Notice(
                passed ? Tone.WARN : Tone.INFO,
                Words.say(passed ? "bezwaar.until.passed" : "bezwaar.until", Dates.day(term.lastDay())));
        until.setTestId("objection-until");
        var parts = new ArrayList<Component>();
        parts.add(grounds);
        if (passed) {
            parts.add(late);
        }
        parts.add(hearing);
        parts.add(helper);
        parts.add(new Paragraph(Words.say("bezwaar.files.later")));
        parts.add(new NativeDetails(Words.say("bezwaar.more"), new Div(costs, court)));
        parts.add(beside(
                Action.submit(Words.say("bezwaar.to-check")).handle("objection-check"),
                ActionLink.quiet("/mijn/besluiten", Words.say("bezwaar.not-now"))));
        var form = new Form(() -> check(besluit, passed), parts.toArray(Component[]::new));
        var draft = drafting.of(new FormKey("bezwaar/" + besluit.id()), typed());
        kept = Optional.of(draft);
        form.add(draft.status());
        var card = new Card(draft, errors, form);
        card.addClassName("ve-narrow");
        add(until, card);
    }

    private Map<String, Typed> typed() {
        var fields = new LinkedHashMap<String, Typed>();
        fields.put("grounds", grounds);
        fields.put("late", late);
        fields.put("helper", helper);
        fields.put("hearing", hearing);
        fields.put("costs", costs);
        fields.put("court", court);
        return fields;
    }

    private void check(Besluit besluit, boolean passed) {
        var fine = errors.begin()
                .need(fits(grounds.getValue(), Bezwaar.LONGEST_TEXT), grounds, Words.say("refused.objection.too-long"))
                .need(fits(late.getValue(), Bezwaar.LONGEST_TEXT), late, Words.say("refused.objection.too-long"))
                .need(fits(helper.getValue(), 500), helper, Words.say("bezwaar.line.long"))
                .fine();
        if (!fine) {
            return;
        }
        clear();
        var facts = new DataSummary()
                .row(
                        Words.say("bezwaar.grounds"),
                        said(
                                grounds.getValue().isBlank()
                                        ? Words.say("bezwaar.grounds.later")
                                        : grounds.getValue().strip()));
        if (passed) {
            facts.row(
                    Words.say("bezwaar.late"),
                    said(
                            late.getValue().isBlank()
                                    ? Words.say("bezwaar.late.later")
                                    : late.getValue().strip()));
        }
        facts.row(Words.say("bezwaar.hearing"), yes(hearing))
                .row(
                        Words.say("bezwaar.helper"),
                        helper.getValue().isBlank()
                                ? Words.say("bezwaar.helper.none")
                                : helper.getValue().strip())
                .row(Words.say("bezwaar.costs"), yes(costs))
                .row(Words.say("bezwaar.court"), yes(court));
        var problem = new ErrorSummary();
        var card = new Card(
                new H2(Words.say("bezwaar.check")),
                problem,
                facts,
                new Paragraph(Words.say("bezwaar.check.what")),
                beside(
                        Action.primary(Words.say("bezwaar.send"), _ -> send(besluit))
                                .handle("objection-send"),
                        Action.quiet(Words.say("bezwaar.change"), _ -> {
                            ask(besluit);
                            readFromTop();
                        })));
        card.addClassName("ve-narrow");
        add(card);
        readFromTop();
    }

    private void send(Besluit besluit) {
        try {
            objections.file(
                    signedIn.resident(),
                    besluit.id(),
                    id,
                    new StepId(UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8))),
                    new Bezwaar.Filing(
                            grounds.getValue(),
                            hearing.getValue(),
                            helper.getValue(),
                            late.getValue(),
                            costs.getValue(),
                            court.getValue()));
            kept.ifPresent(KeptDraft::done);
            UI.getCurrent().navigate("mijn/bezwaar/" + id);
        } catch (StepRefused refused) {
            add(new Notice(Tone.BAD, Words.why(refused)).spoken());
        }
    }

    private static boolean fits(String text, int most) {
        return text.strip().codePointCount(0, text.strip().length()) <= most;
    }

    private static String yes(Check check) {
        return Words.say(check.getValue() ? "melding.yes" : "melding.no");
    }
}
