package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.time.Clock;
import java.util.UUID;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;

final class Ids {

    private Ids() {}

    /** @throws NotFoundException when the address has no such id */
    static ProcedureId of(BeforeEnterEvent event, String name) {
        try {
            return new ProcedureId(
                    UUID.fromString(event.getRouteParameters().get(name).orElse("")));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }

    /** Chosen when a page is made, so that a second click takes nothing twice. */
    static StepId step(Clock clock) {
        return new StepId(UuidV7.at(clock.instant()));
    }
}
