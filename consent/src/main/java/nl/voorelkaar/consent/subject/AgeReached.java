package nl.voorelkaar.consent.subject;

import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** It is 00:00 of a birthday that matters. */
@Component
@Face.OnResident
class AgeReached implements DueHandler {

    private final GrowingUp growing;

    AgeReached(GrowingUp growing) {
        this.growing = growing;
    }

    @Override
    public DueKind kind() {
        return DueKind.AGE_REACHED;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return growing.reach(resident);
    }
}
