package nl.voorelkaar.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as people mean them: in Europe/Amsterdam, "tot en met 31 mei" ends at 24:00. */
public final class CalendarDays {

    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private CalendarDays() {}

    /** The first instant after this day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(AMSTERDAM).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(AMSTERDAM).toLocalDate();
    }
}
