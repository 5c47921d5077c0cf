package nl.voorelkaar.dossier.plan;

import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;

/**
 * Who wants to take a step, in which plan. @param id chosen when the page was built: the same one twice takes one step
 */
public record PlanStep(Actor actor, ResidentId resident, ProcedureId plan, StepId id) {}
