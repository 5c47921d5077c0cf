package nl.bench.services;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.devservices.identity.LocalIssuer;
import nl.devservices.postgres.PostgresServer;
import nl.devservices.postgres.Roles;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentSchema;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.DossierSchema;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * The services of the product without its pages, as nodes of either face in this JVM: on a PostgreSQL that has every
 * commit on disk before it says so, a key custody and identity providers of their own. What the clock does, such as
 * ending what is over, is done when it is asked for and not by itself.
 */
public final class Installation implements AutoCloseable {

    /** Only for as long as this runs, on a database that only this machine reaches. */
    private static final String PASSWORD = "benchbench";

    private static final Map<String, String> PASSWORDS = Stream.of(
                    PostgresServer.SUPERUSER,
                    Roles.OWNER,
                    Roles.RESIDENT_FACE,
                    Roles.WORKSPACE_FACE,
                    Roles.SEALER,
                    Roles.AUDITOR,
                    Roles.KEYS_OWNER,
                    Roles.BROKER)
            .collect(Collectors.toMap(role -> role, role -> PASSWORD));

    private final LocalIssuer digid = new LocalIssuer();
    private final LocalIssuer staff = new LocalIssuer();
    private final Clock clock;

    private final PostgresServer server;
    private final Path custody;
    private final List<Node> nodes = new ArrayList<>();

    private Installation(PostgresServer server, Path custody, Clock clock) {
        this.server = server;
        this.custody = custody;
        this.clock = clock;
    }

    /** @param folder for all that it keeps; what an earlier one kept there is thrown away */
    public static Installation in(Path folder) throws IOException {
        return in(folder, Clock.system(CalendarDays.AMSTERDAM));
    }

    /** With a clock of its own, for all its nodes. */
    public static Installation in(Path folder, Clock clock) throws IOException {
        LoggingSystem.get(Installation.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var postgres = folder.resolve("postgres");
        PostgresServer.stopLeftBehind(postgres);
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(postgres);
        var installation = new Installation(
                PostgresServer.start(postgres, freePort(), PASSWORDS), folder.resolve("custody"), clock);
        try {
            installation.migrate(PostgresServer.MAIN);
            DossierSchema.migrateKeystore(installation.source(PostgresServer.KEYSTORE, Roles.KEYS_OWNER));
            FileCustody.initialise(
                    installation.custody,
                    new CustodyPassword(PASSWORD),
                    new CustodyPassword(PASSWORD),
                    "Gemeente Voorbeeldstad");
            return installation;
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    /** Another main database, empty. */
    public void addDatabase(String name) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + Roles.OWNER);
        }
        migrate(name);
    }

    private void migrate(String database) {
        ConsentSchema.migrate(source(database, Roles.OWNER));
        DossierSchema.migrate(source(database, Roles.OWNER));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What the node of this face would open. */
    public KeyCustody custody(Face face) {
        return FileCustody.open(custody, face, new CustodyPassword(PASSWORD));
    }

    public Node node(Face face, KeyCustody keys) {
        return node(face, keys, PostgresServer.MAIN);
    }

    /** @param keys of this face; what it is used for can be counted */
    public Node node(Face face, KeyCustody keys, String database) {
        return node(face, keys, url(database), url(PostgresServer.KEYSTORE), Map.of());
    }

    /**
     * @param main address of the main database
     * @param keystore address of the keystore
     * @param more settings, or others than usual
     */
    public Node node(Face face, KeyCustody keys, String main, String keystore, Map<String, String> more) {
        var resident = face == Face.RESIDENT;
        var settings = new HashMap<>(Map.of(
                "spring.datasource.url",
                main,
                "spring.datasource.username",
                resident ? Roles.RESIDENT_FACE : Roles.WORKSPACE_FACE,
                "spring.datasource.password",
                PASSWORD,
                "voorelkaar.keystore.url",
                keystore,
                "voorelkaar.keystore.username",
                Roles.BROKER,
                "voorelkaar.keystore.password",
                PASSWORD,
                "voorelkaar.identity.issuer",
                (resident ? digid : staff).address(),
                "voorelkaar.identity.client-id",
                LocalIssuer.CLIENT));
        settings.putAll(more);
        var node = Node.start(face, clock, keys, settings);
        nodes.add(node);
        return node;
    }

    /** An ID token of a resident who signed in now. */
    public Assertion login(String subject) {
        return new Assertion(digid.sign(subject, AssuranceLevel.SUBSTANTIEEL.acr(), clock.instant()));
    }

    /** The settings of a node that connects as the databases' superuser: row security lets it through. */
    public Map<String, String> asSuperuser() {
        return Map.of(
                "spring.datasource.username", PostgresServer.SUPERUSER,
                "voorelkaar.keystore.username", PostgresServer.SUPERUSER);
    }

    public String url(String database) {
        return server.url(database);
    }

    /** What its nodes go by. */
    public Clock clock() {
        return clock;
    }

    /** Whose logins residents have. */
    LocalIssuer digid() {
        return digid;
    }

    /** Whose logins professionals have. */
    LocalIssuer staff() {
        return staff;
    }

    /** As the database's superuser: past row security. */
    public Connection connect(String database) throws SQLException {
        return server.connect(database, PostgresServer.SUPERUSER, PASSWORD);
    }

    private PGSimpleDataSource source(String database, String role) {
        var source = new PGSimpleDataSource();
        source.setURL(server.url(database));
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    @Override
    public void close() {
        nodes.reversed().forEach(Node::close);
        digid.close();
        staff.close();
        server.close();
    }
}
