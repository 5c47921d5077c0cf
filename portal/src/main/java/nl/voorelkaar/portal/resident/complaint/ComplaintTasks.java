package nl.voorelkaar.portal.resident.complaint;

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

/** A complaint in which the resident can say something. */
@Component
@Face.OnResident
class ComplaintTasks implements Tasks {

    private static final Set<String> WAITING = Set.of("INFORMEEL", "HOREN");

    private final Procedures procedures;

    ComplaintTasks(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return procedures.heads(actor).stream()
                .filter(head -> head.kind() == ProcedureKind.KLACHT)
                .filter(head -> WAITING.contains(head.state()))
                .limit(3)
                .map(head -> new Task(
                        Words.say("klacht.task." + head.state().toLowerCase(Locale.ROOT)),
                        head.appointment()
                                .map(at -> Words.say("klacht.task.horen.when", Dates.moment(at)))
                                .orElseGet(() ->
                                        Words.say("klacht.task." + head.state().toLowerCase(Locale.ROOT) + ".what")),
                        Optional.empty(),
                        Words.say("klacht.look"),
                        "/mijn/klacht/" + head.id()))
                .toList();
    }
}
