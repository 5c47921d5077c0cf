package nl.voorelkaar.dossier.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Arrival;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.DefaultNotice;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.deadline.Suspension;
import nl.voorelkaar.dossier.deadline.Timeliness;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.decision.Sendings;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Consequence;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Outcome;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.History;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.dossier.procedure.TypedText;

/**
 * An objection and where it stands (DOMAIN §2.4). Immutable; made of its steps only. Its verbs decide: they give the
 * event to record, or throw {@link StepRefused} with an {@link ObjectionRefusal}.
 */
public final class Bezwaar {

    /** In characters, of each text. */
    public static final int LONGEST_TEXT = 20_000;

    public static final int MOST_FILES = 50;

    public enum State {
        INGEDIEND,
        BEVESTIGD,
        HERSTEL,
        TOETS_VERSCHOONBAAR,
        HOREN,
        GEEN_HOORZITTING,
        GEHOORD,
        ADVIES,
        INGETROKKEN,
        DOORGEZONDEN_RECHTBANK,
        BESLIST;

        public boolean open() {
            return this != INGETROKKEN && this != DOORGEZONDEN_RECHTBANK && this != BESLIST;
        }
    }

    private final Case of;
    private final Deadlines deadlines;
    private final History<ObjectionEvent> history;
    private final State state;
    private final Sendings sendings;

    private Bezwaar(Case of, Deadlines deadlines, History<ObjectionEvent> history, State state, Sendings sendings) {
        this.of = of;
        this.deadlines = deadlines;
        this.history = history;
        this.state = state;
        this.sendings = sendings;
    }

    static Bezwaar of(Case of, Deadlines deadlines) {
        return new Bezwaar(of, deadlines, new History<>(List.of()), State.INGEDIEND, Sendings.NONE);
    }

    Bezwaar after(Step<ObjectionEvent> step) {
        return new Bezwaar(of, deadlines, history.with(step), next(step.event()), sendings(step));
    }

    private Sendings sendings(Step<ObjectionEvent> step) {
        return switch (step.event()) {
            case ObjectionEvent.Readied readied -> sendings.ready(readied.letter(), step.at());
            case ObjectionEvent.Sent sent -> sendings.sent(sent.sending(), sent.reference(), step.at());
            case ObjectionEvent.Placed placed -> sendings.sent(placed.sending(), Optional.empty(), step.at());
            case ObjectionEvent.Notified ignored -> sendings.notified(step.at());
            case ObjectionEvent.NoticeFailed ignored -> sendings.noticeFailed(step.at());
            case ObjectionEvent.CopiedToCarer ignored -> sendings.copied(step.at());
            case ObjectionEvent.SendingFailed failed -> sendings.failed(failed.sending(), failed.why(), step.at());
            default -> sendings;
        };
    }

    private State next(ObjectionEvent event) {
        return switch (event) {
            case ObjectionEvent.Filed ignored -> State.INGEDIEND;
            case ObjectionEvent.Confirmed ignored -> State.BEVESTIGD;
            case ObjectionEvent.RepairAsked ignored -> State.HERSTEL;
            case ObjectionEvent.RepairLapsed ignored -> State.BEVESTIGD;
            case ObjectionEvent.GroundsGiven ignored -> state == State.HERSTEL ? State.BEVESTIGD : state;
            case ObjectionEvent.LateReasonAsked ignored -> State.TOETS_VERSCHOONBAAR;
            case ObjectionEvent.LatenessJudged ignored -> state == State.TOETS_VERSCHOONBAAR ? State.BEVESTIGD : state;
            case ObjectionEvent.HearingPlanned ignored -> State.HOREN;
            case ObjectionEvent.HearingWaived ignored -> State.GEEN_HOORZITTING;
            case ObjectionEvent.Heard ignored -> State.GEHOORD;
            case ObjectionEvent.Advised ignored -> State.ADVIES;
            case ObjectionEvent.Withdrawn ignored -> State.INGETROKKEN;
            case ObjectionEvent.SentToCourt ignored -> State.DOORGEZONDEN_RECHTBANK;
            case ObjectionEvent.Decided ignored -> State.BESLIST;
            case ObjectionEvent.FileAdded ignored -> state;
            case ObjectionEvent.LateReasonGiven ignored -> state;
            case ObjectionEvent.CommitteeAppointed ignored -> state;
            case ObjectionEvent.Extended ignored -> state;
            case ObjectionEvent.DecisionReplaced ignored -> state;
            case ObjectionEvent.TermPassed ignored -> state;
            case ObjectionEvent.DefaultNoticed ignored -> state;
            case ObjectionEvent.Readied ignored -> state;
            case ObjectionEvent.Sent ignored -> state;
            case ObjectionEvent.Placed ignored -> state;
            case ObjectionEvent.Notified ignored -> state;
            case ObjectionEvent.NoticeFailed ignored -> state;
            case ObjectionEvent.SendingFailed ignored -> state;
            case ObjectionEvent.CopiedToCarer ignored -> state;
            case ObjectionEvent.Opened ignored -> state;
        };
    }

