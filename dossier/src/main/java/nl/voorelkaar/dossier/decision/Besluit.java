package nl.voorelkaar.dossier.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;

/**
 * A decision (beschikking) and where it stands (DOMAIN §2.3). Immutable; made of its steps only. Its verbs decide: they
 * give the event to record, or throw {@link StepRefused} with a {@link DecisionRefusal}.
 */
public final class Besluit {

    /** Where it stands. */
    public enum State {
        CONCEPT,
        VASTGESTELD,
        BEKENDGEMAAKT,
        ONHERROEPELIJK,
        IN_BEZWAAR,
        GEHANDHAAFD,
        GEWIJZIGD,
        HERROEPEN,
        INGETROKKEN,
        VERLOPEN;

        /** Whether the resident knows of it. */
        public boolean known() {
            return this != CONCEPT && this != VASTGESTELD;
        }
    }

    private final Case of;
    private final List<Step<BesluitEvent>> steps;
    private final State state;
    private final DecisionText text;
    private final Sendings sendings;

    private Besluit(Case of, List<Step<BesluitEvent>> steps, State state, DecisionText text, Sendings sendings) {
        this.of = of;
        this.steps = steps;
        this.state = state;
        this.text = text;
        this.sendings = sendings;
    }

    static Besluit of(Case of) {
        return new Besluit(
                of,
                List.of(),
                State.CONCEPT,
                new DecisionText(Result.AFGEWEZEN, "", "", "", List.of(), "", ""),
                Sendings.NONE);
    }

    Besluit after(Step<BesluitEvent> step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return new Besluit(
                of,
                List.copyOf(all),
                next(step.event()),
                switch (step.event()) {
                    case BesluitEvent.Drafted drafted -> drafted.text();
                    case BesluitEvent.Redrafted redrafted -> redrafted.text();
                    default -> text;
                },
                sendings(step));
    }

    private State next(BesluitEvent event) {
        return switch (event) {
            case BesluitEvent.Drafted ignored -> State.CONCEPT;
            case BesluitEvent.Redrafted ignored -> State.CONCEPT;
            case BesluitEvent.Reopened ignored -> State.CONCEPT;
            case BesluitEvent.Established ignored -> State.VASTGESTELD;
            case BesluitEvent.Announced ignored -> State.BEKENDGEMAAKT;
            case BesluitEvent.Placed ignored -> State.BEKENDGEMAAKT;
            // A second sending gives the whole time to object again.
            case BesluitEvent.SentAgain ignored -> state == State.ONHERROEPELIJK ? State.BEKENDGEMAAKT : state;
            case BesluitEvent.BecameFinal ignored -> State.ONHERROEPELIJK;
            case BesluitEvent.ObjectedTo ignored -> State.IN_BEZWAAR;
            case BesluitEvent.ObjectionEnded ignored -> State.BEKENDGEMAAKT;
            case BesluitEvent.Reconsidered reconsidered ->
                State.valueOf(reconsidered.outcome().name());
            case BesluitEvent.Withdrawn ignored -> State.INGETROKKEN;
            case BesluitEvent.Expired ignored -> State.VERLOPEN;
            case BesluitEvent.Readied ignored -> state;
            case BesluitEvent.Opened ignored -> state;
            case BesluitEvent.Notified ignored -> state;
            case BesluitEvent.NoticeFailed ignored -> state;
            case BesluitEvent.CopiedToCarer ignored -> state;
            case BesluitEvent.ObjectionEndsSoon ignored -> state;
            case BesluitEvent.SendingFailed ignored -> state;
        };
    }

