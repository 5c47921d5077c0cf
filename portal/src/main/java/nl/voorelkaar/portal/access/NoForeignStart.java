package nl.voorelkaar.portal.access;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session begins where somebody opens a page, and nowhere else. An answer with a new session takes the place of the
 * cookie that the browser holds, and so signs the person out. A form on another site is sent without that cookie; a
 * picture, or the last word of the page that was there before signing in, can be sent with the old one and arrive late.
 */
final class NoForeignStart extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern GUARDED = Pattern.compile("https?://[^/]+/(mijn|namens|machtiging|werkplek)(/.*)?");

    private static final RequestMatcher PROVIDER =
            PathPatternRequestMatcher.withDefaults().matcher("/logout/connect/back-channel/*");

    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(SignInRequests.START + "/**");

    private final RequestUtil requests;

    NoForeignStart(RequestUtil requests) {
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) != null || opensPage(request)) {
            chain.doFilter(request, response);
        } else if (PageCalls.kind(request).equals(PageCalls.ACT) && ofSomebody(request)) {
            SessionLimits.tell(response, OpenSession.Ending.GONE);
        } else if (READING.contains(request.getMethod()) && !SIGN_IN.matches(request) || expected(request)) {
            chain.doFilter(new WithoutSession(request), response);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    /**
     * Whether the page that asks was open for somebody who had signed in: its session went with the node, or unseen.
     * Who only read what is there for everybody has nothing to be told.
     */
    private static boolean ofSomebody(HttpServletRequest request) {
        var page = request.getHeader(HttpHeaders.REFERER);
        return page != null && GUARDED.matcher(page).matches();
    }

    /** Browsers say what they want an answer for (Fetch Metadata); the oldest only which kinds of answer they take. */
    static boolean opensPage(HttpServletRequest request) {
        if (!READING.contains(request.getMethod())) {
            return false;
        }
        if (PageCalls.kind(request).equals("init")) {
            return true;
        }
        var wantedFor = request.getHeader("Sec-Fetch-Dest");
        var taken = request.getHeader(HttpHeaders.ACCEPT);
        return wantedFor == null
                ? taken != null && taken.contains(MediaType.TEXT_HTML_VALUE)
                : wantedFor.equals("document");
    }

    /**
     * The provider's own call, and pages that are still open after their session: Vaadin tells those that it is over.
     */
    private boolean expected(HttpServletRequest request) {
        return PROVIDER.matches(request)
                || requests.isFrameworkInternalRequest(request)
                        && !PageCalls.kind(request).equals("init");
    }
}
