package nl.bench.measure;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import nl.devservices.local.EnvironmentProcess;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The packaged product in processes of its own, both faces, with a database that has every commit on disk before it
 * says so. Its sequencer is the one in the resident face, and can be made to stand aside as it would for another node.
 */
public final class RunningProduct implements AutoCloseable {

    private static final UUID ANOTHER_NODE = UUID.fromString("00000000-0000-0000-0000-000000000001");

    /** A program may ask 6 000 times a minute: so many together ask as much as a benchmark wants to. */
    public static final int PROGRAMS = 64;

    /** As a face is installed, see the systemd unit, with room that two of them have on a small machine. */
    public static final String AS_INSTALLED = "-Xmx1g -XX:+UseCompactObjectHeaders";

    private final Process process;
    private final int[] ports;
    private final Path folder;
    private final PGSimpleDataSource database = new PGSimpleDataSource();

    private RunningProduct(Path folder, EnvironmentProcess environment) throws IOException {
        this.folder = folder;
        process = environment.start(Map.of(
                "RESET",
                "1",
                EnvironmentProcess.PROGRAMS,
                String.valueOf(PROGRAMS),
                EnvironmentProcess.FACE_OPTIONS,
                AS_INSTALLED,
                EnvironmentProcess.FACE_CLASSES,
                ownClasses()));
        ports = environment.ports();
        var secrets = new Properties();
        secrets.load(new StringReader(Files.readString(folder.resolve("secrets.properties"))));
        database.setServerNames(new String[] {"localhost"});
        database.setPortNumbers(new int[] {ports[3]});
        database.setDatabaseName("voorelkaar");
        database.setUser("postgres");
        database.setPassword(secrets.getProperty("database.postgres"));
        // Rows go over in their binary form and in few messages: what feeds must not be what limits.
        database.setReWriteBatchedInserts(true);
    }

    /** Returns when it is ready and the example dossiers are made, so that nobody else works. */
    public static RunningProduct start(Path folder, String classPath) throws IOException {
        var product = new RunningProduct(folder, new EnvironmentProcess(folder, classPath));
        product.awaitExamples();
        return product;
    }

    private static String ownClasses() {
        try {
            return Path.of(RunningProduct.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitExamples() {
        while (!Files.exists(folder.resolve("demo").resolve("done"))) {
            Pause.millis(200);
        }
    }

    public String resident() {
        return "http://localhost:" + ports[0];
    }

    public String workspace() {
        return "http://localhost:" + ports[1];
    }

    /** Where programs and professionals get their tokens. */
    public String staffIssuer() {
        return standIn() + "/medewerker";
    }

    /** The key with which programs prove themselves. */
    public Path programKey() {
        return folder.resolve("programma.jwk");
    }

    /** Where what works inside a face finds its orders. */
    public Path orders() {
        return folder.resolve("demo");
    }

    public String databaseUrl() {
        return database.getURL();
    }

    public String databasePassword() {
        return database.getPassword();
    }

    /** What both faces, the database and the stand-ins took of the processors until now. */
    public Duration processorTime() {
        return process.descendants()
                .flatMap(part -> part.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    public String standIn() {
        return "http://localhost:" + ports[2];
    }

    /** As the database's superuser: what feeds a benchmark passes row security, and so is cheaper than the product. */
    public Connection connect() throws SQLException {
        return database.getConnection();
    }

    public String setting(String name) {
        return text("SHOW " + name);
    }

    /** The sequencer finds that another node has all logs. */
    public void pauseSealing() {
        run("UPDATE consent.log SET holder = '" + ANOTHER_NODE + "', lease_until = 'infinity'");
    }

    public void resumeSealing() {
        run("UPDATE consent.log SET lease_until = '-infinity' WHERE holder = '" + ANOTHER_NODE + "'");
    }

    public long sealed() {
        return Long.parseLong(text("SELECT sum(size) FROM consent.log"));
    }

    public boolean allSealed() {
        return text("SELECT NOT EXISTS (SELECT 1 FROM consent.audit_pending)").equals("t");
    }

    /** How long the oldest line waits to be sealed, in seconds. */
    public double oldestWait() {
        return Double.parseDouble(
                text(
                        "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(added_at)), 0) FROM consent.audit_pending"));
    }

    public void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        EnvironmentProcess.stop(process);
    }
}
