package nl.voorelkaar.portal.resident.intake;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** A melding that is under way stands on the overview; opening it there would write a line at each visit. */
@Component
@Face.OnResident
class MeldingTasks implements Tasks {

    private final Procedures procedures;

    MeldingTasks(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return procedures.heads(actor).stream()
                .filter(head -> head.kind() == ProcedureKind.ONDERZOEK)
                .filter(head -> head.state().equals("GESPREK_GEPLAND"))
                .limit(3)
                .map(head -> new Task(
                        Words.say("melding.task.talk"),
                        head.appointment()
                                .map(at -> Words.say("melding.task.talk.when", Dates.moment(at)))
                                .orElseGet(() -> Words.say("melding.task.talk.what")),
                        Optional.empty(),
                        Words.say("melding.look"),
                        "/mijn/melding/" + head.id()))
                .toList();
    }
}
