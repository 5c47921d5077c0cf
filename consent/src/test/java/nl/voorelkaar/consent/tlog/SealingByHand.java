package nl.voorelkaar.consent.tlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.devservices.postgres.TestPostgres;
import nl.voorelkaar.consent.Timestamps;

/** A sequencer for tests that ask for one: it does what it is told, when it is told. */
public final class SealingByHand implements AutoCloseable {

    /** Databases outlive the tests that use them, and a log keeps its keys. */
    private static final TestLogKeys KEYS = new TestLogKeys();

    private final LogDatabase database;
    private final Sequencer sequencer;
    private final Clock clock;

    public SealingByHand(TestPostgres.Databases databases, Clock clock) {
        this.database = new LogDatabase(pool(databases.sealer()));
        this.clock = clock;
        this.sequencer = new Sequencer(database, new CheckpointSigner(KEYS, clock));
        sequencer.makeLogs(URI.create("https://voorelkaar.example"), 2);
    }

    static HikariDataSource pool(DataSource role) {
        var config = new HikariConfig();
        config.setDataSource(role);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    public int seal() {
        return sequencer.tick();
    }

    /** Shows the newest checkpoints to a timestamp authority and to nobody else. */
    public void stamp(Timestamps authority) {
        try {
            new Publisher(database, List.of(), Optional.of(authority), Duration.ZERO, clock).publish();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals in another thread as long as the work lasts. */
    public <T> T during(Supplier<T> work) {
        var done = new AtomicBoolean();
        var sealing = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                sequencer.tick();
                LockSupport.parkNanos(10_000_000);
            }
        });
        try {
            return work.get();
        } finally {
            done.set(true);
            try {
                sealing.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws Exception {
        sequencer.release();
        database.close();
    }
}
