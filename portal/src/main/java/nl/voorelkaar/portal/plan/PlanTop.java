package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.StatusSteps;
import nl.voorelkaar.portal.ui.Words;

/** Where the plan stands, what happens now, and whose turn it is. */
public final class PlanTop extends Div {

    private static final List<String> STEPS = List.of("write", "sign", "think", "do");

    public PlanTop(Seat seat, Ondersteuningsplan plan) {
        addClassNames("ve-card", "ve-stack");
        var state = new Badge(PlanWords.tone(plan.state()), PlanWords.state(plan.state()));
        state.setTestId("plan-state");
        state.getElement().setAttribute("data-state", plan.state().name());
        add(state);
        var now = stepOf(plan.state());
        if (now >= 0) {
            var steps = new StatusSteps();
            for (var number = 0; number < STEPS.size(); number++) {
                steps.step(
                        number < now
                                ? StatusSteps.State.DONE
                                : number == now ? StatusSteps.State.NOW : StatusSteps.State.LATER,
                        Words.say("plan.step." + STEPS.get(number)));
            }
            add(steps);
        }
        var sentence = new Paragraph(now(seat, plan));
        sentence.setTestId("plan-now");
        add(sentence);
        plan.phase().ifPresent(phase -> add(new Paragraph(Words.say("plan.phase." + PlanWords.code(phase)))));
        if (plan.state() == PlanState.IN_BEDENKTERMIJN) {
            add(countdown(seat, plan));
        }
    }

    private static Component countdown(Seat seat, Ondersteuningsplan plan) {
        var last = plan.coolingOff().orElseThrow().lastDay();
        var line = new Paragraph(Words.say(
                seat.isResident() ? "plan.cooling-off.until" : "plan.cooling-off.until.other",
                Dates.day(last),
                Dates.left(seat.today(), last)));
        line.addClassName("ve-due");
        line.setTestId("cooling-off-until");
        line.getElement().setAttribute("data-until", last.toString());
        return line;
    }

    private static int stepOf(PlanState state) {
        return switch (state) {
            case CONCEPT, BIJGESTELD -> 0;
            case TER_ONDERTEKENING, DEELS_ONDERTEKEND -> 1;
            case IN_BEDENKTERMIJN -> 2;
            case DEFINITIEF, IN_EVALUATIE -> 3;
            case NIET_AKKOORD, HERROEPEN, AFGESLOTEN -> -1;
        };
    }

    private static String now(Seat seat, Ondersteuningsplan plan) {
        var reader = seat.isResident() ? "resident" : "professional";
        if (plan.state() == PlanState.DEELS_ONDERTEKEND) {
            var mine = plan.version()
                    .flatMap(version -> version.signature(seat.isResident() ? Signer.RESIDENT : Signer.PROFESSIONAL))
                    .isPresent();
            return Words.say("plan.now.deels_ondertekend." + reader + (mine ? ".mine" : ".theirs"));
        }
        if (plan.state() == PlanState.IN_BEDENKTERMIJN && plan.startedEarly()) {
            return Words.say("plan.now.in_bedenktermijn.early." + reader);
        }
        return Words.say("plan.now." + PlanWords.code(plan.state()) + "." + reader);
    }
}
