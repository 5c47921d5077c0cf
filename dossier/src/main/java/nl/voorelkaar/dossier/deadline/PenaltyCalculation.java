package nl.voorelkaar.dossier.deadline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A penalty, worked out step by step. */
final class PenaltyCalculation {

    private final Deadlines deadlines;
    private final PenaltyFacts facts;
    private final LocalDate today;
    private final List<Step> steps = new ArrayList<>();

    PenaltyCalculation(Deadlines deadlines, PenaltyFacts facts, LocalDate today) {
        this.deadlines = deadlines;
        this.facts = facts;
        this.today = today;
    }

    PenaltyOutcome outcome() {
        var received = facts.received();
        var due = facts.due();
        if (received == null) {
            return ofDays(Objects.requireNonNull(facts.days()));
        }
        if (due != null && !received.isAfter(due)) {
            var possible = due.plusDays(1);
            step(
                    "too-early",
                    3,
                    possible,
                    new Argument.Day(received),
                    new Argument.Day(due),
                    new Argument.Day(possible));
            return new PenaltyOutcome(null, possible, 0, BigDecimal.ZERO, steps);
        }
        var penalty = deadlines.penalty(received);
        steps.addAll(penalty.grace().steps());
        var decided = facts.decided();
        var given = facts.days();
        var days = Math.min(
                given != null ? given : decided != null ? penalty.daysBefore(decided) : PenaltyRates.MOST_DAYS,
                PenaltyRates.MOST_DAYS);
        if (decided != null && days == 0) {
            step("decided-in-time", 3, decided, new Argument.Day(decided));
        } else {
            step("first-day", 3, penalty.firstDay(), new Argument.Day(penalty.firstDay()));
            if (decided != null) {
                step("decided", 1, decided, new Argument.Day(decided), new Argument.Span(Length.days(days)));
            } else if (given == null) {
                step("stops", 1, penalty.lastDay(), new Argument.Day(penalty.lastDay()));
            }
        }
        var amount = add(penalty.firstDay(), days, true);
        return new PenaltyOutcome(penalty, null, days, amount, steps);
    }

    private PenaltyOutcome ofDays(int given) {
        var days = Math.min(given, PenaltyRates.MOST_DAYS);
        if (given > days) {
            step("at-most", 1, null, new Argument.Span(Length.days(PenaltyRates.MOST_DAYS)));
        }
        return new PenaltyOutcome(null, null, days, add(today, days, false), steps);
    }

    private BigDecimal add(LocalDate first, int days, boolean dated) {
        var total = BigDecimal.ZERO;
        var counted = 0;
        while (counted < days) {
            var each = of(first, counted + 1);
            var group = 1;
            while (counted + group < days && of(first, counted + group + 1).compareTo(each) == 0) {
                group++;
            }
            counted += group;
            var sum = each.multiply(BigDecimal.valueOf(group));
            total = total.add(sum);
            step(
                    "days",
                    2,
                    dated ? first.plusDays(counted - 1L) : null,
                    new Argument.Span(Length.days(group)),
                    new Argument.Money(each),
                    new Argument.Money(sum));
        }
        step("total", 1, dated && days > 0 ? first.plusDays(days - 1L) : null, new Argument.Money(total));
        return total;
    }

    private BigDecimal of(LocalDate first, int number) {
        return deadlines.rates().on(first.plusDays(number - 1L)).ofDay(number);
    }

    private void step(String name, int paragraph, @Nullable LocalDate day, Argument... arguments) {
        steps.add(Step.named(Step.Kind.PENALTY, "penalty." + name, Article.awb("4:17", paragraph), day, arguments));
    }
}
