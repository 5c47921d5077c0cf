package nl.voorelkaar.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.Optional;

/**
 * How old somebody is on a day (DOMAIN §3.4). A birthday begins at 00:00 Europe/Amsterdam; who was born on 29 February
 * is a year older on 1 March in common years.
 */
public final class Ages {

    /** The birthdays on which the law lets a young person do more by themselves. */
    public static final List<Integer> THRESHOLDS = List.of(12, 16, 18);

    /** How long before such a birthday the young person and the parents hear of it. */
    public static final int ANNOUNCED_DAYS_BEFORE = 60;

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private Ages() {}

    /** The day on which somebody reaches this age. */
    public static LocalDate turns(LocalDate born, int age) {
        var year = born.getYear() + age;
        return MonthDay.from(born).equals(LEAP_DAY) && !Year.isLeap(year)
                ? LocalDate.of(year, 3, 1)
                : born.plusYears(age);
    }

    /** The first instant at which somebody has this age. */
    public static Instant begins(LocalDate born, int age) {
        return CalendarDays.endOf(turns(born, age).minusDays(1));
    }

    /** Whether somebody has reached this age on this day. */
    public static boolean reached(LocalDate born, int age, LocalDate day) {
        return !day.isBefore(turns(born, age));
    }

    /** The birthday after this day that changes what somebody may do; empty from eighteen on. */
    public static Optional<Integer> next(LocalDate born, LocalDate day) {
        return THRESHOLDS.stream().filter(age -> !reached(born, age, day)).findFirst();
    }
}
