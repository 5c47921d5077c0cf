package nl.voorelkaar.dossier.decision;

import static nl.voorelkaar.dossier.decision.Aanvraag.State.BESLOTEN;
import static nl.voorelkaar.dossier.decision.Aanvraag.State.BUITEN_BEHANDELING;
import static nl.voorelkaar.dossier.decision.Aanvraag.State.INGEDIEND;
import static nl.voorelkaar.dossier.decision.Aanvraag.State.INGETROKKEN;
import static nl.voorelkaar.dossier.decision.Aanvraag.State.IN_BEHANDELING;
import static nl.voorelkaar.dossier.decision.Aanvraag.State.KLAARGEZET;
import static nl.voorelkaar.dossier.decision.Aanvraag.State.ONVOLLEDIG;
import static nl.voorelkaar.dossier.decision.Aanvraag.State.ZIENSWIJZE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.DefaultNotice;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Penalty;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.deadline.Suspension;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;

/**
 * An application and where it stands (DOMAIN §2.3). Immutable; made of its steps only. Its verbs decide: they give the
 * event to record, or throw {@link StepRefused} with a {@link DecisionRefusal}.
 */
public final class Aanvraag {

    /** Of any text that somebody writes in it, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    /** How many days before the last one the warning comes. */
    public static final int WARNING_DAYS = 10;

    /** How many days before the last one the resident is reminded. */
    public static final int REMINDER_DAYS = 3;

    /** Where it stands. */
    public enum State {
        /** Prepared, filed by the clock unless the resident cancels it. Nothing is received yet. */
        KLAARGEZET,
        INGEDIEND,
        ONVOLLEDIG,
        IN_BEHANDELING,
        ZIENSWIJZE,
        BUITEN_BEHANDELING,
        BESLOTEN,
        INGETROKKEN;

        public boolean open() {
            return this != BUITEN_BEHANDELING && this != BESLOTEN && this != INGETROKKEN;
        }
    }

    /** What else is so, beside the state. */
    public enum Flag {
        /** Ten days or less are left. */
        DREIGT,
        TE_LAAT,
        /** Notice of default was given and is valid. */
        IN_GEBREKE,
        /** Each day costs money. */
        DWANGSOM
    }

    private final Case of;
    private final List<Step<AanvraagEvent>> steps;
    private final State state;

    private Aanvraag(Case of, List<Step<AanvraagEvent>> steps, State state) {
        this.of = of;
        this.steps = steps;
        this.state = state;
    }

    static Aanvraag of(Case of) {
        return new Aanvraag(of, List.of(), KLAARGEZET);
    }

    Aanvraag after(Step<AanvraagEvent> step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return new Aanvraag(of, Collections.unmodifiableList(all), next(step.event()));
    }

    private State next(AanvraagEvent event) {
        return switch (event) {
            case AanvraagEvent.Prepared ignored -> KLAARGEZET;
            case AanvraagEvent.Filed ignored -> INGEDIEND;
            case AanvraagEvent.FiledByClock ignored -> INGEDIEND;
            case AanvraagEvent.Cancelled ignored -> INGETROKKEN;
            case AanvraagEvent.Withdrawn ignored -> INGETROKKEN;
            case AanvraagEvent.AskedForMore ignored -> ONVOLLEDIG;
            case AanvraagEvent.Supplied ignored -> IN_BEHANDELING;
            case AanvraagEvent.FoundComplete ignored -> IN_BEHANDELING;
            case AanvraagEvent.IntendedToRefuse ignored -> ZIENSWIJZE;
            case AanvraagEvent.GaveView ignored -> IN_BEHANDELING;
            case AanvraagEvent.ViewLapsed ignored -> IN_BEHANDELING;
            case AanvraagEvent.Decided decided ->
                decided.result() == Result.BUITEN_BEHANDELING ? BUITEN_BEHANDELING : BESLOTEN;
            case AanvraagEvent.SupplyLapsed ignored -> state;
            case AanvraagEvent.DelayTold ignored -> state;
            case AanvraagEvent.Warned ignored -> state;
            case AanvraagEvent.Reminded ignored -> state;
            case AanvraagEvent.TermPassed ignored -> state;
            case AanvraagEvent.DefaultNoticeGiven ignored -> state;
            case AanvraagEvent.PenaltyBegan ignored -> state;
            case AanvraagEvent.PenaltyFixed ignored -> state;
        };
    }

    public ProcedureId id() {
        return of.id();
    }

    public State state() {
        return state;
    }

    /** In the resident's words. */
    public String what() {
        return beginning().what();
    }

