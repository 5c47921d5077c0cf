package nl.voorelkaar.dossier.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Ground;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Judgement;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.NoHearing;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Side;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Length;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.decision.Sendings;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.History;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.dossier.procedure.TypedText;

/**
 * A complaint and where it stands (DOMAIN §2.8). Immutable; made of its steps only. Its verbs decide: they give the
 * event to record, or throw {@link StepRefused} with a {@link ComplaintRefusal}.
 */
public final class Klacht {

    /** In characters, of each text. */
    public static final int LONGEST_TEXT = 20_000;

    public enum State {
        INGEDIEND,
        BEVESTIGD,
        INFORMEEL,
        HOREN,
        ADVIES,
        OPGELOST,
        NIET_IN_BEHANDELING,
        DOORGESTUURD,
        INGETROKKEN,
        AFGEDAAN;

        public boolean open() {
            return ordinal() < OPGELOST.ordinal();
        }
    }

    private final Case of;
    private final Deadlines deadlines;
    private final History<ComplaintEvent> history;
    private final State state;
    private final Sendings sendings;

    private Klacht(Case of, Deadlines deadlines, History<ComplaintEvent> history, State state, Sendings sendings) {
        this.of = of;
        this.deadlines = deadlines;
        this.history = history;
        this.state = state;
        this.sendings = sendings;
    }

    static Klacht of(Case of, Deadlines deadlines) {
        return new Klacht(of, deadlines, new History<>(List.of()), State.INGEDIEND, Sendings.NONE);
    }

    Klacht after(Step<ComplaintEvent> step) {
        return new Klacht(of, deadlines, history.with(step), next(step.event()), sendings(step));
    }

    private Sendings sendings(Step<ComplaintEvent> step) {
        return switch (step.event()) {
            case ComplaintEvent.Readied readied -> sendings.ready(readied.letter(), step.at());
            case ComplaintEvent.Sent sent -> sendings.sent(sent.sending(), sent.reference(), step.at());
            case ComplaintEvent.SendingFailed failed -> sendings.failed(failed.sending(), failed.why(), step.at());
            case ComplaintEvent.CopiedToCarer ignored -> sendings.copied(step.at());
            default -> sendings;
        };
    }

    private State next(ComplaintEvent event) {
        return switch (event) {
            case ComplaintEvent.Filed _ -> State.INGEDIEND;
            case ComplaintEvent.Confirmed _, ComplaintEvent.NotSatisfied _ -> State.BEVESTIGD;
            case ComplaintEvent.InformalBegun _ -> State.INFORMEEL;
            case ComplaintEvent.Satisfied _ -> State.OPGELOST;
            case ComplaintEvent.LeftAside _ -> State.NIET_IN_BEHANDELING;
            case ComplaintEvent.Forwarded _ -> State.DOORGESTUURD;
            case ComplaintEvent.HearingPlanned _, ComplaintEvent.HearingWaived _ -> State.HOREN;
            case ComplaintEvent.Advised _ -> State.ADVIES;
            case ComplaintEvent.Withdrawn _ -> State.INGETROKKEN;
            case ComplaintEvent.Settled _ -> State.AFGEDAAN;
            case ComplaintEvent.Added _,
                    ComplaintEvent.AccusedFound _,
                    ComplaintEvent.AccusedTold _,
                    ComplaintEvent.SolutionProposed _,
                    ComplaintEvent.Heard _,
                    ComplaintEvent.AccusedDeclined _,
                    ComplaintEvent.AdviserAppointed _,
                    ComplaintEvent.Extended _,
                    ComplaintEvent.DelayAsked _,
                    ComplaintEvent.DelayAgreed _,
                    ComplaintEvent.DelayDeclined _,
                    ComplaintEvent.TermPassed _,
                    ComplaintEvent.Readied _,
                    ComplaintEvent.Sent _,
                    ComplaintEvent.SendingFailed _,
                    ComplaintEvent.CopiedToCarer _,
                    ComplaintEvent.Opened _ -> state;
        };
    }

    public ProcedureId id() {
        return of.id();
    }

    public State state() {
        return state;
    }

    public List<Step<ComplaintEvent>> steps() {
        return history.steps();
    }

    public ComplaintEvent.Filed filed() {
        return (ComplaintEvent.Filed) steps().getFirst().event();
    }

