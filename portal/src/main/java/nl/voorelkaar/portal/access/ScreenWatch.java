package nl.voorelkaar.portal.access;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/** Takes content off the screen when the right to see it ends while it is open. */
public interface ScreenWatch {

    /**
     * Checks while the view is on a screen, every four seconds, and closes it after the first check that says no.
     * Content is off the screen within a minute of the right's end, on every node.
     *
     * @param stillAllowed asked without any lock of the page and outside a request: it may use the database, but not
     *     the page or who is signed in. What it throws counts as no.
     * @param close runs once, with the lock of the page, then the page is pushed
     */
    void watch(Component view, Supplier<Boolean> stillAllowed, Runnable close);
}
