package nl.voorelkaar.consent;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;

/** When people at work seldom work: before 7.00, from 20.00 on, or in a weekend; in Amsterdam. */
public final class OddHours {

    private static final LocalTime FIRST = LocalTime.of(7, 0);
    private static final LocalTime LAST = LocalTime.of(20, 0);

    private OddHours() {}

    public static boolean at(Instant moment) {
        var there = moment.atZone(CalendarDays.AMSTERDAM);
        var time = there.toLocalTime();
        return there.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || time.isBefore(FIRST) || !time.isBefore(LAST);
    }
}
