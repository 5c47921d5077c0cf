package nl.voorelkaar.dossier.procedure;

import java.time.LocalDate;
import java.util.List;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RowScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Face.OnWorkspace
class AssigningDesk implements CaseDesk {

    private final ProcedureRows rows;
    private final CaseAssignments assignments;
    private final RowScope scope;

    AssigningDesk(ProcedureRows rows, CaseAssignments assignments, RowScope scope) {
        this.rows = rows;
        this.assignments = assignments;
        this.scope = scope;
    }

    enum Refusal implements StepRefused.Reason {
        EXCLUDED;

        @Override
        public String key() {
            return "case.excluded";
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProcedureHead> waiting(Actor.Professional actor) {
        requireAssigner(actor);
        scope.enter(actor);
        return rows.waiting();
    }

    @Override
    @Transactional
    public void give(Actor.Professional actor, ProcedureHead procedure, PartyId to, LocalDate until) {
        requireAssigner(actor);
        scope.enter(actor, procedure.resident());
        var excluded = rows.lockWaiting(procedure.resident(), procedure.id())
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        if (excluded.contains(to)) {
            throw new StepRefused(Refusal.EXCLUDED, procedure.state());
        }
        rows.give(procedure.resident(), procedure.id(), to);
        assignments.assign(actor, procedure.resident(), to, procedure.kind().statute(), until);
    }

    private static void requireAssigner(Actor.Professional actor) {
        if (!actor.role().assignsCases()) {
            throw new AccessRefused(Decision.Reason.ROLE_MAY_NOT);
        }
    }
}
