package nl.voorelkaar.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What an open page sends and gets. A call that no page of ours could have made goes no further, and no answer is kept
 * on the way, because it holds what stands on the screen; Vaadin itself only forbids to use it again without asking.
 */
public final class PageCalls extends OncePerRequestFilter {

    /** What somebody did on an open page. */
    static final String ACT = "uidl";

    private static final Pattern SCREEN = Pattern.compile("-?\\d{1,9}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (kind(request).isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var screen = parameter(request, "v-uiId");
        if (screen.isEmpty() || SCREEN.matcher(screen).matches()) {
            chain.doFilter(request, new NeverKept(response));
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    /** Which kind of call an open page makes, as it says itself. @return empty when it is no such call */
    public static String kind(HttpServletRequest request) {
        return parameter(request, "v-r");
    }

    /** From the address only: to look in the body would be to read it. @return empty when it is not there */
    private static String parameter(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        if (query != null) {
            for (var part : query.split("&")) {
                if (part.startsWith(name + "=")) {
                    return part.substring(name.length() + 1);
                }
            }
        }
        return "";
    }

    private static final class NeverKept extends HttpServletResponseWrapper {

        NeverKept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name) ? "no-store" : value);
        }
    }
}
