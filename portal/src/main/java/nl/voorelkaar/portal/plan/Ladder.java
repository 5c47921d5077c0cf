package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.escalation.AveFase;
import nl.voorelkaar.dossier.escalation.Escalation;
import nl.voorelkaar.dossier.escalation.EscalationEvent;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Met;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Reached;
import nl.voorelkaar.dossier.escalation.EscalationRefusal;
import nl.voorelkaar.dossier.escalation.Escalations;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Time;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Where the situation stands on the escalation ladder (AVE): the phase, who directs, who carried it there and why, and
 * what the phase opens. The same words for the resident and for who works on it; only who works on it takes steps.
 */
public final class Ladder extends Div {

    private final transient Escalations escalations;
    private final transient Seat seat;

    public Ladder(Escalations escalations, Seat seat) {
        this.escalations = escalations;
        this.seat = seat;
        setTestId("ladder");
        addClassName("ve-stack");
        show();
    }

    private void show(Component... said) {
        removeAll();
        var newest = escalations.of(seat.actor().get(), seat.resident());
        newest.ifPresent(now -> add(stands(now)));
        add(said);
        if (!seat.isResident()) {
            add(steps(newest.filter(Escalation::open)));
        }
    }

    private Component stands(Escalation now) {
        var reached = now.reached();
        var card = new Card(
                new H2(now.open() ? Words.say("ladder.title", now.phase().number()) : Words.say("ladder.over")));
        if (now.open()) {
            card.add(
                    new Paragraph(Words.say("ladder.phase." + code(now.phase()))),
                    new DataSummary()
                            .row(Words.say("ladder.director." + code(now.phase().director())), reached.director())
                            .row(Words.say("ladder.why"), reached.why())
                            .row(
                                    Words.say("ladder.opens"),
                                    Words.list(Arrays.stream(AveFase.Opening.values())
                                            .filter(now.phase()::opens)
                                            .map(Ladder::opening)
                                            .toList())),
                    new Paragraph(Words.say("ladder.opens.no-more")));
        }
        var list = new OrderedList();
        now.steps().forEach(step -> list.add(new ListItem(Time.of(step.at()), new Paragraph(words(step)))));
        var history = new NativeDetails(Words.say("ladder.history"), list);
        history.setTestId("ladder-history");
        card.add(history);
        card.setTestId("ladder-phase");
        return card;
    }

    private static String words(Step<EscalationEvent> step) {
        var who = step.by() instanceof Author.Professional professional ? professional.name() : "";
        return switch (step.event()) {
            case Reached reached ->
                Words.say(
                        reached.spoken() ? "ladder.did.reach" : "ladder.did.reach.unspoken",
                        who,
                        reached.phase().number(),
                        reached.why(),
                        reached.whyNot());
            case Met met ->
                Words.say(
                                met.with().isEmpty() ? "ladder.did.meet" : "ladder.did.meet.with",
                                who,
                                opening(met.as()),
                                Words.list(met.with()),
                                met.outcome())
                        + " " + Words.say(met.resident() ? "ladder.there" : "ladder.not-there");
            case EscalationEvent.Ended ended -> Words.say("ladder.did.end", who, ended.why());
        };
    }

    private Component steps(Optional<Escalation> now) {
        var forms = new Div(reaching(now));
        forms.addClassName("ve-stack");
        now.ifPresent(open -> forms.add(meeting(open), ending(open)));
        var box = new NativeDetails(Words.say(now.isPresent() ? "ladder.steps" : "ladder.begin"), forms);
        box.setTestId("ladder-steps");
        return box;
    }

