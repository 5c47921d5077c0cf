package nl.voorelkaar.portal.resident.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/**
 * What is asked of the resident about applications, and what there is to object to. Opens nothing: from states alone.
 */
@Component
@Face.OnResident
class DecisionTasks implements Tasks {

    private static final Set<String> KNOWN = Set.of("BEKENDGEMAAKT", BesluitType.NOT_DELIVERED);
    private static final Set<String> WAITS_FOR_US = Set.of("INGEDIEND", "IN_BEHANDELING");

    private final Procedures procedures;
    private final Clock clock;

    DecisionTasks(Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        var today = CalendarDays.dayOf(clock.instant());
        return procedures.heads(actor).stream()
                .flatMap(head -> task(head, today).stream())
                .limit(10)
                .toList();
    }

    private static Optional<Task> task(ProcedureHead head, LocalDate today) {
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
        if (head.kind() == ProcedureKind.BESLUIT && KNOWN.contains(head.state())) {
            return Optional.of(new Task(
                    Words.say("besluit.task"),
                    Words.say("besluit.task.what"),
                    head.state().equals(BesluitType.NOT_DELIVERED) ? Optional.empty() : head.due(),
                    Words.say("besluit.task.go"),
                    DecisionPaths.besluit(head.id())));
        }
        if (head.kind() == ProcedureKind.AANVRAAG && WAITS_FOR_US.contains(head.state())) {
            return head.due().flatMap(due -> waiting(head, due, today));
        }
        return Optional.empty();
    }

    /** When the time to decide is nearly over, or is over, the resident can do something. */
    private static Optional<Task> waiting(ProcedureHead head, LocalDate due, LocalDate today) {
        var left = ChronoUnit.DAYS.between(today, due);
        if (left > Aanvraag.REMINDER_DAYS) {
            return Optional.empty();
        }
        var key = left < 0 ? "late.task" : "soon.task";
        return Optional.of(new Task(
                Words.say(key),
                Words.say(key + ".what", Dates.day(due)),
                Optional.empty(),
                Words.say(key + ".go"),
                DecisionPaths.aanvraag(head.id())));
    }
}
