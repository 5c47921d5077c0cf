package nl.voorelkaar.portal.access;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses to begin with anything but reading. A form on another site is sent without the session cookie; an answer with a new
 * one would take the place of the cookie that the browser holds, and so sign the person out.
 */
final class NoForeignStart extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final RequestMatcher PROVIDER =
            PathPatternRequestMatcher.withDefaults().matcher("/logout/connect/back-channel/*");

    private final RequestUtil requests;

    NoForeignStart(RequestUtil requests) {
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) == null && !READING.contains(request.getMethod()) && !expected(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        chain.doFilter(request, response);
    }

    /** The provider's own call, and pages that are still open after their session: Vaadin tells those that it is over. */
    private boolean expected(HttpServletRequest request) {
        return PROVIDER.matches(request)
                || requests.isFrameworkInternalRequest(request) && !"init".equals(request.getParameter("v-r"));
    }
}
