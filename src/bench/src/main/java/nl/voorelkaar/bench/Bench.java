package nl.voorelkaar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * All benchmarks. {@code STRETCH} in the environment is how many seconds each thing is measured at a time, 20 unless it
 * is set; with {@code QUICK} it is 3, and says little.
 *
 * <p>Arguments: the class path of the local environment, and the folder for what it keeps and for the results.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[1]).toAbsolutePath();
        var quick = !System.getenv().getOrDefault("QUICK", "").isBlank();
        var stretch = System.getenv().getOrDefault("STRETCH", "");
        var each = Duration.ofSeconds(quick ? 3 : stretch.isBlank() ? 20 : Long.parseLong(stretch));
        Files.createDirectories(folder);
        var report = new Report(each);
        try (var product = RunningProduct.start(folder.resolve("product"), arguments[0])) {
            new SealingBenchmark(product, report, each).run();
            report.about(Machine.of(product));
        }
        System.out.println(report.table());
        System.out.println(report.writeTo(folder.resolve("bench.json")));
    }
}