    /** Who filed it in the resident's name; empty when the resident did. */
    public Optional<Author.Carer> through() {
        return steps().getFirst().by().carer();
    }

    public Instant filedAt() {
        return steps().getFirst().at();
    }

    /** Whom it is about by name; empty for the municipality as a whole. */
    public Optional<String> accusedName() {
        return history.last(ComplaintEvent.AccusedFound.class)
                .map(ComplaintEvent.AccusedFound::name)
                .or(() -> filed().about().name());
    }

    /** Who may not handle it. More than one when it turned out to be about somebody else than was thought. */
    public Set<PartyId> accused() {
        var accused = new HashSet<PartyId>();
        for (var step : steps()) {
            switch (step.event()) {
                case ComplaintEvent.Filed filed ->
                    filed.about().party().map(PartyId::new).ifPresent(accused::add);
                case ComplaintEvent.AccusedFound found -> accused.add(new PartyId(found.party()));
                default -> {}
            }
        }
        return Set.copyOf(accused);
    }

    /** Whether there is one person who has to get a copy and the chance to be heard. */
    public boolean hasAccused() {
        return filed().about().whom() == Whom.PERSON || !accused().isEmpty();
    }

    /** What the resident told later. */
    public List<Step<ComplaintEvent>> additions() {
        return steps().stream()
                .filter(step -> step.event() instanceof ComplaintEvent.Added)
                .toList();
    }

    public Optional<ComplaintEvent.AccusedTold> told() {
        return history.last(ComplaintEvent.AccusedTold.class);
    }

    public Optional<ComplaintEvent.InformalBegun> informal() {
        return history.last(ComplaintEvent.InformalBegun.class);
    }

    /** What is proposed now, while it is tried together. */
    public Optional<String> proposal() {
        if (state != State.INFORMEEL) {
            return Optional.empty();
        }
        return steps().reversed().stream()
                .takeWhile(step -> !(step.event() instanceof ComplaintEvent.InformalBegun))
                .filter(step -> step.event() instanceof ComplaintEvent.SolutionProposed)
                .map(step -> ((ComplaintEvent.SolutionProposed) step.event()).what())
                .findFirst();
    }

    public Optional<ComplaintEvent.HearingPlanned> hearing() {
        return history.last(ComplaintEvent.HearingPlanned.class);
    }

    public Optional<ComplaintEvent.HearingWaived> waived() {
        return history.last(ComplaintEvent.HearingWaived.class);
    }

    public Optional<ComplaintEvent.Heard> heard(Side side) {
        return history.all(ComplaintEvent.Heard.class).stream()
                .filter(heard -> heard.side() == side)
                .findFirst();
    }

    public boolean accusedDeclined() {
        return history.last(ComplaintEvent.AccusedDeclined.class).isPresent();
    }

    public Optional<ComplaintEvent.AdviserAppointed> adviser() {
        return history.last(ComplaintEvent.AdviserAppointed.class);
    }

    public Optional<ComplaintEvent.Advised> advice() {
        return history.last(ComplaintEvent.Advised.class);
    }

    public Optional<ComplaintEvent.LeftAside> leftAside() {
        return history.last(ComplaintEvent.LeftAside.class);
    }

    public Optional<ComplaintEvent.Forwarded> forwarded() {
        return history.last(ComplaintEvent.Forwarded.class);
    }

    public Optional<ComplaintEvent.Settled> settlement() {
        return history.last(ComplaintEvent.Settled.class);
    }

    public Optional<ComplaintEvent.Extended> extension() {
        return history.last(ComplaintEvent.Extended.class);
    }

    /** What the resident was asked and did not answer: whether it may take longer. */
    public Optional<ComplaintEvent.DelayAsked> delayAsked() {
        return steps().reversed().stream()
                .map(Step::event)
                .takeWhile(event ->
                        !(event instanceof ComplaintEvent.DelayAgreed || event instanceof ComplaintEvent.DelayDeclined))
                .filter(ComplaintEvent.DelayAsked.class::isInstance)
                .map(ComplaintEvent.DelayAsked.class::cast)
                .findFirst();
    }

    /** The letter with an outcome that did not leave yet. */
    public Optional<ComplaintEvent.Readied> readied() {
        return sendings.waiting().flatMap(waiting -> history.last(ComplaintEvent.Readied.class));
    }

