package nl.voorelkaar.portal.access;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.JsonConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request of a signed-in session: past its limits nothing is answered any more, but why; a page that
 * asks is sent to where that is told. What a person does counts as activity; what a page does by itself (heartbeat,
 * push, fetching static files) does not.
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
        var open = OpenSession.of(request.getSession(false));
        var now = clock.instant();
        var ending = open.flatMap(session -> session.ending(now));
        if (open.isPresent() && ending.isPresent()) {
            close(open.get(), ending.get(), request, response, chain);
            return;
        }
        if (byPerson(request)) {
            open.ifPresent(session -> session.active(now));
        }
        chain.doFilter(request, response);
    }

    private void close(
            OpenSession session,
            OpenSession.Ending why,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (NoForeignStart.opensPage(request)) {
            screens.close(session, why);
            if (findsItGone(request)) {
                response.sendRedirect(why.page());
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        // What an open page sends by itself must not be the reason that it never hears why it closes.
        screens.closeSoon(session, why);
        if (PageCalls.kind(request).equals(PageCalls.ACT)) {
            tell(response, why);
        } else {
            chain.doFilter(new WithoutSession(request), response);
        }
    }

    private static boolean findsItGone(HttpServletRequest request) {
        return SignedOut.GONE.equals(request.getRequestURI() + "?" + request.getQueryString());
    }

    /** Leads the open page that asked to where it says why. */
    static void tell(HttpServletResponse response, OpenSession.Ending why) throws IOException {
        response.setContentType(JsonConstants.JSON_CONTENT_TYPE);
        response.getWriter().write(VaadinService.createCriticalNotificationJSON(null, null, null, why.page()));
    }

    static boolean byPerson(HttpServletRequest request) {
        var kind = PageCalls.kind(request);
        if (!kind.isEmpty()) {
            return kind.equals(PageCalls.ACT);
        }
        var accept = request.getHeader("Accept");
        return request.getMethod().equals("POST")
                || request.getRequestURI().startsWith("/VAADIN/dynamic/")
                || accept != null && accept.contains("text/html");
    }
}
