package nl.voorelkaar.portal.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;

/** The id that an address names. */
public final class AddressId {

    private AddressId() {}

    /**
     * @param name of the part of the route
     * @throws NotFoundException for what is no id: it is simply not there
     */
    public static UUID in(BeforeEnterEvent event, String name) {
        try {
            return UUID.fromString(event.getRouteParameters().get(name).orElse(""));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
