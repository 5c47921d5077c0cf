package nl.voorelkaar.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgesTests {

    private static final LocalDate SANNE = LocalDate.of(2014, 10, 12);
    private static final LocalDate DAAN = LocalDate.of(2010, 11, 20);
    private static final LocalDate MILAN = LocalDate.of(2008, 10, 30);
    private static final LocalDate LOTTE = LocalDate.of(2012, 2, 29);

    @Test
    void aBirthdayBeginsAtMidnightInAmsterdamInSummerAndInWinter() {
        assertThat(Ages.begins(SANNE, 12)).isEqualTo(Instant.parse("2026-10-11T22:00:00Z"));
        assertThat(Ages.begins(DAAN, 16)).isEqualTo(Instant.parse("2026-11-19T23:00:00Z"));
        assertThat(Ages.begins(MILAN, 18)).isEqualTo(Instant.parse("2026-10-29T23:00:00Z"));
    }

    @Test
    void whoWasBornOn29FebruaryIsAYearOlderOn1MarchInCommonYears() {
        assertThat(Ages.turns(LOTTE, 15)).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(Ages.turns(LOTTE, 18)).isEqualTo(LocalDate.of(2030, 3, 1));
        assertThat(Ages.reached(LOTTE, 15, LocalDate.of(2027, 2, 28))).isFalse();
        assertThat(Ages.reached(LOTTE, 15, LocalDate.of(2027, 3, 1))).isTrue();
    }

    @Test
    void whoWasBornOn29FebruaryIsAYearOlderOnThatDayInLeapYears() {
        assertThat(Ages.turns(LOTTE, 12)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(Ages.turns(LOTTE, 16)).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void whoWasBornOn28FebruaryTurnsOnThatDay() {
        assertThat(Ages.turns(LocalDate.of(2011, 2, 28), 16)).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void anAgeIsReachedOnTheDayAndNotTheDayBefore() {
        assertThat(Ages.reached(SANNE, 12, LocalDate.of(2026, 10, 11))).isFalse();
        assertThat(Ages.reached(SANNE, 12, LocalDate.of(2026, 10, 12))).isTrue();
    }

    @Test
    void theNextBirthdayThatChangesSomethingIsTwelveThenSixteenThenEighteen() {
        assertThat(Ages.next(SANNE, LocalDate.of(2026, 10, 11))).contains(12);
        assertThat(Ages.next(SANNE, LocalDate.of(2026, 10, 12))).contains(16);
        assertThat(Ages.next(SANNE, LocalDate.of(2030, 10, 12))).contains(18);
        assertThat(Ages.next(SANNE, LocalDate.of(2032, 10, 12))).isEmpty();
    }
}
