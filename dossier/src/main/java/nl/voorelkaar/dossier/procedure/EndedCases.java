package nl.voorelkaar.dossier.procedure;

import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.HandoverRefused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A procedure that somebody may not open any more waits for somebody else, whoever or whatever ended the assignment.
 */
@Component
class EndedCases {

    private final ProcedureRows rows;

    EndedCases(ProcedureRows rows) {
        this.rows = rows;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.AssignmentEnded ended) {
        rows.release(ended.resident(), ended.assignment());
        ended.leaves().ifPresent(party -> rows.leave(ended.resident(), party));
    }

    /** Before the cases of who hands over end, so that nothing waits in between. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.HandedOver handed) {
        rows.handOver(handed.resident(), handed.from(), handed.to(), handed.cases());
        if (rows.hasWhatTheyMayNot(handed.resident(), handed.to())) {
            throw new HandoverRefused(HandoverRefused.Reason.EXCLUDED);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.PersonRefused refused) {
        rows.refused(refused.resident(), refused.party(), refused.cases());
    }
}