    /** Who filed it in the resident's name; empty when the resident did. */
    public Optional<Author.Carer> through() {
        return steps.getFirst().by().carer();
    }

    public Law law() {
        return beginning().law();
    }

    public AanvraagEvent.Basis basis() {
        return beginning().basis();
    }

    public Optional<ProcedureId> onderzoek() {
        return beginning().onderzoek();
    }

    public Optional<ProcedureId> plan() {
        return beginning().plan();
    }

    private AanvraagEvent.Beginning beginning() {
        return (AanvraagEvent.Beginning) steps.getFirst().event();
    }

    /** When it reached the municipality; empty as long as it is only prepared. */
    public Optional<Instant> received() {
        return steps.stream()
                .filter(step -> step.event() instanceof AanvraagEvent.Filed
                        || step.event() instanceof AanvraagEvent.FiledByClock)
                .map(Step::at)
                .findFirst();
    }

    /** When the clock will file it; empty unless it was prepared. */
    public Optional<Instant> filesAt() {
        return beginning() instanceof AanvraagEvent.Prepared prepared
                ? Optional.of(prepared.filesAt())
                : Optional.empty();
    }

    /** What was asked for last, as long as it is missing. */
    public Optional<AanvraagEvent.AskedForMore> missing() {
        return state == ONVOLLEDIG
                ? last(AanvraagEvent.AskedForMore.class).map(step -> (AanvraagEvent.AskedForMore) step.event())
                : Optional.empty();
    }

    /** Whether the time to supply what is missing ran out. */
    public boolean supplyLapsed() {
        return state == ONVOLLEDIG
                && steps.stream().anyMatch(step -> step.event() instanceof AanvraagEvent.SupplyLapsed);
    }

    /** What the municipality means to do, as long as the resident may react. */
    public Optional<AanvraagEvent.IntendedToRefuse> intention() {
        return state == ZIENSWIJZE
                ? last(AanvraagEvent.IntendedToRefuse.class).map(step -> (AanvraagEvent.IntendedToRefuse) step.event())
                : Optional.empty();
    }

    /** The day on which the resident was told to get the decision, after the term (Awb 4:14). */
    public Optional<LocalDate> promised() {
        return last(AanvraagEvent.DelayTold.class).map(step -> ((AanvraagEvent.DelayTold) step.event()).by());
    }

    public Optional<AanvraagEvent.Decided> decided() {
        return last(AanvraagEvent.Decided.class).map(step -> (AanvraagEvent.Decided) step.event());
    }

    public Set<Flag> flags() {
        var flags = EnumSet.noneOf(Flag.class);
        for (var step : steps) {
            switch (step.event()) {
                case AanvraagEvent.Warned ignored -> flags.add(Flag.DREIGT);
                case AanvraagEvent.AskedForMore ignored -> flags.remove(Flag.DREIGT);
                case AanvraagEvent.TermPassed ignored -> {
                    flags.remove(Flag.DREIGT);
                    flags.add(Flag.TE_LAAT);
                }
                case AanvraagEvent.DefaultNoticeGiven ignored -> flags.add(Flag.IN_GEBREKE);
                case AanvraagEvent.PenaltyBegan ignored -> flags.add(Flag.DWANGSOM);
                default -> {}
            }
        }
        return flags;
    }

