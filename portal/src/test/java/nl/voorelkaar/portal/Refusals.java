package nl.voorelkaar.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.AanvraagType;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.decision.Result;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;

/** A refusal that went by letter at the moment of the test, for what comes after it. */
public final class Refusals {

    /** Who decided; takes no part in the objection. */
    public static final Author.Professional BEA =
            new Author.Professional(new PartyId(new UUID(4, 4)), Role.BES, "Bea de Boer");

    private Refusals() {}

    public static ProcedureId refused(RememberedProcedures procedures, ResidentId resident) {
        var deadlines = Deadlines.usual();
        var aanvragen = new AanvraagType(deadlines);
        var besluiten = new BesluitType(deadlines);
        var aanvraag = new ProcedureId(UUID.randomUUID());
        var besluit = new ProcedureId(UUID.randomUUID());
        procedures.take(
                new Author.Resident(),
                resident,
                turn -> turn.start(
                        aanvragen,
                        aanvraag,
                        step(),
                        Aanvraag.file(
                                "Een traplift",
                                Law.WMO,
                                AanvraagEvent.Basis.ONDERZOEK_AFGEROND,
                                Optional.empty(),
                                Optional.empty())));
        procedures.take(BEA, resident, turn -> {
            turn.take(aanvragen, aanvraag, step(), now -> now.findComplete(BEA));
            turn.start(besluiten, besluit, step(), Besluit.draft(BEA, turn.find(aanvragen, aanvraag), text()));
            turn.take(besluiten, besluit, step(), now -> now.establish(BEA, turn.find(aanvragen, aanvraag), Set.of()));
            return sent(turn, besluiten, besluit);
        });
        return besluit;
    }

    private static Besluit sent(Turn turn, BesluitType besluiten, ProcedureId besluit) {
        var sending = UUID.randomUUID();
        turn.take(
                besluiten,
                besluit,
                step(),
                now -> now.ready(
                        BEA,
                        sending,
                        Sending.Channel.BRIEF,
                        List.of("J. Postma", "Dorpsstraat 1"),
                        new PaperId(UUID.randomUUID()),
                        "0".repeat(64),
                        false));
        return turn.take(besluiten, besluit, step(), now -> now.send(BEA, sending, Optional.of("brief-0"), turn.now()));
    }

    private static DecisionText text() {
        return new DecisionText(
                Result.AFGEWEZEN,
                "Wij zeggen nee tegen een traplift.",
                "U kunt beneden slapen.",
                "artikel 2.3.5 van de Wmo 2015",
                List.of(),
                "",
                "Bea de Boer, telefoon 14 0999");
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
