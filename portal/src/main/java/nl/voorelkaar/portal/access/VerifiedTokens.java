package nl.voorelkaar.portal.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Verifies the signature of a token once in five minutes: it does not become false, and a key that the provider took
 * back is unknown here after that. For whom it is, and whether its time is over, is looked at on every request.
 */
final class VerifiedTokens implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> rules;

    /** By the hash of the token, which is shorter. */
    private final Cache<ByteBuffer, Jwt> verified;

    /** @param decoder goes by the same rules */
    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> rules, Clock clock) {
        this.decoder = decoder;
        this.rules = rules;
        this.verified = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var hash = hash(token);
        var known = verified.getIfPresent(hash);
        if (known == null) {
            var fresh = decoder.decode(token);
            verified.put(hash, fresh);
            return fresh;
        }
        var result = rules.validate(known);
        if (result.hasErrors()) {
            throw new JwtValidationException("the token is not valid any more", result.getErrors());
        }
        return known;
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
