package nl.voorelkaar.consent.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.devservices.postgres.PostgresServer;
import nl.devservices.postgres.Roles;
import nl.voorelkaar.consent.ConsentSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lines from many writers in processes of their own, sealed by two nodes, on a database that has every commit on disk;
 * and now and then one of these processes is killed with SIGKILL and started again. Takes minutes: run it by name,
 * {@code make bench} does.
 */
class SealingStorm {

    private static final int EVENTS = Integer.getInteger("voorelkaar.storm.events", 10_000);
    private static final int APPLICATIONS = 4;
    private static final int WRITERS_EACH = 8;
    private static final int NODES = 2;
    private static final int KILLS_EACH = Integer.getInteger("voorelkaar.storm.kills", 10);

    @TempDir
    private static Path folder;

    private final Random random = new Random(5);
    private final Map<Line, Boolean> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Boolean> notes = new ConcurrentHashMap<>();
    private final Map<Victim, Integer> killed = new HashMap<>();
    private final int port = freePort();
    private final Map<String, String> passwords = Stream.concat(
                    Stream.of(PostgresServer.SUPERUSER),
                    Stream.of(
                            Roles.OWNER,
                            Roles.RESIDENT_FACE,
                            Roles.WORKSPACE_FACE,
                            Roles.SEALER,
                            Roles.AUDITOR,
                            Roles.KEYS_OWNER,
                            Roles.BROKER))
            .collect(Collectors.toMap(Function.identity(), Function.identity()));

    private record Line(UUID resident, long sequence) {}

    private enum Victim {
        APPLICATION,
        SEQUENCER,
        DATABASE
    }

