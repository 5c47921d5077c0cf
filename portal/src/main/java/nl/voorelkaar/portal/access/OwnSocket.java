package nl.voorelkaar.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens a socket only to pages of this face. A browser sends the session cookie along with a handshake from any site,
 * and the same-origin policy does not hold for what comes back; only the {@code Origin} header says who asks (RFC 6455
 * §10.2).
 */
final class OwnSocket extends OncePerRequestFilter {

    private final String own;

    OwnSocket(HouseSettings settings) {
        this.own = Origin.of(settings.publicUrl().toString());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isHandshake(request) && !own.equals(request.getHeader(HttpHeaders.ORIGIN))) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isHandshake(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.UPGRADE)).stream()
                .anyMatch(wanted -> wanted.toLowerCase(Locale.ROOT).contains("websocket"));
    }
}