    private Sendings sendings(Step<BesluitEvent> step) {
        return switch (step.event()) {
            case BesluitEvent.Readied readied ->
                sendings.ready(
                        new ReadyLetter(
                                readied.sending(),
                                readied.channel(),
                                readied.address(),
                                readied.letter(),
                                readied.sha256()),
                        step.at());
            case BesluitEvent.Announced announced ->
                sendings.sent(announced.sending(), announced.reference(), step.at());
            case BesluitEvent.SentAgain again -> sendings.sent(again.sending(), again.reference(), step.at());
            case BesluitEvent.Placed placed -> sendings.sent(placed.sending(), Optional.empty(), step.at());
            case BesluitEvent.Notified ignored -> sendings.notified(step.at());
            case BesluitEvent.NoticeFailed ignored -> sendings.noticeFailed(step.at());
            case BesluitEvent.CopiedToCarer ignored -> sendings.copied(step.at());
            case BesluitEvent.SendingFailed failed -> sendings.failed(failed.sending(), failed.why(), step.at());
            case BesluitEvent.Reopened ignored -> sendings.left();
            default -> sendings;
        };
    }

    public ProcedureId id() {
        return of.id();
    }

    public State state() {
        return state;
    }

    public DecisionText text() {
        return text;
    }

    public Result result() {
        return text.result();
    }

    public ProcedureId aanvraag() {
        return ((BesluitEvent.Drafted) steps.getFirst().event()).aanvraag();
    }

    /** Who established it; empty before that. May not handle an objection against it. */
    public Optional<PartyId> decidedBy() {
        return decider().map(Author.Professional::party);
    }

    /** As they were called then; the name under the letter. */
    public Optional<Author.Professional> decider() {
        return state == State.CONCEPT
                ? Optional.empty()
                : lastStep(BesluitEvent.Established.class).map(step -> (Author.Professional) step.by());
    }

    /** Why it did not wait for the inquiry; empty when that was done, and before it was taken. */
    public Optional<String> beforeInquiry() {
        return decidedAt()
                .flatMap(_ -> lastStep(BesluitEvent.Established.class))
                .flatMap(step -> ((BesluitEvent.Established) step.event()).beforeInquiry());
    }

    /** On which it was taken; the day of the letter is that of the sending. */
    public Optional<Instant> decidedAt() {
        return state == State.CONCEPT
                ? Optional.empty()
                : lastStep(BesluitEvent.Established.class).map(Step::at);
    }

    /** The delivery ledger, in order. */
    public List<Sending> sendings() {
        return sendings.all();
    }

    /** The first time that the resident opened it. */
    public Optional<Instant> openedAt() {
        return steps.stream()
                .filter(step -> step.event() instanceof BesluitEvent.Opened)
                .map(Step::at)
                .findFirst();
    }

    /** The letter as it was sent last. */
    public Optional<PaperId> letter() {
        return sendings.last().map(Sending::letter);
    }

    /** Lines that were on the envelope the last time. */
    public List<String> address() {
        return steps.reversed().stream()
                .map(Step::event)
                .filter(BesluitEvent.Readied.class::isInstance)
                .map(event -> ((BesluitEvent.Readied) event).address())
                .filter(lines -> !lines.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What is ready and did not leave yet. */
    public Optional<Sending> ready() {
        return sendings.waiting();
    }

    /** The last sending, when it failed and no other was made since. */
    public Optional<Sending> failed() {
        return sendings.failed();
    }

    /** When and how it was made known, as facts for the time to object; empty before that. */
    public Optional<Facts> bekendgemaaktOp() {
        return sendings.facts(Rule.OBJECTION);
    }

    /** What the letter will say about the time to object when it leaves at this moment. */
    public Deadline objectionUntil(Deadlines deadlines, Sending.Channel channel, Instant leaves) {
        return deadlines.of(sendings.facts(Rule.OBJECTION, channel, leaves));
    }

    /** The time to object. @throws IllegalStateException before it was made known */
    public Deadline objectionUntil(Deadlines deadlines) {
        return deadlines.of(
                bekendgemaaktOp().orElseThrow(() -> new IllegalStateException("a draft has no time to object")));
    }

    /** After which nothing of what it granted runs. */
    public Optional<LocalDate> runsUntil() {
        return text.lastDay();
    }

    private Optional<Step<BesluitEvent>> lastStep(Class<? extends BesluitEvent> kind) {
        return steps.reversed().stream()
                .filter(step -> kind.isInstance(step.event()))
                .findFirst();
    }

    Optional<Instant> lastAt() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast().at());
    }

