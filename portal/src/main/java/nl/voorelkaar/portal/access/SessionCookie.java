package nl.voorelkaar.portal.access;

import jakarta.servlet.SessionCookieConfig;

/**
 * Every face has a cookie name of its own, because cookies on one host are shared over ports. With TLS the name gets
 * the {@code __Host-} prefix: the browser then takes it only from this very host, over TLS, for the whole of it.
 */
final class SessionCookie {

    private SessionCookie() {}

    static String name(HouseSettings settings) {
        var name = switch (settings.face()) {
            case RESIDENT -> "VE_INWONER";
            case WORKSPACE -> "VE_WERKPLEK";
        };
        return settings.secure() ? "__Host-" + name : name;
    }

    static void configure(SessionCookieConfig cookie, HouseSettings settings) {
        cookie.setName(name(settings));
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.secure());
        cookie.setPath("/");
        // Strict would drop the cookie, and with it state and nonce, when the identity provider sends the browser back.
        cookie.setAttribute("SameSite", "Lax");
    }
}
