package nl.devservices.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is signed in where, as one provider knows it: what single logout is about. A login ends after eight hours. */
public final class Logins {

    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Login> bySession = new LinkedHashMap<>();

    Logins(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Login login) {
        bySession.put(login.sid(), login);
        if (bySession.size() > MOST) {
            bySession.remove(bySession.keySet().iterator().next());
        }
    }

    /** @return the login that this ended; empty when there was none any more */
    synchronized Optional<Login> end(String sid) {
        return Optional.ofNullable(bySession.remove(sid));
    }

    /** Logins that hold now, oldest first. */
    public synchronized List<Login> live() {
        var now = clock.instant();
        bySession.values().removeIf(login -> !now.isBefore(login.at().plus(LONGEST)));
        return List.copyOf(bySession.values());
    }

    /** @param sid the session's name in the tokens */
    public record Login(String sid, String clientId, String subject, Persona persona, Instant at) {}
}
