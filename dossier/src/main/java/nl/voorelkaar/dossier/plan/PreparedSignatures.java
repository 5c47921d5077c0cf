package nl.voorelkaar.dossier.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.Reading;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;
import org.springframework.stereotype.Service;

/**
 * Signing is a legal act: a carer makes it ready, the resident does it. Every call asks consent first, and is in the
 * resident's log.
 */
@Service
public class PreparedSignatures {

    private static final Set<Section> HERE = Set.of(Section.PLAN);

    private final Procedures procedures;
    private final PreparedSignatureType prepared;
    private final PlanType plans;

    PreparedSignatures(Procedures procedures, PreparedSignatureType prepared, Deadlines deadlines) {
        this.procedures = procedures;
        this.prepared = prepared;
        this.plans = new PlanType(deadlines);
    }

    /**
     * Once for each id.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when this is not in the mandate, or no such plan is there
     * @throws nl.voorelkaar.dossier.procedure.StepRefused when there is nothing to sign, or to come back on
     */
    public PreparedSignature prepare(
            Actor.Acting carer, ProcedureId plan, PreparedSignature.Act act, String note, ProcedureId id, StepId step) {
        var name = act == PreparedSignature.Act.SIGN ? "plan.prepare-signature" : "plan.prepare-withdrawal";
        return procedures.take(
                carer,
                carer.resident(),
                HERE,
                name,
                turn -> turn.start(prepared, id, step, PreparedSignature.prepare(act, turn.find(plans, plan), note)));
    }

    /** What was made ready for this resident, by whomever, newest first; at most 50. */
    public List<PreparedSignature> of(Actor.Acting carer) {
        return procedures.read(carer, carer.resident(), HERE, reading -> reading.all(prepared));
    }

    /** What the resident can still do, oldest first. Writes a line only when there is something to open. */
    public List<PreparedSignature> waiting(Actor.Resident actor) {
        return any(actor) ? procedures.read(actor, actor.id(), HERE, this::waiting) : List.of();
    }

    private boolean any(Actor.Resident actor) {
        return procedures.heads(actor).stream().anyMatch(PreparedSignatures::waits);
    }

    private static boolean waits(ProcedureHead head) {
        return head.kind() == ProcedureKind.KLAARGEZET_PLAN
                && head.state().equals(PreparedSignature.State.KLAARGEZET.name());
    }

    private List<PreparedSignature> waiting(Reading reading) {
        var now = reading.all(plans);
        return reading.all(prepared).reversed().stream()
                .filter(one -> one.state() == PreparedSignature.State.KLAARGEZET)
                .filter(one -> now.stream().anyMatch(one::fits))
                .toList();
    }

    /** In the turn in which the resident does what was made ready: those of this kind for this plan are over. */
    static void done(Turn turn, PreparedSignatureType type, ProcedureId plan, PreparedSignature.Act act) {
        if (turn.author() instanceof Author.Resident self && self.through().isEmpty()) {
            turn.all(type).stream()
                    .filter(one -> one.state() == PreparedSignature.State.KLAARGEZET && one.act() == act)
                    .filter(one -> one.plan().equals(Optional.of(plan)))
                    .forEach(one ->
                            turn.take(type, one.id(), step(one.id(), "confirm"), now -> now.confirm(turn.author())));
        }
    }

    /** Nothing is signed; the carer is not told why. */
    public void decline(Actor.Resident actor, ProcedureId id) {
        procedures.take(
                actor,
                actor.id(),
                HERE,
                "plan.decline-prepared",
                turn -> turn.take(prepared, id, step(id, "decline"), now -> now.decline(turn.author())));
    }

    private static StepId step(ProcedureId id, String what) {
        return new StepId(UUID.nameUUIDFromBytes((what + "|" + id).getBytes(UTF_8)));
    }
}
