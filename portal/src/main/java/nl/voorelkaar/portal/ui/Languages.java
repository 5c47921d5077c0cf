package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which language a person reads: Dutch, until somebody chooses another. The choice is kept in a cookie that says
 * nothing else, so that it also holds before signing in and after signing out.
 */
@Component
public class Languages implements VaadinServiceInitListener {

    static final String COOKIE = "ve-taal";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(start ->
                        start.getSession().setLocale(chosen(start.getRequest().getCookies())));
        event.getSource().addUIInitListener(start -> {
            var request = VaadinRequest.getCurrent();
            if (request != null) {
                start.getUI().setLocale(chosen(request.getCookies()));
            }
            connection(start.getUI());
        });
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .child(0)
                .attr("lang", chosen(page.getVaadinRequest().getCookies()).getLanguage()));
    }

    /** Vaadin's own message about the connection: in the language of the page, and read aloud. */
    private static void connection(UI ui) {
        var language = ui.getLocale();
        ui.getPage()
                .executeJs(
                        """
                        const words = [$0, $1, $2];
                        document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status');
                        const indicator = window.Vaadin?.connectionIndicator;
                        if (indicator) {
                          [indicator.offlineText, indicator.onlineText, indicator.reconnectingText] = words;
                        }
                        """,
                        Words.say(language, "connection.lost"),
                        Words.say(language, "connection.back"),
                        Words.say(language, "connection.again"));
    }

    /** What the cookies of a request say. */
    public static Locale chosen(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Words.DUTCH
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> Words.OFFERED.stream()
                                .filter(offered -> offered.getLanguage().equals(cookie.getValue())))
                        .findFirst()
                        .orElse(Words.DUTCH);
    }

    /** Keeps the choice and shows this page again in that language. */
    static void choose(Locale language) {
        var cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().getPage().reload();
    }
}
