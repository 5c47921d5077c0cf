package nl.voorelkaar.consent.representation;

import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** A year after the desk last looked at the evidence. */
@Component
@Face.OnResident
class RepresentationRecheck implements DueHandler {

    private final RepresentationDesk desk;

    RepresentationRecheck(RepresentationDesk desk) {
        this.desk = desk;
    }

    @Override
    public DueKind kind() {
        return DueKind.REPRESENTATION_RECHECK;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return desk.recheck(resident, new RepresentationId(subject));
    }
}
