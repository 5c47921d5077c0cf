package nl.voorelkaar.consent.tlog;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.devservices.postgres.PostgresServer;
import nl.devservices.postgres.Roles;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process of {@link SealingStorm} that lives until it is killed: an application that writes lines, or a node that
 * seals them.
 */
final class StormNode {

    static final URI PUBLIC_URL = URI.create("https://voorelkaar.example");
    private static final int RESIDENTS = 200;
    private static final int LONGEST_THOUGHT_MILLIS = 160;

    private StormNode() {}

    /** Arguments: {@code seal}, port and key file; or {@code write}, port, a seed and how many threads. */
    static void main(String[] arguments) throws InterruptedException {
        var port = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("seal")) {
            seal(port, Path.of(arguments[2]));
        } else {
            IntStream.range(0, Integer.parseInt(arguments[3]))
                    .forEach(writer ->
                            Thread.ofPlatform().start(() -> write(port, Long.parseLong(arguments[2]) * 100 + writer)));
        }
        // Whoever started it sees its own standard input as the sign of life.
        while (true) {
            if (readByte() < 0) {
                Runtime.getRuntime().halt(1);
            }
        }
    }

    private static int readByte() {
        try {
            return System.in.read();
        } catch (java.io.IOException e) {
            return -1;
        }
    }

    static DataSource as(int port, String role) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(PostgresServer.MAIN);
        source.setUser(role);
        source.setPassword(role);
        source.setConnectTimeout(5);
        source.setSocketTimeout(20);
        return source;
    }

    static List<UUID> residents() {
        return IntStream.range(0, RESIDENTS)
                .mapToObj(resident -> new UUID(0x7000L, 0x8000000000000000L | resident))
                .toList();
    }

    /** The product's own run, five times a second. */
    private static void seal(int port, Path keys) {
        var database = new LogDatabase(SealingByHand.pool(as(port, Roles.SEALER)));
        var clock = Clock.systemUTC();
        var sequencer = new Sequencer(database, new CheckpointSigner(TestLogKeys.keptIn(keys), clock));
        var publisher = new Publisher(database, List.of(), Optional.empty(), Duration.ofSeconds(1), clock);
        var run = new SealingRun(database, sequencer, publisher, PUBLIC_URL, 4);
        while (!run.isRunning()) {
            try {
                run.start();
            } catch (RuntimeException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** Says each line that was acknowledged, after it was. */
    private static void write(int port, long seed) {
        var random = new Random(seed);
        var ledgers = new SealedWorld.Ledgers(as(port, Roles.RESIDENT_FACE));
        var residents = residents();
        SealedWorld.@Nullable SingleConnection connection = null;
        while (true) {
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LONGEST_THOUGHT_MILLIS)).toNanos());
            try {
                if (connection == null) {
                    connection = new SealedWorld.SingleConnection(as(port, Roles.RESIDENT_FACE));
                }
                var open = connection;
                var resident = residents.get(random.nextInt(residents.size()));
                var undone = random.nextInt(8) == 0;
                var sequence = open.transaction.execute(status -> {
                    var number = ledgers.insert(open.sql, resident);
                    if (undone) {
                        status.setRollbackOnly();
                    }
                    return number;
                });
                if (!undone) {
                    // One write to a pipe: whoever reads gets all of it, or nothing when this process was killed
                    // before.
                    System.out.writeBytes(("ok " + resident + " " + sequence + "\n").getBytes());
                    System.out.flush();
                }
            } catch (RuntimeException e) {
                if (connection != null) {
                    connection.close();
                    connection = null;
                }
            }
        }
    }
}
