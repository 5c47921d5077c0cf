package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import nl.devservices.local.CannotStart;
import nl.devservices.local.FaceProcess;

/** One process of a face, on a machine of its own as far as the others can see. */
public final class Node {

    private static final int RESTARTS = 3;
    private static final Duration LONGEST_LEARNING = Duration.ofMinutes(4);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String face;
    private final String place;
    private final Machine machine;
    private final int port;
    private Program program;
    private final Map<String, String> environment;
    private final Path logs;
    private final Path learned;
    private FaceProcess process;
    private int starts;

    /** @param place {@code one} or {@code two}, as the proxy calls it */
    Node(
            String face,
            String place,
            Machine machine,
            int port,
            Program program,
            Map<String, String> environment,
            Path logs) {
        this.face = face;
        this.place = place;
        this.machine = machine;
        this.port = port;
        this.program = program;
        this.environment = new HashMap<>(environment);
        this.logs = logs;
        this.learned = logs.resolveSibling(face + ".aot");
    }

    public String face() {
        return face;
    }

    /** As the proxy calls it. */
    public String place() {
        return place;
    }

    public String name() {
        return face + " node " + place;
    }

    /** Host and port. */
    String address() {
        return machine.address() + ":" + port;
    }

    /** From its next start on. */
    public void installs(Program next) {
        program = next;
    }

    /** Does not wait until it is ready. */
    public void start() throws IOException {
        start(Files.exists(learned) ? "-XX:AOTCache=" + learned : "");
    }

    /**
     * Starts it and stops it again, to keep what its JVM learned for later starts of this face (ADR 0037). Where that
     * takes too long nothing is kept, and they are slower.
     */
    public void learn() throws IOException {
        start("-XX:AOTCacheOutput=" + learned);
        process.awaitReady(HTTP, "http://" + address());
        askToStop();
        try {
            awaitEnd(LONGEST_LEARNING);
        } catch (CompletionException tooLong) {
            kill();
            Files.deleteIfExists(learned);
        }
    }

    private void start(String option) throws IOException {
        starts++;
        process = FaceProcess.start(name(), machine.inside(program.face(option)), environment, log());
    }

    /** One that ends by itself is started again, a few times, as its unit has it. */
    public void awaitReady() throws IOException {
        for (var left = RESTARTS; ; left--) {
            try {
                process.awaitReady(HTTP, "http://" + address());
                return;
            } catch (CannotStart e) {
                if (left == 0 || isAlive()) {
                    throw e;
                }
                start();
            }
        }
    }

    /** What its health answers now; 0: nothing. @param group such as {@code readiness} */
    public int health(String group) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://" + address() + "/actuator/health/" + group))
                                    .timeout(Duration.ofSeconds(8))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nothing) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    public boolean isAlive() {
        return process.handle().isAlive();
    }

    /** What it said since its last start. */
    public String said() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return logs.resolve(face + "-" + place + "-" + starts + ".log");
    }

    public void kill() {
        Signals.send("KILL", process.handle());
        process.handle().onExit().join();
    }

    /** As systemd does. Returns at once. */
    public void askToStop() {
        process.handle().destroy();
    }

    public void awaitEnd(Duration patience) {
        process.handle()
                .onExit()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** It stands still and its connections stay open. */
    public void pause() {
        Signals.send("STOP", process.handle());
    }

    public void resume() {
        Signals.send("CONT", process.handle());
    }

    void close() {
        process.close();
    }
}
