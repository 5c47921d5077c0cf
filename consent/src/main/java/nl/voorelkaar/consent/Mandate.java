package nl.voorelkaar.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A resident's permission to one carer to act in their name (DOMAIN §2.6, Awb 2:1).
 *
 * @param carer who accepted; empty while nobody did
 * @param resident the resident's name as the carer may see it; empty before it was confirmed
 * @param version 0 until the resident confirmed, then one more with each change
 * @param keys under which keys of the vault this version opens; empty before it was confirmed
 * @param scopes empty before it was confirmed
 * @param lastDay up to and including 24:00 Europe/Amsterdam; empty before it was confirmed
 * @param boundary the one thing that it is for; it has no scopes then, and ends with the thing
 * @param until first instant at which the state ends by itself: the code, the acceptance or the mandate
 */
public record Mandate(
        MandateId id,
        ResidentId of,
        Optional<String> resident,
        Optional<Carer> carer,
        int version,
        Optional<GrantId> keys,
        Set<MandateScope> scopes,
        Optional<LocalDate> lastDay,
        Instant from,
        Instant until,
        State state,
        Instant stateSince,
        Digest digest,
        Optional<Boundary> boundary) {

    public Mandate {
        scopes = Set.copyOf(scopes);
    }

    /**
     * As stored, but for what the clock did already: past its {@code until} it is VERLOPEN, also when no job has run
     * yet.
     */
    public enum State {
        UITGENODIGD,
        GEACCEPTEERD,
        ACTIEF,
        AFGEWEZEN,
        INGETROKKEN,
        /** Given up by the carer. */
        OPGEZEGD,
        VERLOPEN,
        /** By death or guardianship. */
        BEEINDIGD;

        /** Whether something can still happen. */
        public boolean open() {
            return this == UITGENODIGD || this == GEACCEPTEERD || this == ACTIEF;
        }
    }

    /** How often the resident hears what the carer did. */
    public enum Digest {
        EACH_ACT,
        DAILY,
        WEEKLY
    }

    /**
     * @param name as the identity provider gave it; shown to the resident only after confirming
     * @param initials what the resident recognises the carer by before that
     */
    public record Carer(PersonId id, String name, String initials) {

        @Override
        public String toString() {
            return "Carer[" + id + "]";
        }
    }

    /** Whether it ended by a birthday before its last day, and can be given anew (HERBEVESTIGEN). */
    public boolean toReconfirm() {
        return state == State.BEEINDIGD
                && lastDay.filter(last -> until.isBefore(CalendarDays.endOf(last)))
                        .isPresent();
    }

    public boolean live() {
        return state == State.ACTIEF;
    }
}
