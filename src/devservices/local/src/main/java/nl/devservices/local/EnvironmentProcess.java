package nl.devservices.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The local environment as {@code make run} starts it, in a process of its own, on ports that were free. For who
 * measures or tries it.
 */
public final class EnvironmentProcess {

    /** How many programs are registered: {@code zorgplan}, {@code zorgplan-2} and so on. */
    public static final String PROGRAMS = Settings.PROGRAMS;

    /** The options of the JVM of each face, with blanks between, instead of those with which it is tried. */
    public static final String FACE_OPTIONS = Settings.FACE_OPTIONS;

    /** Classes that work inside a face beside the product, such as what fills its dossiers. */
    public static final String FACE_CLASSES = Settings.FACE_CLASSES;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration START = Duration.ofMinutes(8);

    private final Path folder;
    private final String classPath;
    private final int[] ports = freePorts(4);

    /**
     * Starts nothing yet.
     *
     * @param folder for all that the environment keeps
     * @param classPath that of this module, without the product itself
     */
    public EnvironmentProcess(Path folder, String classPath) {
        this.folder = folder.toAbsolutePath();
        this.classPath = classPath;
    }

    /** The ports of residents, of the workspace, of the stand-in and of the database. */
    public int[] ports() {
        return ports.clone();
    }

    /**
     * Returns when both faces are ready.
     *
     * @param more settings beside ports and folder
     * @throws IllegalStateException when it does not start; the message has what it said last
     */
    public Process start(Map<String, String> more) {
        try {
            Files.createDirectories(folder);
            var log = folder.resolve("environment.log").toFile();
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath,
                            LocalEnvironment.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.environment().putAll(more);
            builder.environment().put(Settings.RESIDENT_PORT, String.valueOf(ports[0]));
            builder.environment().put(Settings.WORKSPACE_PORT, String.valueOf(ports[1]));
            builder.environment().put(Settings.LOCAL_PORT, String.valueOf(ports[2]));
            builder.environment().put(Settings.DATABASE_PORT, String.valueOf(ports[3]));
            builder.environment().put(Settings.FOLDER, folder.toString());
            var started = builder.start();
            awaitReady(started, log.toPath());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Process started, Path log) throws IOException {
        var deadline = System.nanoTime() + START.toNanos();
        while (!isReady(ports[0]) || !isReady(ports[1])) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                started.descendants().forEach(ProcessHandle::destroy);
                started.destroy();
                throw new IllegalStateException("The environment did not start:\n" + tail(log));
            }
            try {
                started.waitFor(250, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private static boolean isReady(int port) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Below the ports that systems give to outgoing connections: what listens there is started half a minute later, and
     * again after it was killed, and no browser may have taken the port meanwhile.
     */
    public static int[] freePorts(int count) {
        return ThreadLocalRandom.current()
                .ints(10_000, 32_000)
                .filter(EnvironmentProcess::isFree)
                .distinct()
                .limit(count)
                .toArray();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Asks it to stop, and returns when it and all that it started have stopped. */
    public static void stop(Process process) {
        var descendants = process.descendants().toList();
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        descendants.forEach(
                handle -> handle.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }
}