    @Test
    void everyAcknowledgedLineIsInATreeOnceThoughProcessesAreKilled() throws Exception {
        var begin = System.nanoTime();
        var server = PostgresServer.start(folder.resolve("postgres"), port, passwords);
        var applications = new ArrayList<Process>();
        var nodes = new ArrayList<Process>();
        var done = new AtomicBoolean();
        Thread looking = null;
        try {
            ConsentSchema.migrate(StormNode.as(port, Roles.OWNER));
            for (var node = 0; node < NODES; node++) {
                nodes.add(node());
            }
            for (var application = 0; application < APPLICATIONS; application++) {
                applications.add(application());
            }
            looking = Thread.ofPlatform().start(() -> look(done));
            // On a busy machine all nodes may be killed before any of them sealed: then the storm goes on.
            while (acknowledged.size() < EVENTS
                    || notes.isEmpty()
                    || Arrays.stream(Victim.values()).anyMatch(kind -> killed.getOrDefault(kind, 0) < KILLS_EACH)) {
                LockSupport.parkNanos(
                        Duration.ofMillis(300 + random.nextInt(1_200)).toNanos());
                var victim = Victim.values()[random.nextInt(Victim.values().length)];
                switch (victim) {
                    case APPLICATION -> again(applications, this::application);
                    case SEQUENCER -> again(nodes, this::node);
                    case DATABASE -> server = again(server);
                }
                killed.merge(victim, 1, Integer::sum);
            }
            for (var process : applications) {
                kill(process.toHandle());
            }
            done.set(true);
            looking.join();
            for (var process : nodes) {
                kill(process.toHandle());
            }
            whatIsLeftHolds();
            System.out.printf(
                    "storm: %d lines acknowledged to %d writers, killed %s, %d checkpoints seen, %d s%n",
                    acknowledged.size(),
                    APPLICATIONS * WRITERS_EACH,
                    killed,
                    notes.size(),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        } finally {
            done.set(true);
            Stream.concat(applications.stream(), nodes.stream()).forEach(Process::destroyForcibly);
            server.close();
        }
    }

    private void whatIsLeftHolds() {
        var superuser = JdbcClient.create(StormNode.as(port, PostgresServer.SUPERUSER));
        var keys = TestLogKeys.keptIn(keyFile());
        var sealer = new LogDatabase(StormNode.as(port, Roles.SEALER));
        superuser.sql("UPDATE consent.log SET lease_until = '-infinity'").update();
        new Sequencer(sealer, new CheckpointSigner(keys, Clock.systemUTC())).tick();

        assertThat(superuser
                        .sql("SELECT count(*) FROM consent.audit_pending")
                        .query(Long.class)
                        .single())
                .isZero();
        var sealed = superuser
                .sql("SELECT resident_id, seq FROM consent.sealed_line")
                .query((row, n) -> new Line(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
        // A line can be committed and its writer killed before it said so: more lines than acknowledged are right,
        // fewer never.
        assertThat(new HashSet<>(sealed)).hasSize(sealed.size()).containsAll(acknowledged.keySet());
        assertThat(superuser
                        .sql("SELECT count(*) FROM consent.ledger_entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(sealed.size());
        assertThat(superuser
                        .sql("SELECT sum(size) FROM consent.log")
                        .query(Integer.class)
                        .single())
                .isEqualTo(sealed.size());
        var trees = new SealedTrees(superuser, keys);
        sealed.stream()
                .collect(Collectors.groupingBy(Line::resident, Collectors.counting()))
                .forEach((resident, lines) -> trees.holds(List.of(resident), Math.toIntExact(lines)));
        superuser
                .sql("SELECT note FROM consent.log_checkpoint")
                .query(String.class)
                .list()
                .forEach(note -> notes.put(note, true));
        trees.grewFromEach(notes.keySet());
        var audit = new Audit(new LogDatabase(StormNode.as(port, Roles.AUDITOR)), keys.ed25519(), keys.mlDsa44());
        assertThat(audit.run(1, line -> {}).findings()).isEmpty();
    }

    private Path keyFile() {
        return folder.resolve("log.keys");
    }

    private Process application() {
        var process = start("write", String.valueOf(port), String.valueOf(random.nextInt()), "" + WRITERS_EACH);
        Thread.ofPlatform().daemon().start(() -> listen(process));
        return process;
    }

    private Process node() {
        TestLogKeys.keptIn(keyFile());
        return start("seal", String.valueOf(port), keyFile().toString());
    }

    private void listen(Process application) {
        try (var said = new BufferedReader(new InputStreamReader(application.getInputStream()))) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                var parts = line.split(" ");
                // The last words of one that was killed may be cut off.
                if (parts.length == 3 && parts[0].equals("ok")) {
                    var last = new Line(UUID.fromString(parts[1]), Long.parseLong(parts[2]));
                    assertThat(acknowledged.put(last, true)).isNull();
                }
            }
        } catch (IOException e) {
            // Killed: what it said before is here.
        }
    }

    private void look(AtomicBoolean done) {
        var superuser = JdbcClient.create(StormNode.as(port, PostgresServer.SUPERUSER));
        while (!done.get()) {
            try {
                superuser
                        .sql("SELECT note FROM consent.log WHERE note IS NOT NULL")
                        .query(String.class)
                        .list()
                        .forEach(note -> notes.put(note, true));
            } catch (DataAccessException down) {
                // The database was killed; its next life has to be a continuation.
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void again(List<Process> processes, java.util.function.Supplier<Process> next) {
        var which = random.nextInt(processes.size());
        kill(processes.get(which).toHandle());
        processes.set(which, next.get());
    }

    /**
     * Its first process, so that all of it ends; or one that serves a connection, so that it ends all others and
     * recovers.
     */
    private PostgresServer again(PostgresServer server) throws IOException {
        var serving = server.process().children().toList();
        if (random.nextBoolean() && !serving.isEmpty()) {
            kill(serving.getLast());
            return server;
        }
        kill(server.process());
        return PostgresServer.start(folder.resolve("postgres"), port, passwords);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Process start(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StormNode.class.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectError(folder.resolve(arguments[0] + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
