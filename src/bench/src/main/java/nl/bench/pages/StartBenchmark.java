package nl.bench.pages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bench.measure.Aim;
import nl.bench.measure.Benchmark;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;

/**
 * From the start of a JVM until a resident face is ready: databases reached, migrations compared, keys tried. It is one
 * more node beside the face that runs, started as an operator does: unpacked, with the cache of an earlier start.
 */
public final class StartBenchmark implements Benchmark {

    private static final String READY = "start: a face, with the cache of an earlier start, until it is ready (s)";
    private static final String WITHOUT = "start: a face, without that cache, until it is ready (s)";
    private static final String HELLO = "start: a plain hello of Spring Boot, until it answers (s)";

    /** What the web starter of Spring Boot has. */
    private static final List<String> WEB = List.of(
            "spring-boot-4",
            "spring-boot-autoconfigure-4",
            "spring-boot-tomcat",
            "spring-boot-webmvc-4",
            "spring-boot-servlet",
            "spring-boot-web-server",
            "spring-boot-http-converter",
            "spring-boot-jackson-4",
            "spring-core",
            "spring-beans",
            "spring-context-7",
            "spring-aop",
            "spring-expression",
            "spring-web-7",
            "spring-webmvc-7",
            "tomcat-embed",
            "logback",
            "slf4j",
            "jul-to-slf4j",
            "log4j",
            "jackson",
            "micrometer",
            "jakarta.annotation",
            "commons-logging",
            "jspecify",
            "snakeyaml");

    private final RunningFace face;
    private final Report report;
    private final int times;
    private final Path folder;

    public StartBenchmark(RunningProduct product, Report report, Pace pace) {
        this.face = RunningFace.at(product.resident());
        this.report = report;
        this.times = pace.pairs();
        this.folder = product.orders().resolveSibling("start");
    }

    @Override
    public void run() {
        var cache = folder.resolve("face.aot");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(cache);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        face("-XX:AOTCacheOutput=" + cache);
        for (var time = 0; time < times; time++) {
            var first = time % 2 == 0;
            if (first) {
                report.add(HELLO, hello());
            }
            report.add(READY, face("-XX:AOTCache=" + cache));
            if (!first) {
                report.add(HELLO, hello());
            }
            report.add(WITHOUT, face("-Xshare:auto"));
        }
        report.aim(READY, Aim.atMost(1.0).times(HELLO));
        report.aim(WITHOUT, Aim.atMost(3.0));
    }

    private double face(String option) {
        var port = Program.freePort();
        var site = "http://localhost:" + port;
        var environment = face.environment().entrySet().stream()
                .filter(setting -> setting.getKey().matches("(VOORELKAAR|SPRING)_.*"))
                // The log is sealed by the face that runs.
                .filter(setting -> !setting.getKey().startsWith("VOORELKAAR_SEALER"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        environment.put("VOORELKAAR_PUBLICURL", site);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        var options = new ArrayList<>(List.of(RunningProduct.AS_INSTALLED.split(" ")));
        options.addAll(List.of(option, "-jar", face.product().toString()));
        try (var program =
                new Program(options, environment, folder.resolve("face.log"), site + "/actuator/health/readiness")) {
            return program.seconds();
        }
    }

    private double hello() {
        var port = Program.freePort();
        var options = new ArrayList<>(List.of(RunningProduct.AS_INSTALLED.split(" ")));
        options.addAll(List.of("-cp", webClassPath(), Hello.class.getName(), String.valueOf(port)));
        try (var program =
                new Program(options, Map.of(), folder.resolve("hello.log"), "http://localhost:" + port + "/")) {
            return program.seconds();
        }
    }

    private String webClassPath() {
        try (var all = Files.list(face.libraries())) {
            return Stream.concat(
                            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]),
                            all.filter(jar -> WEB.stream()
                                            .anyMatch(jar.getFileName().toString()::startsWith))
                                    .map(Path::toString))
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
