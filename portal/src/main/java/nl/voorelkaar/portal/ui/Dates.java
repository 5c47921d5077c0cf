package nl.voorelkaar.portal.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.CalendarDays;

/** Days and moments in words, as people in the Netherlands say them: in Europe/Amsterdam, never in digits only. */
public final class Dates {

    private Dates() {}

    /** "vrijdag 20 november 2026". */
    public static String day(LocalDate day) {
        return day(day, Words.locale());
    }

    public static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", language).format(day);
    }

    /** "20 november 2026". */
    public static String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Words.locale()).format(day);
    }

    /** "vrijdag 20 november 2026 om 14.12 uur". */
    public static String moment(Instant instant) {
        return moment(instant, Words.locale());
    }

    public static String moment(Instant instant, Locale language) {
        return Words.say(language, "dates.moment", day(CalendarDays.dayOf(instant), language), time(instant, language));
    }

    /** "14.12 uur", in English "14:12". */
    public static String time(Instant instant) {
        return time(instant, Words.locale());
    }

    private static String time(Instant instant, Locale language) {
        return DateTimeFormatter.ofPattern(language.getLanguage().equals("nl") ? "H.mm 'uur'" : "HH:mm", language)
                .format(instant.atZone(CalendarDays.AMSTERDAM));
    }

    /** A time as people type it: "14:30", "14.30" or "9:30"; empty for what is none. */
    public static Optional<LocalTime> timeOfDay(String typed) {
        try {
            var plain = typed.strip().replace('.', ':');
            return Optional.of(LocalTime.parse(plain.length() == 4 ? "0" + plain : plain));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** How long until the end of that day: "vandaag", "morgen", "nog 12 dagen"; "voorbij" for a day that was. */
    public static String left(LocalDate today, LocalDate last) {
        var days = ChronoUnit.DAYS.between(today, last);
        if (days < 0) {
            return Words.say("dates.over");
        }
        if (days < 2) {
            return Words.say(days == 0 ? "dates.today" : "dates.tomorrow");
        }
        return Words.say("dates.left", days);
    }

    /** The last day on which something holds that ends at this instant, exclusive. */
    public static LocalDate lastDay(Instant untilExclusive) {
        return CalendarDays.dayOf(untilExclusive.minusMillis(1));
    }

    /** "240 kB", "2,4 MB". */
    public static String size(long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1000.0)) + " kB";
        }
        return String.format(Words.locale(), "%.1f MB", bytes / 1_000_000.0);
    }
}
