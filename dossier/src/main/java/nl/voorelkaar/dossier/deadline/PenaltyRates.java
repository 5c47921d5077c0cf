package nl.voorelkaar.dossier.deadline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What each day without a decision costs the municipality (Awb 4:17 lid 2): one amount for the first fourteen days, one
 * for the next fourteen, one for the rest, 42 days at most. Each day costs what the law says on that day; days before
 * the first row cost what that row says.
 */
public final class PenaltyRates {

    /** The most days that the penalty runs (Awb 4:17 lid 1). */
    public static final int MOST_DAYS = 42;

    private static final int PERIOD = 14;

    /** The amounts in euro from a day on. */
    public record Rate(LocalDate validFrom, BigDecimal first, BigDecimal second, BigDecimal third, String source) {

        BigDecimal ofDay(int number) {
            return number <= PERIOD ? first : number <= 2 * PERIOD ? second : third;
        }
    }

    private final List<Rate> rates;

    public PenaltyRates(List<Rate> rates) {
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("no amounts");
        }
        this.rates =
                rates.stream().sorted(Comparator.comparing(Rate::validFrom)).toList();
    }

    /** As in the law of the Netherlands when this program was made. */
    public static PenaltyRates known() {
        return new PenaltyRates(Table.read("penalty-rates.csv").stream()
                .map(row -> new Rate(
                        LocalDate.parse(row.get(0)),
                        new BigDecimal(row.get(1)),
                        new BigDecimal(row.get(2)),
                        new BigDecimal(row.get(3)),
                        row.get(4)))
                .toList());
    }

    /**
     * The penalty over a number of days.
     *
     * @param firstDay the first day that costs money
     * @param days 0 or more; beyond 42 nothing is added
     */
    public BigDecimal over(LocalDate firstDay, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("no negative number of days");
        }
        var sum = BigDecimal.ZERO;
        for (var number = 1; number <= Math.min(days, MOST_DAYS); number++) {
            sum = sum.add(on(firstDay.plusDays(number - 1L)).ofDay(number));
        }
        return sum;
    }

    /** The amounts that hold on a day. */
    public Rate on(LocalDate day) {
        return rates.reversed().stream()
                .filter(rate -> !rate.validFrom().isAfter(day))
                .findFirst()
                .orElse(rates.getFirst());
    }
}
