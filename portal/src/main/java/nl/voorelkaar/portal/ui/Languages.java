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
import org.jsoup.nodes.Element;
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
        });
        event.addIndexHtmlRequestListener(page -> {
            var language = chosen(page.getVaadinRequest().getCookies());
            page.getDocument().child(0).attr("lang", language.getLanguage());
            connection(page.getDocument().body(), language);
        });
    }

    /** The line about the connection, read aloud; what it says when is in {@code connection.js}. */
    private static void connection(Element body, Locale language) {
        body.appendElement("div")
                .attr("id", "verbinding")
                .attr("role", "status")
                .attr("data-lost", Words.say(language, "connection.lost"))
                .attr("data-back", Words.say(language, "connection.back"))
                .attr("data-again", Words.say(language, "connection.again"));
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