    /** Who settled it, as they were called then; the name under the letter. */
    public Optional<Author.Professional> settler() {
        return history.lastStep(ComplaintEvent.Settled.class)
                .map(Step::by)
                .filter(Author.Professional.class::isInstance)
                .map(Author.Professional.class::cast);
    }

    /** The delivery ledger. */
    public Sendings sendings() {
        return sendings;
    }

    /** The first time that the resident opened the outcome. */
    public Optional<Instant> openedAt() {
        return history.lastStep(ComplaintEvent.Opened.class).map(Step::at);
    }

    /** Lines that were on the envelope the last time. */
    public List<String> address() {
        return history.last(ComplaintEvent.Readied.class)
                .map(readied -> readied.letter().address())
                .orElse(List.of());
    }

    /** Until when the ombudsman can be asked (Awb 9:24); empty before the outcome was sent. */
    public Optional<Deadline> ombudsmanUntil() {
        return sendings.facts(Rule.OMBUDSMAN).map(deadlines::of);
    }

    /** What the letter will say about it when it leaves at this moment. */
    public Deadline ombudsmanUntil(Instant leaves) {
        return deadlines.of(sendings.facts(Rule.OMBUDSMAN, Sending.Channel.BRIEF, leaves));
    }

    /** The day on which it reached the municipality. */
    public LocalDate receivedOn() {
        return filed().arrived().map(ComplaintEvent.Arrived::received).orElseGet(() -> CalendarDays.dayOf(filedAt()));
    }

    /** Whether a term passed while it was open. */
    public boolean overdue() {
        return history.last(ComplaintEvent.TermPassed.class).isPresent();
    }

    /** By when it is settled (Awb 9:11). */
    public Deadline term() {
        var facts = Facts.of(Rule.COMPLAINT, receivedOn());
        if (adviser().isPresent()) {
            facts = facts.withAdvice();
        }
        var extended = extension();
        if (extended.isPresent()) {
            facts = facts.extendedBy(Length.weeks(extended.get().weeks()));
        }
        var agreed = history.last(ComplaintEvent.DelayAgreed.class);
        if (agreed.isPresent()) {
            facts = facts.agreedUntil(agreed.get().until());
        }
        return deadlines.of(facts);
    }

    /** Until when can be told that it is not dealt with (Awb 9:8 lid 3). */
    public Deadline refusalTerm() {
        return deadlines.of(Rule.COMPLAINT_REFUSED, receivedOn());
    }

    /** What the resident fills in. Only what happened is needed. */
    public record Filing(ComplaintEvent.About about, String what, String when, String wish) {

        @Override
        public String toString() {
            return "Filing[redacted]";
        }
    }

    public static ComplaintEvent.Filed file(Author by, Filing filing) {
        if (!(by instanceof Author.Resident)) {
            throw ComplaintRefusal.ONLY_RESIDENT.in(State.INGEDIEND);
        }
        return filed(filing, Optional.empty());
    }

    /**
     * Takes in what was told, or came by letter or mail. Also by whom it turns out to be about: it is taken in all the
     * same, and that person does not handle it.
     */
    public static ComplaintEvent.Filed register(Author by, Filing filing, ComplaintEvent.Arrived arrived, Instant now) {
        if (!(by instanceof Author.Professional professional) || professional.role() != Role.KLB) {
            throw ComplaintRefusal.ONLY_HANDLER.in(State.INGEDIEND);
        }
        if (arrived.received().isAfter(CalendarDays.dayOf(now))) {
            throw ComplaintRefusal.CAME_IN_THE_FUTURE.in(State.INGEDIEND);
        }
        return filed(filing, Optional.of(arrived));
    }

    private static ComplaintEvent.Filed filed(Filing filing, Optional<ComplaintEvent.Arrived> arrived) {
        var about = filing.about();
        if (about.whom() == Whom.PERSON
                && about.party().isEmpty()
                && about.name().isEmpty()) {
            throw ComplaintRefusal.EMPTY_TEXT.in(State.INGEDIEND);
        }
        return new ComplaintEvent.Filed(
                new ComplaintEvent.About(
                        about.whom(), about.party(), about.name().flatMap(name -> optional(name, State.INGEDIEND))),
                text(filing.what(), State.INGEDIEND),
                optional(filing.when(), State.INGEDIEND),
                optional(filing.wish(), State.INGEDIEND),
                arrived);
    }

