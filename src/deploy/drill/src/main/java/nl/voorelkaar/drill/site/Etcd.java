package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.devservices.local.EnvironmentProcess;

/** Three members that agree on which database is the first. */
final class Etcd implements AutoCloseable {

    private static final int MEMBERS = 3;

    private final int[] ports = EnvironmentProcess.freePorts(2 * MEMBERS);
    private final String address;
    private final List<Daemon> members = new ArrayList<>();

    /** @param settings {@code etcd.env}, as it is @param address where it listens */
    Etcd(Path settings, Path folder, String address) throws IOException {
        this.address = address;
        var all = IntStream.range(0, MEMBERS)
                .mapToObj(member -> "e" + member + "=" + url(ports[MEMBERS + member]))
                .collect(Collectors.joining(","));
        for (var member = 0; member < MEMBERS; member++) {
            var environment = new HashMap<>(read(settings));
            environment.put("ETCD_NAME", "e" + member);
            environment.put("ETCD_DATA_DIR", folder.resolve("e" + member).toString());
            environment.put("ETCD_LISTEN_CLIENT_URLS", url(ports[member]));
            environment.put("ETCD_ADVERTISE_CLIENT_URLS", url(ports[member]));
            environment.put("ETCD_LISTEN_PEER_URLS", url(ports[MEMBERS + member]));
            environment.put("ETCD_INITIAL_ADVERTISE_PEER_URLS", url(ports[MEMBERS + member]));
            environment.put("ETCD_INITIAL_CLUSTER", all);
            members.add(Daemon.start(
                    List.of("setsid", "etcd"),
                    environment,
                    folder.resolve("log").resolve("etcd" + member + ".log")));
        }
    }

    /** As Patroni is told. */
    String hosts() {
        return IntStream.range(0, MEMBERS)
                .mapToObj(member -> address + ":" + ports[member])
                .collect(Collectors.joining(","));
    }

    private String url(int port) {
        return "http://" + address + ":" + port;
    }

    private static Map<String, String> read(Path settings) throws IOException {
        try (var lines = Files.lines(settings)) {
            return lines.filter(line -> line.startsWith("ETCD_"))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        }
    }

    @Override
    public void close() {
        members.forEach(Daemon::close);
    }
}
