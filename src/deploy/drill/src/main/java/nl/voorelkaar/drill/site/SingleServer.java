package nl.voorelkaar.drill.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.devservices.local.EnvironmentProcess;

/** One PostgreSQL with what it has by itself: a write is on its disk before anybody hears of it. */
public final class SingleServer extends Database {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final Duration START = Duration.ofMinutes(1);

    /** How often we look before we take what there is: a commit takes a thousandth of a second. */
    private static final int LOOKS = 2_000;

    private final int port = EnvironmentProcess.freePorts(1)[0];
    private final List<String> command;
    private final Path log;
    private Daemon process;

    SingleServer(Path folder, Path certificates, String password) throws IOException {
        super(password);
        Files.createDirectories(folder);
        var data = folder.resolve("data");
        log = folder.resolveSibling("log").resolve(folder.getFileName() + ".log");
        var secret = Files.writeString(folder.resolve("password"), password);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Daemon.run(
                Daemon.asNobody(List.of(
                        PROGRAMS.resolve("initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        "postgres",
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--data-checksums")),
                Map.of());
        command = Stream.concat(
                        Stream.of("setsid"),
                        Daemon.asNobody(List.of(
                                        PROGRAMS.resolve("postgres").toString(),
                                        "-D",
                                        data.toString(),
                                        "-p",
                                        String.valueOf(port),
                                        "-c",
                                        "listen_addresses=127.0.0.1",
                                        "-c",
                                        "unix_socket_directories=",
                                        "-c",
                                        "max_connections=300",
                                        "-c",
                                        "ssl=on",
                                        "-c",
                                        "ssl_cert_file=" + certificates.resolve("server.crt"),
                                        "-c",
                                        "ssl_key_file=" + certificates.resolve("server.key"),
                                        // After a kill: one call for the disk, instead of one for each of two thousand
                                        // files.
                                        "-c",
                                        "recovery_init_sync_method=syncfs",
                                        // Neither statements nor what was in them.
                                        "-c",
                                        "log_min_error_statement=panic"))
                                .stream())
                .toList();
        startAgain();
        awaitThere();
    }

    @Override
    List<String> servers() {
        return List.of("127.0.0.1:" + port);
    }

    @Override
    String first() {
        return servers().getFirst();
    }

    /** The whole of it at once, as when the power goes. */
    public void kill() {
        var postmaster = process.handle();
        Signals.send("KILL", Stream.concat(Stream.of(postmaster), postmaster.descendants()));
        process.awaitEnd();
    }

    /** Does not wait. */
    public void startAgain() throws IOException {
        process = Daemon.start(command, Map.of(), log);
    }

    /** Starts it again when it ended by itself: it does while what was left of the one before it is not gone. */
    public void awaitThere() {
        Waiting.until("a database", START, () -> {
            if (!process.isAlive()) {
                startAgain();
            }
            try (var connection = connect("postgres")) {
                return connection.isValid(1);
            }
        });
    }

    /**
     * Kills one process of the server while it works for a client; the server ends all others and begins anew by
     * itself.
     *
     * @param doing a condition on {@code pg_stat_activity}: which one we would like
     * @return whether it was one of those, and not just one that was there
     */
    public boolean killOne(String doing) throws SQLException {
        try (var connection = connect("postgres")) {
            for (var look = 0; look < LOOKS; look++) {
                if (kill(one(connection, doing))) {
                    return true;
                }
            }
            if (!kill(one(connection, "true"))) {
                throw new IllegalStateException("nobody is connected");
            }
            return false;
        }
    }

    private static Optional<Long> one(Connection connection, String doing) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE backend_type ="
                        + " 'client backend' AND pid <> pg_backend_pid() AND " + doing + " LIMIT 1")) {
            return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
        }
    }

    private static boolean kill(Optional<Long> backend) {
        return backend.flatMap(ProcessHandle::of)
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }

    @Override
    public void close() {
        process.close();
    }
}
