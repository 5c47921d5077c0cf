package nl.voorelkaar.dossier.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;

/** The delivery ledger of one decision or outcome: the ways that its letter went, in order. Immutable. */
public record Sendings(List<Sending> all) {

    public static final Sendings NONE = new Sendings(List.of());

    public Sendings {
        all = List.copyOf(all);
    }

    /** With a letter that lies ready. What was ready and never left is replaced. */
    public Sendings ready(ReadyLetter letter, Instant at) {
        var more = new ArrayList<>(left().all());
        more.add(new Sending(
                letter.sending(),
                letter.channel(),
                letter.paper(),
                letter.sha256(),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return new Sendings(more);
    }

    public Sendings sent(UUID sending, Optional<String> reference, Instant at) {
        return change(sending, one -> one.sent(at, reference));
    }

    public Sendings failed(UUID sending, Sending.Failure why, Instant at) {
        return change(sending, one -> one.failed(why, at));
    }

    /** The mail that says that there is something in the portal went. */
    public Sendings notified(Instant at) {
        return changePlaced(one -> one.notified(at));
    }

    /** A copy of what left last stands ready for who acts for the resident in it. */
    public Sendings copied(Instant at) {
        return last().map(one -> change(one.id(), sent -> sent.copied(at))).orElse(this);
    }

    /** That mail did not arrive. */
    public Sendings noticeFailed(Instant at) {
        return changePlaced(one -> one.failed(Sending.Failure.MELDING_MISLUKT, at));
    }

    /** What the mail server says is about the last sending, when that is in the portal and did not fail before. */
    private Sendings changePlaced(UnaryOperator<Sending> by) {
        return last().filter(one -> one.channel() == Sending.Channel.PORTAAL
                        && one.failure().isEmpty())
                .map(one -> change(one.id(), by))
                .orElse(this);
    }

    private Sendings change(UUID sending, UnaryOperator<Sending> by) {
        return new Sendings(all.stream()
                .map(one -> one.id().equals(sending) ? by.apply(one) : one)
                .toList());
    }

    /** Only those that left. */
    public Sendings left() {
        return new Sendings(
                all.stream().filter(sending -> sending.sentAt().isPresent()).toList());
    }

    /** What is ready and did not leave yet. */
    public Optional<Sending> waiting() {
        return all.isEmpty() || all.getLast().sentAt().isPresent() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The one that left last. */
    public Optional<Sending> last() {
        return all.reversed().stream()
                .filter(sending -> sending.sentAt().isPresent())
                .findFirst();
    }

    /** The last one, when it failed and no other left since. */
    public Optional<Sending> failed() {
        return last().filter(sending -> sending.failure().isPresent());
    }

    /** When and how it was made known, as facts for the term that starts then; empty before that. */
    public Optional<Facts> facts(Rule rule) {
        return last().map(sent -> again(
                of(rule, sent.channel(), sent.sentAt().orElseThrow()),
                left().all.size() > 1));
    }

    /** The same for what would leave at this moment. */
    public Facts facts(Rule rule, Sending.Channel channel, Instant leaves) {
        return again(of(rule, channel, leaves), last().isPresent());
    }

    /** Refuses to let a letter leave that does not lie ready today: it says until when the term runs. */
    public void requireCanLeave(UUID sending, Instant now, Enum<?> state) {
        var ready = waiting()
                .filter(one -> one.id().equals(sending))
                .orElseThrow(() -> DecisionRefusal.NO_SUCH_SENDING.in(state));
        if (!CalendarDays.dayOf(ready.readyAt()).equals(CalendarDays.dayOf(now))) {
            throw DecisionRefusal.LETTER_OF_ANOTHER_DAY.in(state);
        }
    }

    /** Refuses to say that a letter failed which did not leave last, or of which it was said before. */
    public void requireCanFail(UUID sending, Enum<?> state) {
        if (last().filter(one -> one.id().equals(sending)).isEmpty()) {
            throw DecisionRefusal.NO_SUCH_SENDING.in(state);
        }
        if (failed().isPresent()) {
            throw DecisionRefusal.NOT_NOW.in(state);
        }
    }

    /** Refuses a second sending while the first did not fail. */
    public void requireFailed(Enum<?> state) {
        if (failed().isEmpty()) {
            throw DecisionRefusal.SENDING_DID_NOT_FAIL.in(state);
        }
    }

    private Facts again(Facts facts, boolean again) {
        return again
                ? facts.sentAgainAfter(
                        CalendarDays.dayOf(left().all.getFirst().sentAt().orElseThrow()))
                : facts;
    }

    private static Facts of(Rule rule, Sending.Channel channel, Instant at) {
        return channel == Sending.Channel.PORTAAL ? Facts.of(rule, at) : Facts.of(rule, CalendarDays.dayOf(at));
    }
}
