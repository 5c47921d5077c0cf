package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** HAProxy with the operator's configuration, as it is. */
public final class Proxy implements AutoCloseable {

    private final Path control;
    private final Daemon process;

    Proxy(Path files, Path folder, Map<String, String> addresses) throws IOException {
        // A socket's path is short, and build folders are not.
        control = Path.of(
                System.getProperty("java.io.tmpdir"),
                "ve-drill-" + ProcessHandle.current().pid());
        var environment = new java.util.HashMap<>(addresses);
        environment.put("HERE", files.toString());
        environment.put("CONTROL", control.toString());
        environment.put("LOG_TO", "stdout");
        process = Daemon.start(
                List.of(
                        "setsid",
                        "haproxy",
                        "-db",
                        "-f",
                        files.resolve("haproxy.cfg").toString()),
                environment,
                folder.resolve("log").resolve("haproxy.log"));
    }

    /** What its control socket answers. */
    public String ask(String command) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(control));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            var said = new StringBuilder();
            var part = ByteBuffer.allocate(64 * 1024);
            while (channel.read(part) >= 0) {
                said.append(StandardCharsets.UTF_8.decode(part.flip()));
                part.clear();
            }
            return said.toString();
        }
    }

    /** @param state {@code drain}, {@code ready} or {@code maint} */
    void set(Node node, String state) throws IOException {
        ask("set server %s-nodes/%s state %s".formatted(node.face(), node.place(), state));
    }

    /** As HAProxy calls it: UP, DOWN, NOLB (stays for who is there), DRAIN. */
    public String stateOf(Node node) throws IOException {
        return ask("show stat")
                .lines()
                .filter(line -> line.startsWith(node.face() + "-nodes," + node.place() + ","))
                .map(line -> line.split(",")[17])
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.close();
    }
}
