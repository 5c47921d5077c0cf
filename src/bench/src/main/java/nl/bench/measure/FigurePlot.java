package nl.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of one benchmark: a dot for each value, the range, the median, and where the target is. */
final class FigurePlot {

    private static final int HEADING = 34;
    private static final int SCALE = 22;
    private static final int ROW = 42;

    private final String room;
    private final List<Figure> figures;

    FigurePlot(String room, List<Figure> figures) {
        this.room = room;
        this.figures = figures;
    }

    String svg() {
        var picture = new Picture("Measured: " + room, described());
        var y = 0.0;
        var units = new LinkedHashMap<String, List<Figure>>();
        figures.forEach(figure ->
                units.computeIfAbsent(figure.unit(), unit -> new ArrayList<>()).add(figure));
        for (var unit : units.entrySet()) {
            var axis = Axis.of(unit.getValue().stream()
                    .flatMap(figure -> shown(figure).stream())
                    .toList());
            picture.words("heading", Picture.LEFT, y + 20, "start", room + ", " + inWords(unit.getKey()));
            y += HEADING + SCALE;
            picture.grid(axis, y, y + ROW * unit.getValue().size());
            for (var figure : unit.getValue()) {
                row(picture, axis, figure, y);
                y += ROW;
            }
        }
        return picture.svg(y + 8);
    }

    private static void row(Picture picture, Axis axis, Figure figure, double top) {
        var unit = " (" + figure.unit() + ")";
        picture.words("", Picture.LEFT, top + 16, "start", figure.name().replace(unit, ""));
        picture.words(
                "", Picture.RIGHT, top + 16, "end", Series.shown(figure.series().median()));
        var missed = figure.reached().filter(reached -> !reached).isPresent();
        picture.spread(axis, figure.series(), top + 30, missed ? "missed" : "median");
        figure.aim().filter(aim -> aim.reference().isEmpty()).ifPresent(aim -> {
            var x = Picture.x(axis, aim.bound());
            picture.line("aim", x, top + 21, x, top + 39);
            var left = axis.place(aim.bound()) > 0.8;
            picture.words("aimed", x + (left ? -5 : 5), top + 40, left ? "end" : "start", "target " + figure.target());
        });
    }

    private static List<Double> shown(Figure figure) {
        var shown = new ArrayList<>(figure.series().values());
        figure.aim().filter(aim -> aim.reference().isEmpty()).ifPresent(aim -> shown.add(aim.bound()));
        return shown;
    }

    private static String inWords(String unit) {
        return unit.isEmpty() ? "a number" : unit;
    }

    private String described() {
        return figures.stream()
                .map(figure -> figure.name() + ": median "
                        + Series.shown(figure.series().median()) + ", range "
                        + figure.series().range()
                        + (figure.aim().isPresent() ? ", target " + figure.target() : ""))
                .collect(Collectors.joining(". "));
    }
}
