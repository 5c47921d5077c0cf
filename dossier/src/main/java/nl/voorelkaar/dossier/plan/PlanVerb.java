package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import nl.voorelkaar.dossier.procedure.Author;

/** What somebody wants to happen: calls one verb of the plan. */
@FunctionalInterface
public interface PlanVerb {

    PlanEvent decide(Ondersteuningsplan plan, Author by, Instant now);
}
