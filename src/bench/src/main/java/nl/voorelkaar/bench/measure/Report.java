package nl.voorelkaar.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures by name, in the order in which they were first seen: printed as a table, and kept with every single value as
 * JSON.
 */
public final class Report {

    private final Pace pace;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private Map<String, String> machine = Map.of();

    public Report(Pace pace) {
        this.pace = pace;
    }

    public void about(Map<String, String> machine) {
        this.machine = machine;
    }

    /** @param name with its unit */
    public void add(String name, double value) {
        values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
        System.out.printf(Locale.ROOT, "  %-62s %s%n", name, shown(value));
    }

    public String table() {
        var table = new StringBuilder("| what | median | range | n |\n|---|---|---|---|\n");
        values.forEach((name, all) -> {
            var sorted = all.stream().sorted().toList();
            table.append("| %s | %s | %s–%s | %d |\n"
                    .formatted(
                            name,
                            shown(median(sorted)),
                            shown(sorted.getFirst()),
                            shown(sorted.getLast()),
                            sorted.size()));
        });
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

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String shown(double value) {
        return value >= 100 ? "%,.0f".formatted(value) : "%.3g".formatted(value);
    }

    public Path writeTo(Path file) throws IOException {
        var figures = new LinkedHashMap<String, Object>();
        values.forEach((name, all) ->
                figures.put(name, Map.of("median", median(all.stream().sorted().toList()), "values", all)));
        var all = new LinkedHashMap<String, Object>();
        all.put("machine", machine);
        all.put("seconds measured at a time", pace.seconds());
        all.put("figures", figures);
        return Files.writeString(
                file,
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(all));
    }
}
