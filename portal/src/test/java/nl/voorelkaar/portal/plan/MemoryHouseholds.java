package nl.voorelkaar.portal.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.plan.Content;
import nl.voorelkaar.dossier.plan.Household;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanStep;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;

/** A household with one other, Youssef, for screens; its code is 7KQ4-M2XP. */
public final class MemoryHouseholds implements Households {

    public static final String CODE = "7KQ4-M2XP";

    /** What Youssef shows, for each plan that is made with him. */
    public final Map<ProcedureId, Content> together = new HashMap<>();

    /** What was shown to who joins. */
    public final List<Content> shown = new java.util.ArrayList<>();

    private final MemoryPlans plans;

    public MemoryHouseholds(MemoryPlans plans) {
        this.plans = plans;
    }

    @Override
    public Optional<Household> of(Actor actor, ResidentId resident, ProcedureId plan) {
        return Optional.ofNullable(together.get(plan))
                .map(text -> new Household(
                        new UUID(1, 1),
                        List.of(
                                new Household.Member(
                                        "Fatima el Amrani",
                                        true,
                                        plans.find(actor, resident, plan).state(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new Household.Member(
                                        "Youssef el Amrani",
                                        false,
                                        PlanState.IN_BEDENKTERMIJN,
                                        Optional.empty(),
                                        Optional.of(new Household.Shared(text, Instant.EPOCH))))));
    }

    @Override
    public Code invite(Actor.Resident actor, Ondersteuningsplan plan) {
        shown.add(plan.content());
        return new Code(CODE, Instant.parse("2026-10-06T07:00:00Z"));
    }

    @Override
    public String inviter(Actor.Resident actor, String code) {
        if (!code.equals(CODE)) {
            throw new CodeRefused(false);
        }
        return "Youssef el Amrani";
    }

    @Override
    public Ondersteuningsplan join(Actor.Resident actor, String code, ProcedureId plan, StepId step) {
        together.put(plan, Content.EMPTY);
        return plans.start(new PlanStep(actor, actor.id(), plan, step), PlanWay.HUISHOUDEN, Optional.empty());
    }

    @Override
    public void share(Actor actor, ResidentId resident, Ondersteuningsplan plan) {
        throw new AssertionError("screens share nothing by themselves");
    }

    @Override
    public void leave(Actor.Resident actor, ProcedureId plan) {
        together.remove(plan);
    }
}
