package nl.voorelkaar.portal.access;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sun.misc.Signal;

/**
 * Hears that this node is asked to stop: SIGTERM, as systemd, containers and Kubernetes send it. Readiness says no, and
 * people finish while everything of the node still works; only then the JVM ends. A hook of the JVM comes too late:
 * hooks run all at once, and one of them closes the sockets over which people are told.
 *
 * <p>Who asks again meanwhile is not heard; who cannot wait kills it.
 */
@Component
class AskedToStop {

    /** As a JVM ends by itself when it is asked: 128 and the number of the signal. */
    static final int ENDED = 143;

    private static final Signal ASKED = new Signal("TERM");

    private final Draining draining;
    private final ApplicationContext node;
    private final IntConsumer exit;
    private final AtomicBoolean asked = new AtomicBoolean();

    @Autowired
    AskedToStop(Draining draining, ApplicationContext node) {
        this(draining, node, System::exit);
    }

    AskedToStop(Draining draining, ApplicationContext node, IntConsumer exit) {
        this.draining = draining;
        this.node = node;
        this.exit = exit;
    }

    @EventListener(ApplicationReadyEvent.class)
    void listen() {
        if (draining.takesTime()) {
            Signal.handle(ASKED, signal -> stop());
        }
    }

    private void stop() {
        if (asked.compareAndSet(false, true)) {
            try {
                AvailabilityChangeEvent.publish(node, ReadinessState.REFUSING_TRAFFIC);
                draining.drain();
            } finally {
                exit.accept(ENDED);
            }
        }
    }
}
