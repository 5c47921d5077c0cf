package nl.voorelkaar.portal.resident.decisions;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** What is asked of the resident about applications, and what there is to object to. Opens nothing: from states alone. */
@Component
@Face.OnResident
class DecisionTasks implements Tasks {

    private final Procedures procedures;

    DecisionTasks(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return procedures.heads(actor).stream()
                .flatMap(head -> task(head).stream())
                .limit(10)
                .toList();
    }

    private static Optional<Task> task(ProcedureHead head) {
        if (head.kind() == ProcedureKind.AANVRAAG && head.state().equals("ONVOLLEDIG")) {
            return Optional.of(new Task(
                    Words.say("supply.task"),
                    Words.say("supply.task.what"),
                    head.due(),
                    Words.say("supply.task.go"),
                    DecisionPaths.aanvraag(head.id())));
        }
        if (head.kind() == ProcedureKind.AANVRAAG && head.state().equals("ZIENSWIJZE")) {
            return Optional.of(new Task(
                    Words.say("view.task"),
                    Words.say("view.task.what"),
                    Optional.empty(),
                    Words.say("view.task.go"),
                    DecisionPaths.aanvraag(head.id())));
        }
        if (head.kind() == ProcedureKind.BESLUIT && head.state().equals("BEKENDGEMAAKT")) {
            return Optional.of(new Task(
                    Words.say("besluit.task"),
                    Words.say("besluit.task.what"),
                    head.due(),
                    Words.say("besluit.task.go"),
                    DecisionPaths.besluit(head.id())));
        }
        return Optional.empty();
    }
}
