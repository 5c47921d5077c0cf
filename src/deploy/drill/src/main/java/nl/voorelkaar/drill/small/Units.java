package nl.voorelkaar.drill.small;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.devservices.local.FaceProcess;

/**
 * Stands in for systemd, which does not run everywhere: a {@code systemctl} on the path of the operator that starts and
 * stops the faces, as processes of ours.
 */
final class Units implements AutoCloseable {

    private final HttpServer door;
    private final Map<String, Unit> units = new ConcurrentHashMap<>();
    private final Map<String, FaceProcess> running = new HashMap<>();

    /** @param log is written anew at each start */
    record Unit(List<String> command, Map<String, String> environment, Path log) {}

    /** @param folder gets the program */
    Units(Path folder) throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/", this::answer);
        door.start();
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("systemctl"), """
                #!/bin/sh
                set -eu
                verb=$1
                shift
                for unit in "$@"; do curl -sfS -X POST "http://localhost:%d/$verb/$unit"; done
                """.formatted(door.getAddress().getPort()));
        Files.setPosixFilePermissions(folder.resolve("systemctl"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What the next start of this one is. */
    void knows(String name, Unit unit) {
        units.put(name, unit);
    }

    private void answer(HttpExchange asked) throws IOException {
        var words = asked.getRequestURI().getPath().split("/");
        var status = 200;
        if (words.length != 3 || !units.containsKey(words[2])) {
            status = 404;
        } else if (words[1].equals("start")) {
            start(words[2]);
        } else if (words[1].equals("stop")) {
            stop(words[2]);
        } else {
            status = 400;
        }
        asked.sendResponseHeaders(status, -1);
        asked.close();
    }

    synchronized void start(String name) throws IOException {
        stop(name);
        var unit = units.get(name);
        running.put(name, FaceProcess.start(name, unit.command(), unit.environment(), unit.log()));
    }

    void awaitReady(String name, String address) throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            running.get(name).awaitReady(http, address);
        }
    }

    synchronized void stop(String name) {
        var process = running.remove(name);
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::stop);
        door.stop(0);
    }
}
