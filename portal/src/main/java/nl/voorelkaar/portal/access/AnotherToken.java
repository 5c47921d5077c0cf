package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Asks a program for another token, and says where to get one (RFC 6750 §3, RFC 9728 §5.1). */
@Component
public final class AnotherToken {

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final Clock clock;

    public AnotherToken(HouseSettings settings, Clock clock) {
        this.clock = clock;
        challenge.setResourceMetadataParameterResolver(request -> settings.at(ResourceMetadata.PATH));
    }

    /** For who is not let in. */
    void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        challenge.commence(request, response, failure);
        Problems.write(request, response, Problem.TOKEN);
    }

    /**
     * For who was let in with a token that came to its end while the answer was made: whatever was refused then, was
     * refused for that. Sets the header and the status of the response, and no body.
     *
     * @return false, and nothing is set, when the token still holds or nobody came with one
     */
    public boolean askIfEnded(HttpServletRequest request, HttpServletResponse response) {
        if (!hasEnded()) {
            return false;
        }
        challenge.commence(request, response, new InvalidBearerTokenException("The token has ended"));
        return true;
    }

    private boolean hasEnded() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof BearerTokenAuthentication bearer
                && isPast(bearer.getToken());
    }

    private boolean isPast(OAuth2Token token) {
        Instant end = token.getExpiresAt();
        return end != null && !end.isAfter(clock.instant());
    }
}
