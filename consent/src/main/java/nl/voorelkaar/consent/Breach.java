package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * An emergency access that was not justified, as a personal data breach (AVG 33): to be reported to the supervisor
 * within 72 hours after it was known, or not, with the reason written down.
 *
 * @param reportBefore 72 hours after {@code knownAt}, exclusive; no Algemene termijnenwet
 */
public record Breach(EmergencyId emergency, Instant knownAt, Instant reportBefore, Optional<Closing> closing) {

    /** @param reported whether the supervisor was told */
    public record Closing(boolean reported, Instant at, Justification words) {}
}
