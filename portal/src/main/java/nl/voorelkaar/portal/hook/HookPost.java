package nl.voorelkaar.portal.hook;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PartyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells programs what happened, each second those who have something to hear, a few at the same time: an address that
 * does not answer delays nobody but itself.
 *
 * <p>Guarantee: at least once, with the same id each time. Messages to one address go one after the other. Not
 * guaranteed: that it arrives; after days of failing it stops, and the program reads that in what it asks about its own
 * address.
 */
@Component
@Face.OnWorkspace
class HookPost {

    private static final Logger LOG = LoggerFactory.getLogger(HookPost.class);
    private static final int AT_THE_SAME_TIME = 8;

    /** Before another address has its turn. */
    private static final int IN_A_ROW = 20;

    private final HookQueue queue;
    private final HookCall call;
    private final Semaphore turns = new Semaphore(AT_THE_SAME_TIME);
    private final ExecutorService tellers = Executors.newFixedThreadPool(
            AT_THE_SAME_TIME, Thread.ofPlatform().daemon().name("hook-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hooks").factory());

    HookPost(HookQueue queue, HookCall call) {
        this.queue = queue;
        this.call = call;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        timer.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
        tellers.shutdown();
    }

    private void round() {
        try {
            while (turns.tryAcquire()) {
                var program = queue.take();
                if (program.isEmpty()) {
                    turns.release();
                    return;
                }
                tellers.execute(() -> turn(program.get()));
            }
        } catch (RuntimeException e) {
            turns.release();
            LOG.error("Programs wait for news: {}", e.getClass().getSimpleName());
        }
    }

    private void turn(PartyId program) {
        try {
            tell(program);
        } catch (RuntimeException e) {
            LOG.error("A program waits for news: {}", e.getClass().getSimpleName());
        } finally {
            turns.release();
        }
    }

    private void tell(PartyId program) {
        for (var told = 0; told < IN_A_ROW; told++) {
            var due = queue.next(program);
            if (due.isEmpty()) {
                break;
            }
            var failure = call.send(due.get().address(), due.get().message());
            if (failure.isPresent()) {
                if (queue.failed(due.get(), failure.get())) {
                    LOG.warn("A program is not told any more: its address is gone, or failed for too long");
                }
                return;
            }
            queue.heard(due.get().message());
        }
        queue.release(program);
    }
}