    /** Professionals who worked on it as the one who talks with the resident: they do not decide alone. */
    public Set<PartyId> ledByProfessionals() {
        return steps.stream()
                .map(Step::by)
                .filter(Author.Professional.class::isInstance)
                .map(Author.Professional.class::cast)
                .filter(by -> by.role() == Role.GSP)
                .map(Author.Professional::party)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the time to decide depends on; from the day that it will be filed as long as it is only prepared. */
    public Facts facts() {
        var from = received().or(this::filesAt).orElseThrow(() -> new IllegalStateException("nothing was received"));
        var facts = Facts.of(law().term(), CalendarDays.dayOf(from));
        for (var suspension : suspensions()) {
            facts = facts.suspended(suspension);
        }
        return facts;
    }

    private List<Suspension> suspensions() {
        var suspensions = new ArrayList<Suspension>();
        for (var step : steps) {
            var day = CalendarDays.dayOf(step.at());
            switch (step.event()) {
                case AanvraagEvent.AskedForMore ignored -> suspensions.add(Suspension.waiting(day));
                case AanvraagEvent.Supplied ignored -> resume(suspensions, day);
                // The clock takes this step at the end of the last day, which is the first moment of the next.
                case AanvraagEvent.SupplyLapsed ignored -> resume(suspensions, day.minusDays(1));
                default -> {}
            }
        }
        return suspensions;
    }

    private static void resume(List<Suspension> suspensions, LocalDate day) {
        if (!suspensions.isEmpty() && suspensions.getLast().until() == null) {
            suspensions.add(Suspension.asked(suspensions.removeLast().from(), day));
        }
    }

    /** The time to decide. */
    public Deadline term(Deadlines deadlines) {
        return deadlines.of(facts());
    }

    /** When the time to supply ran out unused: until when it can be left aside (Awb 4:5 lid 4). */
    public Optional<Deadline> notProcessedBy(Deadlines deadlines) {
        return supplyLapsed()
                ? missing().map(asked -> deadlines.of(Rule.NOT_PROCESSED, asked.until()))
                : Optional.empty();
    }

    /** What runs since a valid notice of default. */
    public Optional<Penalty> penalty(Deadlines deadlines) {
        return last(AanvraagEvent.DefaultNoticeGiven.class)
                .map(step -> deadlines.penalty(CalendarDays.dayOf(step.at())));
    }

    /** On which day there was a decision; the penalty ends there. */
    public Optional<LocalDate> decidedOn() {
        return last(AanvraagEvent.Decided.class).map(step -> CalendarDays.dayOf(step.at()));
    }

    public Optional<AanvraagEvent.PenaltyFixed> penaltyFixed() {
        return last(AanvraagEvent.PenaltyFixed.class).map(step -> (AanvraagEvent.PenaltyFixed) step.event());
    }

    private Optional<Step<AanvraagEvent>> last(Class<? extends AanvraagEvent> kind) {
        return steps.reversed().stream()
                .filter(step -> kind.isInstance(step.event()))
                .findFirst();
    }

    Optional<Step<AanvraagEvent>> lastStep() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /**
     * To begin with. Nothing about plan or inquiry stands in the way (Wmo 2.3.2 lid 9; a signature is never a
     * condition).
     */
    public static AanvraagEvent.Filed file(
            String what,
            Law law,
            AanvraagEvent.Basis basis,
            Optional<ProcedureId> onderzoek,
            Optional<ProcedureId> plan) {
        return new AanvraagEvent.Filed(text(what, KLAARGEZET), law, basis, onderzoek, plan);
    }

    /** To begin with, later. @param filesAt when the clock files it */
    public static AanvraagEvent.Prepared prepare(
            String what,
            Law law,
            AanvraagEvent.Basis basis,
            Optional<ProcedureId> onderzoek,
            Optional<ProcedureId> plan,
            Instant filesAt) {
        return new AanvraagEvent.Prepared(text(what, KLAARGEZET), law, basis, onderzoek, plan, filesAt);
    }

    public AanvraagEvent.Cancelled cancel(Author by) {
        requireResident(by);
        requireState(KLAARGEZET);
        return new AanvraagEvent.Cancelled();
    }

    /** Only ever the resident's own express act. */
    public AanvraagEvent.Withdrawn withdraw(Author by) {
        requireResident(by);
        if (state == KLAARGEZET || !state.open()) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
        return new AanvraagEvent.Withdrawn();
    }

    public AanvraagEvent.AskedForMore askForMore(Author by, String what, LocalDate until, Instant now) {
        requireHandler(by);
        requireState(INGEDIEND);
        requireAhead(until, now);
        return new AanvraagEvent.AskedForMore(text(what, state), until);
    }

    /** Also after the time for it, as long as there is no decision. */
    public AanvraagEvent.Supplied supply(Author by, String text) {
        requireResident(by);
        requireState(ONVOLLEDIG);
        return new AanvraagEvent.Supplied(text(text, state));
    }

    public AanvraagEvent.FoundComplete findComplete(Author by) {
        requireHandler(by);
        requireState(INGEDIEND);
        return new AanvraagEvent.FoundComplete();
    }

    public AanvraagEvent.IntendedToRefuse intendToRefuse(Author by, String why, LocalDate until, Instant now) {
        requireDecider(by);
        requireState(IN_BEHANDELING);
        requireAhead(until, now);
        return new AanvraagEvent.IntendedToRefuse(text(why, state), until);
    }

    public AanvraagEvent.GaveView giveView(Author by, String text) {
        requireResident(by);
        requireState(ZIENSWIJZE);
        return new AanvraagEvent.GaveView(text(text, state));
    }

    public AanvraagEvent.DelayTold tellDelay(Author by, LocalDate until, Instant now) {
        requireHandler(by);
        requireReceivedAndOpen();
        requireAhead(until, now);
        return new AanvraagEvent.DelayTold(until);
    }

    /**
     * Notice of default, valid from the day after the term (DOMAIN D27).
     *
     * @throws StepRefused {@link DecisionRefusal#NOT_LATE_YET} before that, or while the term stands still
     */
    public AanvraagEvent.DefaultNoticeGiven giveNotice(Author by, Deadlines deadlines, Instant now) {
        requireResident(by);
        requireReceivedAndOpen();
        if (last(AanvraagEvent.DefaultNoticeGiven.class).isPresent()) {
            throw DecisionRefusal.NOTICE_GIVEN.in(state);
        }
        if (!(deadlines.defaultNotice(term(deadlines), CalendarDays.dayOf(now)) instanceof DefaultNotice.Valid)) {
            throw DecisionRefusal.NOT_LATE_YET.in(state);
        }
        return new AanvraagEvent.DefaultNoticeGiven();
    }

    /** Fixes what is owed, once it grows no more (Awb 4:18). */
    public AanvraagEvent.PenaltyFixed fixPenalty(Author by, Deadlines deadlines, Instant now) {
        requireDecider(by);
        var penalty = penalty(deadlines)
                .filter(running -> penaltyFixed().isEmpty())
                .orElseThrow(() -> DecisionRefusal.NOT_NOW.in(state));
        var end = decidedOn()
                .or(() -> CalendarDays.dayOf(now).isAfter(penalty.lastDay())
                        ? Optional.of(penalty.lastDay().plusDays(1))
                        : Optional.empty())
                .orElseThrow(() -> DecisionRefusal.PENALTY_RUNS.in(state));
        return new AanvraagEvent.PenaltyFixed(penalty.daysBefore(end), penalty.due(end));
    }

    /** Whether a decision with this result can be made known now. @throws StepRefused when not */
    public void requireDecidable(Result result) {
        switch (state) {
            case IN_BEHANDELING -> {
                if (result == Result.BUITEN_BEHANDELING) {
                    throw DecisionRefusal.NOT_NOW.in(state);
                }
            }
            case ONVOLLEDIG -> {
                if (!supplyLapsed()) {
                    throw DecisionRefusal.STILL_TIME_TO_SUPPLY.in(state);
                }
                if (result != Result.BUITEN_BEHANDELING) {
                    throw DecisionRefusal.NOT_NOW.in(state);
                }
            }
            case ZIENSWIJZE -> throw DecisionRefusal.STILL_TIME_FOR_VIEW.in(state);
            case BESLOTEN, BUITEN_BEHANDELING -> throw DecisionRefusal.ALREADY_DECIDED.in(state);
            default -> throw DecisionRefusal.NOT_NOW.in(state);
        }
    }

    /** In the same turn as the decision is made known. */
    public AanvraagEvent.Decided decide(Author by, ProcedureId besluit, Result result) {
        requireDecider(by);
        requireDecidable(result);
        return new AanvraagEvent.Decided(besluit, result);
    }

    private void requireState(State only) {
        if (state != only) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
    }

    private void requireReceivedAndOpen() {
        if (state == KLAARGEZET || !state.open()) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
    }

    private void requireResident(Author by) {
        if (!(by instanceof Author.Resident)) {
            throw DecisionRefusal.ONLY_RESIDENT.in(state);
        }
    }

    private void requireHandler(Author by) {
        if (!(by instanceof Author.Professional handler) || handler.role() != Role.GSP && handler.role() != Role.BES) {
            throw DecisionRefusal.NOT_THIS_ROLE.in(state);
        }
    }

    private void requireDecider(Author by) {
        if (!(by instanceof Author.Professional decider) || decider.role() != Role.BES) {
            throw DecisionRefusal.ONLY_DECIDER.in(state);
        }
    }

    private void requireAhead(LocalDate day, Instant now) {
        if (!day.isAfter(CalendarDays.dayOf(now))) {
            throw DecisionRefusal.DAY_NOT_AHEAD.in(state);
        }
    }

    private static String text(String text, State state) {
        var bare = text.strip();
        if (bare.isEmpty()) {
            throw DecisionRefusal.EMPTY_TEXT.in(state);
        }
        if (bare.length() > LONGEST_TEXT) {
            throw DecisionRefusal.TEXT_TOO_LONG.in(state);
        }
        return bare;
    }

    @Override
    public String toString() {
        return "Aanvraag[" + of.id() + ", " + state + "]";
    }
}
