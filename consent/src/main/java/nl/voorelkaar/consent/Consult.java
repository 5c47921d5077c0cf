package nl.voorelkaar.consent;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A question to an expert from the pool around the team, without its words (DOMAIN §4: on the resident's consent only).
 *
 * @param until first instant at which the state ends by itself: waiting for the resident, or for the expert
 * @param lastDay up to and including 24:00 Europe/Amsterdam, of what the expert may see
 */
public record Consult(
        ConsultId id,
        ResidentId of,
        PartyId askedBy,
        PartyId expert,
        State state,
        Instant stateSince,
        Instant askedAt,
        Instant until,
        LocalDate lastDay) {

    /** As stored, but for what the clock did already. The names are stored. */
    public enum State {
        /** Waits for the resident. */
        GEVRAAGD,
        /** The resident said yes: the expert may read it and answer. */
        OPEN,
        GEWEIGERD,
        BEANTWOORD,
        /** Taken back by who asked. */
        INGETROKKEN,
        /** Stopped by the resident. */
        GESTOPT,
        VERLOPEN;

        /** Whether something can still happen. */
        public boolean open() {
            return this == GEVRAAGD || this == OPEN;
        }
    }
}
