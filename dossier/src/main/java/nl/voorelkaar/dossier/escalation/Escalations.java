package nl.voorelkaar.dossier.escalation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Met;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Reached;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import org.springframework.stereotype.Service;

/**
 * The ladder of one dossier. Every call asks consent first, and is in the resident's log. Who acts for a resident is
 * shown nothing of it: it can be about them.
 *
 * <p>All methods throw {@link AccessRefused} when the actor may not, and
 * {@link nl.voorelkaar.dossier.procedure.StepRefused} when the rules say no; nothing changed then.
 */
@Service
public class Escalations {

    private static final Set<Section> HERE = EnumSet.of(Section.PLAN);

    private final Procedures procedures;
    private final EscalationType ladder;

    Escalations(Procedures procedures, EscalationType ladder) {
        this.procedures = procedures;
        this.ladder = ladder;
    }

    /** The newest, over or not; empty when nobody ever stood on the ladder. */
    public Optional<Escalation> of(Actor actor, ResidentId resident) {
        if (actor instanceof Actor.Acting) {
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        return procedures.read(
                actor, resident, HERE, open -> open.all(ladder).stream().findFirst());
    }

    /**
     * Carries the situation to a phase; the first time this begins the ladder.
     *
     * @param id chosen by the caller, used when there is no ladder that is open
     */
    public Escalation reach(
            Actor.Professional actor, ResidentId resident, ProcedureId id, StepId step, Reached wanted) {
        return procedures.take(actor, resident, HERE, "opschaling.reach", turn -> {
            var open = turn.all(ladder).stream().filter(Escalation::open).findFirst();
            return open.map(now -> turn.take(ladder, now.id(), step, at -> at.reach(turn.author(), wanted)))
                    .orElseGet(() -> turn.start(ladder, id, step, Escalation.begin(turn.author(), wanted)));
        });
    }

    public Escalation meet(Actor.Professional actor, ResidentId resident, ProcedureId id, StepId step, Met met) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "opschaling.meet",
                turn -> turn.take(ladder, id, step, now -> now.meet(turn.author(), met)));
    }

    public Escalation end(Actor.Professional actor, ResidentId resident, ProcedureId id, StepId step, String why) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "opschaling.end",
                turn -> turn.take(ladder, id, step, now -> now.end(turn.author(), why)));
    }
}
