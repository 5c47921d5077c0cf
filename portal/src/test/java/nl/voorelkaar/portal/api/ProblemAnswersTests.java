package nl.voorelkaar.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.portal.access.AnotherToken;
import nl.voorelkaar.portal.access.HouseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.ServletWebRequest;

/** What a program is told when something does not go. */
class ProblemAnswersTests {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final ProblemAnswers answers = new ProblemAnswers(new AnotherToken(
            new HouseSettings(
                    Face.WORKSPACE,
                    URI.create("https://werkplek.example"),
                    new HouseSettings.Municipality("gemeente Voorbeeldstad"),
                    null,
                    URI.create("https://weer.example/")),
            Clock.fixed(NOW, ZoneOffset.UTC)));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest(name = "SQLSTATE {0}: {1}")
    @CsvSource({
        "08001, 503",
        "08006, 503",
        "25006, 503",
        "25P03, 503",
        "55P03, 503",
        "53100, 503",
        "57P01, 503",
        "58030, 503",
        "57014, 500",
        "23505, 500",
        "42501, 500",
        ", 503"
    })
    void aDatabaseThatIsAwayIsAReasonToTryAgainSoon(String state, int status) {
        var broken = new CannotCreateTransactionException("no", new SQLException("no", state));

        var answer = answers.broken(broken, new ServletWebRequest(request));

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().containsHeader("Retry-After")).isEqualTo(status == 503);
    }

    @Test
    void keysThatAreAwayAreAReasonToTryAgainSoon() {
        var answer = answers.broken(new IllegalStateException(new KeyNotHeld()), new ServletWebRequest(request));

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }

    @ParameterizedTest(name = "{0} ms after its end: {1}")
    @CsvSource({"-1, 404, not-available", "0, 401, token", "1, 401, token"})
    void aTokenThatEndedWhileItWasAnsweredIsAskedForAnew(int after, int status, String code) {
        comesWith(NOW.minusMillis(after));

        var answer = refused();

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(((ProblemDetail) answer.getBody()).getProperties()).containsEntry("code", code);
        if (status == 401) {
            assertThat(response.getHeader("WWW-Authenticate"))
                    .startsWith("Bearer ")
                    .contains(
                            "error=\"invalid_token\"",
                            "https://werkplek.example/.well-known/oauth-protected-resource/api/v1");
        } else {
            assertThat(response.getHeader("WWW-Authenticate")).isNull();
        }
    }

    @Test
    void whoCameWithoutATokenIsNotAskedForOne() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("iemand", ""));

        assertThat(refused().getStatusCode().value()).isEqualTo(404);
    }

    private ResponseEntity<Object> refused() {
        return answers.refused(
                new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW),
                new ServletWebRequest(request),
                request,
                response);
    }

    private static void comesWith(Instant end) {
        var token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "token", end.minus(Duration.ofMinutes(5)), end);
        SecurityContextHolder.getContext()
                .setAuthentication(new BearerTokenAuthentication(
                        new DefaultOAuth2AuthenticatedPrincipal(Map.of("sub", "zorgplan"), List.of()),
                        token,
                        List.of()));
    }
}