    public ComplaintEvent.Confirmed confirm() {
        require(State.INGEDIEND);
        return new ComplaintEvent.Confirmed();
    }

    /** By the resident; the handler writes down what who complained outside the portal tells later. */
    public ComplaintEvent.Added add(Author by, String more) {
        if (filed().arrived().isPresent() && by instanceof Author.Professional) {
            handler(by);
        } else {
            resident(by);
        }
        open();
        return new ComplaintEvent.Added(text(more));
    }

    /**
     * @throws StepRefused also when the handler finds that it is about the handler: then somebody else has to record it
     */
    public ComplaintEvent.AccusedFound findAccused(Author by, PartyId who, String name) {
        var handler = handler(by);
        open();
        if (handler.party().equals(who)) {
            throw ComplaintRefusal.ABOUT_YOU.in(state);
        }
        return new ComplaintEvent.AccusedFound(who.value(), text(name));
    }

    public ComplaintEvent.AccusedTold tellAccused(Author by, String text) {
        handler(by);
        open();
        accusedNeeded();
        if (told().isPresent()) {
            throw ComplaintRefusal.ALREADY_TOLD.in(state);
        }
        return new ComplaintEvent.AccusedTold(text(text));
    }

    public ComplaintEvent.InformalBegun beginInformally(Author by, String how) {
        handler(by);
        require(State.BEVESTIGD);
        return new ComplaintEvent.InformalBegun(text(how));
    }

    public ComplaintEvent.SolutionProposed propose(Author by, String what) {
        handler(by);
        require(State.INFORMEEL);
        return new ComplaintEvent.SolutionProposed(text(what));
    }

    /** Only the resident can say so. */
    public ComplaintEvent.Satisfied satisfied(Author by) {
        resident(by);
        require(State.INFORMEEL);
        if (proposal().isEmpty()) {
            throw ComplaintRefusal.NOTHING_PROPOSED.in(state);
        }
        return new ComplaintEvent.Satisfied();
    }

    /** Also without a proposal: the resident need not wait for one. */
    public ComplaintEvent.NotSatisfied notSatisfied(Author by, String why) {
        resident(by);
        require(State.INFORMEEL);
        return new ComplaintEvent.NotSatisfied(optional(why, state));
    }

    public ComplaintEvent.LeftAside leaveAside(Author by, Ground ground, String why, Instant now) {
        handler(by);
        require(State.BEVESTIGD, State.INFORMEEL);
        if (refusalTerm().passed(now)) {
            throw ComplaintRefusal.TOO_LATE_TO_LEAVE.in(state);
        }
        return new ComplaintEvent.LeftAside(ground, text(why));
    }

    public ComplaintEvent.Forwarded forward(Author by, String to, String why) {
        handler(by);
        require(State.BEVESTIGD, State.INFORMEEL);
        if (filed().about().whom() != Whom.PROVIDER) {
            throw ComplaintRefusal.NOT_ABOUT_A_PROVIDER.in(state);
        }
        return new ComplaintEvent.Forwarded(text(to), text(why));
    }

    /** Also to another moment, or after the resident did not want it and came back on that. */
    public ComplaintEvent.HearingPlanned planHearing(Author by, Instant at, String place, Instant now) {
        handler(by);
        require(State.BEVESTIGD, State.INFORMEEL, State.HOREN);
        if (!at.isAfter(now)) {
            throw ComplaintRefusal.HEARING_IN_THE_PAST.in(state);
        }
        return new ComplaintEvent.HearingPlanned(at, text(place));
    }

    public ComplaintEvent.HearingWaived waiveHearing(Author by, NoHearing why) {
        require(State.BEVESTIGD, State.INFORMEEL, State.HOREN);
        if (by instanceof Author.Resident) {
            if (why != NoHearing.RESIDENT_DECLINED) {
                throw ComplaintRefusal.ONLY_HANDLER.in(state);
            }
        } else {
            handler(by);
        }
        if (heard(Side.RESIDENT).isPresent()) {
            throw ComplaintRefusal.ALREADY_HEARD.in(state);
        }
        return new ComplaintEvent.HearingWaived(why);
    }

