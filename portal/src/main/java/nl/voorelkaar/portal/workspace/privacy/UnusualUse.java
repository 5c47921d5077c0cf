package nl.voorelkaar.portal.workspace.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.OddHours;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PrivacyWatch;

/**
 * What stands out in what a professional did on a day. Says that something stands out, never that it was wrong, and
 * never whose dossier it was.
 *
 * @param dossiers opened on that day
 * @param refused attempts
 */
record UnusualUse(Party by, LocalDate day, int dossiers, int refused, Set<Sign> signs) {

    /** In an emergency, from this many dossiers on a day. */
    static final int MANY = 3;

    enum Sign {
        MANY_DOSSIERS,
        /** {@link OddHours}. */
        ODD_HOURS,
        MANY_REFUSALS,
        /** Of a resident who asked to be watched over, without a case or a permission. */
        CLOSER_WATCH,
        /** The same, of somebody in the own street. */
        OWN_STREET
    }

    /** Of all access, as it was counted. */
    static UnusualUse of(PrivacyWatch.DayOfUse counted) {
        var signs = EnumSet.noneOf(Sign.class);
        if (counted.dossiers() >= PrivacyWatch.MANY_DOSSIERS) {
            signs.add(Sign.MANY_DOSSIERS);
        }
        if (counted.odd() > 0) {
            signs.add(Sign.ODD_HOURS);
        }
        if (counted.refused() >= PrivacyWatch.MANY_REFUSALS) {
            signs.add(Sign.MANY_REFUSALS);
        }
        if (counted.asked() > 0) {
            signs.add(Sign.CLOSER_WATCH);
        }
        if (counted.near() > 0) {
            signs.add(Sign.OWN_STREET);
        }
        return new UnusualUse(counted.by(), counted.day(), counted.dossiers(), counted.refused(), signs);
    }

    /** Of emergency access, the newest first. What was asked and never opened is left out. */
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
                                found.add(new UnusualUse(opened.getFirst().by(), day, dossiers(opened), 0, signs));
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
        if (opened.stream().anyMatch(emergency -> OddHours.at(emergency.from().orElseThrow()))) {
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
}
