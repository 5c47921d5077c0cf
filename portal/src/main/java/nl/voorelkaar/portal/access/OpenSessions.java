package nl.voorelkaar.portal.access;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The signed-in sessions of this node. */
@Component
class OpenSessions {

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
}
