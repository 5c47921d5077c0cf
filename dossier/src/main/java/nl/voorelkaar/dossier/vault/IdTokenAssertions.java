package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies OIDC ID tokens. How old a login may be is counted from {@code auth_time}: an ID token says by {@code exp} until when
 * it may start a session, not how long the session lasts.
 */
final class IdTokenAssertions implements Assertions {

    /** How long after signing in an assertion still opens anything. */
    static final Duration LONGEST = Duration.ofHours(8);

    /** How far the provider's clock may run ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(IdTokenAssertions.class);

    private final JwtDecoder decoder;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    /** What was verified, by the hash of the token: a signature does not become false, so only its age is looked at again. */
    private final Cache<ByteBuffer, Subject> verified =
            Caffeine.newBuilder().maximumSize(20_000).build();

    IdTokenAssertions(JwtDecoder decoder, String issuer, String audience, Clock clock) {
        this.decoder = decoder;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public Subject verify(Assertion assertion) {
        var subject = verified.get(fingerprint(assertion), token -> decode(assertion));
        var now = clock.instant();
        if (subject.signedInAt().isAfter(now.plus(SKEW))
                || !now.isBefore(subject.signedInAt().plus(LONGEST))) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
        return subject;
    }

    private Subject decode(Assertion assertion) {
        var token = signed(assertion);
        var level = AssuranceLevel.ofAcr(token.getClaimAsString("acr"))
                .filter(reached -> reached.atLeast(AssuranceLevel.REQUIRED))
                .orElseThrow(() -> new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW));
        var tokenIssuer = token.getClaimAsString("iss");
        var signedInAt = token.getClaimAsInstant("auth_time");
        var subject = token.getSubject();
        if (!issuer.equals(tokenIssuer)
                || token.getAudience() == null
                || !token.getAudience().contains(audience)
                || subject == null
                || subject.isBlank()
                || signedInAt == null) {
            LOG.warn("An assertion was refused: it was not made for this program");
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        return new Subject(issuer, subject, level, Instant.from(signedInAt));
    }

    private Jwt signed(Assertion assertion) {
        try {
            return decoder.decode(assertion.idToken());
        } catch (BadJwtException e) {
            LOG.warn("An assertion was refused: its signature does not hold");
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
    }

    private static ByteBuffer fingerprint(Assertion assertion) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(assertion.idToken().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
