package nl.voorelkaar.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request of a signed-in session: past its limits nothing is answered any more. What a person does counts as
 * activity; what a page does by itself (heartbeat, push, fetching static files) does not.
 */
final class SessionLimits extends OncePerRequestFilter {

    private final Clock clock;
    private final Screens screens;

    SessionLimits(Clock clock, Screens screens) {
        this.clock = clock;
        this.screens = screens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OpenSession.of(request.getSession(false)).ifPresent(open -> {
            var now = clock.instant();
            var ending = open.ending(now);
            if (ending.isPresent()) {
                screens.close(open, ending.get());
            } else if (byPerson(request)) {
                open.active(now);
            }
        });
        chain.doFilter(request, response);
    }

    static boolean byPerson(HttpServletRequest request) {
        var kind = PageCalls.parameter(request, "v-r");
        if (!kind.isEmpty()) {
            return kind.equals("uidl");
        }
        var accept = request.getHeader("Accept");
        return request.getMethod().equals("POST")
                || request.getRequestURI().startsWith("/VAADIN/dynamic/")
                || accept != null && accept.contains("text/html");
    }
}
