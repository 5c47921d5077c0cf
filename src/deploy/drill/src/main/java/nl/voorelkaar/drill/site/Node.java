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
import java.util.concurrent.TimeUnit;
import nl.devservices.local.CannotStart;
import nl.devservices.local.FaceProcess;
import nl.devservices.local.ProductFiles;

/** One process of a face, on a machine of its own as far as the others can see. */
public final class Node {

    private static final int RESTARTS = 3;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String face;
    private final String place;
    private final int port;
    private final ProductFiles product;
    private final Map<String, String> environment;
    private final Path logs;
    private FaceProcess process;
    private int starts;

    /** @param place {@code one} or {@code two}, as the proxy calls it */
    Node(String face, String place, int port, ProductFiles product, Map<String, String> environment, Path logs) {
        this.face = face;
        this.place = place;
        this.port = port;
        this.product = product;
        this.environment = new HashMap<>(environment);
        this.logs = logs;
    }

    public String face() {
        return face;
    }

    String place() {
        return place;
    }

    public String name() {
        return face + " node " + place;
    }

    /** Does not wait until it is ready. */
    public void start() throws IOException {
        starts++;
        process = FaceProcess.start(name(), product.face(), environment, log());
    }

    /** One that ends by itself is started again, a few times, as its unit has it. */
    public void awaitReady() throws IOException {
        for (var left = RESTARTS; ; left--) {
            try {
                process.awaitReady(HTTP, "http://127.0.0.1:" + port);
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
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group))
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
