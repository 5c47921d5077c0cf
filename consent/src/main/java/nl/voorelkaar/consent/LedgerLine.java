package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A line as the resident reads it.
 *
 * @param sequence 1 for the resident's first event, without gaps: a missing number is a missing line
 * @param by the professional, empty when the resident or the product itself acted
 * @param byResident whether the resident acted in person
 * @param through who acted in the resident's name, empty when the resident, a professional or the product itself did
 * @param to the professional who was given a statutory task, or whose task ended; empty for whatever else happened
 */
public record LedgerLine(
        UUID id,
        long sequence,
        Instant at,
        LedgerEvent.Kind kind,
        Optional<Party> by,
        boolean byResident,
        Optional<Carer> through,
        Optional<Party> to,
        Set<Section> sections,
        Optional<Grondslag> ground,
        Optional<String> statute,
        Optional<GrantId> grant,
        LedgerEvent.Outcome outcome,
        Map<String, String> details) {

    /** @param name as the resident knows this carer; empty when the mandate is no longer known */
    public record Carer(PersonId id, Capacity capacity, Optional<String> name) {

        @Override
        public String toString() {
            return "Carer[" + id + "]";
        }
    }
}
