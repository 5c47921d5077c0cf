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
import nl.voorelkaar.consent.RecentLogin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies what an identity provider signs: OIDC ID tokens for the screens of this face, and access tokens (RFC 9068)
 * for its interface for programs. The one is never taken for the other: each has a type and an audience of its own.
 *
 * <p>How old a login may be is counted from {@code auth_time}: an ID token says by {@code exp} until when it may start
 * a session, not how long the session lasts. An access token has no session: past its {@code exp} it opens nothing.
 */
final class TokenAssertions implements Assertions {

    /** How long after signing in an assertion still opens anything. */
    static final Duration LONGEST = Duration.ofHours(8);

    /** The type of an access token, RFC 9068 §2.1. */
    private static final String ACCESS_TOKEN = "at+jwt";

    private static final Logger LOG = LoggerFactory.getLogger(TokenAssertions.class);

    private final JwtDecoder decoder;
    private final String issuer;
    private final String audience;
    private final String programs;
    private final Clock clock;

    /**
     * What was verified, by the hash of the token: a signature does not become false, so only its age is looked at
     * again.
     */
    private final Cache<ByteBuffer, Verified> verified =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /**
     * @param audience of ID tokens: this face as a client of the provider
     * @param programs audience of access tokens: the interface for programs
     */
    TokenAssertions(JwtDecoder decoder, String issuer, String audience, String programs, Clock clock) {
        this.decoder = decoder;
        this.issuer = issuer;
        this.audience = audience;
        this.programs = programs;
        this.clock = clock;
    }

    @Override
    public Subject verify(Assertion assertion) {
        var known = verified.get(fingerprint(assertion), token -> decode(assertion));
        var now = clock.instant();
        if (RecentLogin.isAhead(known.subject().signedInAt(), now) || !now.isBefore(known.until())) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
        return known.subject();
    }

    /** @param until first instant at which it opens nothing any more */
    private record Verified(Subject subject, Instant until) {}

    private Verified decode(Assertion assertion) {
        var token = signed(assertion);
        var level = AssuranceLevel.ofAcr(token.getClaimAsString("acr"))
                .filter(reached -> reached.atLeast(AssuranceLevel.REQUIRED))
                .orElseThrow(() -> new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW));
        var tokenIssuer = token.getClaimAsString("iss");
        var signedInAt = token.getClaimAsInstant("auth_time");
        var subject = token.getSubject();
        var access = ACCESS_TOKEN.equals(token.getHeaders().get("typ"));
        var expiresAt = token.getExpiresAt();
        if (!issuer.equals(tokenIssuer)
                || token.getAudience() == null
                || !token.getAudience().contains(access ? programs : audience)
                || subject == null
                || subject.isBlank()
                || signedInAt == null
                || access && expiresAt == null) {
            LOG.warn("An assertion was refused: it was not made for this program");
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
        var longest = signedInAt.plus(LONGEST);
        return new Verified(
                new Subject(issuer, subject, level, signedInAt),
                access && expiresAt != null && expiresAt.isBefore(longest) ? expiresAt : longest);
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
