package nl.bench.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * All values of one figure.
 *
 * @param values at least one, in the order in which they were measured
 */
record Series(List<Double> values) {

    double median() {
        var sorted = sorted();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double lowest() {
        return sorted().getFirst();
    }

    double highest() {
        return sorted().getLast();
    }

    /** Pair by pair, so that what slowed both down falls out; without pairs, of the medians. */
    Series dividedBy(Series other) {
        return values.size() == other.values.size()
                ? new Series(IntStream.range(0, values.size())
                        .mapToObj(pair -> values.get(pair) / other.values.get(pair))
                        .toList())
                : new Series(List.of(median() / other.median()));
    }

    /** As a range, or one value where there is no more. */
    String range() {
        return lowest() == highest() ? shown(lowest()) : shown(lowest()) + "–" + shown(highest());
    }

    /** Three digits, and no nought too many. */
    static String shown(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : new BigDecimal(value)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }
}
