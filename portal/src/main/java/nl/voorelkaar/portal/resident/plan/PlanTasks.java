package nl.voorelkaar.portal.resident.plan;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.resident.home.Tasks;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

/** A plan that can be signed, and one that can be come back on. Reads the plan only when one signature is there. */
@Component
@Face.OnResident
class PlanTasks implements Tasks {

    private final Procedures procedures;
    private final Plans plans;

    PlanTasks(Procedures procedures, Plans plans) {
        this.procedures = procedures;
        this.plans = plans;
    }

    @Override
    public List<Task> of(Actor.Resident actor) {
        return procedures.heads(actor).stream()
                .filter(head -> head.kind() == ProcedureKind.PLAN)
                .findFirst()
                .flatMap(head -> task(actor, head))
                .stream()
                .toList();
    }

    private Optional<Task> task(Actor.Resident actor, ProcedureHead head) {
        return switch (PlanState.valueOf(head.state())) {
            case TER_ONDERTEKENING -> Optional.of(sign());
            case DEELS_ONDERTEKEND ->
                plans.find(actor, actor.id(), head.id())
                        .version()
                        .filter(version -> version.signature(Signer.RESIDENT).isEmpty())
                        .map(_ -> sign());
            case IN_BEDENKTERMIJN ->
                Optional.of(new Task(
                        Words.say("plan.task.home.think"),
                        Words.say("plan.task.home.think.what"),
                        head.due(),
                        Words.say("plan.task.home.go"),
                        OwnPlan.PATH));
            default -> Optional.empty();
        };
    }

    private static Task sign() {
        return new Task(
                Words.say("plan.task.home.sign"),
                Words.say("plan.task.home.sign.what"),
                Optional.empty(),
                Words.say("plan.task.home.go"),
                OwnPlan.PATH);
    }
}
