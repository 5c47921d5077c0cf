package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;

/**
 * Where one plan stands, and what may happen to it (DOMAIN §2.2). Every verb looks at the state, at who acts and at
 * what they saw; it answers with the event, or throws {@link StepRefused} or {@link ChangedMeanwhile}. Changes nothing
 * itself.
 */
public final class Ondersteuningsplan {

    public static final int LONGEST_TEXT = 4_000;
    public static final int LONGEST_GOAL = 500;
    public static final int LONGEST_TASK = 300;
    public static final int LONGEST_REASON = 4_000;
    static final int MOST_GOALS = 20;
    static final int MOST_TASKS = 100;

    private final Case of;
    private PlanState state = PlanState.CONCEPT;
    private PlanWay way = PlanWay.SAMEN;
    private Optional<PlanPhase> phase = Optional.empty();
    private Optional<ProcedureId> follows = Optional.empty();
    private Map<PlanPart, Written> parts = Map.of();
    private List<Goal> goals = List.of();
    private List<Version> versions = List.of();
    private Optional<Deadline> coolingOff = Optional.empty();
    private boolean early;
    private boolean reminded;
    private Optional<Apply> apply = Optional.empty();
    private Optional<ProcedureId> application = Optional.empty();
    private Optional<Step<PlanEvent>> disagreed = Optional.empty();
    private Optional<Step<PlanEvent>> withdrawn = Optional.empty();
    private boolean everFinal;
    private int steps;
    private int textStep;
    private Instant changedAt = Instant.EPOCH;

    Ondersteuningsplan(Case of) {
        this.of = of;
    }

    private Ondersteuningsplan(Ondersteuningsplan before) {
        this.of = before.of;
        this.state = before.state;
        this.way = before.way;
        this.phase = before.phase;
        this.follows = before.follows;
        this.parts = before.parts;
        this.goals = before.goals;
        this.versions = before.versions;
        this.coolingOff = before.coolingOff;
        this.early = before.early;
        this.reminded = before.reminded;
        this.apply = before.apply;
        this.application = before.application;
        this.disagreed = before.disagreed;
        this.withdrawn = before.withdrawn;
        this.everFinal = before.everFinal;
        this.steps = before.steps;
        this.textStep = before.textStep;
        this.changedAt = before.changedAt;
    }

    // What it is

    public ProcedureId id() {
        return of.id();
    }

    public Case of() {
        return of;
    }

    public PlanState state() {
        return state;
    }

    public PlanWay way() {
        return way;
    }

    /** Where the making is; empty for a way without phases. */
    public Optional<PlanPhase> phase() {
        return phase;
    }

    /** The plan of which this one copied its text. */
    public Optional<ProcedureId> follows() {
        return follows;
    }

    /** Never written: an empty text that builds on step 0. */
    public Written part(PlanPart part) {
        return parts.getOrDefault(part, new Written("", false, 0, new Author.Resident(), Instant.EPOCH));
    }

    /** In the order in which they came. */
    public List<Goal> goals() {
        return goals;
    }

    public Optional<Goal> goal(UUID id) {
        return goals.stream().filter(goal -> goal.id().equals(id)).findFirst();
    }

    public Optional<Task> task(UUID id) {
        return goals.stream()
                .flatMap(goal -> goal.tasks().stream())
                .filter(task -> task.id().equals(id))
                .findFirst();
    }

    /** Frozen versions, the first first. */
    public List<Version> versions() {
        return versions;
    }

