package nl.voorelkaar.portal.workspace.find;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.HowFound;
import nl.voorelkaar.consent.ResidentId;

/**
 * Whom this professional found in this session, under random handles, so that no address bar, history or server log
 * ever holds the id of a resident. A handle means nothing in another session.
 */
@SpringComponent
@VaadinSessionScope
@Face.OnWorkspace
public class FoundResidents {

    /** How long a found resident can be asked something without finding them again. */
    static final Duration KEPT = Duration.ofMinutes(45);

    private static final int MOST = 40;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    FoundResidents(Clock clock) {
        this.clock = clock;
    }

    /** Remembers somebody who was just found. */
    synchronized String keep(Found found) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var handle = HexFormat.of().formatHex(bytes);
        kept.put(handle, new Kept(found, clock.instant()));
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return handle;
    }

    /** Remembers whom an earlier request was for, to ask again. */
    public synchronized String keepToAskAgain(AccessRequest earlier) {
        return keep(new Found(earlier.resident(), earlier.found(), Optional.of(earlier)));
    }

    /** Empty when never kept in this session, or too long ago. */
    public synchronized Optional<Found> find(String handle) {
        return Optional.ofNullable(kept.get(handle))
                .filter(entry -> clock.instant().isBefore(entry.at().plus(KEPT)))
                .map(Kept::found);
    }

    /** The handle was used. */
    public synchronized void forget(String handle) {
        kept.remove(handle);
    }

    /**
     * @param how empty when asking again what was asked before this was kept
     * @param earlier the request that is asked again, when it is
     */
    public record Found(ResidentId resident, Optional<HowFound> how, Optional<AccessRequest> earlier) {

        static Found by(HowFound how, ResidentId resident) {
            return new Found(resident, Optional.of(how), Optional.empty());
        }
    }

    private record Kept(Found found, Instant at) {}
}
