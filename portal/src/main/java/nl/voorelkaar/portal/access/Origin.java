package nl.voorelkaar.portal.access;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Scheme, host and port of an address, written as browsers write it: in small letters, without the usual port (RFC 6454
 * §6).
 */
final class Origin {

    private static final Map<String, Integer> USUAL = Map.of("http", 80, "https", 443);

    private Origin() {}

    /** @throws IllegalArgumentException when it is no absolute address */
    static String of(String address) {
        var uri = URI.create(address);
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("not an absolute address");
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var usual = USUAL.getOrDefault(scheme, -1);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                + (uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort());
    }
}
