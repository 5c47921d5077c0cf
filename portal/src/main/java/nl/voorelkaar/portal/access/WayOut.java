package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.ui.QuickExit;
import org.jsoup.nodes.Document;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * The quick way out on every page of residents and carers, drawn by a view or not; pages of the workspace have none. It
 * ends the session of who is signed in, unless this answer was made before the request got as far as its token.
 */
@Component
public class WayOut {

    private final HouseSettings settings;

    public WayOut(HouseSettings settings) {
        this.settings = settings;
    }

    public void onto(Document page, HttpServletRequest request) {
        if (settings.face() == Face.RESIDENT) {
            QuickExit.into(page, request, settings.exit(), ends(request));
        }
    }

    private static Map<String, String> ends(HttpServletRequest request) {
        return OpenSession.of(request.getSession(false)).isPresent()
                        && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Map.of("action", SignOut.PATH, "field", token.getParameterName(), "token", token.getToken())
                : Map.of();
    }
}
