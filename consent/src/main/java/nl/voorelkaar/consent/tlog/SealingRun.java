package nl.voorelkaar.consent.tlog;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Seals while this node runs, five times a second by the machine's time; shows checkpoints to others from a thread of
 * its own, so that who answers slowly keeps no line waiting. An error is told, and the next turn tries again.
 */
final class SealingRun implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealingRun.class);
    private static final Duration RHYTHM = Duration.ofMillis(200);
    private static final Duration WATCHED_EVERY = Duration.ofSeconds(2);
    private static final Duration SHOWN_EVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final LogDatabase database;
    private final Sequencer sequencer;
    private final Publisher publisher;
    private final URI publicUrl;
    private final int logs;
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private volatile Duration waits = Duration.ZERO;
    private volatile boolean running;
    private ScheduledExecutorService threads = Executors.newScheduledThreadPool(0);

    SealingRun(LogDatabase database, Sequencer sequencer, Publisher publisher, URI publicUrl, int logs) {
        this.database = database;
        this.sequencer = sequencer;
        this.publisher = publisher;
        this.publicUrl = publicUrl;
        this.logs = logs;
    }

    /** How long the oldest line waits, as of a moment ago. */
    Duration behind() {
        return waits;
    }

    @Override
    public void start() {
        sequencer.makeLogs(publicUrl, logs);
        publisher.introduceWitnesses();
        threads = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("log-", 0).factory());
        every(RHYTHM, sequencer::tick);
        every(WATCHED_EVERY, () -> waits = sequencer.watch());
        every(SHOWN_EVERY, publisher::publish);
        running = true;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void every(Duration rhythm, Work work) {
        threads.scheduleWithFixedDelay(() -> guarded(work), 0, rhythm.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guarded(Work work) {
        try {
            work.run();
            if (!trouble.getAndSet("").isEmpty()) {
                LOG.info("sealing goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            var what = e.getClass().getName();
            if (!trouble.getAndSet(what).equals(what)) {
                LOG.error("sealing does not succeed", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdownNow();
        try {
            threads.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
            sequencer.release();
            database.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("sealing did not stop well: {}", e.getClass().getName());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