    /** To begin with. */
    public static BesluitEvent.Drafted draft(Author by, Aanvraag aanvraag, DecisionText text) {
        requireDecider(by, State.CONCEPT);
        if (!aanvraag.state().open() || aanvraag.state() == Aanvraag.State.KLAARGEZET) {
            throw DecisionRefusal.NOT_NOW.in(aanvraag.state());
        }
        requireFits(text);
        return new BesluitEvent.Drafted(aanvraag.id(), text);
    }

    public BesluitEvent.Redrafted redraft(Author by, DecisionText changed) {
        requireDecider(by, state);
        requireState(State.CONCEPT);
        requireFits(changed);
        return new BesluitEvent.Redrafted(changed);
    }

    /**
     * Takes the decision.
     *
     * @param ledTheConversation who led the conversation with the resident; empty where nothing asks for separation
     */
    public BesluitEvent.Established establish(Author by, Aanvraag aanvraag, Set<PartyId> ledTheConversation) {
        return establish(by, aanvraag, ledTheConversation, Optional.empty());
    }

    /**
     * Takes the decision.
     *
     * @param ledTheConversation who led the conversation with the resident; empty where nothing asks for separation
     * @param beforeInquiry why it does not wait for the inquiry (onderzoek); empty when that is done
     * @throws StepRefused {@link DecisionRefusal#INQUIRY_UNFINISHED} when that why says nothing
     */
    public BesluitEvent.Established establish(
            Author by, Aanvraag aanvraag, Set<PartyId> ledTheConversation, Optional<String> beforeInquiry) {
        var decider = requireDecider(by, state);
        requireState(State.CONCEPT);
        if (ledTheConversation.contains(decider.party())) {
            throw DecisionRefusal.LED_THE_CONVERSATION.in(state);
        }
        if (!text.missing().isEmpty()) {
            throw DecisionRefusal.DECISION_INCOMPLETE.in(state);
        }
        aanvraag.requireDecidable(text.result());
        if (beforeInquiry.filter(String::isBlank).isPresent()) {
            throw DecisionRefusal.INQUIRY_UNFINISHED.in(state);
        }
        if (beforeInquiry.filter(why -> why.length() > Aanvraag.LONGEST_TEXT).isPresent()) {
            throw DecisionRefusal.TEXT_TOO_LONG.in(state);
        }
        return new BesluitEvent.Established(beforeInquiry.map(String::strip));
    }

    public BesluitEvent.Reopened reopen(Author by) {
        requireDecider(by, state);
        requireState(State.VASTGESTELD);
        return new BesluitEvent.Reopened();
    }

    /**
     * The letter lies ready, for the first sending or for one after a sending that failed.
     *
     * @param portalChosen whether the resident chose to get decisions in the portal (Awb 2:8)
     */
    public BesluitEvent.Readied ready(
            Author by,
            UUID sending,
            Sending.Channel channel,
            List<String> address,
            PaperId letter,
            String sha256,
            boolean portalChosen) {
        requireSender(by);
        requireSendable();
        new ReadyLetter(sending, channel, address, letter, sha256).requireCanGo(portalChosen, state);
        return new BesluitEvent.Readied(sending, channel, List.copyOf(address), letter, sha256);
    }

    private void requireSendable() {
        if (state == State.VASTGESTELD) {
            return;
        }
        if (!state.known()) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
        sendings.requireFailed(state);
    }

