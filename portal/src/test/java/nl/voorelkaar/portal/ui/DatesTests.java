package nl.voorelkaar.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTests {

    @Test
    void aDayIsWrittenInWords() {
        assertThat(Dates.day(LocalDate.of(2026, 11, 20))).isEqualTo("vrijdag 20 november 2026");
        assertThat(Dates.day(LocalDate.of(2026, 11, 20), Locale.ENGLISH)).isEqualTo("Friday 20 November 2026");
    }

    @Test
    void aMomentIsToldInAmsterdamTime() {
        assertThat(Dates.moment(Instant.parse("2026-10-03T12:12:00Z")))
                .isEqualTo("zaterdag 3 oktober 2026 om 14.12 uur");
        assertThat(Dates.moment(Instant.parse("2026-12-03T12:12:00Z"), Locale.ENGLISH))
                .isEqualTo("Thursday 3 December 2026 at 13:12");
    }

    @Test
    void midnightBelongsToTheDayThatBegins() {
        assertThat(Dates.moment(Instant.parse("2026-10-04T22:00:00Z"))).isEqualTo("maandag 5 oktober 2026 om 0.00 uur");
    }

    @Test
    void theLastDayOfAPeriodThatEndsAtMidnightIsTheDayBefore() {
        assertThat(Dates.lastDay(Instant.parse("2027-03-31T22:00:00Z"))).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @ParameterizedTest
    @CsvSource({"-1, voorbij", "0, vandaag", "1, morgen", "2, nog 2 dagen", "400, nog 400 dagen"})
    void whatIsLeftIsToldInDays(int days, String words) {
        var today = LocalDate.of(2026, 10, 24);
        assertThat(Dates.left(today, today.plusDays(days))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1;1 kB", "240000;240 kB", "2400000;2,4 MB", "26214400;26,2 MB"})
    void aSizeIsRounded(long bytes, String words) {
        assertThat(Dates.size(bytes)).isEqualTo(words);
    }
}
