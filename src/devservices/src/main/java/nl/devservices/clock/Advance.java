package nl.devservices.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * A step in time as ISO 8601 writes it: a period of days and longer, counted on the calendar ({@code P14D},
 * {@code P1M}), a duration of hours and shorter, counted on the clock ({@code PT2H}), or both ({@code P1DT6H}). A
 * leading minus goes back.
 */
record Advance(Period days, Duration hours) {

    /** @throws DateTimeException when it is not an ISO 8601 period or duration */
    static Advance parse(String text) {
        var step = text.strip().toUpperCase(Locale.ROOT);
        var back = step.startsWith("-");
        if (back) {
            step = step.substring(1);
        }
        var t = step.indexOf('T');
        var days = t == 1 ? Period.ZERO : Period.parse(t < 0 ? step : step.substring(0, t));
        var hours = t < 0 ? Duration.ZERO : Duration.parse("PT" + step.substring(t + 1));
        return back ? new Advance(days.negated(), hours.negated()) : new Advance(days, hours);
    }

    /** @throws DateTimeException when the answer does not fit a calendar */
    ZonedDateTime from(ZonedDateTime now) {
        return now.plus(days).plus(hours);
    }
}
