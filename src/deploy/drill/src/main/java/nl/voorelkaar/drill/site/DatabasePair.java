package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A database on two servers: nothing is said to be saved before both have it, and one takes over from the other. */
public final class DatabasePair implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String database;
    private final String password;
    private final List<DatabaseServer> servers = new ArrayList<>();

    /**
     * @param settings {@code patroni.yml} in the folder where it finds its certificates
     * @param ports two for each server
     */
    DatabasePair(String scope, String database, Path settings, Path folder, String etcd, String password, int[] ports)
            throws IOException {
        this.database = database;
        this.password = password;
        for (var server = 0; server < 2; server++) {
            var name = scope + "-" + (server + 1);
            var data = folder.resolve(name).resolve("data");
            Files.createDirectories(data.getParent());
            var environment = new HashMap<String, String>();
            environment.put("PATRONI_SCOPE", scope);
            environment.put("PATRONI_NAME", name);
            environment.put("PATRONI_ETCD3_HOSTS", etcd);
            environment.put("PATRONI_RESTAPI_LISTEN", "127.0.0.1:" + ports[2 * server + 1]);
            environment.put("PATRONI_RESTAPI_CONNECT_ADDRESS", "127.0.0.1:" + ports[2 * server + 1]);
            environment.put("PATRONI_POSTGRESQL_LISTEN", "127.0.0.1:" + ports[2 * server]);
            environment.put("PATRONI_POSTGRESQL_CONNECT_ADDRESS", "127.0.0.1:" + ports[2 * server]);
            environment.put("PATRONI_POSTGRESQL_DATA_DIR", data.toString());
            environment.put(
                    "PATRONI_POSTGRESQL_PGPASS",
                    folder.resolve(name + ".pgpass").toString());
            for (var role : List.of("SUPERUSER", "REPLICATION", "REWIND")) {
                environment.put(
                        "PATRONI_" + role + "_USERNAME",
                        role.equals("SUPERUSER") ? "postgres" : "ve_" + role.toLowerCase());
                environment.put("PATRONI_" + role + "_PASSWORD", password);
            }
            servers.add(new DatabaseServer(
                    name,
                    settings,
                    data,
                    folder.resolve("log").resolve(name + ".log"),
                    ports[2 * server],
                    ports[2 * server + 1],
                    environment));
            if (server == 0) {
                // Who is first at the start is the first.
                Waiting.until("the first server of " + scope, PATIENCE, servers.getFirst()::isPrimary);
            }
        }
        awaitBoth();
    }

    static int portsNeeded() {
        return 4;
    }

    /** Returns when one is the first, and the other has everything that it has. */
    public void awaitBoth() {
        Waiting.until(
                "both servers of " + database,
                PATIENCE,
                () -> servers.stream().anyMatch(DatabaseServer::isPrimary)
                        && servers.stream().anyMatch(DatabaseServer::isSynchronousStandby));
    }

    /** Returns when another server than this one is the first. */
    public void awaitOther(DatabaseServer lost) {
        Waiting.until("the other server of " + database, PATIENCE, () -> primary() != lost);
    }

    public DatabaseServer primary() {
        return servers.stream().filter(DatabaseServer::isPrimary).findFirst().orElseThrow();
    }

    public DatabaseServer standby() {
        return servers.stream()
                .filter(DatabaseServer::isSynchronousStandby)
                .findFirst()
                .orElseThrow();
    }

    /** As a face is told: both servers, and how soon it notices that one is gone. */
    String address(String database) {
        return address(database, servers.stream().map(DatabaseServer::port).toList());
    }

    /** The same, over these wires. */
    String address(String database, Wires wires) {
        return address(database, wires.ports());
    }

    private static String address(String database, List<Integer> ports) {
        return ports.stream()
                .map(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(",", "jdbc:postgresql://", "/" + database + Site.DATABASE_OPTIONS));
    }

    Wires wires() throws IOException {
        var wires = new ArrayList<Relay>();
        for (var server : servers) {
            wires.add(new Relay(server.port()));
        }
        return new Wires(wires);
    }

    /** As the administrator. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(address(database), "postgres", password);
    }

    /** Runs statements of an operator's with psql. @param values of the variables in it */
    void run(Path statements, Map<String, String> values) throws IOException {
        var command = new ArrayList<>(List.of(
                "psql",
                "-X",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(primary().port())));
        values.forEach((name, value) -> command.addAll(List.of("-v", name + "=" + value)));
        command.addAll(List.of("-U", "postgres", "-f", statements.toString(), "postgres"));
        Daemon.run(command, Map.of("PGPASSWORD", password, "PGSSLMODE", "require"));
    }

    /** What its settings say, with the folder of the certificates in it. */
    static Path settings(Path file, Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("patroni.yml"), Files.readString(file).replace("/etc/patroni", folder.toString()));
    }

    @Override
    public void close() {
        servers.forEach(DatabaseServer::close);
    }
}
