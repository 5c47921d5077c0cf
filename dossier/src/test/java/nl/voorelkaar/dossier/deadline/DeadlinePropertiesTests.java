package nl.voorelkaar.dossier.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nl.voorelkaar.consent.CalendarDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every term, whatever happened. */
class DeadlinePropertiesTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Deadlines DEADLINES = Deadlines.usual();
    private static final EnumSet<Rule> NEVER_FREE = EnumSet.complementOf(EnumSet.of(
            Rule.BREACH,
            Rule.NOTIFICATION,
            Rule.URGENT,
            Rule.HEARING_PAPERS,
            Rule.HEARING_FILE,
            Rule.OMBUDSMAN,
            Rule.KEEP_WMO,
            Rule.KEEP_YOUTH,
            Rule.KEEP_SAFE_HOME,
            Rule.KEEP_PAYMENTS));

    private final Random chance = new Random(7);

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aLaterStartNeverGivesAnEarlierEnd(Rule rule) {
        var before = Instant.MIN;
        for (var day = FIRST; day.isBefore(FIRST.plusYears(9)); day = day.plusDays(1)) {
            var end = DEADLINES.of(start(rule, day)).end();
            assertThat(end).as("%s from %s", rule, day).isAfterOrEqualTo(before);
            before = end;
        }
    }

    @Test
    void noTermThatMovesEndsOnAFreeDayAndNoneEndsBeforeItsTarget() {
        for (var turn = 0; turn < 20_000; turn++) {
            var facts = anything();
            var deadline = DEADLINES.of(facts);
            if (NEVER_FREE.contains(facts.rule()) && facts.agreedUntil() == null && moves(facts)) {
                assertThat(DEADLINES.freeDays().on(deadline.lastDay()))
                        .as(facts.text())
                        .isEmpty();
            }
            assertThat(deadline.target()).as(facts.text()).isBeforeOrEqualTo(deadline.lastDay());
            if (facts.rule().owner() == Rule.Owner.RESIDENT) {
                assertThat(deadline.target()).isEqualTo(deadline.lastDay());
            }
        }
    }

    @Test
    void standingStillNeverShortensATerm() {
        for (var turn = 0; turn < 10_000; turn++) {
            var facts = anything();
            if (!facts.rule().options().contains(Rule.Option.SUSPENDED)) {
                continue;
            }
            var from = facts.day().plusDays(chance.nextInt(60) - 10L);
            var longer = facts.suspended(Suspension.asked(from, from.plusDays(chance.nextInt(40))));
            assertThat(DEADLINES.of(longer).lastDay())
                    .as(longer.text())
                    .isAfterOrEqualTo(DEADLINES.of(facts).lastDay());
        }
    }

    @Test
    void anOutageNeverShortensATerm() {
        for (var turn = 0; turn < 10_000; turn++) {
            var facts = anything();
            if (facts.rule().options().contains(Rule.Option.OUTAGE)) {
                assertThat(DEADLINES.of(facts).lastDay())
                        .as(facts.text())
                        .isAfterOrEqualTo(
                                DEADLINES.of(facts.withOutages(List.of())).lastDay());
            }
        }
    }

    @Test
    void whatIsKeptAsTextGivesTheSameDeadline() {
        for (var turn = 0; turn < 10_000; turn++) {
            var facts = anything();
            var again = Facts.read(facts.text());
            assertThat(again).isEqualTo(facts);
            assertThat(DEADLINES.of(again)).isEqualTo(DEADLINES.of(facts));
        }
    }

    @Test
    void theLastMomentIsInTimeAndTheNextIsNot() {
        for (var turn = 0; turn < 10_000; turn++) {
            var deadline = DEADLINES.of(anything());
            if (!deadline.standsStill()) {
                assertThat(deadline.inTime(deadline.end().minusNanos(1))).isTrue();
                assertThat(deadline.inTime(deadline.end())).isFalse();
                assertThat(CalendarDays.dayOf(deadline.end().minusNanos(1))).isEqualTo(deadline.lastDay());
            }
        }
    }

    @Test
    void everyStepHasWordsInBothLanguagesAndTheLastOneSaysTheLastDay() {
        var dutch = new DeadlineWords(Locale.of("nl"));
        var english = new DeadlineWords(Locale.ENGLISH);
        for (var turn = 0; turn < 4_000; turn++) {
            var deadline = DEADLINES.of(anything());
            for (var step : deadline.steps()) {
                assertThat(dutch.of(step)).doesNotContain("{", "}").endsWith(".");
                assertThat(english.of(step))
                        .doesNotContain("{", "}")
                        .endsWith(".")
                        .isNotEqualTo(dutch.of(step));
                assertThat(dutch.of(step.article())).isNotBlank();
            }
            assertThat(deadline.steps().getFirst().kind()).isIn(Step.Kind.EVENT, Step.Kind.SENT_AGAIN);
            assertThat(deadline.steps().getLast().kind()).isEqualTo(Step.Kind.LAST);
            assertThat(deadline.steps().getLast().day()).isEqualTo(deadline.lastDay());
            if (!deadline.rule().timed()) {
                assertThat(dutch.of(deadline.steps().getLast())).contains(dutch.of(deadline.lastDay()));
            }
        }
    }

    /**
     * A cooling-off period of no days ends on the day of the signature, and one that stays on a free day ends there.
     */
    private static boolean moves(Facts facts) {
        return facts.rule() != Rule.COOLING_OFF
                || !Integer.valueOf(0).equals(facts.days()) && !Boolean.FALSE.equals(facts.rolls());
    }

    private Facts anything() {
        var rules = Rule.values();
        var rule = rules[chance.nextInt(rules.length)];
        var facts = start(rule, FIRST.plusDays(chance.nextInt(3200)));
        for (var option : rule.options()) {
            if (chance.nextInt(3) > 0) {
                continue;
            }
            facts = switch (option) {
                case COMMITTEE, ADVISER -> facts.withAdvice();
                case EXTENDED ->
                    chance.nextBoolean()
                            ? facts.extended()
                            : facts.extendedBy(new Length(1, rule.length().unit()));
                case AGREED -> facts.agreedUntil(facts.day().plusDays(chance.nextInt(200)));
                case SUSPENDED -> facts.suspended(suspension(facts.day())).suspended(suspension(facts.day()));
                case DAYS -> facts.lasting(chance.nextInt(31));
                case ROLLS ->
                    facts.under(new DeadlinePolicy(
                            chance.nextInt(31), chance.nextBoolean(), 24, DeadlinePolicy.USUAL.outageCounts()));
                case SENT_AGAIN -> facts.sentAgainAfter(facts.day().minusDays(chance.nextInt(20)));
                case OUTAGE -> facts.withOutages(List.of(outage(facts)));
            };
        }
        return facts;
    }

    private Suspension suspension(LocalDate day) {
        var causes = Suspension.Cause.values();
        var from = day.plusDays(chance.nextInt(40) - 5L);
        return new Suspension(
                causes[chance.nextInt(causes.length)],
                from,
                chance.nextInt(8) == 0 ? null : from.plusDays(chance.nextInt(30)));
    }

    private Outage outage(Facts facts) {
        var around = DEADLINES.of(facts).end().minusSeconds(chance.nextInt(4 * 86_400));
        return new Outage(around, around.plusSeconds(1 + chance.nextInt(3 * 86_400)));
    }

    private static Facts start(Rule rule, LocalDate day) {
        return rule.timed()
                ? Facts.of(
                        rule, day.atTime(16, 0).atZone(CalendarDays.AMSTERDAM).toInstant())
                : Facts.of(rule, day);
    }
}
