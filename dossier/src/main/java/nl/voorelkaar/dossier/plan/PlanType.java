package nl.voorelkaar.dossier.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;

/** Plans as procedures. */
public final class PlanType implements ProcedureType<Ondersteuningsplan, PlanEvent> {

    private static final String SETTLE = "settle";
    private static final String SETTLE_SOON = "settle-soon";

    /** How many days before the last one of the bedenktermijn the resident is reminded of it. */
    private static final int REMINDER_DAYS = 2;

    private static final Map<String, Class<? extends PlanEvent>> VERBS = Map.ofEntries(
            Map.entry("start", PlanEvent.Started.class),
            Map.entry("write", PlanEvent.Wrote.class),
            Map.entry("goal", PlanEvent.GoalSet.class),
            Map.entry("goal-drop", PlanEvent.GoalDropped.class),
            Map.entry("goal-mark", PlanEvent.GoalMarked.class),
            Map.entry("task", PlanEvent.TaskSet.class),
            Map.entry("task-drop", PlanEvent.TaskDropped.class),
            Map.entry("task-mark", PlanEvent.TaskMarked.class),
            Map.entry("phase", PlanEvent.PhaseReached.class),
            Map.entry("household-take", PlanEvent.TookOver.class),
            Map.entry("freeze", PlanEvent.Frozen.class),
            Map.entry("reopen", PlanEvent.Reopened.class),
            Map.entry("sign", PlanEvent.Signed.class),
            Map.entry("sign-ink", PlanEvent.SignedInInk.class),
            Map.entry("disagree", PlanEvent.Disagreed.class),
            Map.entry("start-early", PlanEvent.StartedEarly.class),
            Map.entry("withdraw", PlanEvent.Withdrawn.class),
            Map.entry(SETTLE_SOON, PlanEvent.SettlesSoon.class),
            Map.entry(SETTLE, PlanEvent.Settled.class),
            Map.entry("evaluate", PlanEvent.EvaluationBegun.class),
            Map.entry("adjust", PlanEvent.Adjusted.class),
            Map.entry("close", PlanEvent.Closed.class));

    private final Deadlines deadlines;

    public PlanType(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.PLAN;
    }

    @Override
    public Ondersteuningsplan begin(Case of) {
        return new Ondersteuningsplan(of);
    }

    @Override
    public Ondersteuningsplan after(Ondersteuningsplan before, Step<PlanEvent> step) {
        return before.after(step, deadlines);
    }

    @Override
    public Map<String, Class<? extends PlanEvent>> verbs() {
        return VERBS;
    }

    @Override
    public PlanEvent byClock(String verb) {
        return switch (verb) {
            case SETTLE -> new PlanEvent.Settled();
            case SETTLE_SOON -> new PlanEvent.SettlesSoon();
            default -> throw new IllegalArgumentException("the clock does not " + verb);
        };
    }

    @Override
    public String state(Ondersteuningsplan now) {
        return now.state().name();
    }

    @Override
    public boolean closed(Ondersteuningsplan now) {
        return now.state() == PlanState.HERROEPEN || now.state() == PlanState.AFGESLOTEN;
    }

    @Override
    public Optional<LocalDate> due(Ondersteuningsplan now) {
        return now.state() == PlanState.IN_BEDENKTERMIJN
                ? now.coolingOff().map(term -> term.lastDay())
                : Optional.empty();
    }

    @Override
    public List<Alarm> alarms(Ondersteuningsplan now) {
        if (now.state() != PlanState.IN_BEDENKTERMIJN || now.coolingOff().isEmpty()) {
            return List.of();
        }
        var term = now.coolingOff().get();
        var settles = new Alarm(term.end(), SETTLE, PlanState.DEFINITIEF.name());
        var remindsOn = term.lastDay().minusDays(REMINDER_DAYS);
        return now.reminded() || !remindsOn.isAfter(term.facts().day().plusDays(1))
                ? List.of(settles)
                : List.of(
                        new Alarm(
                                CalendarDays.endOf(remindsOn.minusDays(1)),
                                SETTLE_SOON,
                                PlanState.IN_BEDENKTERMIJN.name()),
                        settles);
    }

    @Override
    public Set<PartyId> excluded(Ondersteuningsplan now) {
        return Set.of();
    }
}
