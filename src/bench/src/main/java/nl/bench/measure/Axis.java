package nl.bench.measure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where a value stands between two edges: in powers of ten when the values differ much, otherwise from nought. */
final class Axis {

    private static final double MUCH = 20;

    private final double low;
    private final double high;
    private final boolean powers;

    private Axis(double low, double high, boolean powers) {
        this.low = low;
        this.high = high;
        this.powers = powers;
    }

    /** @param values at least one */
    static Axis of(List<Double> values) {
        var lowest = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        var highest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return lowest > 0 && highest / lowest > MUCH
                ? ofPowers(lowest, highest)
                : new Axis(Math.min(0, lowest), highest > 0 ? highest * 1.05 : 1, false);
    }

    static Axis ofPowers(double lowest, double highest) {
        return new Axis(Math.floor(Math.log10(lowest)), Math.ceil(Math.log10(highest)), true);
    }

    /** @return 0 at the left edge, 1 at the right one */
    double place(double value) {
        var at = powers ? Math.log10(value) : value;
        return Math.clamp((at - low) / (high - low), 0, 1);
    }

    List<Double> ticks() {
        if (powers) {
            return IntStream.rangeClosed((int) low, (int) high)
                    .mapToObj(power -> Math.pow(10, power))
                    .toList();
        }
        var rough = (high - low) / 5;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var step = DoubleStream.of(1, 2, 5, 10)
                .map(times -> times * power)
                .filter(size -> size >= rough)
                .findFirst()
                .orElse(10 * power);
        return DoubleStream.iterate(Math.ceil(low / step) * step, at -> at <= high, at -> at + step)
                .boxed()
                .toList();
    }
}
