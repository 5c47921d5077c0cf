package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * A professional's question to a resident.
 *
 * @param by who asks; the name is for the resident's screen
 * @param found how the professional came to this resident; for the professional's own screens
 * @param expiresAt first instant at which an unanswered request has lapsed (14 days after asking)
 */
public record AccessRequest(
        RequestId id,
        ResidentId resident,
        Party by,
        Terms terms,
        Purpose purpose,
        Purpose whatIfNo,
        Optional<HowFound> found,
        Instant askedAt,
        Instant expiresAt,
        State state) {

    /** DOMAIN §2.5. */
    public enum State {
        AANGEVRAAGD,
        GEGEVEN,
        GEWEIGERD,
        INGETROKKEN_DOOR_VRAGER,
        VERVALLEN
    }
}
