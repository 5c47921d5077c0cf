package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A database, on as many servers as it has. */
public abstract class Database implements AutoCloseable {

    private static final String ADMINISTRATOR = "postgres";

    private final String password;

    Database(String password) {
        this.password = password;
    }

    /** Host and port of each of its servers. */
    abstract List<String> servers();

    /** Host and port of the one that takes writes now. */
    abstract String first();

    /** As a face is told: all servers, and how soon it notices that one is gone. */
    String address(String database) {
        return address(database, servers());
    }

    /** The same, over these wires. */
    String address(String database, Wires wires) {
        return address(database, wires.entrances());
    }

    private static String address(String database, List<String> servers) {
        return servers.stream()
                .collect(Collectors.joining(",", "jdbc:postgresql://", "/" + database + Site.DATABASE_OPTIONS));
    }

    /** As the administrator. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(address(database), ADMINISTRATOR, password);
    }

    /** Runs statements of an operator's with psql. @param values of the variables in it */
    void run(Path statements, Map<String, String> values) throws IOException {
        var server = first().split(":");
        var command =
                new ArrayList<>(List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", server[0], "-p", server[1]));
        values.forEach((name, value) -> command.addAll(List.of("-v", name + "=" + value)));
        command.addAll(List.of("-U", ADMINISTRATOR, "-f", statements.toString(), "postgres"));
        Daemon.run(command, Map.of("PGPASSWORD", password, "PGSSLMODE", "require"));
    }

    @Override
    public abstract void close();
}
