package nl.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures by name, in the order in which they were first seen: a table, one JSON file with every single value, and a
 * plot for each benchmark and for what was aimed at.
 *
 * <p>A name is a sentence with its unit at the end, between parentheses: figures of one unit share an axis. An aim is
 * said before or after the values, and any number of times; the last one holds.
 */
public final class Report {

    private final Pace pace;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, String> rooms = new LinkedHashMap<>();
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, Aim> aims = new LinkedHashMap<>();
    private final Map<String, String> machine = new LinkedHashMap<>();
    private String room = "";

    public Report(Pace pace) {
        this.pace = pace;
    }

    /** What is added from now on was measured by this benchmark. */
    public void enter(String room) {
        this.room = room;
    }

    /** Machine, versions and settings, besides what was told before. */
    public void about(Map<String, String> more) {
        machine.putAll(more);
    }

    /** @param name with its unit */
    public void add(String name, double value) {
        values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
        rooms.putIfAbsent(name, room);
        System.out.printf(Locale.ROOT, "  %-62s %s%n", name, Series.shown(value));
    }

    /** Shows the figure as a part of another one: pair by pair when both have as many values. */
    public void beside(String name, String reference) {
        references.put(name, reference);
    }

    /** Puts the target beside the figure. */
    public void aim(String name, Aim aim) {
        aims.put(name, aim);
        aim.reference().ifPresent(reference -> beside(name, reference));
    }

    public String table() {
        var table = new StringBuilder("| what | median | range | n | beside | ratio | target | reached |\n"
                + "|---|---|---|---|---|---|---|---|\n");
        for (var figure : figures()) {
            table.append("| %s | %s | %s | %d | %s | %s | %s | %s |\n"
                    .formatted(
                            figure.name(),
                            Series.shown(figure.series().median()),
                            figure.series().range(),
                            figure.series().values().size(),
                            figure.reference().orElse(""),
                            figure.ratio()
                                    .map(ratio -> Series.shown(ratio.median()) + " (" + ratio.range() + ")")
                                    .orElse(""),
                            figure.target(),
                            figure.reached().map(yes -> yes ? "yes" : "no").orElse("")));
        }
        return table.toString();
    }

    /**
     * @param values at least one
     * @param part from 0 to 1: 0.99 is the value that 99 in 100 do not pass
     */
    public static double quantile(List<Double> values, double part) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
    }

    /** @return the files that were written: {@code bench.json}, a plot for each benchmark, and {@code targets.svg} */
    public List<Path> writeTo(Path folder) throws IOException {
        var written = new ArrayList<Path>();
        written.add(Files.writeString(folder.resolve("bench.json"), json()));
        var figures = figures();
        for (var of : new LinkedHashSet<>(rooms.values())) {
            var measured =
                    figures.stream().filter(figure -> figure.room().equals(of)).toList();
            written.add(Files.writeString(folder.resolve(of + ".svg"), new FigurePlot(of, measured).svg()));
        }
        if (figures.stream().anyMatch(figure -> figure.aimed().isPresent())) {
            written.add(Files.writeString(folder.resolve("targets.svg"), new TargetPlot(figures).svg()));
        }
        return written;
    }

    private List<Figure> figures() {
        return values.entrySet().stream()
                .map(entry -> {
                    var name = entry.getKey();
                    var series = new Series(entry.getValue());
                    var reference = Optional.ofNullable(references.get(name));
                    return new Figure(
                            rooms.getOrDefault(name, ""),
                            name,
                            series,
                            reference,
                            reference.map(values::get).map(Series::new).map(series::dividedBy),
                            Optional.ofNullable(aims.get(name)));
                })
                .toList();
    }

    private String json() {
        var figures = new LinkedHashMap<String, Object>();
        figures().forEach(figure -> figures.put(figure.name(), json(figure)));
        var all = new LinkedHashMap<String, Object>();
        all.put("machine", machine);
        all.put("seconds measured at a time", pace.seconds());
        all.put("figures", figures);
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(all);
    }

    private static Map<String, Object> json(Figure figure) {
        var json = spread(figure.series());
        json.put("values", figure.series().values());
        json.put("benchmark", figure.room());
        figure.reference().ifPresent(reference -> json.put("beside", reference));
        figure.ratio().ifPresent(ratio -> json.put("ratio", spread(ratio)));
        figure.aim().ifPresent(aim -> json.put(aim.most() ? "at most" : "at least", aim.bound()));
        figure.reached().ifPresent(reached -> json.put("reached", reached));
        return json;
    }

    private static Map<String, Object> spread(Series series) {
        var spread = new LinkedHashMap<String, Object>();
        spread.put("median", series.median());
        spread.put("lowest", series.lowest());
        spread.put("highest", series.highest());
        return spread;
    }
}
