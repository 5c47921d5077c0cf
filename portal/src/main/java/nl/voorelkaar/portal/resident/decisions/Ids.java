package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.time.Clock;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.ui.AddressId;

final class Ids {

    private Ids() {}

    /** @throws NotFoundException when the address has no such id */
    static ProcedureId of(BeforeEnterEvent event, String name) {
        return new ProcedureId(AddressId.in(event, name));
    }

    /** Chosen when a page is made, so that a second click takes nothing twice. */
    static StepId step(Clock clock) {
        return new StepId(UuidV7.at(clock.instant()));
    }
}
