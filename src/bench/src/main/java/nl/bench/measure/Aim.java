package nl.bench.measure;

import java.util.Optional;

/**
 * What a figure is to reach, in the figure's own unit, or as a part of another figure of the same run.
 *
 * @param most whether the bound is the highest that will do; otherwise it is the lowest
 * @param reference the figure of which the bound counts the parts; empty for a bound in the figure's own unit
 */
public record Aim(boolean most, double bound, Optional<String> reference) {

    public static Aim atLeast(double bound) {
        return new Aim(false, bound, Optional.empty());
    }

    public static Aim atMost(double bound) {
        return new Aim(true, bound, Optional.empty());
    }

    /**
     * The bound is on this figure divided by the named one: {@code Aim.atLeast(0.60).times("durable commits (1/s)")}.
     */
    public Aim times(String reference) {
        return new Aim(most, bound, Optional.of(reference));
    }

    boolean reachedBy(double value) {
        return most ? value <= bound : value >= bound;
    }

    /** How often the aim was reached: 1 when just so, 2 when twice as good as was asked, 0.5 when half as good. */
    double marginOf(double value) {
        if (value == bound) {
            return 1;
        }
        return most ? bound / value : value / bound;
    }

    String sign() {
        return most ? "≤" : "≥";
    }
}
