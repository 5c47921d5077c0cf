package nl.bench.measure;

import java.util.Map;

/**
 * How thoroughly is measured.
 *
 * @param seconds for which each thing is measured at a time
 * @param pairs of a thing and its reference, which take turns in both orders
 * @param quick to see that it works: the figures say little
 */
public record Pace(double seconds, int pairs, boolean quick) {

    /** {@code QUICK} in the environment, or {@code STRETCH}: seconds, 20 unless it is set. */
    public static Pace of(Map<String, String> environment) {
        var quick = !environment.getOrDefault("QUICK", "").isBlank();
        var stretch = environment.getOrDefault("STRETCH", "");
        return new Pace(quick ? 3 : stretch.isBlank() ? 20 : Double.parseDouble(stretch), quick ? 2 : 5, quick);
    }
}
