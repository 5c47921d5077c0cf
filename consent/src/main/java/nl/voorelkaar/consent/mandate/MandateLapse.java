package nl.voorelkaar.consent.mandate;

import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** Nobody used a code, or nobody confirmed who did. */
@Component
@Face.OnResident
class MandateLapse implements DueHandler {

    private final MandateBook mandates;

    MandateLapse(MandateBook mandates) {
        this.mandates = mandates;
    }

    @Override
    public DueKind kind() {
        return DueKind.MANDATE_LAPSES;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return mandates.lapse(resident, new MandateId(subject));
    }
}
