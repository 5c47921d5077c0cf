package nl.bench.measure;

import java.util.Optional;

/**
 * One figure of a report, with what it stands beside.
 *
 * @param room the benchmark that measured it
 * @param name with its unit at the end, between parentheses
 * @param reference the name of the figure that it is a part of, where there is one
 * @param ratio to that figure, where that one was measured too
 */
record Figure(
        String room,
        String name,
        Series series,
        Optional<String> reference,
        Optional<Series> ratio,
        Optional<Aim> aim) {

    String unit() {
        var open = name.lastIndexOf('(');
        return open < 0 || !name.endsWith(")") ? "" : name.substring(open + 1, name.length() - 1);
    }

    /** What the aim is held against: the ratio, or the figure itself. Empty when its reference was not measured. */
    Optional<Series> aimed() {
        return aim.flatMap(a -> a.reference().isPresent() ? ratio : Optional.of(series));
    }

    Optional<Boolean> reached() {
        return aimed().map(values -> aim.orElseThrow().reachedBy(values.median()));
    }

    /** The aim in words; empty without one. */
    String target() {
        return aim.map(a -> a.sign() + " " + Series.shown(a.bound())
                        + (a.reference().isPresent() ? " ×" : ""))
                .orElse("");
    }
}
