package nl.voorelkaar.consent.subject;

import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** A birthday that matters is sixty days away. */
@Component
@Face.OnResident
class AgeSoon implements DueHandler {

    private final GrowingUp growing;

    AgeSoon(GrowingUp growing) {
        this.growing = growing;
    }

    @Override
    public DueKind kind() {
        return DueKind.AGE_SOON;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return growing.announce(resident);
    }
}