    public ComplaintEvent.Heard hear(Author by, Side side, LocalDate day, String report, Instant now) {
        handler(by);
        require(State.HOREN);
        if (side == Side.ACCUSED) {
            accusedNeeded();
        }
        if (heard(side).isPresent()) {
            throw ComplaintRefusal.ALREADY_HEARD.in(state);
        }
        if (day.isAfter(CalendarDays.dayOf(now))) {
            throw ComplaintRefusal.HEARING_IN_THE_FUTURE.in(state);
        }
        return new ComplaintEvent.Heard(side, day, text(report));
    }

    public ComplaintEvent.AccusedDeclined accusedDeclines(Author by) {
        handler(by);
        require(State.HOREN);
        accusedNeeded();
        if (heard(Side.ACCUSED).isPresent() || accusedDeclined()) {
            throw ComplaintRefusal.ALREADY_HEARD.in(state);
        }
        return new ComplaintEvent.AccusedDeclined();
    }

    public ComplaintEvent.AdviserAppointed appointAdviser(Author by, String who, Instant now) {
        handler(by);
        require(State.BEVESTIGD, State.INFORMEEL, State.HOREN);
        if (adviser().isPresent()) {
            throw ComplaintRefusal.NOT_NOW.in(state);
        }
        running(now);
        return new ComplaintEvent.AdviserAppointed(text(who));
    }

    public ComplaintEvent.Advised advise(Author by, String advice) {
        handler(by);
        open();
        if (adviser().isEmpty()) {
            throw ComplaintRefusal.NO_ADVISER.in(state);
        }
        if (advice().isPresent()) {
            throw ComplaintRefusal.ALREADY_ADVISED.in(state);
        }
        require(State.HOREN);
        bothHeard();
        return new ComplaintEvent.Advised(text(advice));
    }

    public ComplaintEvent.Extended extend(Author by, int weeks, String why, Instant now) {
        handler(by);
        open();
        if (extension().isPresent()) {
            throw ComplaintRefusal.ALREADY_EXTENDED.in(state);
        }
        if (weeks < 1 || weeks > 4) {
            throw ComplaintRefusal.EXTENSION_TOO_LONG.in(state);
        }
        running(now);
        return new ComplaintEvent.Extended(weeks, text(why));
    }

    /** Asks the resident; only a yes makes it longer. */
    public ComplaintEvent.DelayAsked askDelay(Author by, LocalDate until, String why, Instant now) {
        handler(by);
        open();
        if (extension().isEmpty()) {
            throw ComplaintRefusal.NOT_EXTENDED_YET.in(state);
        }
        running(now);
        if (!until.isAfter(term().lastDay())) {
            throw ComplaintRefusal.NOT_LATER.in(state);
        }
        return new ComplaintEvent.DelayAsked(until, text(why));
    }

    public ComplaintEvent.DelayAgreed agreeToDelay(Author by) {
        return new ComplaintEvent.DelayAgreed(asked(by).until());
    }

    public ComplaintEvent.DelayDeclined declineDelay(Author by) {
        asked(by);
        return new ComplaintEvent.DelayDeclined();
    }

    private ComplaintEvent.DelayAsked asked(Author by) {
        resident(by);
        open();
        return delayAsked().orElseThrow(() -> ComplaintRefusal.NO_DELAY_ASKED.in(state));
    }

    public ComplaintEvent.Withdrawn withdraw(Author by) {
        resident(by);
        open();
        return new ComplaintEvent.Withdrawn();
    }

    /**
     * What was found, what the municipality thinks of it, and what it does (Awb 9:12). No objection is possible (Awb
     * 9:3).
     */
    public ComplaintEvent.Settled settle(Author by, String findings, Judgement judgement, String conclusions) {
        handler(by);
        require(State.HOREN, State.ADVIES);
        bothHeard();
        if (adviser().isPresent() && advice().isEmpty()) {
            throw ComplaintRefusal.ADVICE_AWAITED.in(state);
        }
        return new ComplaintEvent.Settled(text(findings), judgement, text(conclusions));
    }

