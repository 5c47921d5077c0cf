package nl.voorelkaar.dossier.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.voorelkaar.consent.CalendarDays;

/**
 * The last day of a term and how it came about. Everybody who sees the same facts gets an equal value.
 *
 * @param lastDay the statutory last day (fatale datum)
 * @param end the first moment after the term: 24:00 of the last day in Europe/Amsterdam, or for hours the exact moment
 * @param target the earliest day that a careful reading of the law gives (streefdatum): by then the municipality is
 *     done. For a term of the resident the same as the last day
 * @param standsStill whether the term stands still; then the last day moves on each day and the term cannot pass
 * @param steps from the event to the outcome, in order
 */
public record Deadline(
        Facts facts, LocalDate lastDay, Instant end, LocalDate target, boolean standsStill, List<Step> steps) {

    public Deadline {
        steps = List.copyOf(steps);
    }

    public Rule rule() {
        return facts.rule();
    }

    /** Whether what reached the house at this moment is in time. To the nanosecond: 24:00 itself is late. */
    public boolean inTime(Instant received) {
        return standsStill || received.isBefore(end);
    }

    /** Whether the term is over. */
    public boolean passed(Instant now) {
        return !inTime(now);
    }

    /** How many days are left after today, negative once it passed. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, lastDay);
    }

    /** {@link #end()} on the clock of the Netherlands. */
    public ZonedDateTime endInAmsterdam() {
        return end.atZone(CalendarDays.AMSTERDAM);
    }
}
