package nl.voorelkaar.dossier.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts terms as somebody does with a wall calendar and a pencil: one day at a time. Shares no code and no calendar
 * with the product, so that both are wrong only when both are wrong in the same way.
 */
final class HandCount {

    /** As the royal decrees name them. */
    private static final Set<LocalDate> DECREED = Set.of(
            LocalDate.of(2023, 4, 28),
            LocalDate.of(2023, 5, 19),
            LocalDate.of(2024, 5, 10),
            LocalDate.of(2024, 12, 27),
            LocalDate.of(2025, 5, 30),
            LocalDate.of(2026, 1, 2),
            LocalDate.of(2026, 5, 15),
            LocalDate.of(2027, 5, 7),
            LocalDate.of(2028, 4, 28),
            LocalDate.of(2028, 5, 26));

    private final Set<LocalDate> off = new HashSet<>();

    HandCount(int firstYear, int lastYear) {
        for (var year = firstYear; year <= lastYear; year++) {
            var easter = easter(year);
            var king = LocalDate.of(year, 4, 27);
            off.addAll(List.of(
                    LocalDate.of(year, 1, 1),
                    easter.minusDays(2),
                    easter.plusDays(1),
                    king.getDayOfWeek() == DayOfWeek.SUNDAY ? king.minusDays(1) : king,
                    LocalDate.of(year, 5, 5),
                    easter.plusDays(39),
                    easter.plusDays(50),
                    LocalDate.of(year, 12, 25),
                    LocalDate.of(year, 12, 26)));
        }
        off.addAll(DECREED);
    }

    /** Gauss: the first Sunday after the first full moon of spring. */
    static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
        if (moon == 29 || moon == 28 && golden > 10) {
            moon--;
        }
        var full = LocalDate.of(year, 3, 21).plusDays(moon);
        do {
            full = full.plusDays(1);
        } while (full.getDayOfWeek() != DayOfWeek.SUNDAY);
        return full;
    }

    boolean off(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY || off.contains(day);
    }

    static LocalDate days(LocalDate event, int number) {
        return running(event, number, Set.of());
    }

    static LocalDate weeks(LocalDate event, int number) {
        return days(event, 7 * number);
    }

    /** Days on which the term stands still do not count. */
    static LocalDate running(LocalDate event, int number, Set<LocalDate> still) {
        var day = event;
        for (var left = number; left > 0; ) {
            day = day.plusDays(1);
            left -= still.contains(day) ? 0 : 1;
        }
        return day;
    }

    /** Turns the page of the calendar, and stops at the same number or at the end of the page. */
    static LocalDate months(LocalDate event, int number) {
        var day = event;
        for (var turned = 0; turned < number; ) {
            day = day.plusDays(1);
            turned += day.getDayOfMonth() == 1 ? 1 : 0;
        }
        while (day.getDayOfMonth() < event.getDayOfMonth() && day.plusDays(1).getDayOfMonth() != 1) {
            day = day.plusDays(1);
        }
        return day;
    }

    LocalDate rolled(LocalDate day) {
        return off(day) ? rolled(day.plusDays(1)) : day;
    }

    /** Rolled, and with two days of work in it. */
    LocalDate statutory(LocalDate event, LocalDate raw) {
        var day = rolled(raw);
        while (event.plusDays(1)
                        .datesUntil(day.plusDays(1))
                        .filter(each -> !off(each))
                        .count()
                < 2) {
            day = rolled(day.plusDays(1));
        }
        return day;
    }
}
