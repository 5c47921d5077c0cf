package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What a resident chose for a request so far. Stays in the session, so that signing in again, reloading and going back
 * lose nothing.
 *
 * @param checking whether the resident was at the check page
 */
record Answer(Set<Section> sections, @Nullable LocalDate until, boolean add, boolean team, boolean checking)
        implements Serializable {

    private static String key(RequestId request) {
        return Answer.class.getName() + "." + request;
    }

    /** Nothing ticked; the end is the one asked for. */
    static Answer to(RequestId request, Terms asked) {
        return VaadinSession.getCurrent().getAttribute(key(request)) instanceof Answer kept
                ? kept
                : new Answer(Set.of(), asked.until(), false, false, false);
    }

    void keep(RequestId request) {
        VaadinSession.getCurrent().setAttribute(key(request), this);
    }

    static void forget(RequestId request) {
        VaadinSession.getCurrent().setAttribute(key(request), null);
    }

    Answer checking(boolean now) {
        return new Answer(sections, until, add, team, now);
    }

    Terms terms(LocalDate last) {
        return new Terms(sections, add ? Set.of(Right.READ, Right.ADD) : Set.of(Right.READ), last, team);
    }
}
