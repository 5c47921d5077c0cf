package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import nl.voorelkaar.consent.GrantId;

/** The grant that an address names. What is no id is simply not there. */
final class GrantIds {

    private GrantIds() {}

    static GrantId of(BeforeEnterEvent event) {
        try {
            return GrantId.of(event.getRouteParameters().get("grant").orElseThrow(NotFoundException::new));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
