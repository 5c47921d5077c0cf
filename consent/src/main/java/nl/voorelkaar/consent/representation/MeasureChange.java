package nl.voorelkaar.consent.representation;

import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import org.springframework.stereotype.Component;

/** Curatele or gezag begins or ends: what was given before is to be given anew. */
@Component
@Face.OnResident
class MeasureChange implements DueHandler {

    private final RepresentationDesk desk;

    MeasureChange(RepresentationDesk desk) {
        this.desk = desk;
    }

    @Override
    public DueKind kind() {
        return DueKind.MEASURE_CHANGED;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return desk.change(resident);
    }
}
