package nl.bench.pages;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.bench.measure.Pause;

/** A Java program in a process of its own that answers on a port. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final double seconds;

    /**
     * Returns when it is ready.
     *
     * @param options of the JVM, class path and main class, and arguments
     * @param ready the address that answers 200 when it is
     */
    Program(List<String> options, Map<String, String> environment, Path log, String ready) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        var begin = System.nanoTime();
        try (var http = HttpClient.newHttpClient()) {
            process = builder.start();
            await(http, begin, ready, log);
            seconds = (System.nanoTime() - begin) / 1e9;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(HttpClient http, long begin, String ready, Path log) {
        var ask = HttpRequest.newBuilder(URI.create(ready))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (!answers(http, ask)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroy();
                throw new IllegalStateException("it did not start: " + log);
            }
            Pause.millis(5);
        }
    }

    private static boolean answers(HttpClient http, HttpRequest ask) {
        try {
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From the start of the process until it was ready. */
    double seconds() {
        return seconds;
    }

    long pid() {
        return process.pid();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop, and returns when it did. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
