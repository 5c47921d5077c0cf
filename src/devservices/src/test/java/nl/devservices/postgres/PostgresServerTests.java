package nl.devservices.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server for all: each test leaves it running, some of them after it fell. */
class PostgresServerTests {

    @TempDir
    private static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException {
        server = start(folder, freePort());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyCommitIsOnDisk() throws SQLException {
        assertThat(ask(PostgresServer.READER, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(PostgresServer.READER, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(PostgresServer.READER, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(PostgresServer.READER, "SHOW data_checksums")).isEqualTo("on");
    }

    @Test
    void itIsPostgresql18() throws SQLException {
        assertThat(ask(PostgresServer.READER, "SHOW server_version")).startsWith("18.");
    }

    @Test
    void theReaderSeesEverythingAndChangesNothing() throws SQLException {
        execute(Roles.OWNER, "CREATE SCHEMA dicht");
        execute(Roles.OWNER, "CREATE TABLE dicht.regel (tekst text)");
        execute(Roles.OWNER, "INSERT INTO dicht.regel VALUES ('onzichtbaar')");
        execute(Roles.OWNER, "ALTER TABLE dicht.regel ENABLE ROW LEVEL SECURITY");
        execute(Roles.OWNER, "ALTER TABLE dicht.regel FORCE ROW LEVEL SECURITY");

        assertThat(ask(PostgresServer.READER, "SELECT tekst FROM dicht.regel")).isEqualTo("onzichtbaar");
        assertThatThrownBy(() -> execute(PostgresServer.READER, "DELETE FROM dicht.regel"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void onlyTheReaderNeedsNoPassword() {
        for (var role : Roles.NAMES) {
            assertThatThrownBy(
                            () -> server.connect(PostgresServer.MAIN, role, "").close())
                    .as(role)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() ->
                        server.connect("postgres", PostgresServer.READER, "").close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theFacesCannotEnterTheKeystoreNorTheBrokerTheDossiers() {
        assertThatThrownBy(
                        () -> server.connect(PostgresServer.KEYSTORE, Roles.WORKSPACE_FACE, "w" + Roles.WORKSPACE_FACE)
                                .close())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> server.connect(PostgresServer.MAIN, Roles.BROKER, "w" + Roles.BROKER)
                        .close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aSecondStartKeepsTheDataAndTakesNewPasswords() throws Exception {
        execute(Roles.OWNER, "CREATE SCHEMA bewaard");
        server.close();
        var others = passwords();
        others.put(Roles.OWNER, "anders");

        server = PostgresServer.start(folder, freePort(), others);

        try (var connection = server.connect(PostgresServer.MAIN, Roles.OWNER, "anders")) {
            assertThat(connection.getMetaData().getSchemas(null, "bewaard").next())
                    .isTrue();
        }
        server.close();
        server = start(folder, freePort());
    }

    @Test
    void whatWasCommittedSurvivesTheDeathOfThePostmaster() throws Exception {
        execute(Roles.OWNER, "CREATE SCHEMA gevallen");
        execute(Roles.OWNER, "CREATE TABLE gevallen.t (n int)");
        execute(Roles.OWNER, "INSERT INTO gevallen.t VALUES (42)");

        server.process().destroyForcibly();
        server.process().onExit().join();
        assertThat(folder.resolve("data/postmaster.pid")).exists();
        server = start(folder, freePort());

        assertThat(ask(PostgresServer.READER, "SELECT n FROM gevallen.t")).isEqualTo("42");
    }

    @Test
    void aServerThatItsStarterLeftRunningIsStoppedFirst() throws Exception {
        execute(Roles.OWNER, "CREATE SCHEMA over");
        var left = server;

        server = start(folder, freePort());

        assertThat(left.process().isAlive()).isFalse();
        assertThat(ask(PostgresServer.READER, "SELECT count(*) FROM pg_namespace WHERE nspname = 'over'"))
                .isEqualTo("1");
    }

    @Test
    void aLockThatNamesSomebodyElsesProcessIsNoReasonNotToStart() throws Exception {
        server.close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n");

        server = start(folder, freePort());

        assertThat(server.process().isAlive()).isTrue();
    }

    private static String ask(String role, String query) throws SQLException {
        try (var connection = server.connect(PostgresServer.MAIN, role, "w" + role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String role, String sql) throws SQLException {
        try (var connection = server.connect(PostgresServer.MAIN, role, "w" + role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PostgresServer start(Path folder, int port) throws IOException {
        return PostgresServer.start(folder, port, passwords());
    }

    private static Map<String, String> passwords() {
        var passwords = new HashMap<String, String>();
        Roles.NAMES.forEach(role -> passwords.put(role, "w" + role));
        passwords.put(PostgresServer.SUPERUSER, "baas");
        return passwords;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
