package nl.voorelkaar.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.devservices.local.EnvironmentProcess;
import org.jspecify.annotations.Nullable;

/**
 * The whole local environment as a newcomer starts it, in processes of its own: database, stand-ins and both faces from
 * the packaged jar. Started once per test run, see {@link #running()}; a test that must kill it starts one of its own.
 */
final class Product implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration START = Duration.ofMinutes(4);

    /** A system property: resident port, workspace port, local port, database port and folder, with commas. */
    private static final String RUNNING = "voorelkaar.running";

    /** Journeys in {@link #ofItsOwn} take turns: they move its clock and kill it. */
    static final String OF_ITS_OWN = "the environment whose clock moves";

    /**
     * The order of journeys that begin first: the longest, and those that count on what the example data gave for
     * months.
     */
    static final int FIRST = 1;

    /** The order of the other journeys in {@link #ofItsOwn}: they take turns, so they begin early. */
    static final int EARLY = 2;

    /** The order of journeys after which that environment is months ahead. */
    static final int MONTHS_AHEAD = 3;

    /** The order of the longer of all others, so that none of them is left over at the end. */
    static final int LONG = 4;

    final String resident;
    final String workspace;
    final String local;
    final int databasePort;
    final Path folder;
    private final @Nullable EnvironmentProcess environment;
    private @Nullable Process process;

    private Product(String name) {
        folder = Path.of("target", "product-" + name).toAbsolutePath();
        environment = new EnvironmentProcess(
                folder, System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        var ports = environment.ports();
        resident = "http://localhost:" + ports[0];
        workspace = "http://localhost:" + ports[1];
        local = "http://localhost:" + ports[2];
        databasePort = ports[3];
        process = environment.start(Map.of("RESET", "1"));
    }

    /** One that somebody started by hand and that stays: ports and data folder as in {@link #RUNNING}. */
    private Product(String[] running) {
        environment = null;
        var ports = new int[] {
            Integer.parseInt(running[0]),
            Integer.parseInt(running[1]),
            Integer.parseInt(running[2]),
            Integer.parseInt(running[3])
        };
        resident = "http://localhost:" + ports[0];
        workspace = "http://localhost:" + ports[1];
        local = "http://localhost:" + ports[2];
        databasePort = ports[3];
        folder = Path.of(running[4]).toAbsolutePath();
    }

    /**
     * The one that all journeys share. While writing a journey, start one by hand and name it in {@link #RUNNING}: then
     * nobody waits for the start.
     */
    static Product running() {
        return Shared.PRODUCT;
    }

    /**
     * One with data and a clock of its own, for journeys that kill it or move its clock; they share it, in any order.
     */
    static Product ofItsOwn() {
        return OfItsOwn.PRODUCT;
    }

    /** As a power cut would: every process of the environment at once, with SIGKILL, the database server too. */
    void kill() throws InterruptedException {
        var process = Objects.requireNonNull(this.process, "one that was started by hand is not killed");
        var all = new ArrayList<>(process.descendants().toList());
        databaseServer().ifPresent(server -> {
            all.add(server);
            all.addAll(server.descendants().toList());
        });
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
        for (var handle : all) {
            handle.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    /** It is no descendant when it was started as a daemon. */
    private Optional<ProcessHandle> databaseServer() {
        try (var files = Files.walk(folder)) {
            var file = files.filter(path -> path.endsWith("postmaster.pid")).findFirst();
            if (file.isEmpty()) {
                return Optional.empty();
            }
            var pid = Long.parseLong(Files.readAllLines(file.get()).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(handle -> handle.info().command().orElse("").contains("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again after {@link #kill}, on the same data. */
    void startAgain() {
        process = Objects.requireNonNull(environment).start(Map.of());
    }

    /** Until the example dossiers are there, whose cases are given too. */
    void awaitExamples() {
        var deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(folder.resolve("demo").resolve("done"))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the example dossiers are not complete");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Moves the clock of the whole environment forward; faces follow within a second. */
    void advanceClock(String isoPeriod) {
        send("POST", "{\"advance\":\"" + isoPeriod + "\"}");
    }

    /** Sets the clock of the whole environment, backwards too. */
    void setClock(String isoOffsetDateTime) {
        send("POST", "{\"now\":\"" + isoOffsetDateTime + "\"}");
    }

    /** The environment's own time, as the stand-in tells it. */
    String now() {
        return send("GET", "").replaceAll(".*\"now\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    /** The day of that time, in its own zone. */
    LocalDate today() {
        return LocalDate.parse(now().substring(0, 10));
    }

    /** The offset of that time from UTC, such as {@code +01:00}. */
    String offset() {
        return now().replaceAll(".*([+-]\\d\\d:\\d\\d|Z)$", "$1");
    }

    /** As when everybody signs out in another application of these providers, which then tell both faces. */
    void signEverybodyOutAtTheProviders() {
        var answer = exchange(HttpRequest.newBuilder(URI.create(local + "/alles-uitloggen"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        if (!answer.isEmpty()) {
            throw new IllegalStateException("not every face took note: " + answer);
        }
    }

    /** Every mail, SMS and letter that the product sent, as JSON. */
    String post() {
        return get(local + "/post.json");
    }

    static String get(String address) {
        return exchange(HttpRequest.newBuilder(URI.create(address)).GET().build());
    }

    /** @return the status, or 0 when the server cut the request off */
    static int post(String address, String cookies, byte[] content, String fileName) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", cookies)
                .header("Content-Type", "application/octet-stream")
                .header("X-Filename", fileName)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String send(String method, String body) {
        return exchange(HttpRequest.newBuilder(URI.create(local + "/klok"))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        var process = Objects.requireNonNull(this.process, "one that was started by hand stays");
        EnvironmentProcess.stop(process);
    }

    private static Product untilTheEnd(String name) {
        var product = new Product(name);
        Runtime.getRuntime().addShutdownHook(new Thread(product::close));
        return product;
    }

    private static final class Shared {
        static final Product PRODUCT = System.getProperty(RUNNING) == null
                ? untilTheEnd("shared")
                : new Product(System.getProperty(RUNNING).split(","));
    }

    private static final class OfItsOwn {
        static final Product PRODUCT = System.getProperty(RUNNING) == null ? untilTheEnd("of-its-own") : Shared.PRODUCT;
    }
}
