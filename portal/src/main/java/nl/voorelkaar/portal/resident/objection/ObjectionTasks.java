package nl.voorelkaar.portal.resident.objection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** What an objection waits for, as far as it waits for the resident. */
@Component
@Face.OnResident
class ObjectionTasks implements Tasks {

    private static final Set<String> WAIT_FOR_RESIDENT = Set.of("HERSTEL", "TOETS_VERSCHOONBAAR", "HOREN");

    private final Procedures procedures;

    ObjectionTasks(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return procedures.heads(actor).stream()
                .filter(head -> head.kind() == ProcedureKind.BEZWAAR && WAIT_FOR_RESIDENT.contains(head.state()))
                .limit(5)
                .map(head -> new Task(
                        Words.say("bezwaar.task." + head.state().toLowerCase(Locale.ROOT)),
                        head.appointment()
                                .map(at -> Words.say("bezwaar.task.when", Dates.moment(at)))
                                .orElseGet(() -> Words.say("bezwaar.task.what")),
                        Optional.empty(),
                        Words.say("bezwaar.look"),
                        "/mijn/bezwaar/" + head.id()))
                .toList();
    }
}
