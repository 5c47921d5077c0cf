package nl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.bench.measure.Benchmark;
import nl.bench.measure.Machine;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;
import nl.bench.opening.FlatnessBenchmark;
import nl.bench.opening.OpeningBenchmark;
import nl.bench.opening.PeerBenchmark;
import nl.bench.pages.FirstVisitBenchmark;
import nl.bench.pages.SessionsBenchmark;
import nl.bench.pages.StartBenchmark;
import nl.bench.pages.WithdrawalBenchmark;
import nl.bench.rules.RulesBenchmark;
import nl.bench.sealing.SealingBenchmark;

/**
 * All benchmarks, or those that {@code ONLY} in the environment names, with commas between. {@link Pace} says how
 * thoroughly. One that fails keeps nothing from the others, and the whole ends with 1.
 *
 * <p>Arguments: the class path of the local environment, and the folder for what it keeps and for the results.
 */
public final class Bench {

    /** A second product, and many dossiers: they take minutes, however short each turn is. */
    private static final List<String> NOT_QUICK = List.of("flatness", "peer");

    /** What is in another one already. */
    private static final Set<String> PARTS = Set.of("stops", "expiry");

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[1]).toAbsolutePath();
        var pace = Pace.of(System.getenv());
        Files.createDirectories(folder);
        var report = new Report(pace);
        var failed = new ArrayList<String>();
        try (var product = RunningProduct.start(folder.resolve("product"), arguments[0])) {
            for (var benchmark : chosen(all(product, arguments[0], folder, report, pace), pace)
                    .entrySet()) {
                System.out.println(benchmark.getKey());
                report.enter(benchmark.getKey());
                try {
                    benchmark.getValue().get().run();
                } catch (RuntimeException e) {
                    e.printStackTrace();
                    failed.add(benchmark.getKey());
                }
            }
            report.about(Machine.of(product));
        }
        System.out.println(report.table());
        report.writeTo(folder).forEach(System.out::println);
        if (!failed.isEmpty()) {
            System.err.println("Not measured to the end: " + String.join(", ", failed));
            System.exit(1);
        }
    }

    private static Map<String, Supplier<Benchmark>> all(
            RunningProduct product, String classPath, Path folder, Report report, Pace pace) {
        var all = new LinkedHashMap<String, Supplier<Benchmark>>();
        all.put("sealing", () -> new SealingBenchmark(product, report, pace));
        all.put("opening", () -> new OpeningBenchmark(product, report, pace));
        all.put("flatness", () -> new FlatnessBenchmark(product, folder.resolve("many"), classPath, report, pace));
        all.put("peer", () -> new PeerBenchmark(product, folder.resolve("peer"), report, pace));
        all.put("first-visit", () -> new FirstVisitBenchmark(product, report, pace));
        all.put("sessions", () -> new SessionsBenchmark(product, report, pace));
        all.put("start", () -> new StartBenchmark(product, report, pace));
        all.put("withdrawal", () -> new WithdrawalBenchmark(product, report, pace));
        all.put(
                "rules",
                () -> new RulesBenchmark(
                        folder.resolve("rules"), report, pace, EnumSet.allOf(RulesBenchmark.Part.class)));
        all.put(
                "stops",
                () -> new RulesBenchmark(folder.resolve("rules"), report, pace, EnumSet.of(RulesBenchmark.Part.STOPS)));
        all.put(
                "expiry",
                () -> new RulesBenchmark(
                        folder.resolve("rules"), report, pace, EnumSet.of(RulesBenchmark.Part.EXPIRY)));
        return all;
    }

    private static Map<String, Supplier<Benchmark>> chosen(Map<String, Supplier<Benchmark>> all, Pace pace) {
        var only = System.getenv().getOrDefault("ONLY", "");
        if (!only.isBlank()) {
            all.keySet().retainAll(Set.of(only.split(",")));
            return all;
        }
        all.keySet().removeAll(PARTS);
        if (pace.quick()) {
            System.out.println("Left out of a quick run, unless ONLY names them: " + String.join(", ", NOT_QUICK));
            all.keySet().removeAll(NOT_QUICK);
        }
        return all;
    }
}
