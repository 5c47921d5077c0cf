package nl.devservices.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Finds out before anything starts whether our ports are free. */
final class Ports {

    /** A face of an environment that was killed needs a moment to notice. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Ports() {}

    /** @throws CannotStart that names each port that is taken, or asked for twice, and the variable that moves it */
    static void requireFree(Settings settings) {
        requireFree(settings, PATIENCE);
    }

    /** @param patience how long a port may still be taken */
    static void requireFree(Settings settings, Duration patience) {
        var wanted = new LinkedHashMap<String, Integer>();
        wanted.put(Settings.RESIDENT_PORT, settings.residentPort());
        wanted.put(Settings.WORKSPACE_PORT, settings.workspacePort());
        wanted.put(Settings.LOCAL_PORT, settings.localPort());
        wanted.put(Settings.DATABASE_PORT, settings.databasePort());
        var problems = new ArrayList<String>();
        var seen = new LinkedHashMap<Integer, String>();
        var deadline = System.nanoTime() + patience.toNanos();
        for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
            var port = entry.getValue();
            var twin = seen.putIfAbsent(port, entry.getKey());
            if (twin != null) {
                problems.add(entry.getKey() + " and " + twin + " are both " + port + ": give each a port of its own.");
            } else if (!free(port, deadline)) {
                problems.add("Port " + port + " is taken by another program. Choose another one, for example: make run "
                        + entry.getKey() + "=" + (port < 45_000 ? port + 20_000 : port - 20_000));
            }
        }
        if (!problems.isEmpty()) {
            throw new CannotStart(String.join("\n", problems));
        }
    }

    private static boolean free(int port, long deadline) {
        while (true) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }
}
