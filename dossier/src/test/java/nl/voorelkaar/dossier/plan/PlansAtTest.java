package nl.voorelkaar.dossier.plan;

import java.util.Optional;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.seal.DocumentSeal;

/** The plans of one face, with another seal. */
public final class PlansAtTest {

    private PlansAtTest() {}

    public static Plans with(
            Procedures procedures,
            Parties parties,
            Carers carers,
            Residents residents,
            Papers papers,
            Deadlines deadlines,
            DocumentSeal seal,
            AanvraagType applications,
            Decisions decisions,
            Households households,
            Optional<Desk> desk) {
        return new KeptPlans(
                procedures,
                parties,
                carers,
                residents,
                papers,
                deadlines,
                seal,
                applications,
                decisions,
                households,
                desk);
    }
}