    public ProcedureId id() {
        return of.id();
    }

    public State state() {
        return state;
    }

    public List<Step<ObjectionEvent>> steps() {
        return history.steps();
    }

    public ObjectionEvent.Filed filed() {
        return (ObjectionEvent.Filed) steps().getFirst().event();
    }

    public Instant filedAt() {
        return steps().getFirst().at();
    }

    /** The newest grounds; empty while they follow. */
    public Optional<String> grounds() {
        return history.last(ObjectionEvent.GroundsGiven.class)
                .map(ObjectionEvent.GroundsGiven::grounds)
                .or(() -> filed().grounds());
    }

    /** In the order in which they came. */
    public List<OwnFile> files() {
        var files = new ArrayList<OwnFile>();
        for (var step : steps()) {
            if (step.event() instanceof ObjectionEvent.FileAdded added) {
                files.add(new OwnFile(added, step.at(), step.by() instanceof Author.Resident));
            }
        }
        return List.copyOf(files);
    }

    /** @param byResident or else by the municipality, such as a scan of a letter */
    public record OwnFile(ObjectionEvent.FileAdded file, Instant at, boolean byResident) {}

    /** The day on which it reached the municipality. */
    public LocalDate receivedOn() {
        return filed().arrived().received();
    }

    public Optional<ObjectionEvent.RepairAsked> repair() {
        return state == State.HERSTEL ? history.last(ObjectionEvent.RepairAsked.class) : Optional.empty();
    }

    public Optional<ObjectionEvent.HearingPlanned> hearing() {
        return history.last(ObjectionEvent.HearingPlanned.class);
    }

    /** Until when papers can be handed in for the hearing (Awb 7:4); empty without one. */
    public Optional<Deadline> papersUntil() {
        return hearing().map(planned -> deadlines.of(Rule.HEARING_PAPERS, CalendarDays.dayOf(planned.at())));
    }

    /** Whether a file came too late for the hearing; it is kept all the same. */
    public boolean afterPapers(OwnFile file) {
        return papersUntil().filter(until -> until.passed(file.at())).isPresent();
    }

    /** Why there was no hearing; empty when there was, or may be. */
    public Optional<NoHearing> notHeardBecause() {
        return heard().isPresent()
                ? Optional.empty()
                : history.last(ObjectionEvent.HearingWaived.class).map(ObjectionEvent.HearingWaived::why);
    }

    public Optional<ObjectionEvent.Heard> heard() {
        return history.last(ObjectionEvent.Heard.class);
    }

    public Optional<ObjectionEvent.Advised> advice() {
        return history.last(ObjectionEvent.Advised.class);
    }

    public Optional<ObjectionEvent.Decided> decision() {
        return history.last(ObjectionEvent.Decided.class);
    }

    /** The letter with a decision that did not leave yet. */
    public Optional<ObjectionEvent.Readied> readied() {
        return sendings.waiting().flatMap(waiting -> history.last(ObjectionEvent.Readied.class));
    }

    /** Who decided, as they were called then; the name under the letter. */
    public Optional<Author.Professional> decider() {
        return history.lastStep(ObjectionEvent.Decided.class)
                .map(Step::by)
                .filter(Author.Professional.class::isInstance)
                .map(Author.Professional.class::cast);
    }

    /** The delivery ledger. */
    public Sendings sendings() {
        return sendings;
    }

    /** When the decision was found not to have arrived; empty when it did, as far as is known, or went again since. */
    public Optional<Instant> undeliveredSince() {
        return sendings.failed().flatMap(Sending::failedAt);
    }

    /** The first time that the resident opened the decision. */
    public Optional<Instant> openedAt() {
        return history.lastStep(ObjectionEvent.Opened.class).map(Step::at);
    }

