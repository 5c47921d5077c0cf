package nl.voorelkaar.dossier.procedure;

import java.time.LocalDate;
import java.util.List;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.PartyId;

/** Giving procedures to people. Shows no content and no name: who assigns need not know. */
public interface CaseDesk {

    /**
     * Open procedures that nobody handles, the first due first; at most 500.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when this role assigns no cases
     */
    List<ProcedureHead> waiting(Actor.Professional actor);

    /**
     * Gives the case, with the access that the law gives for it, see {@link ProcedureKind#statute}.
     *
     * @param until last day of that access
     * @throws nl.voorelkaar.consent.AccessRefused when the actor may not assign, or the other may not have it
     * @throws StepRefused when the other is excluded from this procedure
     */
    void give(Actor.Professional actor, ProcedureHead procedure, PartyId to, LocalDate until);
}