    private Component reaching(Optional<Escalation> now) {
        var phase = new Radios<>(
                Words.say("ladder.to"),
                List.of(AveFase.values()),
                each -> Words.say("ladder.title", each.number()),
                each -> Optional.of(Words.say("ladder.phase." + code(each))),
                each -> "ladder-to-" + each.number());
        var director = new TextLine(Words.say("ladder.director"))
                .hint(Words.say("ladder.director.hint"))
                .autocomplete("off")
                .handle("ladder-director");
        var why = new TextArea(Words.say("ladder.why"))
                .hint(Words.say("ladder.why.hint"))
                .rows(3)
                .handle("ladder-why");
        var spoken = new Check(Words.say("ladder.spoken")).handle("ladder-spoken");
        var whyNot = new TextArea(Words.say("ladder.why-not"))
                .hint(Words.say("ladder.why.hint"))
                .optional()
                .rows(3)
                .handle("ladder-why-not");
        var id = new ProcedureId(UUID.randomUUID());
        var step = Seat.newStep();
        now.ifPresent(open -> phase.setValue(open.phase()));
        var errors = new ErrorSummary();
        return form(
                errors,
                () -> {
                    var chosen = phase.getValue();
                    if (errors.begin()
                                    .need(chosen != null, phase, Words.say("ladder.to.missing"))
                                    .fine()
                            && chosen != null) {
                        take(
                                errors,
                                refusal -> switch (refusal) {
                                    case EscalationRefusal.NOT_BY_THIS_ROLE,
                                            EscalationRefusal.SAME_PHASE,
                                            EscalationRefusal.NOT_THE_NEXT -> phase;
                                    case EscalationRefusal.NO_DIRECTOR, EscalationRefusal.DIRECTS_THEMSELVES ->
                                        director;
                                    case EscalationRefusal.NOT_SPOKEN -> whyNot;
                                    default -> why;
                                },
                                () -> escalations.reach(
                                        worker(),
                                        seat.resident(),
                                        id,
                                        step,
                                        new Reached(
                                                chosen,
                                                director.getValue(),
                                                why.getValue(),
                                                spoken.getValue(),
                                                whyNot.getValue())));
                    }
                },
                phase,
                director,
                why,
                spoken,
                whyNot,
                new Div(Action.submit(Words.say("ladder.reach")).handle("ladder-reach")));
    }

    private Component meeting(Escalation now) {
        var as = new Radios<>(
                Words.say("ladder.meet.as"),
                Arrays.stream(AveFase.Opening.values())
                        .filter(now.phase()::opens)
                        .toList(),
                Ladder::opening,
                _ -> Optional.empty(),
                each -> "ladder-meet-" + code(each));
        as.setValue(AveFase.Opening.OVERLEG_MET_INWONER);
        var with = new TextArea(Words.say("ladder.meet.with"))
                .hint(Words.say("ladder.meet.with.hint"))
                .optional()
                .rows(2)
                .handle("ladder-meet-with");
        var there = new Check(Words.say("ladder.meet.there")).handle("ladder-meet-there");
        var outcome = new TextArea(Words.say("ladder.meet.outcome")).rows(3).handle("ladder-meet-outcome");
        var step = Seat.newStep();
        var errors = new ErrorSummary();
        return form(
                errors,
                () -> take(
                        errors,
                        refusal -> switch (refusal) {
                            case EscalationRefusal.NOT_OPENED -> as;
                            case EscalationRefusal.NOBODY_NAMED -> with;
                            default -> outcome;
                        },
                        () -> escalations.meet(
                                worker(),
                                seat.resident(),
                                now.id(),
                                step,
                                new Met(
                                        Optional.ofNullable(as.getValue()).orElse(AveFase.Opening.OVERLEG_MET_INWONER),
                                        with.getValue()
                                                .lines()
                                                .map(String::strip)
                                                .filter(line -> !line.isEmpty())
                                                .toList(),
                                        there.getValue(),
                                        outcome.getValue()))),
                as,
                with,
                there,
                outcome,
                new Div(Action.submit(Words.say("ladder.meet")).handle("ladder-meet")));
    }

    private Component ending(Escalation now) {
        var why = new TextArea(Words.say("ladder.end.why")).rows(2).handle("ladder-end-why");
        var step = Seat.newStep();
        var errors = new ErrorSummary();
        return form(
                errors,
                () -> take(
                        errors,
                        _ -> why,
                        () -> escalations.end(worker(), seat.resident(), now.id(), step, why.getValue())),
                why,
                new Div(Action.submit(Words.say("ladder.end")).handle("ladder-end")));
    }

    private Actor.Professional worker() {
        return (Actor.Professional) seat.actor().get();
    }

    /** What is wrong stands above the form and beside the field. */
    private static Component form(ErrorSummary errors, Runnable submit, Component... parts) {
        var box = new Div(errors, new Form(submit, parts));
        box.addClassName("ve-stack");
        return box;
    }

    private void take(
            ErrorSummary errors, Function<StepRefused.Reason, HasValidation> beside, Supplier<Escalation> step) {
        try {
            step.get();
            show(new Notice(Tone.GOOD, Words.say("ladder.done")).spoken());
        } catch (StepRefused refused) {
            errors.begin()
                    .need(false, beside.apply(refused.reason()), Words.why(refused))
                    .fine();
        }
    }

    private static String opening(AveFase.Opening opening) {
        return Words.say("ladder.opening." + code(opening));
    }

    private static String code(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
