package nl.voorelkaar.dossier.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.voorelkaar.consent.CalendarDays;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as far as a term depends on it. This is what is kept ({@link #text()}); the last day is computed from
 * it each time, so that a new royal decree or a later event needs no repair.
 *
 * @param day the day of the event, in Europe/Amsterdam
 * @param moment its moment, where known; needed by rules in hours
 * @param advised a commission or an adviser takes part
 * @param extension how much time the municipality took once; null for none
 * @param agreedUntil the day to which all agreed to wait; null for none
 * @param days the length, for rules with days of their own; null for that of the municipality
 * @param rolls whether a cooling-off period moves on from a free day, as the municipality had it on that day; null for
 *     as it has it now
 * @param failedSending the day of a first sending that did not arrive; {@code day} is then that of the second
 */
public record Facts(
        Rule rule,
        LocalDate day,
        @Nullable Instant moment,
        boolean advised,
        @Nullable Length extension,
        @Nullable LocalDate agreedUntil,
        List<Suspension> suspensions,
        @Nullable Integer days,
        @Nullable Boolean rolls,
        @Nullable LocalDate failedSending,
        List<Outage> outages) {

    /** @throws IllegalArgumentException when the rule does not know what is said, or a moment is missing */
    public Facts {
        suspensions = List.copyOf(suspensions);
        outages = List.copyOf(outages);
        if (rule.timed() && moment == null) {
            throw new IllegalArgumentException(rule + " needs a moment");
        }
        var options = rule.options();
        permitted(rule, !advised || options.contains(Rule.Option.COMMITTEE) || options.contains(Rule.Option.ADVISER));
        permitted(rule, extension == null || options.contains(Rule.Option.EXTENDED));
        permitted(rule, agreedUntil == null || options.contains(Rule.Option.AGREED));
        permitted(rule, suspensions.isEmpty() || options.contains(Rule.Option.SUSPENDED));
        permitted(rule, days == null || options.contains(Rule.Option.DAYS) && days >= 0);
        permitted(rule, rolls == null || options.contains(Rule.Option.ROLLS));
        permitted(rule, failedSending == null || options.contains(Rule.Option.SENT_AGAIN));
        permitted(rule, outages.isEmpty() || options.contains(Rule.Option.OUTAGE));
        if (extension != null && extension.longerThan(Objects.requireNonNull(rule.extension()))) {
            throw new IllegalArgumentException(rule + " is not extended that long");
        }
    }

    private static void permitted(Rule rule, boolean permitted) {
        if (!permitted) {
            throw new IllegalArgumentException(rule + " does not know that");
        }
    }

    public static Facts of(Rule rule, LocalDate day) {
        return new Facts(rule, day, null, false, null, null, List.of(), null, null, null, List.of());
    }

    /**
     * For example the moment on which a message became accessible in the portal (Awb 2:19), or reached it (Awb 2:20).
     */
    public static Facts of(Rule rule, Instant moment) {
        return new Facts(
                rule, CalendarDays.dayOf(moment), moment, false, null, null, List.of(), null, null, null, List.of());
    }

    /** A commission (Awb 7:13) or an adviser (Awb 9:14) takes part, which makes the term longer. */
    public Facts withAdvice() {
        return new Facts(
                rule, day, moment, true, extension, agreedUntil, suspensions, days, rolls, failedSending, outages);
    }

    /** The municipality took all the time that it may take, once. @throws IllegalStateException when it did before */
    public Facts extended() {
        var most = rule.extension();
        if (most == null) {
            throw new IllegalArgumentException(rule + " cannot be extended");
        }
        return extendedBy(most);
    }

    /** The municipality took more time, once. @throws IllegalStateException when it did before */
    public Facts extendedBy(Length length) {
        if (extension != null) {
            throw new IllegalStateException("a term is extended once");
        }
        return new Facts(
                rule, day, moment, advised, length, agreedUntil, suspensions, days, rolls, failedSending, outages);
    }

    /** All who are concerned agreed to wait until the end of this day (Awb 7:10 lid 4, 9:11 lid 3). */
    public Facts agreedUntil(LocalDate until) {
        return new Facts(
                rule, day, moment, advised, extension, until, suspensions, days, rolls, failedSending, outages);
    }

    /** Adds a time in which the term stood still, or stands still now. */
    public Facts suspended(Suspension suspension) {
        var all = new ArrayList<>(suspensions);
        all.add(suspension);
        return new Facts(rule, day, moment, advised, extension, agreedUntil, all, days, rolls, failedSending, outages);
    }

    /** The length in days of a term that has one of its own. */
    public Facts lasting(int number) {
        return new Facts(
                rule, day, moment, advised, extension, agreedUntil, suspensions, number, rolls, failedSending, outages);
    }

    /** A cooling-off period as this policy has it, whatever becomes of the policy. */
    public Facts under(DeadlinePolicy policy) {
        return new Facts(
                rule,
                day,
                moment,
                advised,
                extension,
                agreedUntil,
                suspensions,
                policy.coolingOffDays(),
                policy.coolingOffRolls(),
                failedSending,
                outages);
    }

    /** The event is a second sending, after one on that day that failed (Awb 2:11). */
    public Facts sentAgainAfter(LocalDate failed) {
        return new Facts(rule, day, moment, advised, extension, agreedUntil, suspensions, days, rolls, failed, outages);
    }

    /** When the portal did not work; only what touches the last day plays a part. */
    public Facts withOutages(List<Outage> known) {
        return new Facts(
                rule, day, moment, advised, extension, agreedUntil, suspensions, days, rolls, failedSending, known);
    }

    /**
     * These facts as one line, for keeping and for addresses: a query string such as
     * {@code regel=bezwaar&vanaf=2026-03-02}. {@link #read(String)} gives the same facts back.
     */
    public String text() {
        return FactsText.write(this);
    }

    /** @throws BadFacts naming each field that is wrong */
    public static Facts read(String text) {
        return FactsText.read(text);
    }

    /**
     * From named fields, as in an address.
     *
     * @throws BadFacts naming each field that is wrong
     */
    public static Facts read(Map<String, List<String>> fields) {
        return FactsText.read(fields);
    }
}
