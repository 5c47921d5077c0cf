package nl.voorelkaar.portal.resident.mandate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.dossier.plan.PreparedSignature;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** Somebody used the code of a mandate, or prepared something, and waits for the resident. */
@Component
@Face.OnResident
class MandateTasks implements Tasks {

    private static final int AT_MOST = 5;
    private static final Set<ProcedureKind> PREPARED = Set.of(ProcedureKind.KLAARGEZET, ProcedureKind.KLAARGEZET_PLAN);
    private static final String WAITS = PreparedSignature.State.KLAARGEZET.name();

    private final Mandates mandates;
    private final Procedures procedures;

    MandateTasks(Mandates mandates, Procedures procedures) {
        this.mandates = mandates;
        this.procedures = procedures;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return Stream.concat(prepared(actor), accepted(actor)).toList();
    }

    /** What a carer prepared, from what lists show: nothing is opened for it. */
    private Stream<Task> prepared(Actor.Resident actor) {
        return procedures.heads(actor).stream()
                .filter(head -> PREPARED.contains(head.kind()) && head.state().equals(WAITS))
                .limit(AT_MOST)
                .map(head -> new Task(
                        Words.say("act.task"),
                        Words.say("act.task.what"),
                        head.due(),
                        Words.say("act.task.go"),
                        MandatesPage.PATH));
    }

    private Stream<Task> accepted(Actor.Resident actor) {
        return mandates.of(actor).stream()
                .filter(mandate -> mandate.state() == Mandate.State.GEACCEPTEERD)
                .limit(AT_MOST)
                .map(mandate -> new Task(
                        Words.say("mandate.task", MandateWords.who(mandate)),
                        Words.say("mandate.task.what"),
                        Optional.of(Dates.lastDay(mandate.until())),
                        Words.say("mandate.look-and-confirm"),
                        MandatesPage.PATH + "/" + mandate.id()));
    }
}
