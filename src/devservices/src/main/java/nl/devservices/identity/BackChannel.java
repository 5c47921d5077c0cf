package nl.devservices.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/**
 * Tells applications that somebody signed out, as OpenID Connect Back-Channel Logout 1.0 describes: a signed logout
 * token, posted from server to server.
 */
final class BackChannel {

    private static final Logger LOG = LoggerFactory.getLogger(BackChannel.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration VALID = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String issuer;
    private final List<Relying> relying;
    private final JwtEncoder encoder;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    BackChannel(String issuer, List<Relying> relying, JwtEncoder encoder, Clock clock) {
        this.issuer = issuer;
        this.relying = relying;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** @return whether the application confirmed that the session has ended */
    boolean signedOut(Logins.Login login) {
        return relying.stream()
                .filter(application -> application.clientId().equals(login.clientId()))
                .allMatch(application -> post(application.backChannelLogout(), token(login)));
    }

    String token(Logins.Login login) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(login.clientId()))
                .subject(login.subject())
                .issuedAt(now)
                .expiresAt(later(now, Instant.now()).plus(VALID))
                .id(UUID.randomUUID().toString())
                .claim("sid", login.sid())
                .claim("events", Map.of(EVENT, Map.of()))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /**
     * Applications compare the end of a logout token with the system's time, and Spring Security's cannot be told
     * another: a clock that was set back must not make a fresh token old.
     */
    private static Instant later(Instant environment, Instant system) {
        return environment.isAfter(system) ? environment : system;
    }

    private boolean post(URI to, String token) {
        var request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        try {
            var status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("{} answered {} to a logout token", to, status);
            }
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.warn("{} could not be told about a logout", to);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
