package nl.voorelkaar.portal.access;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The page on which every session ends. An identity provider sends the browser back to the start page, the one address
 * that every provider knows; a cookie that says nothing but that, and is gone after two minutes, leads from there to
 * this page.
 */
public final class SignedOut {

    public static final String PAGE = "/uitgelogd";

    /**
     * Query parameter with {@code uitgelogd}, {@code stil}, {@code lang}, {@code elders}, {@code klok} or {@code weg};
     * anything else means nothing.
     */
    public static final String WHY = "reden";

    /** Where a page goes by itself that finds its session gone; who ended it is told there as far as it is known. */
    static final String GONE = OpenSession.Ending.GONE.page();

    private static final String COOKIE = "ve-uitgelogd";

    private SignedOut() {}

    static Cookie justNow(boolean secure) {
        return cookie(secure, Duration.ofMinutes(2));
    }

    /** Takes the cookie away again. */
    public static Cookie told(boolean secure) {
        return cookie(secure, Duration.ZERO);
    }

    /** Whether this browser signed out a moment ago and was not told so yet. */
    public static boolean justNow(Cookie @Nullable [] cookies) {
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(COOKIE));
    }

    private static Cookie cookie(boolean secure, Duration age) {
        var cookie = new Cookie(COOKIE, "1");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) age.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
