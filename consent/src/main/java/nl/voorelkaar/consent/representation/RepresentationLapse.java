package nl.voorelkaar.consent.representation;

import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** Nobody looked at the evidence in time. */
@Component
@Face.OnResident
class RepresentationLapse implements DueHandler {

    private final RepresentationDesk desk;

    RepresentationLapse(RepresentationDesk desk) {
        this.desk = desk;
    }

    @Override
    public DueKind kind() {
        return DueKind.REPRESENTATION_LAPSES;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return desk.lapse(resident, new RepresentationId(subject));
    }
}
