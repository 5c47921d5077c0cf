package nl.voorelkaar.dossier.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every term, from every day of nine years, against {@link HandCount}. */
class CountedByHandTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2033, 1, 1);
    private static final HandCount HAND = new HandCount(2023, 2060);
    private static final Deadlines DEADLINES = Deadlines.usual();

    private static final BiFunction<HandCount, LocalDate, LocalDate> SIX_WEEKS =
            (hand, day) -> hand.statutory(day, HandCount.weeks(day, 6));

    private static final Map<Rule, BiFunction<HandCount, LocalDate, LocalDate>> BY_HAND = Map.ofEntries(
            Map.entry(Rule.OBJECTION, SIX_WEEKS),
            Map.entry(Rule.APPEAL, SIX_WEEKS),
            Map.entry(Rule.POST, (hand, day) -> hand.statutory(day, HandCount.weeks(day, 1))),
            Map.entry(Rule.DECISION_ON_OBJECTION, SIX_WEEKS),
            Map.entry(Rule.INQUIRY, SIX_WEEKS),
            Map.entry(Rule.OWN_PLAN, (hand, day) -> hand.statutory(day, HandCount.days(day, 7))),
            Map.entry(Rule.WMO_DECISION, (hand, day) -> hand.statutory(day, HandCount.weeks(day, 2))),
            Map.entry(Rule.DECISION_8_WEEKS, (hand, day) -> hand.statutory(day, HandCount.weeks(day, 8))),
            Map.entry(Rule.NOT_PROCESSED, (hand, day) -> hand.statutory(day, HandCount.weeks(day, 4))),
            Map.entry(Rule.DEFAULT_NOTICE, (hand, day) -> hand.statutory(day, HandCount.weeks(day, 2))),
            Map.entry(Rule.PENALTY_DECISION, (hand, day) -> hand.statutory(day, HandCount.weeks(day, 2))),
            Map.entry(Rule.NO_DECISION_APPEAL, (hand, day) -> hand.statutory(day, HandCount.weeks(day, 2))),
            Map.entry(Rule.COMPLAINT, SIX_WEEKS),
            Map.entry(Rule.COMPLAINT_REFUSED, (hand, day) -> hand.statutory(day, HandCount.weeks(day, 4))),
            Map.entry(Rule.OMBUDSMAN, (hand, day) -> HandCount.months(day, 12)),
            Map.entry(Rule.ERASURE, (hand, day) -> hand.statutory(day, HandCount.months(day, 3))),
            Map.entry(Rule.ACCESS, (hand, day) -> hand.statutory(day, HandCount.months(day, 1))),
            Map.entry(Rule.HEARING_PAPERS, (hand, day) -> day.minusDays(10)),
            Map.entry(Rule.HEARING_FILE, (hand, day) -> day.minusDays(7)),
            Map.entry(Rule.KEEP_WMO, (hand, day) -> HandCount.months(day, 180)),
            Map.entry(Rule.KEEP_YOUTH, (hand, day) -> HandCount.months(day, 240)),
            Map.entry(Rule.KEEP_SAFE_HOME, (hand, day) -> HandCount.months(day, 240)),
            Map.entry(Rule.KEEP_PAYMENTS, (hand, day) -> HandCount.months(day, 84)),
            Map.entry(Rule.COOLING_OFF, (hand, day) -> hand.rolled(HandCount.days(day, 14))),
            Map.entry(Rule.OTHER, (hand, day) -> hand.statutory(day, HandCount.days(day, 14))));

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyTermEndsWhereAPencilEndsIt(Rule rule) {
        if (rule.timed()) {
            hours(rule);
            return;
        }
        var hand = BY_HAND.get(rule);
        assertThat(hand).as("counted by hand").isNotNull();
        FIRST.datesUntil(AFTER).forEach(day -> {
            var deadline = DEADLINES.of(rule, day);
            assertThat(deadline.lastDay()).as("%s from %s", rule, day).isEqualTo(hand.apply(HAND, day));
            assertThat(deadline.end())
                    .isEqualTo(deadline.lastDay()
                            .plusDays(1)
                            .atTime(0, 0)
                            .atZone(ZoneId.of("Europe/Amsterdam"))
                            .toInstant());
        });
    }

    private static void hours(Rule rule) {
        FIRST.datesUntil(AFTER).forEach(day -> {
            var start = day.atTime(16, 0).atZone(ZoneId.of("Europe/Amsterdam")).toInstant();
            assertThat(DEADLINES.of(Facts.of(rule, start)).end())
                    .isEqualTo(start.plusSeconds(3600L * rule.length().number()));
        });
    }

    @Test
    void everyFreeDayOfThisCenturyIsFreeAndNoOther() {
        var pencil = new HandCount(2000, 2125);
        LocalDate.of(2014, 1, 1)
                .datesUntil(LocalDate.of(2126, 1, 1))
                .forEach(day -> assertThat(DEADLINES.freeDays().free(day))
                        .as(day.toString())
                        .isEqualTo(pencil.off(day)));
        assertThat(DEADLINES.freeDays().free(LocalDate.of(2000, 4, 29))).isTrue();
    }

    @Test
    void everyLengthOfThreeDaysOrMoreHasTwoOrdinaryDays() {
        FIRST.datesUntil(AFTER).forEach(day -> {
            for (var number = 1; number <= 12; number++) {
                var raw = HandCount.days(day, number);
                assertThat(DEADLINES
                                .of(Facts.of(Rule.OTHER, day).lasting(number))
                                .lastDay())
                        .as("%s days from %s", number, day)
                        .isEqualTo(number < 3 ? HAND.rolled(raw) : HAND.statutory(day, raw));
            }
        });
    }

    @Test
    void moreThanNinetyDaysEndOnWhateverDay() {
        FIRST.datesUntil(AFTER).forEach(day -> {
            assertThat(DEADLINES.of(Facts.of(Rule.OTHER, day).lasting(90)).lastDay())
                    .isEqualTo(HAND.rolled(day.plusDays(90)));
            assertThat(DEADLINES.of(Facts.of(Rule.OTHER, day).lasting(91)).lastDay())
                    .isEqualTo(day.plusDays(91));
        });
    }

    @Test
    void everyBedenktermijnOfTheMunicipalityEndsWhereAPencilEndsIt() {
        var stays = new Deadlines(
                FreeDays.netherlands(),
                PenaltyRates.known(),
                new DeadlinePolicy(14, false, 24, DeadlinePolicy.USUAL.outageCounts()));
        FIRST.datesUntil(AFTER).forEach(day -> {
            for (var number = 0; number <= 30; number++) {
                var facts = Facts.of(Rule.COOLING_OFF, day).lasting(number);
                assertThat(DEADLINES.of(facts).lastDay())
                        .isEqualTo(number == 0 ? day : HAND.rolled(day.plusDays(number)));
                assertThat(stays.of(facts).lastDay()).isEqualTo(day.plusDays(number));
                assertThat(DEADLINES
                                .of(facts.under(stays.policy()).lasting(number))
                                .lastDay())
                        .as("as it was on the day of the signature, whatever the policy is where it is counted")
                        .isEqualTo(stays.of(facts).lastDay());
            }
        });
    }

    @Test
    void adviceAndExtensionCountFromTheStart() {
        FIRST.datesUntil(AFTER).forEach(day -> {
            var objection = Facts.of(Rule.DECISION_ON_OBJECTION, day);
            var complaint = Facts.of(Rule.COMPLAINT, day);
            assertThat(last(objection.withAdvice())).isEqualTo(HAND.rolled(HandCount.weeks(day, 12)));
            assertThat(last(objection.extended())).isEqualTo(HAND.rolled(HandCount.weeks(day, 12)));
            assertThat(last(objection.withAdvice().extended())).isEqualTo(HAND.rolled(HandCount.weeks(day, 18)));
            assertThat(last(objection.extendedBy(Length.weeks(2)))).isEqualTo(HAND.rolled(HandCount.weeks(day, 8)));
            assertThat(last(complaint.extended())).isEqualTo(HAND.rolled(HandCount.weeks(day, 10)));
            assertThat(last(complaint.withAdvice())).isEqualTo(HAND.rolled(HandCount.weeks(day, 10)));
            assertThat(last(complaint.withAdvice().extended())).isEqualTo(HAND.rolled(HandCount.weeks(day, 14)));
            assertThat(last(Facts.of(Rule.ACCESS, day).extended())).isEqualTo(HAND.rolled(HandCount.months(day, 3)));
        });
    }

    @Test
    void daysOfStandingStillDoNotCount() {
        var chance = new Random(20261122);
        for (var turn = 0; turn < 20_000; turn++) {
            var day = FIRST.plusDays(chance.nextInt(3000));
            var first = Suspension.asked(day.plusDays(chance.nextInt(10)), day.plusDays(10 + chance.nextInt(20)));
            var second = new Suspension(
                    Suspension.Cause.FORCE_MAJEURE,
                    day.plusDays(chance.nextInt(14)),
                    day.plusDays(14 + chance.nextInt(60)));
            var still = day.datesUntil(day.plusDays(120))
                    .filter(each -> each.isAfter(first.from()) && each.isBefore(first.until())
                            || !each.isBefore(second.from()) && !each.isAfter(second.until()))
                    .collect(Collectors.toSet());
            assertThat(last(Facts.of(Rule.WMO_DECISION, day).suspended(first).suspended(second)))
                    .as("from %s with %s and %s", day, first, second)
                    .isEqualTo(HAND.statutory(day, HandCount.running(day, 14, still)));
        }
    }

    @Test
    void thePenaltyBeginsTheDayAfterTwoWeeksAndRunsFortyTwoDaysWhateverTheyAre() {
        FIRST.datesUntil(AFTER).forEach(day -> {
            var penalty = DEADLINES.penalty(day);
            assertThat(penalty.firstDay())
                    .isEqualTo(HAND.rolled(HandCount.weeks(day, 2)).plusDays(1));
            assertThat(penalty.lastDay()).isEqualTo(penalty.firstDay().plusDays(41));
        });
    }

    private static LocalDate last(Facts facts) {
        return DEADLINES.of(facts).lastDay();
    }
}
