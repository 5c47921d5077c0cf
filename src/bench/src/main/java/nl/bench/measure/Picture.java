package nl.bench.measure;

import java.util.Locale;

/**
 * Lines, dots and words as SVG, in colours that read on light and on dark. Title and description are for who does not
 * see it.
 */
final class Picture {

    static final int WIDTH = 760;
    static final int LEFT = 16;
    static final int RIGHT = WIDTH - 16;

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328 }
              .small { font-size: 11px; fill: #59636e }
              .heading { font-size: 15px; font-weight: 600 }
              .grid { stroke: #d1d9e0; stroke-width: 1 }
              .range { stroke: #54708f; stroke-width: 2 }
              .dot { fill: #54708f; fill-opacity: .45 }
              .median { fill: #0b57a4 }
              .aim { stroke: #9a4a00; stroke-width: 2 }
              .aimed { fill: #9a4a00; font-size: 11px }
              .missed { fill: #b3261e }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3 } .small { fill: #9198a1 } .grid { stroke: #3d444d }
                .range { stroke: #8aa9cc } .dot { fill: #8aa9cc } .median { fill: #79b8ff }
                .aim { stroke: #f0a45d } .aimed { fill: #f0a45d } .missed { fill: #ff8a80 }
              }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private final String description;

    Picture(String title, String description) {
        this.title = title;
        this.description = description;
    }

    void line(String kind, double x1, double y1, double x2, double y2) {
        add("<line class='%s' x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>", kind, x1, y1, x2, y2);
    }

    void dot(String kind, double x, double y, double radius) {
        add("<circle class='%s' cx='%.1f' cy='%.1f' r='%.1f'/>", kind, x, y, radius);
    }

    /** @param anchor start, middle or end */
    void words(String kind, double x, double y, String anchor, String words) {
        add("<text class='%s' x='%.1f' y='%.1f' text-anchor='%s'>%s</text>", kind, x, y, anchor, escaped(words));
    }

    /** Lines over the whole height of what follows, each with its value above. */
    void grid(Axis axis, double top, double bottom) {
        for (var tick : axis.ticks()) {
            var x = x(axis, tick);
            line("grid", x, top, x, bottom);
            words("small", x, top - 4, axis.place(tick) > 0.95 ? "end" : "start", Series.shown(tick));
        }
    }

    /** Every value, the range and the median. */
    void spread(Axis axis, Series series, double y, String median) {
        line("range", x(axis, series.lowest()), y, x(axis, series.highest()), y);
        series.values().forEach(value -> dot("dot", x(axis, value), y, 3));
        dot(median, x(axis, series.median()), y, 5);
    }

    static double x(Axis axis, double value) {
        return LEFT + axis.place(value) * (RIGHT - LEFT);
    }

    String svg(double height) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %.0f" role="img" aria-labelledby="t d">
                <title id="t">%s</title>
                <desc id="d">%s</desc>
                """.formatted(WIDTH, height, escaped(title), escaped(description)) + STYLE + body + "</svg>\n";
    }

    private void add(String element, Object... values) {
        body.append(String.format(Locale.ROOT, element, values)).append('\n');
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
