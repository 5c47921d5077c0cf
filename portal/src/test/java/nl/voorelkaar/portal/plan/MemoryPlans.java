package nl.voorelkaar.portal.plan;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.plan.Apply;
import nl.voorelkaar.dossier.plan.Content;
import nl.voorelkaar.dossier.plan.Glance;
import nl.voorelkaar.dossier.plan.Intent;
import nl.voorelkaar.dossier.plan.Login;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanEvent;
import nl.voorelkaar.dossier.plan.PlanStep;
import nl.voorelkaar.dossier.plan.PlanType;
import nl.voorelkaar.dossier.plan.PlanVerb;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;

/** Plans with their real rules and without keys, seals or a database, for screens. */
public final class MemoryPlans implements Plans {

    private final Map<DeskAct.Kind, DeskAct> letters = new java.util.EnumMap<>(DeskAct.Kind.class);
    private final Map<ProcedureId, Ondersteuningsplan> plans = new LinkedHashMap<>();
    private final Deadlines deadlines = Deadlines.usual();
    private final PlanType type = new PlanType(deadlines);
    private final Clock clock;

    public final List<Intent> signed = new ArrayList<>();
    /** Whether access ended. */
    public boolean closed;

    public MemoryPlans(Clock clock) {
        this.clock = clock;
    }

    /** Follows nothing: screens change by what is done on them. */
    public static LivePlan still() {
        return new LivePlan((actor, resident, plan, writing) -> new Glance(0, List.of()));
    }

    /** Finds out when access ended, as in the house. */
    public LivePlan watched() {
        return new LivePlan((actor, resident, plan, writing) -> {
            if (closed) {
                throw new AccessRefused(Decision.Reason.STOPPED);
            }
            return new Glance(0, List.of());
        });
    }

    /** What the timer of the house does every three seconds. */
    public static void look(LivePlan live) {
        live.look();
    }

    @Override
    public List<Ondersteuningsplan> of(Actor actor, ResidentId resident) {
        return plans.values().stream()
                .filter(plan -> plan.of().resident().equals(resident))
                .toList()
                .reversed();
    }

    @Override
    public Ondersteuningsplan find(Actor actor, ResidentId resident, ProcedureId plan) {
        return plans.get(plan);
    }

    @Override
    public byte[] paper(Actor actor, ResidentId resident, ProcedureId plan, PaperId paper) {
        return "%PDF".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] print(Actor actor, ResidentId resident, ProcedureId plan) {
        return "%PDF".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Ondersteuningsplan start(PlanStep step, PlanWay way, Optional<ProcedureId> follows) {
        plans.put(step.plan(), type.begin(new Case(step.resident(), step.plan())));
        return add(
                step,
                new PlanEvent.Started(
                        way,
                        follows.map(ProcedureId::value),
                        follows.map(before -> plans.get(before).content()).orElse(Content.EMPTY)));
    }

    @Override
    public Ondersteuningsplan take(PlanStep step, String name, PlanVerb verb) {
        if (closed) {
            throw new AccessRefused(Decision.Reason.STOPPED);
        }
        return add(step, verb.decide(plans.get(step.plan()), author(step.actor()), clock.instant()));
    }

    @Override
    public Ondersteuningsplan freeze(PlanStep step) {
        var plan = plans.get(step.plan());
        return add(
                step,
                plan.freeze(
                        author(step.actor()),
                        new PaperId(UUID.randomUUID()),
                        new Fingerprint("%064x".formatted(plan.nextVersion()), 4),
                        plan.textStep()));
    }

    @Override
    public Ondersteuningsplan sign(PlanStep step, Intent intent) {
        var plan = plans.get(step.plan());
        var version = plan.mayBeSigned(
                author(step.actor()),
                intent.as(),
                Login.of(step.actor()),
                intent.sha256(),
                intent.apply(),
                clock.instant());
        signed.add(intent);
        var term = Facts.of(Rule.COOLING_OFF, CalendarDays.dayOf(clock.instant()))
                .lasting(14)
                .text();
        return add(
                step,
                new PlanEvent.Signed(
                        version.number(),
                        intent.sha256(),
                        intent.as(),
                        UUID.randomUUID(),
                        clock.instant(),
                        "{}",
                        "0".repeat(64),
                        intent.apply(),
                        Optional.empty(),
                        version.signatures().isEmpty() ? Optional.empty() : Optional.of(term)));
    }

    @Override
    public Ondersteuningsplan withdraw(PlanStep step, boolean application) {
        return take(step, "withdraw", (plan, by, now) -> plan.withdraw(by, application, now));
    }

    @Override
    public Ondersteuningsplan signInInk(
            PlanStep step, String sha256, byte[] scan, LocalDate signedOn, Optional<Apply> apply) {
        return take(
                step,
                "sign-ink",
                (plan, by, now) ->
                        plan.signInInk(by, sha256, new PaperId(UUID.randomUUID()), signedOn, apply, now, deadlines));
    }

    @Override
    public Optional<DeskAct> paperCode(PlanStep step, DeskAct.Kind kind) {
        return Optional.ofNullable(letters.get(kind));
    }

    @Override
    public DeskAct askPaperCode(PlanStep step, DeskAct.Kind kind, DeskAct.Channel channel) {
        return letters.computeIfAbsent(kind, _ -> letter(step, kind, channel, DeskAct.State.WACHT_OP_CODE));
    }

    /** The code came back. */
    public void codeCameBack(PlanStep step, DeskAct.Kind kind) {
        letters.put(kind, letter(step, kind, DeskAct.Channel.BRIEF, DeskAct.State.UITGEVOERD));
    }

    private DeskAct letter(PlanStep step, DeskAct.Kind kind, DeskAct.Channel channel, DeskAct.State state) {
        return new DeskAct(
                new DeskActId(UUID.randomUUID()),
                step.resident(),
                kind,
                channel,
                new PartyId(UUID.randomUUID()),
                clock.instant(),
                state,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
    }

    private Ondersteuningsplan add(PlanStep step, PlanEvent event) {
        var before = plans.get(step.plan());
        var after = type.after(
                before,
                new Step<>(
                        before.steps() + 1,
                        new StepId(UUID.randomUUID()),
                        clock.instant(),
                        author(step.actor()),
                        event));
        plans.put(step.plan(), after);
        return after;
    }

    private static Author author(Actor actor) {
        return actor instanceof Actor.Professional professional
                ? new Author.Professional(professional.id(), professional.role(), "Anouk Meijer")
                : new Author.Resident();
    }
}
