package nl.voorelkaar.portal.resident.dossier;

import java.time.Clock;
import java.time.LocalDate;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.Residents;

/**
 * Which days an entry of this resident can be about: from the start of the year of birth up to a year from now. Other
 * days are slips of a finger, such as 1206 or 20266.
 */
record EntryDays(LocalDate first, LocalDate today) {

    static EntryDays of(Residents.Profile profile, Clock clock) {
        return new EntryDays(profile.born().withDayOfYear(1), CalendarDays.dayOf(clock.instant()));
    }

    LocalDate last() {
        return today.plusYears(1);
    }

    boolean contain(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last());
    }
}
