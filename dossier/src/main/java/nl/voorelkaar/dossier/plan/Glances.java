package nl.voorelkaar.dossier.plan;

import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.ProcedureId;

/** For screens that show a plan while others work on it. Opens nothing, so writes no line in the log. */
public interface Glances {

    /** How long somebody counts as present after the last look. */
    java.time.Duration PRESENT = java.time.Duration.ofSeconds(15);

    /**
     * Tells others that this person looks, and what is new; to be called every few seconds.
     *
     * @param writing the part that this person is writing
     * @throws nl.voorelkaar.consent.AccessRefused when the plan may not be read now, or is not there
     */
    Glance look(Actor actor, ResidentId resident, ProcedureId plan, Optional<PlanPart> writing);
}
