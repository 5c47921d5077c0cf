package nl.voorelkaar.dossier.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.RecentLogin;

/**
 * The login with which somebody signs.
 *
 * @param at when the person last proved who they are
 * @param assertionSha256 of what the identity provider stated: 64 lower-case hexadecimal digits
 */
public record Login(AssuranceLevel level, Instant at, String assertionSha256) {

    public static Login of(Actor actor) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new Login(
                    actor.level(),
                    actor.signedInAt(),
                    HexFormat.of()
                            .formatHex(digest.digest(actor.assertion().idToken().getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean recent(Instant now) {
        return RecentLogin.holds(at, now);
    }
}
