package nl.voorelkaar.portal.workspace.privacy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.Party;

/**
 * What stands out in the use of emergency access, by professional and day. Says that something stands out, never that it was
 * wrong. Looks at no other access: who looked where is sealed in the log of each resident.
 *
 * @param dossiers opened on that day
 */
record UnusualUse(Party by, LocalDate day, int dossiers, Set<Sign> signs) {

    /** From this many dossiers on a day. */
    static final int MANY = 3;

    private static final LocalTime FIRST = LocalTime.of(7, 0);
    private static final LocalTime LAST = LocalTime.of(20, 0);

    enum Sign {
        MANY_DOSSIERS,
        /** Before 7.00, from 20.00 on, or in a weekend. */
        ODD_HOURS
    }

    /** The newest first. What was asked and never opened is left out. */
    static List<UnusualUse> in(Collection<Emergency> emergencies) {
        var found = new ArrayList<UnusualUse>();
        emergencies.stream()
                .filter(emergency -> emergency.from().isPresent())
                .collect(Collectors.groupingBy(emergency -> emergency.by().id()))
                .values()
                .forEach(ofOne -> ofOne.stream()
                        .collect(Collectors.groupingBy(UnusualUse::openedOn))
                        .forEach((day, opened) -> {
                            var signs = signs(opened);
                            if (!signs.isEmpty()) {
                                found.add(new UnusualUse(opened.getFirst().by(), day, dossiers(opened), signs));
                            }
                        }));
        found.sort(Comparator.comparing(UnusualUse::day)
                .reversed()
                .thenComparing(use -> use.by().name()));
        return found;
    }

    private static Set<Sign> signs(List<Emergency> opened) {
        var signs = EnumSet.noneOf(Sign.class);
        if (dossiers(opened) >= MANY) {
            signs.add(Sign.MANY_DOSSIERS);
        }
        if (opened.stream().anyMatch(emergency -> odd(emergency.from().orElseThrow()))) {
            signs.add(Sign.ODD_HOURS);
        }
        return signs;
    }

    private static int dossiers(List<Emergency> opened) {
        return (int) opened.stream().map(Emergency::resident).distinct().count();
    }

    private static LocalDate openedOn(Emergency emergency) {
        return CalendarDays.dayOf(emergency.from().orElseThrow());
    }

    private static boolean odd(Instant opened) {
        var at = opened.atZone(CalendarDays.AMSTERDAM);
        var time = at.toLocalTime();
        return at.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()
                || time.isBefore(FIRST)
                || !time.isBefore(LAST);
    }
}
