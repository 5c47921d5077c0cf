package nl.voorelkaar.portal.access;

import java.security.SecureRandom;
import java.util.Base64;

/** A number for one answer, that lets its own scripts run and no others. */
final class Nonce {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    static String fresh() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
