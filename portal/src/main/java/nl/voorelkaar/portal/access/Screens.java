package nl.voorelkaar.portal.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The pages that are open in browsers, reached through push. */
@Component
class Screens {

    private static final Logger LOG = LoggerFactory.getLogger(Screens.class);

    private static final Duration FOR_PUSH_TO_ARRIVE = Duration.ofSeconds(5);

    /**
     * Ends a session: no request is served any more from the moment of the call; then every page of it loses its
     * content, also in the browser, and goes to the signed-out page; then the session and all that it kept are gone.
     */
    void close(OpenSession session, OpenSession.Ending why) {
        session.end(why);
        each(session, ui -> leave(ui, why.page()));
        invalidate(session);
    }

    /** The same, to another site: nothing tells that a page of this one stood there. */
    void leave(OpenSession session, URI to) {
        session.end(OpenSession.Ending.SIGNED_OUT);
        each(session, ui -> leave(ui, to.toString()));
        invalidate(session);
    }

    /**
     * The same, without waiting for pages that are busy. Nobody asked for this page, so the push is all that reaches
     * it: ending the HTTP session closes the socket, and a message that is still on its way would be lost. Therefore
     * that comes last.
     */
    void closeSoon(OpenSession session, OpenSession.Ending why) {
        if (session.end(why)) {
            Thread.startVirtualThread(() -> {
                each(session, ui -> leave(ui, why.page()));
                try {
                    Thread.sleep(FOR_PUSH_TO_ARRIVE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                invalidate(session);
            });
        }
    }

    private static void invalidate(OpenSession session) {
        try {
            session.http().invalidate();
        } catch (IllegalStateException e) {
            LOG.debug("The session had ended already");
        }
    }

    /** Shows the warning on every page of the session, or takes it away again. */
    void warnSoon(OpenSession session) {
        tellSoon(session, ui -> {
            if (session.warned()) {
                EndingWarning.show(ui, session.endsAt(), session.canLastLonger());
            } else {
                EndingWarning.hide(ui);
            }
        });
    }

    /** Changes every page of the session, without waiting for pages that are busy. */
    void tellSoon(OpenSession session, Consumer<UI> change) {
        Thread.startVirtualThread(() -> each(session, ui -> {
            change.accept(ui);
            push(ui);
        }));
    }

    /** Runs with the page's lock. A page that fails, or leaves because of it, hinders no other. */
    void each(OpenSession session, Consumer<UI> action) {
        try {
            for (var vaadin : VaadinSession.getAllSessions(session.http())) {
                vaadin.accessSynchronously(() -> List.copyOf(vaadin.getUIs()).forEach(ui -> one(ui, action)));
            }
        } catch (IllegalStateException e) {
            LOG.debug("The session ended meanwhile");
        }
    }

    private static void one(UI ui, Consumer<UI> action) {
        try {
            action.accept(ui);
        } catch (RuntimeException e) {
            LOG.info("A page could not be reached: {}", e.getClass().getSimpleName());
        }
    }

    private static void push(UI ui) {
        if (ui.getPushConfiguration().getPushMode().isEnabled()) {
            ui.push();
        }
    }

    /** Waits, a second at most, until the push is written, because the socket closes with the HTTP session. */
    private static void leave(UI ui, String to) {
        ui.getPage().setLocation(to);
        ui.removeAll();
        push(ui);
        var connection = ui.getInternals().getPushConnection();
        if (connection != null) {
            connection.disconnect();
        }
    }
}
