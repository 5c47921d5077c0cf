package nl.bench.rules;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.devservices.identity.LocalIssuer;
import nl.devservices.postgres.PostgresServer;
import nl.devservices.postgres.Roles;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentSchema;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.DossierSchema;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The services of the product without its pages, as nodes of either face in this JVM: on a PostgreSQL that has every
 * commit on disk before it says so, a key custody and identity providers of their own. What the clock does, such as
 * ending what is over, is done when it is asked for and not by itself.
 */
final class Installation implements AutoCloseable {

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

    final Clock clock = Clock.system(CalendarDays.AMSTERDAM);
    final LocalIssuer digid = new LocalIssuer();
    final LocalIssuer staff = new LocalIssuer();

    private final PostgresServer server;
    private final Path custody;
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    private Installation(PostgresServer server, Path custody) {
        this.server = server;
        this.custody = custody;
    }

    /** @param folder for all that it keeps; what an earlier one kept there is thrown away */
    static Installation in(Path folder) throws IOException {
        LoggingSystem.get(Installation.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var postgres = folder.resolve("postgres");
        PostgresServer.stopLeftBehind(postgres);
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(postgres);
        var installation =
                new Installation(PostgresServer.start(postgres, freePort(), PASSWORDS), folder.resolve("custody"));
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
    void addDatabase(String name) throws SQLException {
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
    KeyCustody custody(Face face) {
        return FileCustody.open(custody, face, new CustodyPassword(PASSWORD));
    }

    Node node(Face face, KeyCustody keys) {
        return node(face, keys, PostgresServer.MAIN);
    }

    /** @param keys of this face; what it is used for can be counted */
    Node node(Face face, KeyCustody keys, String database) {
        var resident = face == Face.RESIDENT;
        var context = new SpringApplicationBuilder(WithoutPages.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> {
                    var beans = (GenericApplicationContext) starting;
                    beans.registerBean("clock", Clock.class, () -> clock);
                    beans.registerBean("keys", KeyCustody.class, () -> keys);
                })
                .properties(Map.ofEntries(
                        Map.entry("voorelkaar.face", face.name().toLowerCase(Locale.ROOT)),
                        Map.entry("voorelkaar.public-url", "http://localhost"),
                        Map.entry("voorelkaar.municipality.name", "Gemeente Voorbeeldstad"),
                        Map.entry("spring.datasource.url", server.url(database)),
                        Map.entry("spring.datasource.username", resident ? Roles.RESIDENT_FACE : Roles.WORKSPACE_FACE),
                        Map.entry("spring.datasource.password", PASSWORD),
                        Map.entry("spring.jpa.open-in-view", "false"),
                        Map.entry("spring.jpa.hibernate.ddl-auto", "none"),
                        Map.entry("spring.main.banner-mode", "off"),
                        Map.entry("logging.level.root", "ERROR"),
                        // Nothing is timestamped here.
                        Map.entry("voorelkaar.timestamp.url", "http://localhost/"),
                        Map.entry("voorelkaar.keystore.url", server.url(PostgresServer.KEYSTORE)),
                        Map.entry("voorelkaar.keystore.username", Roles.BROKER),
                        Map.entry("voorelkaar.keystore.password", PASSWORD),
                        Map.entry("voorelkaar.identity.issuer", (resident ? digid : staff).address()),
                        Map.entry("voorelkaar.identity.client-id", LocalIssuer.CLIENT)))
                .run();
        nodes.add(context);
        return new Node(context);
    }

    /** One process of the product, as far as it is here. */
    record Node(ConfigurableApplicationContext context) {

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }
    }

    /** As the database's superuser: past row security. */
    Connection connect(String database) throws SQLException {
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
        nodes.reversed().forEach(ConfigurableApplicationContext::close);
        digid.close();
        staff.close();
        server.close();
    }
}
