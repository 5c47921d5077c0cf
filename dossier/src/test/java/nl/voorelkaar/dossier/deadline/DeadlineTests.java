package nl.voorelkaar.dossier.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import nl.voorelkaar.consent.CalendarDays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    private static final Deadlines DEADLINES = Deadlines.usual();

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local)
                .atZone(CalendarDays.AMSTERDAM)
                .toInstant();
    }

    private static List<String> said(Deadline deadline) {
        var words = new DeadlineWords(Locale.of("nl"));
        return deadline.steps().stream().map(words::of).toList();
    }

    @Nested
    class TheSteps {

        @Test
        void sayInPlainWordsHowTheLastDayCameAbout() {
            assertThat(said(DEADLINES.of(Rule.OBJECTION, day(2026, 2, 23))))
                    .containsExactly(
                            "Wij maakten het besluit bekend op maandag 23 februari 2026. De dag daarna begint de termijn.",
                            "6 weken later is maandag 6 april 2026.",
                            "Maandag 6 april 2026 is tweede paasdag.",
                            "Dan telt de volgende gewone dag: dinsdag 7 april 2026.",
                            "U kunt bezwaar maken tot en met dinsdag 7 april 2026, 24.00 uur.");
        }

        @Test
        void nameEveryFreeDayOnTheWay() {
            assertThat(said(DEADLINES.of(Rule.OBJECTION, day(2026, 4, 2))).subList(2, 7))
                    .containsExactly(
                            "Donderdag 14 mei 2026 is Hemelvaartsdag.",
                            "Vrijdag 15 mei 2026 is een dag die de regering gelijkstelt met een feestdag.",
                            "Zaterdag 16 mei 2026 is een dag in het weekend.",
                            "Zondag 17 mei 2026 is een dag in het weekend.",
                            "Dan telt de volgende gewone dag: maandag 18 mei 2026.");
        }

        @Test
        void nameTheirArticles() {
            var words = new DeadlineWords(Locale.of("nl"));
            assertThat(DEADLINES.of(Rule.OBJECTION, day(2026, 4, 2)).steps().stream()
                            .map(Step::article)
                            .map(words::of))
                    .containsExactly(
                            "Awb artikel 6:8 lid 1",
                            "Awb artikel 6:7",
                            "Algemene termijnenwet artikel 3 lid 1",
                            "Algemene termijnenwet artikel 3 lid 3",
                            "Algemene termijnenwet artikel 1 lid 1",
                            "Algemene termijnenwet artikel 1 lid 1",
                            "Algemene termijnenwet artikel 1 lid 1",
                            "Awb artikel 6:7");
        }

        @Test
        void sayThatLaterDecreesCanStillAddDays() {
            assertThat(DEADLINES.of(Rule.OBJECTION, day(2028, 11, 1)).steps())
                    .noneMatch(step -> step.kind() == Step.Kind.CALENDAR_OPEN);
            assertThat(DEADLINES.of(Rule.OBJECTION, day(2029, 1, 2)).steps())
                    .anyMatch(step -> step.kind() == Step.Kind.CALENDAR_OPEN);
        }
    }

    @Nested
    class WhenTheClockChanges {

        @Test
        void hoursAreHours() {
            var deadline = DEADLINES.of(Facts.of(Rule.NOTIFICATION, at("2026-10-23T16:00")));
            assertThat(deadline.end())
                    .isEqualTo(ZonedDateTime.parse("2026-10-25T15:00+01:00").toInstant());
            assertThat(deadline.lastDay()).isEqualTo(day(2026, 10, 25));
            assertThat(DEADLINES
                            .of(Facts.of(Rule.BREACH, at("2026-03-27T12:00")))
                            .end())
                    .isEqualTo(ZonedDateTime.parse("2026-03-30T13:00+02:00").toInstant());
        }

        @Test
        void aDayEndsAtMidnightOfItsOwnClock() {
            var deadline = DEADLINES.of(Rule.COOLING_OFF, day(2026, 10, 11));
            assertThat(deadline.endInAmsterdam()).hasToString("2026-10-27T00:00+01:00[Europe/Amsterdam]");
            assertThat(DEADLINES.of(Rule.OBJECTION, day(2026, 3, 2)).endInAmsterdam())
                    .hasToString("2026-04-14T00:00+02:00[Europe/Amsterdam]");
        }

        @Test
        void aTermInHoursThatEndsAtMidnightEndsWithTheDayBefore() {
            assertThat(DEADLINES
                            .of(Facts.of(Rule.URGENT, at("2026-06-01T00:00")))
                            .lastDay())
                    .isEqualTo(day(2026, 6, 1));
        }
    }

    @Nested
    class WhatArrives {

        private final Deadline objection = DEADLINES.of(Rule.OBJECTION, day(2026, 3, 2));

        @Test
        void isInTimeUntilTheLastSecond() {
            assertThat(electronic("2026-04-13T23:59:59")).isEqualTo(Timeliness.IN_TIME);
            assertThat(electronic("2026-04-14T00:00:00")).isEqualTo(Timeliness.LATE);
            assertThat(electronic("2026-04-14T00:00:01")).isEqualTo(Timeliness.LATE);
        }

        @Test
        void countsFromTheDayOnWhichTheDecisionCouldBeOpened() {
            assertThat(DEADLINES
                            .of(Facts.of(Rule.OBJECTION, at("2026-10-09T23:40")))
                            .lastDay())
                    .isEqualTo(day(2026, 11, 20));
            assertThat(DEADLINES
                            .of(Facts.of(Rule.OBJECTION, at("2026-10-10T00:10")))
                            .lastDay())
                    .isEqualTo(day(2026, 11, 23));
        }

        @Test
        void byPostMayComeAWeekLater() {
            assertThat(post(objection, day(2026, 4, 13), day(2026, 4, 20))).isEqualTo(Timeliness.IN_TIME_BY_POST);
            assertThat(post(objection, day(2026, 4, 13), day(2026, 4, 21))).isEqualTo(Timeliness.LATE);
            assertThat(post(objection, day(2026, 4, 14), day(2026, 4, 15))).isEqualTo(Timeliness.LATE);
            assertThat(post(objection, null, day(2026, 4, 14))).isEqualTo(Timeliness.LATE);
            assertThat(post(objection, null, day(2026, 4, 13))).isEqualTo(Timeliness.IN_TIME);
            var easter = DEADLINES.of(Rule.OBJECTION, day(2026, 2, 16));
            assertThat(post(easter, day(2026, 3, 30), day(2026, 4, 7))).isEqualTo(Timeliness.IN_TIME_BY_POST);
            assertThat(post(easter, day(2026, 3, 30), day(2026, 4, 8))).isEqualTo(Timeliness.LATE);
        }

        @Test
        void canComeBeforeTheDecisionItself() {
            assertThat(electronic("2026-03-01T12:00:00")).isEqualTo(Timeliness.EARLY);
            assertThat(electronic("2026-03-02T00:00:00")).isEqualTo(Timeliness.IN_TIME);
            assertThat(DEADLINES.timeliness(objection, new Arrival.HandedIn(day(2026, 3, 1))))
                    .isEqualTo(Timeliness.EARLY);
            assertThat(DEADLINES.timeliness(objection, new Arrival.HandedIn(day(2026, 4, 14))))
                    .isEqualTo(Timeliness.LATE);
        }

        private Timeliness electronic(String moment) {
            return DEADLINES.timeliness(objection, new Arrival.Electronic(at(moment)));
        }

        private Timeliness post(
                Deadline term, @org.jspecify.annotations.Nullable LocalDate posted, LocalDate received) {
            return DEADLINES.timeliness(term, new Arrival.ByPost(posted, received));
        }
    }

    @Nested
    class ASecondSending {

        @Test
        void isTheOneThatCountsAndIsSaid() {
            var deadline =
                    DEADLINES.of(Facts.of(Rule.OBJECTION, day(2026, 3, 2)).sentAgainAfter(day(2026, 2, 20)));
            assertThat(deadline.lastDay()).isEqualTo(day(2026, 4, 13));
            assertThat(said(deadline))
                    .first()
                    .isEqualTo("De eerste verzending op vrijdag 20 februari 2026 kwam niet aan."
                            + " De tweede verzending op maandag 2 maart 2026 telt.");
        }
    }

    @Nested
    class AnOutageOnTheLastDay {

        private final Facts facts = Facts.of(Rule.OBJECTION, day(2026, 3, 2));

        @Test
        void givesTheNextOrdinaryDayAfterIt() {
            assertThat(last("2026-04-13T20:00", "2026-04-13T22:00")).isEqualTo(day(2026, 4, 14));
            assertThat(last("2026-04-13T23:50", "2026-04-14T00:10")).isEqualTo(day(2026, 4, 15));
            assertThat(last("2026-04-13T23:50", "2026-04-17T10:00")).isEqualTo(day(2026, 4, 20));
        }

        @Test
        void doesNothingWhenItWasShortOrOnAnotherDay() {
            assertThat(last("2026-04-13T20:00", "2026-04-13T20:59")).isEqualTo(day(2026, 4, 13));
            assertThat(last("2026-04-12T00:00", "2026-04-13T00:00")).isEqualTo(day(2026, 4, 13));
            assertThat(last("2026-04-14T00:00", "2026-04-15T00:00")).isEqualTo(day(2026, 4, 13));
        }

        @Test
        void canBeFollowedByAnother() {
            assertThat(DEADLINES
                            .of(facts.withOutages(List.of(
                                    new Outage(at("2026-04-14T09:00"), at("2026-04-14T12:00")),
                                    new Outage(at("2026-04-13T09:00"), at("2026-04-13T12:00")))))
                            .lastDay())
                    .isEqualTo(day(2026, 4, 15));
        }

        @Test
        void countsForEachTermOfAPortalThatKnowsOfItAndForNoneThatIsTheMunicipalitys() {
            var outage = new Outage(at("2026-04-13T20:00"), at("2026-04-13T22:00"));
            var knowing = new Deadlines(
                    FreeDays.netherlands(), PenaltyRates.known(), DeadlinePolicy.USUAL, List.of(outage, outage));

            assertThat(knowing.of(facts)).satisfies(term -> {
                assertThat(term.lastDay()).isEqualTo(day(2026, 4, 14));
                assertThat(term.steps()).extracting(Step::kind).containsOnlyOnce(Step.Kind.OUTAGE);
                assertThat(term.inTime(at("2026-04-14T12:00"))).isTrue();
            });
            assertThat(knowing.of(facts.withOutages(List.of(outage))).lastDay()).isEqualTo(day(2026, 4, 14));
            for (var rule : Rule.values()) {
                if (!rule.timed() && !rule.options().contains(Rule.Option.OUTAGE)) {
                    assertThat(knowing.of(rule, day(2026, 3, 2)).lastDay())
                            .as("%s", rule)
                            .isEqualTo(DEADLINES.of(rule, day(2026, 3, 2)).lastDay());
                }
            }
        }

        @Test
        void isNoExcuseForTheMunicipality() {
            assertThat(Rule.DECISION_ON_OBJECTION.options()).doesNotContain(Rule.Option.OUTAGE);
        }

        private LocalDate last(String from, String until) {
            return DEADLINES
                    .of(facts.withOutages(List.of(new Outage(at(from), at(until)))))
                    .lastDay();
        }
    }

    @Nested
    class StandingStill {

        @Test
        void lastsAsLongAsNothingWasSupplied() {
            var deadline = DEADLINES.of(
                    Facts.of(Rule.WMO_DECISION, day(2026, 11, 2)).suspended(Suspension.waiting(day(2026, 11, 5))));
            assertThat(deadline.standsStill()).isTrue();
            assertThat(deadline.passed(at("2030-01-01T00:00"))).isFalse();
            assertThat(said(deadline))
                    .contains("De termijn staat stil sinds vrijdag 6 november 2026."
                            + " Zolang dat duurt, schuift de laatste dag op.");
            assertThat(DEADLINES.defaultNotice(deadline, day(2027, 1, 4)))
                    .isInstanceOf(DefaultNotice.StandsStill.class);
        }

        @Test
        void doesNotCountTwiceWhatOverlaps() {
            var once = Facts.of(Rule.WMO_DECISION, day(2026, 11, 2))
                    .suspended(Suspension.asked(day(2026, 11, 5), day(2026, 11, 12)));
            assertThat(DEADLINES
                            .of(once.suspended(Suspension.asked(day(2026, 11, 6), day(2026, 11, 11))))
                            .lastDay())
                    .isEqualTo(DEADLINES.of(once).lastDay());
        }

        @Test
        void isTooLateAfterTheTerm() {
            var facts = Facts.of(Rule.WMO_DECISION, day(2026, 11, 2));
            var deadline = DEADLINES.of(facts.suspended(Suspension.asked(day(2026, 11, 16), day(2026, 12, 1))));
            assertThat(deadline.lastDay()).isEqualTo(DEADLINES.of(facts).lastDay());
            assertThat(deadline.steps()).anyMatch(step -> step.kind() == Step.Kind.SUSPENDED_TOO_LATE);
        }

        @Test
        void beforeTheTermDoesNotCount() {
            var facts = Facts.of(Rule.DECISION_ON_OBJECTION, day(2026, 4, 13));
            assertThat(DEADLINES
                            .of(facts.suspended(Suspension.asked(day(2026, 4, 1), day(2026, 4, 13))))
                            .lastDay())
                    .isEqualTo(DEADLINES.of(facts).lastDay());
        }
    }

    @Nested
    class TheTarget {

        @Test
        void isTheLastOrdinaryDayWithoutTheHelpOfFreeDays() {
            var deadline = DEADLINES.of(Facts.of(Rule.DECISION_ON_OBJECTION, day(2026, 4, 13))
                    .suspended(Suspension.asked(day(2026, 4, 20), day(2026, 5, 4))));
            assertThat(deadline.lastDay()).isEqualTo(day(2026, 6, 8));
            assertThat(deadline.target()).isEqualTo(day(2026, 6, 5));
            assertThat(DEADLINES.of(Rule.WMO_DECISION, day(2026, 11, 17)).target())
                    .isEqualTo(day(2026, 12, 1));
        }
    }

    @Nested
    class AnExtension {

        @Test
        void isGivenOnce() {
            var facts = Facts.of(Rule.COMPLAINT, day(2026, 6, 1)).extended();
            assertThatThrownBy(facts::extended).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void isNeverLongerThanTheLawAllows() {
            var facts = Facts.of(Rule.COMPLAINT, day(2026, 6, 1));
            assertThatThrownBy(() -> facts.extendedBy(Length.weeks(5))).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void isNotThereForOtherTerms() {
            var facts = Facts.of(Rule.OBJECTION, day(2026, 6, 1));
            assertThatThrownBy(facts::extended).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> facts.suspended(Suspension.waiting(day(2026, 6, 2))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> facts.lasting(3)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void canGoFurtherOnlyWhenAllAgree() {
            var facts = Facts.of(Rule.DECISION_ON_OBJECTION, day(2026, 4, 13)).extended();
            var agreed = DEADLINES.of(facts.agreedUntil(day(2026, 8, 1)));
            assertThat(agreed.lastDay()).isEqualTo(day(2026, 8, 1));
            assertThat(said(agreed)).contains("Iedereen vond goed om te wachten tot en met zaterdag 1 augustus 2026.");
            assertThat(DEADLINES.of(facts.agreedUntil(day(2026, 5, 1))).lastDay())
                    .isEqualTo(DEADLINES.of(facts).lastDay());
        }
    }

    @Nested
    class ANoticeOfDefault {

        private final Deadline due = DEADLINES.of(Rule.WMO_DECISION, day(2026, 5, 18));

        @Test
        void doesNothingOnTheLastDayOfTheTerm() {
            assertThat(DEADLINES.defaultNotice(due, day(2026, 6, 1)))
                    .isEqualTo(new DefaultNotice.TooEarly(day(2026, 6, 2)));
        }

        @Test
        void startsThePenaltyAfterTwoWeeks() {
            assertThat(DEADLINES.defaultNotice(due, day(2026, 6, 3)))
                    .isInstanceOfSatisfying(DefaultNotice.Valid.class, valid -> {
                        var penalty = valid.penalty();
                        assertThat(penalty.grace().lastDay()).isEqualTo(day(2026, 6, 17));
                        assertThat(penalty.firstDay()).isEqualTo(day(2026, 6, 18));
                        assertThat(penalty.lastDay()).isEqualTo(day(2026, 7, 29));
                        assertThat(penalty.due(day(2026, 6, 17))).isEqualByComparingTo("0");
                        assertThat(penalty.due(day(2026, 6, 18))).isEqualByComparingTo("0");
                        assertThat(penalty.due(day(2026, 6, 19))).isEqualByComparingTo("23");
                        assertThat(penalty.due(day(2026, 7, 2))).isEqualByComparingTo("322");
                        assertThat(penalty.due(day(2026, 7, 30))).isEqualByComparingTo("1442");
                        assertThat(penalty.due(day(2027, 7, 30))).isEqualByComparingTo("1442");
                        assertThat(penalty.most()).isEqualByComparingTo("1442");
                        assertThat(DEADLINES
                                        .of(Rule.PENALTY_DECISION, penalty.lastDay())
                                        .lastDay())
                                .isEqualTo(day(2026, 8, 12));
                    });
        }

        @Test
        void isPaidInEqualParts() {
            assertThat(Penalty.share(new BigDecimal("1442"), 3)).isEqualByComparingTo("480.67");
            assertThat(Penalty.share(new BigDecimal("1442"), 2)).isEqualByComparingTo("721");
        }

        @Test
        void costsWhatTheLawSaysOnEachDay() {
            var rates = new PenaltyRates(
                    List.of(rate(day(2026, 7, 1), "25", "38", "50"), rate(day(2019, 1, 1), "23", "35", "45")));
            assertThat(rates.over(day(2026, 6, 18), 14)).isEqualByComparingTo("324");
            assertThat(rates.over(day(2026, 6, 18), 15)).isEqualByComparingTo("362");
            assertThat(rates.over(day(2026, 7, 1), 42)).isEqualByComparingTo("1582");
            assertThat(rates.over(day(2018, 7, 1), 1)).isEqualByComparingTo("23");
            assertThatThrownBy(() -> rates.over(day(2026, 7, 1), -1)).isInstanceOf(IllegalArgumentException.class);
        }

        private static PenaltyRates.Rate rate(LocalDate from, String first, String second, String third) {
            return new PenaltyRates.Rate(
                    from, new BigDecimal(first), new BigDecimal(second), new BigDecimal(third), "a test");
        }
    }

    @Nested
    class Keeping {

        @Test
        void lastsYearsAfterTheLastChange() {
            assertThat(DEADLINES.of(Rule.KEEP_WMO, day(2026, 11, 22)).lastDay()).isEqualTo(day(2041, 11, 22));
            assertThat(DEADLINES.of(Rule.KEEP_YOUTH, day(2026, 11, 22)).lastDay())
                    .isEqualTo(day(2046, 11, 22));
            assertThat(DEADLINES.of(Rule.KEEP_PAYMENTS, day(2024, 2, 29)).lastDay())
                    .isEqualTo(day(2031, 2, 28));
        }
    }

    @Nested
    class Policy {

        @Test
        void setsHowLongASignatureCanBeTakenBackAndHowFastUrgentHelpComes() {
            var strict = new Deadlines(
                    FreeDays.netherlands(), PenaltyRates.known(), new DeadlinePolicy(3, false, 12, Duration.ZERO));
            assertThat(strict.of(Rule.COOLING_OFF, day(2026, 11, 5)).lastDay()).isEqualTo(day(2026, 11, 8));
            assertThat(strict.of(Facts.of(Rule.URGENT, at("2026-11-05T09:00"))).end())
                    .isEqualTo(at("2026-11-05T21:00"));
            assertThatThrownBy(() -> new DeadlinePolicy(31, true, 24, Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