    /** The version that is signed or can be; empty while the plan is being written. */
    public Optional<Version> version() {
        return versions.isEmpty() || versions.getLast().voided() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** The number that the next frozen version gets. */
    public int nextVersion() {
        return versions.size() + 1;
    }

    /** Until when the resident can come back on the signature; empty before the last signature. */
    public Optional<Deadline> coolingOff() {
        return coolingOff;
    }

    /** Whether the resident was told that the time to come back on the signature is nearly over. */
    boolean reminded() {
        return reminded;
    }

    /** Whether tasks may start: the plan is final, or the resident let it start early. */
    public boolean underWay() {
        return state == PlanState.DEFINITIEF
                || state == PlanState.IN_EVALUATIE
                || state == PlanState.IN_BEDENKTERMIJN && early;
    }

    public boolean startedEarly() {
        return early;
    }

    public Optional<Apply> apply() {
        return apply;
    }

    /** What was filed or prepared when the resident signed. */
    public Optional<ProcedureId> application() {
        return application;
    }

    public Optional<PlanEvent.Disagreed> disagreement() {
        return disagreed.map(step -> (PlanEvent.Disagreed) step.event());
    }

    /** When the resident came back on the signature. */
    public Optional<Step<PlanEvent>> withdrawal() {
        return withdrawn;
    }

    /** How many steps were taken. */
    public int steps() {
        return steps;
    }

    /** Number of the last step that changed what the plan says. */
    public int textStep() {
        return textStep;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Content content() {
        return new Content(
                parts.entrySet().stream()
                        .filter(part -> part.getValue().filled())
                        .map(part -> new Content.PartText(
                                part.getKey(),
                                part.getValue().text(),
                                part.getValue().notApplicable()))
                        .toList(),
                goals.stream()
                        .map(goal -> new Content.GoalText(
                                goal.id(),
                                goal.text().text(),
                                goal.tasks().stream()
                                        .map(task -> new Content.TaskText(
                                                task.id(), task.text().text(), task.owner(), task.who(), task.due()))
                                        .toList()))
                        .toList());
    }

    /** Items that are neither filled nor marked "n.v.t.", in order. */
    public List<PlanItem> missing() {
        return java.util.Arrays.stream(PlanItem.values())
                .filter(item ->
                        item.parts().stream().noneMatch(part -> part(part).filled()))
                .toList();
    }

    /** What happens now with this goal, and whose turn it is. */
    public NextStep next(Goal goal, LocalDate today) {
        var open = goal.tasks().stream().filter(task -> !task.done()).findFirst();
        if (goal.reached()) {
            return new NextStep(NextStep.Kind.REACHED, Optional.empty(), false);
        }
        if (state == PlanState.HERROEPEN || state == PlanState.AFGESLOTEN || state == PlanState.NIET_AKKOORD) {
            return new NextStep(NextStep.Kind.ENDED, Optional.empty(), false);
        }
        if (goal.tasks().isEmpty()) {
            return new NextStep(NextStep.Kind.NO_TASKS, Optional.empty(), false);
        }
        if (!underWay() && !(state == PlanState.BIJGESTELD)) {
            return new NextStep(NextStep.Kind.PLAN_FIRST, open, false);
        }
        return open.map(task -> new NextStep(
                        NextStep.Kind.TASK,
                        open,
                        task.due().filter(due -> due.isBefore(today)).isPresent()))
                .orElseGet(() -> new NextStep(NextStep.Kind.ALL_DONE, Optional.empty(), false));
    }

    // What may happen

    /** @param basedOn the step of this part that the writer saw; 0 for none */
    public PlanEvent write(Author by, PlanPart part, String text, boolean notApplicable, int basedOn) {
        writable(by);
        need(!part.ofResidentOnly() || by instanceof Author.Resident, PlanRefusal.RESIDENTS_OWN_WORDS);
        need(length(text) <= LONGEST_TEXT, PlanRefusal.TOO_LONG);
        unchanged(part(part), basedOn);
        return new PlanEvent.Wrote(part, notApplicable ? "" : text.strip(), notApplicable);
    }

    /**
     * Takes over what somebody of the household shows.
     *
     * @param textStep {@link #textStep} of the plan that the taker saw: nothing typed meanwhile is lost
     */
    public PlanEvent takeOver(Author by, Content household, int textStep) {
        writable(by);
        need(textStep == this.textStep, PlanRefusal.MOVED);
        need(!content().ofTheHousehold().equals(household.ofTheHousehold()), PlanRefusal.NOTHING_NEW);
        return new PlanEvent.TookOver(household.ofTheHousehold());
    }

    /** @param basedOn the step of this goal that the writer saw; 0 for a new one */
    public PlanEvent setGoal(Author by, UUID id, String text, int basedOn) {
        writable(by);
        need(!text.isBlank(), PlanRefusal.EMPTY);
        need(length(text) <= LONGEST_GOAL, PlanRefusal.TOO_LONG);
        var there = goal(id);
        need(there.isPresent() || basedOn == 0, PlanRefusal.NOT_THERE);
        need(there.isPresent() || goals.size() < MOST_GOALS, PlanRefusal.TOO_MANY);
        there.ifPresent(goal -> unchanged(goal.text(), basedOn));
        return new PlanEvent.GoalSet(id, text.strip());
    }

    public PlanEvent dropGoal(Author by, UUID id, int basedOn) {
        writable(by);
        unchanged(goal(id).orElseThrow(() -> refused(PlanRefusal.NOT_THERE)).text(), basedOn);
        return new PlanEvent.GoalDropped(id);
    }

    public PlanEvent setTask(
            Author by,
            UUID id,
            UUID goal,
            String text,
            TaskOwner owner,
            String who,
            Optional<LocalDate> due,
            int basedOn) {
        writable(by);
        need(!text.isBlank(), PlanRefusal.EMPTY);
        need(length(text) <= LONGEST_TASK && length(who) <= LONGEST_TASK, PlanRefusal.TOO_LONG);
        need(goal(goal).isPresent(), PlanRefusal.NOT_THERE);
        var there = task(id);
        need(there.isPresent() || basedOn == 0, PlanRefusal.NOT_THERE);
        need(
                there.isPresent()
                        || goals.stream()
                                        .mapToInt(every -> every.tasks().size())
                                        .sum()
                                < MOST_TASKS,
                PlanRefusal.TOO_MANY);
        there.ifPresent(task -> unchanged(task.text(), basedOn));
        return new PlanEvent.TaskSet(id, goal, text.strip(), owner, who.strip(), due);
    }

    public PlanEvent dropTask(Author by, UUID id, int basedOn) {
        writable(by);
        unchanged(task(id).orElseThrow(() -> refused(PlanRefusal.NOT_THERE)).text(), basedOn);
        return new PlanEvent.TaskDropped(id);
    }

    /** Done, or not after all. Nothing is done before the plan is under way. */
    public PlanEvent markTask(Author by, UUID id, boolean done) {
        partner(by);
        need(task(id).isPresent(), PlanRefusal.NOT_THERE);
        need(underWay() || state == PlanState.BIJGESTELD, PlanRefusal.NOT_STARTED);
        return new PlanEvent.TaskMarked(id, done);
    }

    public PlanEvent markGoal(Author by, UUID id, boolean reached) {
        partner(by);
        need(goal(id).isPresent(), PlanRefusal.NOT_THERE);
        need(underWay() || state == PlanState.BIJGESTELD, PlanRefusal.NOT_STARTED);
        return new PlanEvent.GoalMarked(id, reached);
    }

    /** The next phase; the family decides when it is ready. */
    public PlanEvent reachPhase(Author by, PlanPhase to) {
        partner(by);
        need(state.writable(), PlanRefusal.NOT_WRITABLE);
        var phases = PlanPhase.of(way);
        var now = phase.map(phases::indexOf).orElse(-1);
        need(phases.indexOf(to) == now + 1, PlanRefusal.WRONG_PHASE);
        need(
                by instanceof Author.Resident
                        || phase.filter(PlanPhase.BESLOTEN_TIJD::equals).isEmpty(),
                PlanRefusal.ONLY_THE_RESIDENT);
        return new PlanEvent.PhaseReached(to);
    }

    /**
     * @param printed fingerprint of what was printed
     * @param textStep {@link #textStep} of what was printed
     */
    public PlanEvent freeze(Author by, PaperId paper, Fingerprint printed, int textStep) {
        leads(by);
        need(state.writable(), PlanRefusal.NOT_WRITABLE);
        need(phase.filter(now -> now != PlanPhase.PRESENTATIE).isEmpty(), PlanRefusal.WRONG_PHASE);
        need(missing().isEmpty(), PlanRefusal.INCOMPLETE);
        need(textStep == this.textStep, PlanRefusal.MOVED);
        return new PlanEvent.Frozen(nextVersion(), paper.value(), printed.sha256(), printed.length());
    }

    /** To change what was frozen: signatures so far count no more. */
    public PlanEvent reopen(Author by) {
        need(by instanceof Author.Resident || of.isLedBy(by), PlanRefusal.ROLE_MAY_NOT);
        need(state.waitsForSignatures(), PlanRefusal.NOT_FROZEN);
        return new PlanEvent.Reopened();
    }

    /** Whether this person could sign this version now. To be asked before anything is sealed. */
    public Version mayBeSigned(Author by, Signer as, Login login, String sha256, Optional<Apply> chosen, Instant now) {
        need(as == Signer.RESIDENT == by instanceof Author.Resident, PlanRefusal.NOT_YOUR_SIGNATURE);
        if (by instanceof Author.Professional) {
            leads(by);
        }
        var version = toBeSigned(as, sha256);
        need(
                version.signatures().stream().noneMatch(signature -> !signature.ink() && same(signature.by(), by)),
                PlanRefusal.ALREADY_SIGNED);
        need(login.recent(now), PlanRefusal.SIGN_IN_AGAIN);
        need(as != Signer.RESIDENT || chosen.isPresent() || application.isPresent(), PlanRefusal.CHOOSE_APPLICATION);
        return version;
    }

    /**
     * @param onto the file that was sealed: must still be the newest
     * @param sealed the file with the seal
     */
    PlanEvent sign(
            Author by,
            Signer as,
            Login login,
            String sha256,
            PaperId onto,
            PaperId sealed,
            Sealing sealing,
            Optional<Apply> chosen,
            Optional<ProcedureId> filed,
            Instant now,
            Deadlines deadlines) {
        var version = mayBeSigned(by, as, login, sha256, chosen, now);
        // Not asked before: that a carer tries is for the log of the resident, and what is asked before is not in it.
        need(by.carer().isEmpty(), PlanRefusal.NOT_YOUR_SIGNATURE);
        need(version.paper().equals(onto), PlanRefusal.MOVED);
        return new PlanEvent.Signed(
                version.number(),
                sha256,
                as,
                sealed.value(),
                sealing.at(),
                sealing.evidence(),
                sealing.evidenceSha256(),
                chosen,
                filed.map(ProcedureId::value),
                lastOf(version, as) ? Optional.of(coolingOffFrom(now, deadlines)) : Optional.empty());
    }

    /** What the seal brought. */
    record Sealing(Instant at, String evidence, String evidenceSha256) {

        @Override
        public String toString() {
            return "Sealing";
        }
    }

    /** The resident signed the printed version with ink; a colleague keeps the scan. */
    public PlanEvent signInInk(
            Author by,
            String sha256,
            PaperId scan,
            LocalDate signedOn,
            Optional<Apply> chosen,
            Instant now,
            Deadlines deadlines) {
        need(
                of.isLedBy(by) || by instanceof Author.Professional professional && professional.role() == Role.KCC,
                PlanRefusal.ROLE_MAY_NOT);
        var version = toBeSigned(Signer.RESIDENT, sha256);
        need(!signedOn.isAfter(CalendarDays.dayOf(now)), PlanRefusal.DAY_IN_FUTURE);
        return new PlanEvent.SignedInInk(
                version.number(),
                sha256,
                scan.value(),
                signedOn,
                chosen,
                lastOf(version, Signer.RESIDENT) ? Optional.of(coolingOffFrom(now, deadlines)) : Optional.empty());
    }

    private Version toBeSigned(Signer as, String sha256) {
        need(!versions.isEmpty(), PlanRefusal.NOT_FROZEN);
        var version = versions.getLast();
        need(!version.voided() && version.fingerprint().sha256().equals(sha256), PlanRefusal.STALE_VERSION);
        need(version.signature(as).isEmpty(), PlanRefusal.ALREADY_SIGNED);
        need(state.waitsForSignatures(), PlanRefusal.NOT_FROZEN);
        return version;
    }

    private static boolean lastOf(Version version, Signer as) {
        return version.signatures().stream().anyMatch(signature -> signature.as() != as);
    }

    /** By today's policy: a later change of it, or another on the other face, changes no term that runs. */
    private static String coolingOffFrom(Instant now, Deadlines deadlines) {
        return Facts.of(Rule.COOLING_OFF, CalendarDays.dayOf(now))
                .under(deadlines.policy())
                .text();
    }

    public PlanEvent disagree(Author by, boolean onlySeen, String reason) {
        resident(by);
        need(state.waitsForSignatures(), PlanRefusal.NOT_FROZEN);
        need(version().flatMap(version -> version.signature(Signer.RESIDENT)).isEmpty(), PlanRefusal.ALREADY_SIGNED);
        need(length(reason) <= LONGEST_REASON, PlanRefusal.TOO_LONG);
        return new PlanEvent.Disagreed(onlySeen, reason.strip());
    }

    /** The resident lets the plan start before the time to come back is over. That time stays. */
    public PlanEvent startEarly(Author by) {
        resident(by);
        need(state == PlanState.IN_BEDENKTERMIJN && !early, PlanRefusal.NOT_COOLING_OFF);
        return new PlanEvent.StartedEarly();
    }

    /**
     * The resident comes back on the signature. No reason, until 24:00 of the last day.
     *
     * @param application whether a running application should stop too; asked apart
     */
    public PlanEvent withdraw(Author by, boolean application, Instant now) {
        resident(by);
        need(state != PlanState.DEFINITIEF, PlanRefusal.TOO_LATE_TO_WITHDRAW);
        need(state == PlanState.IN_BEDENKTERMIJN, PlanRefusal.NOTHING_TO_WITHDRAW);
        return new PlanEvent.Withdrawn(Channel.PORTAL, CalendarDays.dayOf(now), application);
    }

    /**
     * The same, told by phone, letter or at the desk, and written down by a colleague. What was told in time counts,
     * also when it is written down later.
     *
     * @param day on which the resident told it
     */
    public PlanEvent withdrawFor(Author by, Channel channel, LocalDate day, Instant now) {
        need(
                by instanceof Author.Professional professional
                        && (professional.role() == Role.GSP
                                || professional.role() == Role.CM
                                || professional.role() == Role.KCC),
                PlanRefusal.ROLE_MAY_NOT);
        need(channel != Channel.PORTAL, PlanRefusal.ONLY_THE_RESIDENT);
        need(state == PlanState.IN_BEDENKTERMIJN || state == PlanState.DEFINITIEF, PlanRefusal.NOTHING_TO_WITHDRAW);
        need(!day.isAfter(CalendarDays.dayOf(now)), PlanRefusal.DAY_IN_FUTURE);
        need(coolingOff.filter(term -> !day.isAfter(term.lastDay())).isPresent(), PlanRefusal.TOO_LATE_TO_WITHDRAW);
        return new PlanEvent.Withdrawn(channel, day, false);
    }

    public PlanEvent evaluate(Author by) {
        evaluator(by);
        need(state == PlanState.DEFINITIEF, PlanRefusal.NOT_FINAL);
        return new PlanEvent.EvaluationBegun();
    }

    public PlanEvent adjust(Author by) {
        evaluator(by);
        need(state == PlanState.IN_EVALUATIE, PlanRefusal.NOT_IN_EVALUATION);
        return new PlanEvent.Adjusted();
    }

    public PlanEvent close(Author by, String reason) {
        evaluator(by);
        need(state == PlanState.IN_EVALUATIE, PlanRefusal.NOT_IN_EVALUATION);
        need(length(reason) <= LONGEST_REASON, PlanRefusal.TOO_LONG);
        return new PlanEvent.Closed(reason.strip());
    }

    // What happened

    Ondersteuningsplan after(Step<PlanEvent> step, Deadlines deadlines) {
        var after = new Ondersteuningsplan(this);
        after.steps = step.number();
        after.changedAt = step.at();
        after.happened(step, deadlines);
        return after;
    }

    private void happened(Step<PlanEvent> step, Deadlines deadlines) {
        switch (step.event()) {
            case PlanEvent.Started started -> begin(started, step);
            case PlanEvent.TookOver took -> takeOver(took, step);
            case PlanEvent.Wrote wrote -> {
                var next = new EnumMap<PlanPart, Written>(PlanPart.class);
                next.putAll(parts);
                next.put(
                        wrote.part(),
                        new Written(wrote.text(), wrote.notApplicable(), step.number(), step.by(), step.at()));
                parts = Collections.unmodifiableMap(next);
                textStep = step.number();
            }
            case PlanEvent.GoalSet set -> {
                var text = new Written(set.text(), false, step.number(), step.by(), step.at());
                if (goal(set.goal()).isPresent()) {
                    changeGoal(set.goal(), goal -> new Goal(goal.id(), text, goal.reached(), goal.tasks()));
                } else {
                    goals = plus(goals, new Goal(set.goal(), text, false, List.of()));
                }
                textStep = step.number();
            }
            case PlanEvent.GoalDropped dropped -> {
                goals = goals.stream()
                        .filter(goal -> !goal.id().equals(dropped.goal()))
                        .toList();
                textStep = step.number();
            }
            case PlanEvent.GoalMarked marked ->
                changeGoal(marked.goal(), goal -> new Goal(goal.id(), goal.text(), marked.reached(), goal.tasks()));
            case PlanEvent.TaskSet set -> {
                place(set, new Written(set.text(), false, step.number(), step.by(), step.at()), step.number());
                textStep = step.number();
            }
            case PlanEvent.TaskDropped dropped -> {
                removeTask(dropped.task());
                textStep = step.number();
            }
            case PlanEvent.TaskMarked marked ->
                changeTask(
                        marked.task(),
                        task -> new Task(
                                task.id(),
                                task.text(),
                                task.owner(),
                                task.who(),
                                task.due(),
                                marked.done(),
                                task.added()));
            case PlanEvent.PhaseReached reached -> phase = Optional.of(reached.phase());
            case PlanEvent.Frozen frozen -> {
                versions = plus(
                        versions,
                        new Version(
                                frozen.version(),
                                content(),
                                new PaperId(frozen.paper()),
                                new Fingerprint(frozen.sha256(), frozen.length()),
                                step.at(),
                                step.by(),
                                List.of(),
                                false));
                state = PlanState.TER_ONDERTEKENING;
            }
            case PlanEvent.Reopened ignored -> {
                changeVersion(version -> new Version(
                        version.number(),
                        version.content(),
                        version.frozen(),
                        version.fingerprint(),
                        version.at(),
                        version.by(),
                        version.signatures(),
                        true));
                state = everFinal ? PlanState.BIJGESTELD : PlanState.CONCEPT;
            }
            case PlanEvent.Signed signed -> {
                signed(
                        new Signature(
                                signed.as(),
                                step.by(),
                                step.at(),
                                false,
                                new PaperId(signed.paper()),
                                signed.evidence(),
                                Optional.of(signed.evidenceSha256())),
                        signed.coolingOff(),
                        deadlines);
                apply = signed.apply().or(() -> apply);
                application = signed.application().map(ProcedureId::new).or(() -> application);
            }
            case PlanEvent.SignedInInk ink -> {
                signed(
                        new Signature(
                                Signer.RESIDENT,
                                step.by(),
                                step.at(),
                                true,
                                new PaperId(ink.scan()),
                                "",
                                Optional.empty()),
                        ink.coolingOff(),
                        deadlines);
                apply = ink.apply().or(() -> apply);
            }
            case PlanEvent.Disagreed ignored -> {
                disagreed = Optional.of(step);
                state = PlanState.NIET_AKKOORD;
            }
            case PlanEvent.StartedEarly ignored -> early = true;
            case PlanEvent.Withdrawn ignored -> {
                withdrawn = Optional.of(step);
                state = PlanState.HERROEPEN;
            }
            case PlanEvent.SettlesSoon ignored -> reminded = true;
            case PlanEvent.Settled ignored -> {
                state = PlanState.DEFINITIEF;
                everFinal = true;
                early = false;
            }
            case PlanEvent.EvaluationBegun ignored -> state = PlanState.IN_EVALUATIE;
            case PlanEvent.Adjusted ignored -> {
                state = PlanState.BIJGESTELD;
                coolingOff = Optional.empty();
            }
            case PlanEvent.Closed ignored -> state = PlanState.AFGESLOTEN;
        }
    }

    private void begin(PlanEvent.Started started, Step<PlanEvent> step) {
        way = started.way();
        phase = PlanPhase.of(way).stream().findFirst();
        follows = started.follows().map(ProcedureId::new);
        copy(started.content(), step);
    }

    /** Replaces the whole text; what was reached or done stays so. */
    private void copy(Content content, Step<PlanEvent> step) {
        var copied = new EnumMap<PlanPart, Written>(PlanPart.class);
        content.parts()
                .forEach(part -> copied.put(
                        part.part(),
                        new Written(part.text(), part.notApplicable(), step.number(), step.by(), step.at())));
        parts = Collections.unmodifiableMap(copied);
        goals = content.goals().stream()
                .map(goal -> new Goal(
                        goal.id(),
                        new Written(goal.text(), false, step.number(), step.by(), step.at()),
                        goal(goal.id()).map(Goal::reached).orElse(false),
                        goal.tasks().stream()
                                .map(task -> new Task(
                                        task.id(),
                                        new Written(task.text(), false, step.number(), step.by(), step.at()),
                                        task.owner(),
                                        task.who(),
                                        task.due(),
                                        task(task.id()).map(Task::done).orElse(false),
                                        step.number()))
                                .toList()))
                .toList();
        textStep = step.number();
    }

    private void takeOver(PlanEvent.TookOver took, Step<PlanEvent> step) {
        var words = Optional.ofNullable(parts.get(PlanPart.WOORDEN));
        copy(took.content(), step);
        words.ifPresent(own -> {
            var kept = new EnumMap<PlanPart, Written>(PlanPart.class);
            kept.putAll(parts);
            kept.put(PlanPart.WOORDEN, own);
            parts = Collections.unmodifiableMap(kept);
        });
    }

    private void signed(Signature signature, Optional<String> facts, Deadlines deadlines) {
        changeVersion(version -> new Version(
                version.number(),
                version.content(),
                version.frozen(),
                version.fingerprint(),
                version.at(),
                version.by(),
                plus(version.signatures(), signature),
                version.voided()));
        coolingOff = facts.map(Facts::read).map(deadlines::of);
        reminded = false;
        state = coolingOff.isPresent() ? PlanState.IN_BEDENKTERMIJN : PlanState.DEELS_ONDERTEKEND;
    }

    private void place(PlanEvent.TaskSet set, Written text, int number) {
        var before = task(set.task());
        var task = new Task(
                set.task(),
                text,
                set.owner(),
                set.who(),
                set.due(),
                before.map(Task::done).orElse(false),
                before.map(Task::added).orElse(number));
        removeTask(set.task());
        changeGoal(set.goal(), goal -> new Goal(goal.id(), goal.text(), goal.reached(), plus(goal.tasks(), task)));
    }

    private void removeTask(UUID id) {
        goals = goals.stream()
                .map(goal -> new Goal(
                        goal.id(),
                        goal.text(),
                        goal.reached(),
                        goal.tasks().stream()
                                .filter(task -> !task.id().equals(id))
                                .toList()))
                .toList();
    }

    private void changeGoal(UUID id, UnaryOperator<Goal> change) {
        goals = goals.stream()
                .map(goal -> goal.id().equals(id) ? change.apply(goal) : goal)
                .toList();
    }

    private void changeTask(UUID id, UnaryOperator<Task> change) {
        goals = goals.stream()
                .map(goal -> new Goal(
                        goal.id(),
                        goal.text(),
                        goal.reached(),
                        goal.tasks().stream()
                                .map(task -> task.id().equals(id) ? change.apply(task) : task)
                                .toList()))
                .toList();
    }

    private void changeVersion(UnaryOperator<Version> change) {
        var next = new ArrayList<>(versions);
        next.set(next.size() - 1, change.apply(next.getLast()));
        versions = List.copyOf(next);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var next = new ArrayList<>(list);
        next.add(one);
        return List.copyOf(next);
    }

    // Who may

    private void writable(Author by) {
        partner(by);
        need(state.writable(), PlanRefusal.NOT_WRITABLE);
        need(
                by instanceof Author.Resident
                        || phase.filter(PlanPhase.BESLOTEN_TIJD::equals).isEmpty(),
                PlanRefusal.FAMILY_AMONG_ITSELF);
    }

    /** Who makes the plan: the resident with gespreksvoerder or casemanager. */
    private void partner(Author by) {
        need(
                by instanceof Author.Resident
                        || by instanceof Author.Professional professional
                                && (professional.role() == Role.GSP || professional.role() == Role.CM),
                PlanRefusal.ROLE_MAY_NOT);
    }

    private void leads(Author by) {
        need(of.isLedBy(by), PlanRefusal.ROLE_MAY_NOT);
    }

    /** The resident or the casemanager, also a gespreksvoerder who is that (a plan needs one single contact). */
    private void evaluator(Author by) {
        partner(by);
    }

    /** In person: what a carer does here, they make ready (DOMAIN §2.2). */
    private void resident(Author by) {
        need(by instanceof Author.Resident && by.carer().isEmpty(), PlanRefusal.ONLY_THE_RESIDENT);
    }

    private static boolean same(Author one, Author other) {
        return one instanceof Author.Resident && other instanceof Author.Resident
                || one instanceof Author.Professional first
                        && other instanceof Author.Professional second
                        && first.party().equals(second.party());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void unchanged(Written now, int basedOn) {
        if (now.step() != basedOn) {
            throw new ChangedMeanwhile(now);
        }
    }

    private void need(boolean fine, PlanRefusal otherwise) {
        if (!fine) {
            throw refused(otherwise);
        }
    }

    private StepRefused refused(PlanRefusal why) {
        return new StepRefused(why, state.name());
    }

    @Override
    public String toString() {
        return "Ondersteuningsplan[" + of.id() + " " + state + "]";
    }
}
