package nl.bench.measure;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import nl.devservices.identity.ClientProof;
import nl.devservices.local.EnvironmentProcess;
import nl.devservices.local.Secrets;
import nl.devservices.postgres.PostgresServer;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
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

    private RunningProduct(Path folder, EnvironmentProcess environment, boolean anew) throws IOException {
        this.folder = folder;
        process = environment.start(Map.of(
                "RESET",
                anew ? "1" : "",
                EnvironmentProcess.PROGRAMS,
                String.valueOf(PROGRAMS),
                EnvironmentProcess.FACE_OPTIONS,
                AS_INSTALLED,
                EnvironmentProcess.FACE_CLASSES,
                where(RunningProduct.class) + File.pathSeparator + where(ClientProof.class)));
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
        return start(folder, classPath, true);
    }

    /** The same, with all that an earlier one kept in this folder. */
    public static RunningProduct startAgain(Path folder, String classPath) throws IOException {
        return start(folder, classPath, false);
    }

    private static RunningProduct start(Path folder, String classPath, boolean anew) throws IOException {
        var product = new RunningProduct(folder, new EnvironmentProcess(folder, classPath), anew);
        product.awaitExamples();
        return product;
    }

    /** What a face needs to make dossiers: this bench, and the proof of a program. */
    private static String where(Class<?> here) {
        try {
            return Path.of(here.getProtectionDomain()
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

    /** As the same, to the keystore. */
    public Connection connectToKeystore() throws SQLException {
        var keystore = new PGSimpleDataSource();
        keystore.setURL(database.getURL().replace("/" + PostgresServer.MAIN, "/" + PostgresServer.KEYSTORE));
        keystore.setUser(database.getUser());
        keystore.setPassword(database.getPassword());
        return keystore.getConnection();
    }

    /** The keys of a face. */
    public KeyCustody custody(Face face) {
        return FileCustody.open(folder.resolve("custody"), face, new CustodyPassword(secret("custody")));
    }

    /** The settings of another node of a face, that connects as the databases' superuser. */
    public Map<String, String> settingsOf(Face face) {
        return Map.of(
                "spring.datasource.url", database.getURL(),
                "spring.datasource.username", database.getUser(),
                "spring.datasource.password", database.getPassword(),
                "voorelkaar.keystore.url",
                        database.getURL().replace("/" + PostgresServer.MAIN, "/" + PostgresServer.KEYSTORE),
                "voorelkaar.keystore.username", database.getUser(),
                "voorelkaar.keystore.password", database.getPassword(),
                "voorelkaar.identity.issuer", face == Face.RESIDENT ? residentIssuer() : staffIssuer(),
                "voorelkaar.identity.client-id", face == Face.RESIDENT ? residentClient() : "voorelkaar-werkplek");
    }

    private String secret(String name) {
        try {
            return new Secrets(folder.resolve("secrets.properties")).of(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the stand-in keeps. */
    public Path standInFolder() {
        return folder.resolve("stand-in");
    }

    /** Where residents sign in. */
    public String residentIssuer() {
        return standIn() + "/digid";
    }

    /** For whom logins of residents are. */
    public String residentClient() {
        return "voorelkaar-inwoners";
    }

    /** Asks what a program may open, with this token: from then on it is known. */
    public void askAs(String token) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(workspace() + "/api/v1/toegang"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("a program got " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One row of an answer. */
    @FunctionalInterface
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    public void each(String query, Row reader) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

    /** Until every line is in a tree. */
    public void awaitSealed() {
        while (!allSealed()) {
            Pause.millis(500);
        }
    }

    /** Pages of tables and indexes that were looked at until now, by everybody, as far as it was told. */
    public long pagesLookedAt() {
        return Long.parseLong(text("SELECT sum(blks_hit + blks_read) FROM pg_stat_database"));
    }

    /** How much disk the databases take, in bytes. */
    public long size() {
        return Long.parseLong(text("SELECT sum(pg_database_size(oid)) FROM pg_database"));
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
