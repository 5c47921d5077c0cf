package nl.voorelkaar.dossier.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Saturdays, Sundays, holidays and the days that are equated with one. */
public interface FreeDays {

    /**
     * Why a term does not end on this day; empty for an ordinary day. A holiday on a Saturday has the name of the
     * holiday.
     */
    Optional<FreeDay> on(LocalDate day);

    /**
     * The last day for which royal decrees have named equated days. After it a later decree can still move a last day,
     * only ever to a later one.
     */
    LocalDate knownUntil();

    default boolean free(LocalDate day) {
        return on(day).isPresent();
    }

    /**
     * Counts on over days that are not free, from a day that itself does not count.
     *
     * @param days 1 or more
     */
    default LocalDate workingDay(LocalDate day, int days) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(next -> !free(next))
                .skip(days - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** The Netherlands, 1990 and later; equated days from 2023. Immutable and free to share. */
    static FreeDays netherlands() {
        return new DutchFreeDays();
    }
}
