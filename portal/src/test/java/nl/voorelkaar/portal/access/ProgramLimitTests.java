package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class ProgramLimitTests {

    private final RateLimits limits = new RateLimits();
    private final ProgramLimit filter = new ProgramLimit(limits);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aProgramThatAsksTooMuchWaitsAndNobodyElseDoes() throws Exception {
        // Turns come back all the time: until one is refused before the next is there.
        MockHttpServletResponse refused;
        do {
            takeAll("druk");
            refused = asks("druk");
        } while (refused.getStatus() == 200);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("\"code\":\"too-many\"");
        assertThat(asks("rustig").getStatus()).isEqualTo(200);
    }

    @Test
    void whoHasNoTokenIsNotThisFiltersBusiness() throws Exception {
        var answer = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(), answer, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    private void takeAll(String program) {
        var left = true;
        while (left) {
            left = limits.take(RateLimits.Limit.PROGRAM, program);
        }
    }

    private MockHttpServletResponse asks(String program) throws Exception {
        var now = Instant.parse("2026-10-05T07:00:00Z");
        var token =
                new OidcIdToken("token", now, now.plusSeconds(300), Map.of("sub", "iemand", Bearers.CLIENT, program));
        var actor = new Actor.Professional(
                PartyId.ofLogin("https://issuer.example", "iemand"),
                Role.AANB,
                new OrganisationId("zorg-voorbeeld"),
                Optional.empty(),
                AssuranceLevel.SUBSTANTIEEL,
                now,
                new Assertion("token"));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Person(token, actor, "Iemand"), ""));
        var answer = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(), answer, new MockFilterChain());
        return answer;
    }
}
