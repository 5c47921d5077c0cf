package nl.bench.measure;

import java.util.List;
import java.util.stream.Collectors;

/** What was aimed at: how many times each target was reached, beside the line of the target itself. */
final class TargetPlot {

    private static final int TOP = 62;
    private static final int ROW = 44;
    /** What is a hundred times better or worse than asked stands at the edge: its figures say by how much. */
    private static final double EDGE = 100;

    private final List<Figure> aimed;

    TargetPlot(List<Figure> figures) {
        aimed = figures.stream().filter(figure -> figure.aimed().isPresent()).toList();
    }

    String svg() {
        var picture = new Picture("What was aimed at, and what was reached", described());
        var axis = Axis.ofPowers(1 / EDGE, EDGE);
        picture.words("heading", Picture.LEFT, 20, "start", "How many times the target was reached");
        picture.words("aimed", Picture.x(axis, 1), 42, "middle", "the target; what is right of it reached it");
        var bottom = TOP + ROW * aimed.size();
        picture.grid(axis, TOP, bottom);
        picture.line("aim", Picture.x(axis, 1), TOP, Picture.x(axis, 1), bottom);
        var y = TOP;
        for (var figure : aimed) {
            row(picture, axis, figure, y);
            y += ROW;
        }
        return picture.svg(y + 8);
    }

    private static void row(Picture picture, Axis axis, Figure figure, double top) {
        var measured = figure.aimed().orElseThrow();
        var aim = figure.aim().orElseThrow();
        picture.words("", Picture.LEFT, top + 16, "start", figure.name());
        picture.words("", Picture.RIGHT, top + 16, "end", Series.shown(measured.median()) + ", " + figure.target());
        var margins = new Series(measured.values().stream().map(aim::marginOf).toList());
        picture.spread(axis, margins, top + 32, aim.reachedBy(measured.median()) ? "median" : "missed");
    }

    private String described() {
        return aimed.stream()
                .map(figure -> figure.name() + ": "
                        + Series.shown(figure.aimed().orElseThrow().median()) + ", target " + figure.target() + ", "
                        + (figure.reached().orElseThrow() ? "reached" : "not reached"))
                .collect(Collectors.joining(". "));
    }
}
