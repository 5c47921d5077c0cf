package nl.voorelkaar.portal.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The pages that are open in browsers, reached through push. */
@Component
class Screens {

    private static final Logger LOG = LoggerFactory.getLogger(Screens.class);

    /**
     * Ends a session: no request is served any more from the moment of the call; then every page of it loses its content,
     * also in the browser, and goes to the signed-out page; then the session and all that it kept are gone.
     */
    void close(OpenSession session, OpenSession.Ending why) {
        session.end(why);
        each(session, ui -> leave(ui, why));
        try {
            session.http().invalidate();
        } catch (IllegalStateException e) {
            LOG.debug("The session had ended already");
        }
    }

    /** The same, without waiting for pages that are busy. */
    void closeSoon(OpenSession session, OpenSession.Ending why) {
        session.end(why);
        Thread.startVirtualThread(() -> close(session, why));
    }

    /** Shows the warning on every page of the session, or takes it away again. */
    void warnSoon(OpenSession session) {
        Thread.startVirtualThread(() -> each(session, ui -> {
            if (session.warned()) {
                EndingWarning.show(ui, session.endsAt(), session.canLastLonger());
            } else {
                EndingWarning.hide(ui);
            }
        }));
    }

    /** Runs with the page's lock, then pushes. */
    void each(OpenSession session, Consumer<UI> action) {
        try {
            for (var vaadin : VaadinSession.getAllSessions(session.http())) {
                vaadin.accessSynchronously(() -> vaadin.getUIs().forEach(ui -> {
                    action.accept(ui);
                    if (ui.getPushConfiguration().getPushMode().isEnabled()) {
                        ui.push();
                    }
                }));
            }
        } catch (IllegalStateException e) {
            LOG.debug("The session ended meanwhile");
        }
    }

    private static void leave(UI ui, OpenSession.Ending why) {
        ui.removeAll();
        ui.getPage().setLocation(why.page());
    }
}
