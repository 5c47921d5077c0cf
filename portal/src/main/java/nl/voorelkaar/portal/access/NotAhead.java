package nl.voorelkaar.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes no page before somebody comes for it. A browser may fetch an address that it expects its user to go to (Fetch
 * Standard, {@code Sec-Purpose}); a page is made with its view in it, and the log would say that somebody looked.
 */
final class NotAhead extends OncePerRequestFilter {

    private static final String PURPOSE = "Sec-Purpose";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getHeaders(PURPOSE)).stream().anyMatch(said -> said.startsWith("prefetch"))) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
