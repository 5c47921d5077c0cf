package nl.devservices.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that keeps its data: every commit is on disk before it is acknowledged, and whatever killed the server,
 * or whoever started it and died, the next start recovers. Listens on loopback only. Holds the product's two databases
 * and roles, and {@link #READER} who may look at everything and change nothing.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String MAIN = "voorelkaar";
    public static final String KEYSTORE = "voorelkaar_sleutels";

    /** Needs no password from this machine; sees past row-level security; cannot write. */
    public static final String READER = "lezer";

    /** Who makes roles and databases. */
    public static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private final Process process;

    private PostgresServer(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it, makes what is missing, and returns when it takes connections.
     *
     * @param folder everything of this server
     * @param passwords for {@link #SUPERUSER} and for each role of {@link Roles}; letters and digits. The superuser's
     *     must be the same at every start
     * @throws IOException when it does not start; the message holds the end of its log
     */
    public static PostgresServer start(Path folder, int port, Map<String, String> passwords) throws IOException {
        var program = PostgresProgram.in(folder);
        var data = folder.resolve("data").toAbsolutePath();
        var log = folder.resolve("postgres.log");
        if (!Files.exists(data)) {
            initialise(program, folder, data, passwords.get(SUPERUSER));
        }
        Files.writeString(data.resolve("pg_hba.conf"), """
                # type  database                  user  address       method
                host    %1$s,%2$s  %3$s  127.0.0.1/32  trust
                host    %1$s,%2$s  %3$s  ::1/128       trust
                host    all                             %3$s  all           reject
                host    all                             all     127.0.0.1/32  scram-sha-256
                host    all                             all     ::1/128       scram-sha-256
                """.formatted(MAIN, KEYSTORE, READER));
        recover(data);
        var server = start(program, data, log, port, passwords.get(SUPERUSER));
        try {
            server.makeRolesAndDatabases(passwords);
        } catch (SQLException e) {
            server.close();
            throw new IOException("the databases could not be prepared: " + e.getMessage(), e);
        }
        return server;
    }

    /** Stops a server that an earlier start in this folder left running, if there is one. */
    public static void stopLeftBehind(Path folder) throws IOException {
        recover(folder.resolve("data").toAbsolutePath());
    }

    private static void initialise(PostgresProgram program, Path folder, Path data, String password)
            throws IOException {
        var fresh = folder.resolve("data.new").toAbsolutePath();
        PostgresProgram.delete(fresh);
        var secret = Files.createTempFile(
                folder,
                ".secret",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, password);
            var made = new ProcessBuilder(program.command(
                            "initdb",
                            "--pgdata=" + fresh,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + secret.toAbsolutePath(),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--data-checksums"))
                    .redirectErrorStream(true)
                    .start();
            made.getOutputStream().close();
            var said = new String(made.getInputStream().readAllBytes());
            if (await(made, PATIENCE).orElse(-1) != 0) {
                throw new IOException("initdb failed:\n" + said);
            }
        } finally {
            Files.delete(secret);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops what an earlier start left running here, and takes away the lock of one that is dead. */
    private static void recover(Path data) throws IOException {
        var lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        var lines = Files.readAllLines(lock);
        var left = lines.isEmpty() ? Optional.<ProcessHandle>empty() : postmaster(lines.getFirst(), data);
        if (left.isPresent()) {
            signal("INT", left.get());
            if (!gone(left.get(), Duration.ofSeconds(20))) {
                signal("QUIT", left.get());
                if (!gone(left.get(), Duration.ofSeconds(20))) {
                    throw new IOException("an earlier PostgreSQL in " + data + " does not stop");
                }
            }
        }
        Files.deleteIfExists(lock);
    }

    private static Optional<ProcessHandle> postmaster(String pid, Path data) {
        try {
            // A number can have gone to another process since: it counts only when that one is a postgres on this data.
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(process -> {
                try {
                    var command = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
                    return command.contains("postgres") && command.contains(data.toString());
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static PostgresServer start(PostgresProgram program, Path data, Path log, int port, String password)
            throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var begin = Files.exists(log) ? Files.size(log) : 0;
            var arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", String.valueOf(port)));
            settings().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
            var process = new ProcessBuilder(program.command("postgres", arguments.toArray(String[]::new)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            var server = new PostgresServer(data, port, process);
            while (process.isAlive() && System.nanoTime() < deadline) {
                try (var connection = server.connect("postgres", SUPERUSER, password)) {
                    return server;
                } catch (SQLException e) {
                    await(process, Duration.ofMillis(50));
                }
            }
            var said = since(log, begin);
            if (process.isAlive() || System.nanoTime() > deadline || !said.contains("still in use")) {
                server.close();
                throw new IOException("PostgreSQL does not start:\n" + said);
            }
            // The children of a postmaster that was killed need a moment to notice.
            await(process, Duration.ofMillis(50));
        }
    }

    private static Map<String, String> settings() {
        return Map.of(
                "listen_addresses", "localhost",
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "max_connections", "200",
                "log_min_messages", "warning",
                "timezone", "UTC");
    }

    private void makeRolesAndDatabases(Map<String, String> passwords) throws SQLException {
        try (var connection = connect("postgres", SUPERUSER, passwords.get(SUPERUSER))) {
            for (var role : Roles.NAMES) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
                    execute(connection, Roles.create(role, passwords.get(role)));
                } else {
                    execute(connection, "ALTER ROLE " + role + " PASSWORD '" + passwords.get(role) + "'");
                }
            }
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + READER + "'")) {
                execute(connection, "CREATE ROLE " + READER + " LOGIN NOSUPERUSER BYPASSRLS IN ROLE pg_read_all_data");
                execute(connection, "ALTER ROLE " + READER + " SET default_transaction_read_only = on");
            }
            database(
                    connection,
                    MAIN,
                    Roles.OWNER,
                    List.of(Roles.RESIDENT_FACE, Roles.WORKSPACE_FACE, Roles.SEALER, Roles.AUDITOR, READER));
            database(connection, KEYSTORE, Roles.KEYS_OWNER, List.of(Roles.BROKER, READER));
        }
    }

    private static void database(Connection connection, String name, String owner, List<String> guests)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            execute(connection, "CREATE DATABASE " + name + " OWNER " + owner);
        }
        execute(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        execute(connection, "GRANT CONNECT ON DATABASE " + name + " TO " + String.join(", ", guests));
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @param password ignored for {@link #READER} */
    public Connection connect(String database, String role, String password) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setConnectTimeout(5);
        return source.getConnection(role, password);
    }

    /** @param database {@link #MAIN} or {@link #KEYSTORE} */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** The process that all of the server hangs under. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends sessions, writes everything to disk, and returns when it has stopped. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        signal("INT", process.toHandle());
        if (!gone(process.toHandle(), Duration.ofSeconds(20))) {
            signal("QUIT", process.toHandle());
            gone(process.toHandle(), Duration.ofSeconds(10));
        }
    }

    private static void signal(String name, ProcessHandle to) {
        try {
            await(new ProcessBuilder("kill", "-" + name, String.valueOf(to.pid())).start(), Duration.ofSeconds(5));
        } catch (IOException e) {
            to.destroy();
        }
    }

    private static boolean gone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return !process.isAlive();
        }
    }

    /** @return the exit value; empty when it still runs */
    private static Optional<Integer> await(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(process.exitValue())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String since(Path log, long begin) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(begin);
            var bytes = new byte[(int) Math.min(8_000, file.length() - begin)];
            file.readFully(bytes);
            return new String(bytes);
        }
    }
}
