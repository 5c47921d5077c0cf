package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * At every sign-in the session gets a new id. The same person who proves again who they are keeps what was in the
 * session; another person starts with nothing of the first.
 */
final class NewSession implements SessionAuthenticationStrategy {

    private final OpenSessions sessions;
    private final Screens screens;
    private final Clock clock;

    NewSession(OpenSessions sessions, Screens screens, Clock clock) {
        this.sessions = sessions;
        this.screens = screens;
        this.clock = clock;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (!(authentication.getPrincipal() instanceof Person person)) {
            return;
        }
        var open = OpenSession.of(request.getSession(false));
        if (open.isPresent() && open.get().person().sameAs(person)) {
            request.changeSessionId();
            open.get().signedInAgain(person, clock.instant());
            return;
        }
        if (open.isPresent()) {
            screens.close(open.get(), OpenSession.Ending.ELSEWHERE);
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        OpenSession.begin(sessions, request.getSession(true), person, clock.instant());
    }
}
