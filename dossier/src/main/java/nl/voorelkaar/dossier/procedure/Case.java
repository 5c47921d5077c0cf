package nl.voorelkaar.dossier.procedure;

import java.util.Optional;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;

/**
 * Which procedure, of whom.
 *
 * @param givenTo who was given the case of it, by who manages the team or by the colleague who handed it over; empty
 *     while it waits, and for who handles it because they started it
 */
public record Case(ResidentId resident, ProcedureId id, Optional<PartyId> givenTo) {

    /** Whether this is a gespreksvoerder, or the casemanager who was given the case (ADR 0024). */
    public boolean isLedBy(Author by) {
        return by instanceof Author.Professional professional
                && switch (professional.role()) {
                    case GSP -> true;
                    case CM -> givenTo.filter(professional.party()::equals).isPresent();
                    default -> false;
                };
    }

    public Case(ResidentId resident, ProcedureId id) {
        this(resident, id, Optional.empty());
    }
}
