package nl.voorelkaar.consent.mandate;

import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** A mandate ends in thirty days. */
@Component
@Face.OnResident
class MandateReminder implements DueHandler {

    private final MandateBook mandates;

    MandateReminder(MandateBook mandates) {
        this.mandates = mandates;
    }

    @Override
    public DueKind kind() {
        return DueKind.MANDATE_ENDS_SOON;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return mandates.remind(resident, new GrantId(subject));
    }
}
