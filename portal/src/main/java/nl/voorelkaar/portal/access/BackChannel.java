package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions that the identity provider says are over (OpenID Connect Back-Channel Logout 1.0). Spring Security
 * has verified the logout token. Only sessions of this node: with more nodes the proxy sends the call to each of them.
 */
@Component
class BackChannel implements LogoutHandler {

    private final OpenSessions sessions;
    private final Screens screens;

    BackChannel(OpenSessions sessions, Screens screens) {
        this.sessions = sessions;
        this.screens = screens;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            sessions.now().stream()
                    .filter(session -> meant(token, session.person()))
                    .forEach(session -> screens.closeSoon(session, OpenSession.Ending.ELSEWHERE));
        }
    }

    private static boolean meant(OidcLogoutToken token, Person person) {
        var id = person.getIdToken();
        if (!token.getIssuer().equals(id.getIssuer())) {
            return false;
        }
        var session = token.getSessionId();
        return session != null
                ? session.equals(id.getClaimAsString("sid"))
                : id.getSubject().equals(token.getSubject());
    }
}
