package nl.voorelkaar.consent.mandate;

import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** The last day of a mandate is over. */
@Component
@Face.OnResident
class MandateEnd implements DueHandler {

    private final MandateBook mandates;

    MandateEnd(MandateBook mandates) {
        this.mandates = mandates;
    }

    @Override
    public DueKind kind() {
        return DueKind.MANDATE_ENDS;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return mandates.expire(resident, new GrantId(subject));
    }
}