    /**
     * It left. Made known, when it is the first.
     *
     * @param reference of the post; empty for the portal
     */
    public BesluitEvent send(Author by, UUID sending, Optional<String> reference, Instant now) {
        requireSender(by);
        requireSendable();
        sendings.requireCanLeave(sending, now, state);
        if (state != State.VASTGESTELD) {
            return new BesluitEvent.SentAgain(sending, reference);
        }
        return ready().orElseThrow().channel() == Sending.Channel.PORTAAL
                ? new BesluitEvent.Placed(sending)
                : new BesluitEvent.Announced(sending, reference);
    }

    public BesluitEvent.SendingFailed fail(Author by, UUID sending, Sending.Failure why) {
        if (!(by instanceof Author.Professional)) {
            throw DecisionRefusal.NOT_THIS_ROLE.in(state);
        }
        sendings.requireCanFail(sending, state);
        return new BesluitEvent.SendingFailed(sending, why);
    }

    /** Only the first time counts; asking again is refused. */
    public BesluitEvent.Opened open(Author by) {
        if (!(by instanceof Author.Resident)) {
            throw DecisionRefusal.ONLY_RESIDENT.in(state);
        }
        if (!state.known() || openedAt().isPresent()) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
        return new BesluitEvent.Opened();
    }

    /** For the objection, in the turn that receives it; also when it is late. */
    public BesluitEvent.ObjectedTo objectTo(ProcedureId bezwaar) {
        if (!state.known() || state == State.IN_BEZWAAR || state == State.HERROEPEN) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
        return new BesluitEvent.ObjectedTo(bezwaar);
    }

    /** For the objection, in the turn that ends it without a decision on it. */
    public BesluitEvent.ObjectionEnded endObjection(ProcedureId bezwaar) {
        requireObjection(bezwaar);
        return new BesluitEvent.ObjectionEnded(bezwaar);
    }

    /** For the objection, in the turn that makes the decision on it known. */
    public BesluitEvent.Reconsidered reconsider(ProcedureId bezwaar, BesluitEvent.Outcome outcome) {
        requireObjection(bezwaar);
        return new BesluitEvent.Reconsidered(bezwaar, outcome);
    }

    private void requireObjection(ProcedureId bezwaar) {
        requireState(State.IN_BEZWAAR);
        if (lastStep(BesluitEvent.ObjectedTo.class)
                .filter(step -> step.event().equals(new BesluitEvent.ObjectedTo(bezwaar)))
                .isEmpty()) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
    }

    public BesluitEvent.Withdrawn withdraw(Author by, String why) {
        requireDecider(by, state);
        if (state != State.BEKENDGEMAAKT
                && state != State.ONHERROEPELIJK
                && state != State.GEHANDHAAFD
                && state != State.GEWIJZIGD) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
        if (why.isBlank()) {
            throw DecisionRefusal.EMPTY_TEXT.in(state);
        }
        if (why.length() > Aanvraag.LONGEST_TEXT) {
            throw DecisionRefusal.TEXT_TOO_LONG.in(state);
        }
        return new BesluitEvent.Withdrawn(why.strip());
    }

    private void requireState(State only) {
        if (state != only) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
    }

    private void requireSender(Author by) {
        if (state == State.VASTGESTELD) {
            requireDecider(by, state);
        } else if (!(by instanceof Author.Professional)) {
            throw DecisionRefusal.NOT_THIS_ROLE.in(state);
        }
    }

    private static Author.Professional requireDecider(Author by, State state) {
        if (by instanceof Author.Professional decider && decider.role() == Role.BES) {
            return decider;
        }
        throw DecisionRefusal.ONLY_DECIDER.in(state);
    }

    private static void requireFits(DecisionText text) {
        if (text.tooLong()) {
            throw DecisionRefusal.TEXT_TOO_LONG.in(State.CONCEPT);
        }
    }

    @Override
    public String toString() {
        return "Besluit[" + of.id() + ", " + state + "]";
    }
}
