package nl.voorelkaar.dossier.procedure;

import java.util.Optional;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;

/**
 * A step was taken. Published inside the transaction of the step, to listeners that run at once: an exception there
 * undoes the step. Ids and codes only.
 *
 * @param by the professional; empty for the resident and for the clock
 */
public record ProcedureEvent(
        ResidentId resident,
        ProcedureId id,
        StepId step,
        ProcedureKind kind,
        String verb,
        String state,
        Optional<PartyId> by,
        boolean byClock) {}
