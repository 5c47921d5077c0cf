package nl.voorelkaar.dossier.intake;

import java.util.Optional;
import java.util.function.Function;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import org.springframework.stereotype.Service;

/**
 * Meldingen that the desk files for a resident (Wmo 2.3.2 lid 1). The desk has access for this one act: to write a
 * melding, not to read. The resident's clocks are those of every melding; who leads the talk gets it from the list of
 * what waits.
 */
@Service
@Face.OnWorkspace
public class MeldingDesk {

    private final CaseAssignments cases;
    private final Intake intake;

    MeldingDesk(CaseAssignments cases, Intake intake) {
        this.cases = cases;
        this.intake = intake;
    }

    /**
     * Files it, with its receipt. The same ids again file nothing twice, and try the letter again that did not leave.
     *
     * @param letter sends the confirmation by post, outside every transaction, and answers with the reference of the
     *     post; empty when the resident wants none
     * @throws nl.voorelkaar.consent.AccessRefused when this actor may not; nothing was filed
     * @throws nl.voorelkaar.dossier.procedure.StepRefused when a text is empty or too long; nothing was filed
     */
    public Onderzoek report(
            Actor.Professional desk,
            ResidentId resident,
            ProcedureId id,
            StepId step,
            Happened.Reported melding,
            Function<Onderzoek, Optional<String>> letter) {
        var access = cases.takeIn(desk, resident);
        try {
            var filed = intake.report(desk, resident, id, step, melding);
            if (filed.receiptPosted()) {
                return filed;
            }
            return letter.apply(filed)
                    .map(reference -> intake.take(
                            desk,
                            resident,
                            id,
                            Intake.following(id, "posted"),
                            "receipt-posted",
                            (now, by, at) -> now.postReceipt(by, reference)))
                    .orElse(filed);
        } finally {
            cases.end(desk, access.id());
        }
    }
}
