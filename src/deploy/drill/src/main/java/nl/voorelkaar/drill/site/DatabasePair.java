package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import nl.devservices.local.EnvironmentProcess;

/** A database on two servers: nothing is said to be saved before both have it, and one takes over from the other. */
public final class DatabasePair extends Database {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String database;
    private final List<DatabaseServer> servers = new ArrayList<>();

    /**
     * @param settings {@code patroni.yml} in the folder where it finds its certificates
     * @param machines of the servers
     */
    DatabasePair(
            String scope,
            String database,
            Path settings,
            Path folder,
            String etcd,
            String password,
            List<? extends Machine> machines)
            throws IOException {
        super(password);
        this.database = database;
        var ports = EnvironmentProcess.freePorts(4);
        for (var server = 0; server < 2; server++) {
            var name = scope + "-" + (server + 1);
            var data = folder.resolve(name).resolve("data");
            Files.createDirectories(data.getParent());
            var machine = machines.get(server);
            var environment = new HashMap<String, String>();
            environment.put("PATRONI_SCOPE", scope);
            environment.put("PATRONI_NAME", name);
            environment.put("PATRONI_ETCD_HOSTS", etcd);
            environment.put("PATRONI_RESTAPI_LISTEN", machine.address() + ":" + ports[2 * server + 1]);
            environment.put("PATRONI_RESTAPI_CONNECT_ADDRESS", machine.address() + ":" + ports[2 * server + 1]);
            environment.put("PATRONI_POSTGRESQL_LISTEN", machine.address() + ":" + ports[2 * server]);
            environment.put("PATRONI_POSTGRESQL_CONNECT_ADDRESS", machine.address() + ":" + ports[2 * server]);
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
                    machine,
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

    @Override
    List<String> servers() {
        return servers.stream().map(DatabaseServer::address).toList();
    }

    @Override
    String first() {
        return primary().address();
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
