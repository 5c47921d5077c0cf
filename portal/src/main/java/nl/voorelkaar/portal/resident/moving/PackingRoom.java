package nl.voorelkaar.portal.resident.moving;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.voorelkaar.consent.Face;
import org.springframework.stereotype.Component;

@Component
@Face.OnResident
class PackingRoom implements Packing {

    /** Printing and deflating take a processor each. */
    private static final int AT_ONCE = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("packing-", 0).factory());

    @Override
    public void soon(Runnable work) {
        threads.execute(work);
    }

    /** Without interrupting: what is packed is lost with the process anyway. */
    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
