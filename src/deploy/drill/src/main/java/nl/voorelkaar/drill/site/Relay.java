package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire from one port to another, which can be cut: nothing comes through any more, and nobody is told. */
final class Relay implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ServerSocket entrance;
    private final InetSocketAddress to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Relay(ServerSocket entrance, InetSocketAddress to) {
        this.entrance = entrance;
        this.to = to;
        Thread.ofVirtual().start(this::accept);
    }

    /** From a port of its own. @param server host and port */
    static Relay to(String server) throws IOException {
        var parts = server.split(":");
        return new Relay(
                new ServerSocket(0, 200, InetAddress.getLoopbackAddress()),
                new InetSocketAddress(parts[0], Integer.parseInt(parts[1])));
    }

    /** From the same port at another address of this machine to that of the loopback. */
    static Relay ofLoopback(String address, int port) throws IOException {
        return new Relay(
                new ServerSocket(port, 200, InetAddress.getByName(address)),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        cut = true;
    }

    /** What was open stays dead, as a firewall that forgot its connections has it. */
    void mend() {
        open.forEach(Relay::close);
        open.clear();
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var from = entrance.accept();
                open.add(from);
                if (!cut) {
                    connect(from);
                }
            } catch (IOException closed) {
                // The loop ends with the entrance.
            }
        }
    }

    private void connect(Socket from) {
        try {
            var there = new Socket(to.getAddress(), to.getPort());
            open.add(there);
            Thread.ofVirtual().start(() -> carry(from, there));
            Thread.ofVirtual().start(() -> carry(there, from));
        } catch (IOException nobodyThere) {
            close(from);
        }
    }

    private void carry(Socket from, Socket into) {
        try (from;
                into) {
            var bytes = new byte[64 * 1024];
            for (var count = from.getInputStream().read(bytes);
                    count >= 0;
                    count = from.getInputStream().read(bytes)) {
                while (cut) {
                    Waiting.rest(LOOK_AGAIN);
                }
                into.getOutputStream().write(bytes, 0, count);
            }
        } catch (IOException ended) {
            // The other direction ends with it.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was closed already.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        mend();
    }
}
