package nl.voorelkaar.portal.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The signed-in sessions of this node. */
@Component
class OpenSessions implements MeterBinder {

    private final Set<OpenSession> sessions = ConcurrentHashMap.newKeySet();

    void add(OpenSession session) {
        sessions.add(session);
    }

    void remove(OpenSession session) {
        sessions.remove(session);
    }

    List<OpenSession> now() {
        return List.copyOf(sessions);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("voorelkaar.sessions", sessions, Set::size)
                .description("People signed in on this node")
                .register(registry);
    }
}
