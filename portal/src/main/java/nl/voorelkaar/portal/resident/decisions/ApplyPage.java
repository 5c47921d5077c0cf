package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Receipt;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Applying: what for, a look at what will be sent, sending, the receipt (Awb 2:17). */
@Route(value = DecisionPaths.APPLY, layout = ResidentShell.class)
@PermitAll
class ApplyPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Decisions decisions;
    private final transient Deadlines deadlines;
    private final transient Drafting drafting;
    private final transient Clock clock;
    private transient ProcedureId id;
    private transient StepId step;

    ApplyPage(SignedIn signedIn, Decisions decisions, Deadlines deadlines, Drafting drafting, Clock clock) {
        super(Words.say("apply.title"));
        this.signedIn = signedIn;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.drafting = drafting;
        this.clock = clock;
        this.id = new ProcedureId(UuidV7.at(clock.instant()));
        this.step = Ids.step(clock);
        trail(
                new Crumb("/mijn", Words.say("menu.home")),
                new Crumb("/" + DecisionPaths.ALL, Words.say("besluiten.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        lead(Words.say("apply.lead"));
        var basis = decisions.basis(signedIn.resident());
        var errors = new ErrorSummary();
        var what = new TextArea(Words.say("apply.what"))
                .hint(Words.say("apply.what.hint"))
                .rows(6)
                .handle("apply-what");
        var law = new Choice<>(
                        Words.say("apply.law"),
                        List.of(Law.values()),
                        Enum::name,
                        one -> Words.say("apply.law." + Plain.code(one)))
                .handle("apply-law");
        law.setValue(Law.WMO);
        var kept = drafting.of(new FormKey("aanvraag"), Map.of("what", what, "law", law));
        var check = new Div();
        check.addClassName("ve-stack");
        var form = new Form(
                () -> {
                    var chosen = law.getValue();
                    var fine = errors.begin()
                            .need(!what.getValue().isBlank(), what, Words.say("refused.decision.empty-text"))
                            .need(
                                    what.getValue().length() <= Aanvraag.LONGEST_TEXT,
                                    what,
                                    Words.say("refused.decision.text-too-long"))
                            .need(chosen != null, law, Words.say("apply.law.missing"))
                            .fine();
                    if (fine && chosen != null) {
                        check(check, what.getValue(), chosen, basis, () -> kept.done());
                    }
                },
                what,
                law,
                new Div(Action.submit(Words.say("apply.check")).handle("apply-check")));
        var card = new Card(kept, errors, form);
        card.addClassName("ve-narrow");
        add(new Notice(Tone.INFO, Words.say("apply.basis." + Plain.code(basis))), card, check);
    }

    private void check(Div below, String what, Law law, AanvraagEvent.Basis basis, Runnable sent) {
        below.removeAll();
        var heading = new H2(Words.say("apply.check.title"));
        heading.getElement().setAttribute("tabindex", "-1");
        var said = new Paragraph(what.strip());
        said.addClassName("ve-text");
        var today = nl.voorelkaar.consent.CalendarDays.dayOf(clock.instant());
        var acts = new Div(Action.primary(Words.say("apply.send"), _ -> send(what, law, sent))
                .handle("apply-send"));
        acts.addClassName("ve-row");
        below.add(new Card(
                heading,
                new DataSummary()
                        .row(Words.say("apply.what"), said)
                        .row(Words.say("apply.law"), Words.say("apply.law." + Plain.code(law)))
                        .row(
                                Words.say("apply.until"),
                                Dates.day(deadlines.of(law.term(), today).lastDay())),
                new Paragraph(Words.say("apply.check.what")),
                acts));
        heading.getElement().executeJs("this.focus(); this.scrollIntoView({block: 'start'})");
    }

    private void send(String what, Law law, Runnable sent) {
        try {
            var filed = decisions.file(signedIn.resident(), id, step, what, law);
            sent.run();
            receipt(filed);
        } catch (StepRefused refused) {
            add(new Notice(Tone.BAD, Words.say("refused." + refused.reason().key())).spoken());
        }
    }

    private void receipt(Aanvraag filed) {
        clear();
        title(Words.say("apply.done"));
        var term = filed.term(deadlines);
        var receipt = new Receipt(
                Words.say("apply.receipt"),
                new DataSummary()
                        .row(Words.say("apply.what"), filed.what())
                        .row(
                                Words.say("apply.received"),
                                filed.received().map(Dates::moment).orElse(""))
                        .row(Words.say("apply.until"), Dates.day(term.lastDay()))
                        .row(Words.say("apply.number"), filed.id().reference()));
        receipt.setTestId("apply-receipt");
        add(
                new Notice(Tone.GOOD, Words.say("apply.done.what", Dates.day(term.lastDay()))).spoken(),
                receipt,
                new H2(Words.say("besluiten.how")),
                new DeadlineSteps(term),
                new Div(ActionLink.primary(DecisionPaths.aanvraag(filed.id()), Words.say("apply.to"))));
        readFromTop();
    }
}
