package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTests {

    private final Moving clock = new Moving();
    private final Instant end = clock.instant().plus(Duration.ofMinutes(20));
    private final List<String> verified = new ArrayList<>();
    private final VerifiedTokens tokens = new VerifiedTokens(
            this::verify,
            new JwtClaimValidator<Instant>(JwtClaimNames.EXP, until -> until.isAfter(clock.instant())),
            clock);

    private Jwt verify(String token) {
        verified.add(token);
        if (token.equals("vals")) {
            throw new BadJwtException("no");
        }
        return Jwt.withTokenValue(token).header("alg", "RS256").expiresAt(end).build();
    }

    @Test
    void aSignatureIsVerifiedOnceInFiveMinutes() {
        tokens.decode("echt");
        clock.now = clock.now.plus(Duration.ofMinutes(4));
        assertThat(tokens.decode("echt").getTokenValue()).isEqualTo("echt");
        assertThat(verified).hasSize(1);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        tokens.decode("echt");
        assertThat(verified).hasSize(2);
    }

    @Test
    void whatEndedIsRefusedThoughItWasVerified() {
        clock.now = end.minusSeconds(1);
        tokens.decode("echt");
        clock.now = end;
        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode("echt"));
    }

    @Test
    void whatIsFalseStaysFalse() {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("vals"));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("vals"));
        assertThat(verified).hasSize(2);
    }

    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
