package nl.voorelkaar.dossier.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.voorelkaar.consent.CalendarDays;

/**
 * Computes terms. Immutable, without a clock and without a database: the answer depends on the facts, the calendar, the
 * amounts and the policy of the municipality alone.
 */
public final class Deadlines {

    private final FreeDays freeDays;
    private final PenaltyRates rates;
    private final DeadlinePolicy policy;
    private final List<Outage> outages;

    public Deadlines(FreeDays freeDays, PenaltyRates rates, DeadlinePolicy policy) {
        this(freeDays, rates, policy, List.of());
    }

    /** @param outages of this portal: each term that one moves takes it into account, whatever its facts say */
    public Deadlines(FreeDays freeDays, PenaltyRates rates, DeadlinePolicy policy, List<Outage> outages) {
        this.freeDays = freeDays;
        this.rates = rates;
        this.policy = policy;
        this.outages = List.copyOf(outages);
    }

    /** For the Netherlands, with the usual policy. */
    public static Deadlines usual() {
        return new Deadlines(FreeDays.netherlands(), PenaltyRates.known(), DeadlinePolicy.USUAL);
    }

    public Deadline of(Facts facts) {
        return new Calculation(freeDays, policy, outages, facts).deadline();
    }

    /** A term without anything on the way. @throws IllegalArgumentException for a rule in hours */
    public Deadline of(Rule rule, LocalDate day) {
        return of(Facts.of(rule, day));
    }

    /** The time to decide on an objection against a decision of which this is the time to object. */
    public Facts decisionOn(Deadline objection) {
        return Facts.of(Rule.DECISION_ON_OBJECTION, objection.lastDay());
    }

    /**
     * The penalty after a valid notice of default.
     *
     * @param received the day on which the municipality received the notice
     */
    public Penalty penalty(LocalDate received) {
        var grace = of(Rule.DEFAULT_NOTICE, received);
        var first = grace.lastDay().plusDays(1);
        return new Penalty(grace, first, first.plusDays(PenaltyRates.MOST_DAYS - 1L), rates);
    }

    /**
     * What a penalty comes to, with its steps.
     *
     * @param today whose amounts count when only a number of days is known
     */
    public PenaltyOutcome of(PenaltyFacts facts, LocalDate today) {
        return new PenaltyCalculation(this, facts, today).outcome();
    }

    /** What a notice of default does about a decision that is due. */
    public DefaultNotice defaultNotice(Deadline decision, LocalDate received) {
        if (decision.standsStill()) {
            return new DefaultNotice.StandsStill();
        }
        return received.isAfter(decision.lastDay())
                ? new DefaultNotice.Valid(penalty(received))
                : new DefaultNotice.TooEarly(decision.lastDay().plusDays(1));
    }

    /** Whether an objection or appeal came in time. */
    public Timeliness timeliness(Deadline term, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Electronic electronic ->
                electronic.reached().isBefore(beginning(term))
                        ? Timeliness.EARLY
                        : term.inTime(electronic.reached()) ? Timeliness.IN_TIME : Timeliness.LATE;
            case Arrival.HandedIn handedIn -> onDay(term, handedIn.day());
            case Arrival.ByPost post -> {
                var plain = onDay(term, post.received());
                var posted = post.posted();
                yield plain == Timeliness.LATE
                                && posted != null
                                && !posted.isAfter(term.lastDay())
                                && !post.received()
                                        .isAfter(of(Rule.POST, term.lastDay()).lastDay())
                        ? Timeliness.IN_TIME_BY_POST
                        : plain;
            }
        };
    }

    private static Timeliness onDay(Deadline term, LocalDate day) {
        if (day.isBefore(term.facts().day())) {
            return Timeliness.EARLY;
        }
        return day.isAfter(term.lastDay()) ? Timeliness.LATE : Timeliness.IN_TIME;
    }

    private static Instant beginning(Deadline term) {
        return Objects.requireNonNullElseGet(
                term.facts().moment(),
                () -> term.facts().day().atStartOfDay(CalendarDays.AMSTERDAM).toInstant());
    }

    public FreeDays freeDays() {
        return freeDays;
    }

    public PenaltyRates rates() {
        return rates;
    }

    public DeadlinePolicy policy() {
        return policy;
    }
}
