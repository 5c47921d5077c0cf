package nl.devservices.identity;

import java.net.URI;

/**
 * An application that people sign in to.
 *
 * @param redirect where the browser returns with a code; exact match
 * @param afterLogout where the browser may return after signing out
 * @param backChannelLogout what is told that somebody signed out
 */
public record Relying(String clientId, String secret, URI redirect, URI afterLogout, URI backChannelLogout) {

    /** With the addresses that Spring Security's client uses by default. */
    public static Relying springClient(String clientId, String secret, String base, String registrationId) {
        return new Relying(
                clientId,
                secret,
                URI.create(base + "/login/oauth2/code/" + registrationId),
                URI.create(base + "/"),
                URI.create(base + "/logout/connect/back-channel/" + registrationId));
    }

    @Override
    public String toString() {
        return "Relying[" + clientId + "]";
    }
}
