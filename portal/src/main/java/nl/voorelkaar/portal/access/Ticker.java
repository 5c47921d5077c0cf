package nl.voorelkaar.portal.access;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at what is open on this node every few seconds. What is due is decided by the product's clock, at each look.
 */
@Component
class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration SESSIONS = Duration.ofSeconds(2);

    /** So that what somebody stops is off every screen of every node within five seconds. */
    private static final Duration SCREENS = Duration.ofSeconds(4);

    private final OpenSessions sessions;
    private final Screens screens;
    private final AttachedScreens attached;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ticker").factory());

    Ticker(OpenSessions sessions, Screens screens, AttachedScreens attached, Clock clock) {
        this.sessions = sessions;
        this.screens = screens;
        this.attached = attached;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        every(SESSIONS, this::lookAtSessions);
        every(SCREENS, attached::check);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    void lookAtSessions() {
        var now = clock.instant();
        for (var session : sessions.now()) {
            var ending = session.ending(now);
            if (ending.isPresent()) {
                screens.closeSoon(session, ending.get());
            } else if (session.nearlyOver(now) != session.warned()) {
                session.warned(!session.warned());
                screens.warnSoon(session);
            }
        }
    }

    private void every(Duration period, Runnable work) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.error("A look at what is open failed; the next one is soon", e);
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