    /**
     * The letter lies ready: with the outcome as it is going to be, or, after a sending that failed, with the one that
     * was given. It goes by post: the choice for the portal is about decisions (Awb 2:8), and this is none.
     */
    public ComplaintEvent.Readied ready(Author by, ComplaintEvent.Settled outcome, ReadyLetter letter) {
        if (state == State.AFGEDAAN) {
            handler(by);
            sendings.requireFailed(state);
            if (!settlement().equals(Optional.of(outcome))) {
                throw ComplaintRefusal.OVER.in(state);
            }
        }
        letter.requireCanGo(false, state);
        return new ComplaintEvent.Readied(
                state == State.AFGEDAAN
                        ? outcome
                        : settle(by, outcome.findings(), outcome.judgement(), outcome.conclusions()),
                letter);
    }

    /** Settles as the letter says that leaves now. */
    public ComplaintEvent.Settled makeKnown(Author by, UUID sending, Instant now) {
        handler(by);
        open();
        sendings.requireCanLeave(sending, now, state);
        var outcome = readied().orElseThrow().settlement();
        return settle(by, outcome.findings(), outcome.judgement(), outcome.conclusions());
    }

    /** It left. @param reference of the post */
    public ComplaintEvent.Sent send(Author by, UUID sending, Optional<String> reference, Instant now) {
        handler(by);
        settled();
        sendings.requireCanLeave(sending, now, state);
        return new ComplaintEvent.Sent(sending, reference);
    }

    public ComplaintEvent.SendingFailed fail(Author by, UUID sending, Sending.Failure why) {
        handler(by);
        sendings.requireCanFail(sending, state);
        return new ComplaintEvent.SendingFailed(sending, why);
    }

    /** Only the first time counts; asking again is refused. */
    public ComplaintEvent.Opened openOutcome(Author by) {
        resident(by);
        settled();
        if (openedAt().isPresent()) {
            throw ComplaintRefusal.NOT_NOW.in(state);
        }
        return new ComplaintEvent.Opened();
    }

    private void settled() {
        if (state != State.AFGEDAAN) {
            throw ComplaintRefusal.NOT_NOW.in(state);
        }
    }

    /** Whether the resident, and whom it is about, were heard or could be. */
    public boolean bothSidesDone() {
        return residentDone() && accusedDone();
    }

    private boolean residentDone() {
        return heard(Side.RESIDENT).isPresent() || waived().isPresent();
    }

    private boolean accusedDone() {
        return !hasAccused() || heard(Side.ACCUSED).isPresent() || accusedDeclined();
    }

    private void bothHeard() {
        if (!residentDone()) {
            throw ComplaintRefusal.RESIDENT_NOT_HEARD.in(state);
        }
        if (!accusedDone()) {
            throw ComplaintRefusal.ACCUSED_NOT_HEARD.in(state);
        }
    }

    private void accusedNeeded() {
        if (!hasAccused()) {
            throw ComplaintRefusal.NOBODY_ACCUSED.in(state);
        }
    }

    private void running(Instant now) {
        if (term().passed(now)) {
            throw ComplaintRefusal.TERM_IS_OVER.in(state);
        }
    }

    private void resident(Author by) {
        if (!(by instanceof Author.Resident)) {
            throw ComplaintRefusal.ONLY_RESIDENT.in(state);
        }
    }

    private Author.Professional handler(Author by) {
        if (!(by instanceof Author.Professional professional)) {
            throw ComplaintRefusal.ONLY_HANDLER.in(state);
        }
        if (accused().contains(professional.party())) {
            throw ComplaintRefusal.ABOUT_YOU.in(state);
        }
        if (professional.role() != Role.KLB) {
            throw ComplaintRefusal.ONLY_HANDLER.in(state);
        }
        return professional;
    }

    private void open() {
        if (!state.open()) {
            throw ComplaintRefusal.OVER.in(state);
        }
    }

    private void require(State... states) {
        open();
        if (!List.of(states).contains(state)) {
            throw ComplaintRefusal.NOT_NOW.in(state);
        }
    }

    private String text(String typed) {
        return text(typed, state);
    }

    private static String text(String typed, State state) {
        return optional(typed, state).orElseThrow(() -> ComplaintRefusal.EMPTY_TEXT.in(state));
    }

    private static Optional<String> optional(String typed, State state) {
        return TypedText.of(typed, LONGEST_TEXT, () -> ComplaintRefusal.TOO_LONG.in(state));
    }

    @Override
    public String toString() {
        return "Klacht[" + of.id() + ", " + state + "]";
    }
}
