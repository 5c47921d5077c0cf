package nl.voorelkaar.portal.access;

import java.net.URI;

/** Scheme, host and port of an address: what a content security policy names. */
final class Origin {

    private Origin() {}

    /** @throws IllegalArgumentException when it is no absolute address */
    static String of(String address) {
        var uri = URI.create(address);
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("not an absolute address");
        }
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
