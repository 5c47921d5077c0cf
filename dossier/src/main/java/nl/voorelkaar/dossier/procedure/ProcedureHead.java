package nl.voorelkaar.dossier.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;

/**
 * What is known of a procedure without a key: for work lists.
 *
 * @param steps how many there are; changes with every step
 * @param handler empty until somebody was given the case
 * @param given whether the handler was given the case, instead of having started it
 * @param appointment when the resident is expected: a talk or a hearing; empty without one
 * @param decider who decides, when that must be somebody else than the handler
 * @param deciderWanted whether it is ready for that somebody
 * @param handedBack empty when nobody did, or when it was given anew
 */
public record ProcedureHead(
        ResidentId resident,
        ProcedureId id,
        ProcedureKind kind,
        String state,
        int steps,
        Optional<PartyId> handler,
        boolean given,
        Set<PartyId> excluded,
        Optional<LocalDate> due,
        Optional<Instant> appointment,
        Instant startedAt,
        Instant changedAt,
        boolean closed,
        Optional<PartyId> decider,
        boolean deciderWanted,
        Optional<HandedBack> handedBack) {

    Case asCase() {
        return new Case(resident, id, handler.filter(ignored -> given));
    }

    /** Whether who is asked for is a decider, beside somebody who handles it already. */
    public boolean waitsForDecider() {
        return handler.isPresent() && deciderWanted && decider.isEmpty();
    }
}
