package nl.voorelkaar.portal.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A node that is asked to stop lets people finish. Readiness says no already, so that the proxy sends nobody new. Every
 * open page says until when it stays, also one that is opened meanwhile; then it goes to where is told why, and what a
 * resident typed is kept as a draft. Only after that anything else of the node stops. It ends as soon as nobody is
 * signed in any more.
 *
 * <p>Not guaranteed: that what a professional typed and did not save by then is kept; it is in the memory of this node.
 */
@Component
class Draining {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** A proxy that asks each second has heard by then, also when nobody is signed in. */
    private static final Duration FOR_THE_PROXY = Duration.ofSeconds(4);

    /** Pages that cannot be reached any more must not keep the node. */
    private static final Duration FOR_PAGES_TO_LEAVE = Duration.ofSeconds(10);

    private final OpenSessions sessions;
    private final Screens screens;
    private final Clock clock;
    private final Duration longest;
    private final Duration atLeast;

    /** @param longest how long people have; zero: none at all */
    @Autowired
    Draining(OpenSessions sessions, Screens screens, Clock clock, @Value("${voorelkaar.drain}") Duration longest) {
        this(sessions, screens, clock, longest, FOR_THE_PROXY);
    }

    Draining(OpenSessions sessions, Screens screens, Clock clock, Duration longest, Duration atLeast) {
        this.sessions = sessions;
        this.screens = screens;
        this.clock = clock;
        this.longest = longest;
        this.atLeast = atLeast;
    }

    boolean takesTime() {
        return !longest.isZero();
    }

    /** Returns when nobody is signed in any more, or their time is over. */
    void drain() {
        LOG.info("asked to stop; {} people have {} s to finish", sessions.now().size(), longest.toSeconds());
        var until = clock.instant().plus(longest);
        wait(longest, () -> announce(until));
        leave();
        wait(FOR_PAGES_TO_LEAVE, () -> {});
    }

    /** By the machine's time: a clock that is moved must not stop a node. */
    private void wait(Duration atMost, Runnable meanwhile) {
        var begin = System.nanoTime();
        while (!passed(begin, atLeast) || !sessions.now().isEmpty() && !passed(begin, atMost)) {
            meanwhile.run();
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static boolean passed(long since, Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }

    /** Once on each page, however often it is called. */
    void announce(Instant until) {
        sessions.now().forEach(session -> screens.tellSoon(session, ui -> UpgradeNotice.on(ui, until)));
    }

    void leave() {
        sessions.now().forEach(session -> screens.closeSoon(session, OpenSession.Ending.UPGRADE));
    }
}
