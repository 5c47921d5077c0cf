package nl.devservices.identity;

import java.net.URI;
import java.util.List;

/**
 * An application that people sign in to.
 *
 * @param redirect where the browser returns with a code; exact match
 * @param afterLogout where the browser may return after signing out
 * @param backChannelLogout what is told that somebody signed out
 * @param programs what may use its interface for programs: to them people have the same subject as to the application
 */
public record Relying(
        String clientId, String secret, URI redirect, URI afterLogout, URI backChannelLogout, List<Program> programs) {

    /** Where the interface for programs is: the audience of their access tokens. */
    private static final String INTERFACE = "/api/v1";

    /** With the addresses that Spring Security's client uses by default. */
    public static Relying springClient(String clientId, String secret, String base, String registrationId) {
        return new Relying(
                clientId,
                secret,
                URI.create(base + "/login/oauth2/code/" + registrationId),
                URI.create(base + "/"),
                URI.create(base + "/logout/connect/back-channel/" + registrationId),
                List.of());
    }

    /** The same, used by these programs. */
    public Relying with(Program... used) {
        return new Relying(clientId, secret, redirect, afterLogout, backChannelLogout, List.of(used));
    }

    String audience() {
        return redirect.resolve(INTERFACE).toString();
    }

    @Override
    public String toString() {
        return "Relying[" + clientId + "]";
    }
}
