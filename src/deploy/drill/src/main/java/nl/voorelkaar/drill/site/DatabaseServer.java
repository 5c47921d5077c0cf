package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One machine with PostgreSQL and the Patroni that minds it. */
public final class DatabaseServer implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final Machine machine;
    private final Path settings;
    private final Path data;
    private final Path log;
    private final int port;
    private final int restPort;
    private final Map<String, String> environment;
    private Daemon patroni;

    DatabaseServer(
            String name,
            Machine machine,
            Path settings,
            Path data,
            Path log,
            int port,
            int restPort,
            Map<String, String> environment)
            throws IOException {
        this.name = name;
        this.machine = machine;
        this.settings = settings;
        this.data = data;
        this.log = log;
        this.port = port;
        this.restPort = restPort;
        this.environment = environment;
        this.patroni = run();
    }

    private Daemon run() throws IOException {
        var command =
                Stream.concat(Stream.of("setsid"), Daemon.asNobody(List.of("patroni", settings.toString())).stream());
        return Daemon.start(machine.inside(command.toList()), environment, log);
    }

    public String name() {
        return name;
    }

    /** Host and port of its PostgreSQL. */
    String address() {
        return machine.address() + ":" + port;
    }

    /** Between it and everything else; empty where it is on no machine of its own. */
    public Optional<Cable> cable() {
        return machine instanceof Cable cable ? Optional.of(cable) : Optional.empty();
    }

    /** The file system that its data are on. */
    public Path disk() {
        return data.getParent();
    }

    /** As its Patroni says. */
    public boolean isPrimary() {
        return answers("/primary");
    }

    public boolean isSynchronousStandby() {
        return answers("/synchronous");
    }

    /** As it says itself to who is on its machine, whatever the others think. */
    public boolean takesWrites() {
        var question = List.of(
                "psql",
                "-XAtq",
                "-h",
                machine.address(),
                "-p",
                String.valueOf(port),
                "-U",
                environment.get("PATRONI_SUPERUSER_USERNAME"),
                "-c",
                "SELECT NOT pg_is_in_recovery()",
                "postgres");
        try {
            return Daemon.run(
                            machine.inside(question),
                            Map.of(
                                    "PGPASSWORD",
                                    environment.get("PATRONI_SUPERUSER_PASSWORD"),
                                    "PGSSLMODE",
                                    "require",
                                    "PGCONNECT_TIMEOUT",
                                    "5"))
                    .strip()
                    .equals("t");
        } catch (IOException itDoesNotRun) {
            return false;
        }
    }

    private boolean answers(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://" + machine.address() + ":" + restPort + path))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As when the power goes: Patroni first, which would start PostgreSQL again, then all of PostgreSQL. */
    public void kill() {
        patroni.kill();
        postmaster().ifPresent(postmaster -> {
            Signals.send("KILL", Stream.concat(Stream.of(postmaster), postmaster.descendants()));
            postmaster.onExit().join();
        });
    }

    /** As an operator does: Patroni ends PostgreSQL, and gives its place away. */
    public void stop() {
        patroni.close();
    }

    /** PostgreSQL only; its Patroni lives. */
    public void killPostgres() {
        postmaster().ifPresent(postmaster -> Signals.send("KILL", postmaster));
    }

    /** Nothing on this machine runs, and its connections stay open: as a machine that hangs. */
    public void pause() {
        everything().forEach(process -> Signals.send("STOP", process));
    }

    public void resume() {
        everything().forEach(process -> Signals.send("CONT", process));
    }

    private List<ProcessHandle> everything() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(patroni.handle()), patroni.handle().descendants()),
                        postmaster().stream()
                                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())))
                .distinct()
                .toList();
    }

    public void startAgain() throws IOException {
        patroni = run();
    }

    private Optional<ProcessHandle> postmaster() {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        patroni.close();
        postmaster().filter(ProcessHandle::isAlive).ifPresent(left -> Signals.send("QUIT", left));
    }
}