    /** Lines that were on the envelope the last time. */
    public List<String> address() {
        return history.all(ObjectionEvent.Readied.class).reversed().stream()
                .map(readied -> readied.letter().address())
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The time to go to court (Awb 6:7); empty before the decision was sent. */
    public Optional<Deadline> appealUntil() {
        return sendings.facts(Rule.APPEAL).map(deadlines::of);
    }

    /** What the letter will say about it when it leaves at this moment. */
    public Deadline appealUntil(Sending.Channel channel, Instant leaves) {
        return deadlines.of(sendings.facts(Rule.APPEAL, channel, leaves));
    }

    /** What the resident says about coming late. */
    public Optional<String> lateBecause() {
        return history.last(ObjectionEvent.LateReasonGiven.class)
                .map(ObjectionEvent.LateReasonGiven::reason)
                .or(() -> filed().lateBecause());
    }

    public Optional<ObjectionEvent.LatenessJudged> lateness() {
        return history.last(ObjectionEvent.LatenessJudged.class);
    }

    public boolean committee() {
        return history.last(ObjectionEvent.CommitteeAppointed.class).isPresent();
    }

    public boolean extended() {
        return history.last(ObjectionEvent.Extended.class).isPresent();
    }

    /** Whether the term to decide passed while it was open. */
    public boolean overdue() {
        return history.last(ObjectionEvent.TermPassed.class).isPresent();
    }

    /** The day on which the notice of default came. */
    public Optional<LocalDate> defaultNoticedOn() {
        return steps().stream()
                .filter(step -> step.event() instanceof ObjectionEvent.DefaultNoticed)
                .map(step -> CalendarDays.dayOf(step.at()))
                .findFirst();
    }

    /** Who may not handle it or decide on it: who took the decision that it is against. */
    public Set<PartyId> deciders() {
        return filed().deciders().stream().map(PartyId::new).collect(Collectors.toUnmodifiableSet());
    }

    /** The time that there was to object. */
    public Deadline objectionTerm() {
        return deadlines.of(Facts.read(filed().termFacts()));
    }

    public Timeliness timeliness() {
        var arrived = filed().arrived();
        return deadlines.timeliness(
                objectionTerm(),
                switch (arrived.channel()) {
                    case PORTAL -> new Arrival.Electronic(filedAt());
                    case MAIL, DESK -> new Arrival.HandedIn(arrived.received());
                    case LETTER -> new Arrival.ByPost(arrived.posted().orElse(null), arrived.received());
                });
    }

    /** By when it is decided (Awb 7:10): what stood still and what was extended included. */
    public Deadline decisionTerm() {
        var facts = deadlines.decisionOn(objectionTerm());
        if (committee()) {
            facts = facts.withAdvice();
        }
        if (extended()) {
            facts = facts.extended();
        }
        for (var suspension : suspensions()) {
            facts = facts.suspended(suspension);
        }
        return deadlines.of(facts);
    }

    private List<Suspension> suspensions() {
        var suspensions = new ArrayList<Suspension>();
        for (var step : steps()) {
            var day = CalendarDays.dayOf(step.at());
            switch (step.event()) {
                case ObjectionEvent.RepairAsked ignored -> suspensions.add(Suspension.waiting(day));
                case ObjectionEvent.GroundsGiven ignored -> end(suspensions, day);
                // The last day to supply it, not the moment after.
                case ObjectionEvent.RepairLapsed ignored ->
                    end(suspensions, CalendarDays.dayOf(step.at().minusMillis(1)));
                default -> {}
            }
        }
        return suspensions;
    }

    private static void end(List<Suspension> suspensions, LocalDate day) {
        if (!suspensions.isEmpty() && suspensions.getLast().until() == null) {
            var waiting = suspensions.removeLast();
            suspensions.add(Suspension.asked(waiting.from(), day));
        }
    }

    /**
     * Takes an objection in, also when it is late, early, without grounds or through another way than was meant.
     *
     * @param termFacts of the time to object to the decision
     */
    public static ObjectionEvent.Filed file(
            Author by,
            ProcedureId besluit,
            Facts termFacts,
            Set<PartyId> deciders,
            ObjectionEvent.Arrived arrived,
            Filing filing) {
        if (by instanceof Author.Clock) {
            throw ObjectionRefusal.ONLY_RESIDENT.in(State.INGEDIEND);
        }
        return new ObjectionEvent.Filed(
                besluit,
                termFacts.text(),
                deciders.stream().map(PartyId::value).collect(Collectors.toUnmodifiableSet()),
                arrived,
                optional(filing.grounds(), State.INGEDIEND),
                filing.wantsHearing(),
                optional(filing.helper(), State.INGEDIEND),
                optional(filing.lateBecause(), State.INGEDIEND),
                filing.asksCosts(),
                filing.asksDirectAppeal());
    }

    /**
     * Takes in what came outside the portal, just as late, early or without grounds.
     *
     * @throws StepRefused only for days that cannot be, and for who is no lawyer
     */
    public static ObjectionEvent.Filed register(
            Author by,
            ProcedureId besluit,
            Facts termFacts,
            Set<PartyId> deciders,
            ObjectionEvent.Arrived arrived,
            Filing filing,
            Instant now) {
        if (!(by instanceof Author.Professional professional) || professional.role() != Role.JUR) {
            throw ObjectionRefusal.ONLY_LAWYER.in(State.INGEDIEND);
        }
        if (arrived.received().isAfter(CalendarDays.dayOf(now))) {
            throw ObjectionRefusal.CAME_IN_THE_FUTURE.in(State.INGEDIEND);
        }
        if (arrived.posted().filter(day -> day.isAfter(arrived.received())).isPresent()) {
            throw ObjectionRefusal.POSTED_AFTER_IT_CAME.in(State.INGEDIEND);
        }
        return file(by, besluit, termFacts, deciders, arrived, filing);
    }

    /**
     * What the resident fills in. Everything may stay empty.
     *
     * @param helper who helps with this objection only
     * @param asksCosts whether costs are asked back (Awb 7:15): only possible before the decision
     */
    public record Filing(
            String grounds,
            boolean wantsHearing,
            String helper,
            String lateBecause,
            boolean asksCosts,
            boolean asksDirectAppeal) {

        @Override
        public String toString() {
            return "Filing[redacted]";
        }
    }

    public ObjectionEvent.Confirmed confirm() {
        require(State.INGEDIEND);
        return new ObjectionEvent.Confirmed();
    }

    public ObjectionEvent.GroundsGiven giveGrounds(Author by, String grounds) {
        words(by);
        open();
        return new ObjectionEvent.GroundsGiven(text(grounds));
    }

    public ObjectionEvent.FileAdded addFile(Author by, PaperId paper, String name, String mediaType) {
        if (by instanceof Author.Clock) {
            throw ObjectionRefusal.ONLY_RESIDENT.in(state);
        }
        open();
        if (files().size() >= MOST_FILES) {
            throw ObjectionRefusal.TOO_MANY_FILES.in(state);
        }
        return new ObjectionEvent.FileAdded(paper, text(name), mediaType);
    }

    public ObjectionEvent.RepairAsked askRepair(Author by, String what, LocalDate until, Instant now) {
        lawyer(by);
        require(State.BEVESTIGD);
        if (!until.isAfter(CalendarDays.dayOf(now))) {
            throw ObjectionRefusal.TERM_IN_THE_PAST.in(state);
        }
        return new ObjectionEvent.RepairAsked(text(what), until);
    }

    public ObjectionEvent.LateReasonAsked askWhyLate(Author by) {
        lawyer(by);
        late();
        require(State.BEVESTIGD);
        return new ObjectionEvent.LateReasonAsked();
    }

    public ObjectionEvent.LateReasonGiven giveLateReason(Author by, String reason) {
        words(by);
        open();
        late();
        return new ObjectionEvent.LateReasonGiven(text(reason));
    }

    public ObjectionEvent.LatenessJudged judgeLateness(Author by, boolean excused, String why) {
        lawyer(by);
        open();
        late();
        return new ObjectionEvent.LatenessJudged(excused, text(why));
    }

    private void late() {
        if (timeliness() != Timeliness.LATE) {
            throw ObjectionRefusal.NOT_LATE.in(state);
        }
    }

    public ObjectionEvent.CommitteeAppointed appointCommittee(Author by) {
        lawyer(by);
        open();
        if (committee()) {
            throw ObjectionRefusal.NOT_NOW.in(state);
        }
        return new ObjectionEvent.CommitteeAppointed();
    }

    /** Also to another moment, and once more when new facts came up after a hearing (Awb 7:9). */
    public ObjectionEvent.HearingPlanned planHearing(Author by, Instant at, String place, Instant now) {
        lawyer(by);
        require(State.BEVESTIGD, State.HOREN, State.GEEN_HOORZITTING, State.GEHOORD, State.ADVIES);
        if (CalendarDays.dayOf(at).isBefore(CalendarDays.dayOf(now).plusDays(11))) {
            throw ObjectionRefusal.HEARING_TOO_SOON.in(state);
        }
        return new ObjectionEvent.HearingPlanned(at, text(place));
    }

    public ObjectionEvent.HearingWaived waiveHearing(Author by, NoHearing why) {
        require(State.BEVESTIGD, State.HOREN);
        if (by instanceof Author.Resident) {
            if (why != NoHearing.RESIDENT_DECLINED) {
                throw ObjectionRefusal.ONLY_LAWYER.in(state);
            }
        } else {
            lawyer(by);
        }
        return new ObjectionEvent.HearingWaived(why);
    }

    public ObjectionEvent.Heard hear(Author by, LocalDate day, List<String> present, String report, Instant now) {
        lawyer(by);
        require(State.HOREN);
        if (day.isAfter(CalendarDays.dayOf(now))) {
            throw ObjectionRefusal.HEARING_IN_THE_FUTURE.in(state);
        }
        return new ObjectionEvent.Heard(day, present, text(report));
    }

    public ObjectionEvent.Advised advise(Author by, String advice, List<String> members) {
        lawyer(by);
        if (!committee()) {
            throw ObjectionRefusal.NO_COMMITTEE.in(state);
        }
        require(State.GEHOORD, State.GEEN_HOORZITTING);
        return new ObjectionEvent.Advised(text(advice), members);
    }

    public ObjectionEvent.Extended extend(Author by, String why, Instant now) {
        lawyer(by);
        open();
        if (extended()) {
            throw ObjectionRefusal.ALREADY_EXTENDED.in(state);
        }
        if (decisionTerm().passed(now)) {
            throw ObjectionRefusal.TERM_IS_OVER.in(state);
        }
        return new ObjectionEvent.Extended(text(why));
    }

    public ObjectionEvent.DecisionReplaced replaceDecision(Author by, ProcedureId besluit) {
        decider(by);
        open();
        return new ObjectionEvent.DecisionReplaced(besluit);
    }

    public ObjectionEvent.Withdrawn withdraw(Author by) {
        open();
        if (by instanceof Author.Resident) {
            return new ObjectionEvent.Withdrawn(false);
        }
        lawyer(by);
        require(State.HOREN);
        return new ObjectionEvent.Withdrawn(true);
    }

    public ObjectionEvent.SentToCourt sendToCourt(Author by) {
        lawyer(by);
        open();
        if (!filed().asksDirectAppeal()) {
            throw ObjectionRefusal.DIRECT_APPEAL_NOT_ASKED.in(state);
        }
        return new ObjectionEvent.SentToCourt();
    }

    /**
     * The decision on the objection, with a full reconsideration (Awb 7:11) by somebody who did not take the first.
     *
     * @param costs what is paid for the costs of help; empty when none were asked
     */
    public ObjectionEvent.Decided decide(
            Author by,
            Outcome outcome,
            Consequence consequence,
            String reasons,
            Optional<String> costs,
            Optional<PaperId> letter) {
        decider(by);
        open();
        if (!heardOrWaived()) {
            throw ObjectionRefusal.NOT_HEARD.in(state);
        }
        if (costs.isPresent() && !filed().asksCosts()) {
            throw ObjectionRefusal.COSTS_NOT_ASKED.in(state);
        }
        if (!fits(outcome, consequence)) {
            throw ObjectionRefusal.NOT_NOW.in(state);
        }
        return new ObjectionEvent.Decided(outcome, consequence, text(reasons), costs, letter);
    }

    /** Whether the outcome leaves the first decision as it is exactly when it must. */
    public static boolean fits(Outcome outcome, Consequence consequence) {
        var unchanged = outcome == Outcome.ONGEGROND || outcome == Outcome.NIET_ONTVANKELIJK;
        return unchanged == (consequence == Consequence.GEHANDHAAFD);
    }

    /** Whether all that must go before a decision was done. */
    boolean readyToDecide() {
        return heardOrWaived();
    }

    /**
     * The letter lies ready: with the decision as it is going to be, or, after a sending that failed, with the one that
     * was taken.
     *
     * @param portalChosen whether the resident chose to get decisions in the portal (Awb 2:8)
     */
    public ObjectionEvent.Readied ready(
            Author by, ObjectionEvent.Decided decision, ReadyLetter letter, boolean portalChosen) {
        if (state == State.BESLIST) {
            decider(by);
            sendings.requireFailed(state);
            if (!decision().equals(Optional.of(decision))) {
                throw ObjectionRefusal.OVER.in(state);
            }
        }
        letter.requireCanGo(portalChosen, state);
        return new ObjectionEvent.Readied(
                state == State.BESLIST
                        ? decision
                        : decide(
                                by,
                                decision.outcome(),
                                decision.consequence(),
                                decision.reasons(),
                                decision.costs(),
                                Optional.of(letter.paper())),
                letter);
    }

    /** Decides as the letter says that leaves now. */
    public ObjectionEvent.Decided makeKnown(Author by, UUID sending, Instant now) {
        decider(by);
        open();
        sendings.requireCanLeave(sending, now, state);
        var decided = readied().orElseThrow().decision();
        return decide(
                by, decided.outcome(), decided.consequence(), decided.reasons(), decided.costs(), decided.letter());
    }

    /** It left. @param reference of the post; empty for the portal */
    public ObjectionEvent send(Author by, UUID sending, Optional<String> reference, Instant now) {
        decider(by);
        decided();
        sendings.requireCanLeave(sending, now, state);
        return sendings.waiting().orElseThrow().channel() == Sending.Channel.PORTAAL
                ? new ObjectionEvent.Placed(sending)
                : new ObjectionEvent.Sent(sending, reference);
    }

    public ObjectionEvent.SendingFailed fail(Author by, UUID sending, Sending.Failure why) {
        decider(by);
        sendings.requireCanFail(sending, state);
        return new ObjectionEvent.SendingFailed(sending, why);
    }

    /** Only the first time counts; asking again is refused. */
    public ObjectionEvent.Opened openDecision(Author by) {
        resident(by);
        decided();
        if (openedAt().isPresent()) {
            throw ObjectionRefusal.NOT_NOW.in(state);
        }
        return new ObjectionEvent.Opened();
    }

    private void decided() {
        if (state != State.BESLIST) {
            throw ObjectionRefusal.NOT_NOW.in(state);
        }
    }

    private boolean heardOrWaived() {
        return state == State.GEHOORD || state == State.GEEN_HOORZITTING || state == State.ADVIES;
    }

    public ObjectionEvent.DefaultNoticed noticeDefault(Author by, Instant now) {
        resident(by);
        open();
        if (defaultNoticedOn().isPresent()) {
            throw ObjectionRefusal.ALREADY_IN_DEFAULT.in(state);
        }
        if (!(deadlines.defaultNotice(decisionTerm(), CalendarDays.dayOf(now)) instanceof DefaultNotice.Valid)) {
            throw ObjectionRefusal.NOT_LATE_YET.in(state);
        }
        return new ObjectionEvent.DefaultNoticed();
    }

    /** The resident's own words; the lawyer writes them down for who objected outside the portal. */
    private void words(Author by) {
        if (filed().arrived().channel() != ObjectionEvent.Channel.PORTAL && by instanceof Author.Professional) {
            lawyer(by);
        } else {
            resident(by);
        }
    }

    private void resident(Author by) {
        if (!(by instanceof Author.Resident)) {
            throw ObjectionRefusal.ONLY_RESIDENT.in(state);
        }
    }

    private void lawyer(Author by) {
        professional(by, Role.JUR, ObjectionRefusal.ONLY_LAWYER);
    }

    private void decider(Author by) {
        professional(by, Role.BES, ObjectionRefusal.ONLY_DECIDER);
    }

    private void professional(Author by, Role role, ObjectionRefusal otherwise) {
        if (!(by instanceof Author.Professional professional) || professional.role() != role) {
            throw otherwise.in(state);
        }
        if (deciders().contains(professional.party())) {
            throw ObjectionRefusal.DECIDED_BEFORE.in(state);
        }
    }

    private void open() {
        if (!state.open()) {
            throw ObjectionRefusal.OVER.in(state);
        }
    }

    private void require(State... states) {
        open();
        if (!List.of(states).contains(state)) {
            throw ObjectionRefusal.NOT_NOW.in(state);
        }
    }

    private String text(String typed) {
        return optional(typed, state).orElseThrow(() -> ObjectionRefusal.EMPTY_TEXT.in(state));
    }

    private static Optional<String> optional(String typed, State state) {
        return TypedText.of(typed, LONGEST_TEXT, () -> ObjectionRefusal.TOO_LONG.in(state));
    }

    /** By its steps: two values that came of the same steps are one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Bezwaar bezwaar && of.equals(bezwaar.of) && history.equals(bezwaar.history);
    }

    @Override
    public int hashCode() {
        return Objects.hash(of, steps().size());
    }

    @Override
    public String toString() {
        return "Bezwaar[" + of.id() + " " + state + "]";
    }
}
