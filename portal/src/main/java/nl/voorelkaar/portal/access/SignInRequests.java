package nl.voorelkaar.portal.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Face;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/**
 * Starts a sign-in: always asks for a sufficient level, and, on request, for a fresh proof of who it is. PKCE, state
 * and nonce are Spring Security's. Another face's way in does not exist here.
 */
final class SignInRequests implements OAuth2AuthorizationRequestResolver {

    static final String START = "/oauth2/authorization";

    /** Present when the person must prove again who they are, although the provider knows them still. */
    static final String AGAIN = "opnieuw";

    static final String RETURN_TO = "terug";

    private static final String AGAIN_COOKIE = "ve-opnieuw";

    private static final String LEVELS = AssuranceLevel.SUBSTANTIEEL.acr() + " " + AssuranceLevel.HOOG.acr();

    private final DefaultOAuth2AuthorizationRequestResolver standard;
    private final String own;
    private final RequestMatcher start;

    SignInRequests(ClientRegistrationRepository registrations, Face face) {
        standard = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        own = Registration.of(face);
        start = PathPatternRequestMatcher.withDefaults().matcher(START + "/" + own);
    }

    /**
     * Makes every sign-in of this browser a fresh one, as long as any session at the provider may last. Says nothing
     * else.
     */
    static Cookie askAgain(boolean secure) {
        var cookie = new Cookie(AGAIN_COOKIE, "1");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) OpenSession.LONGEST.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return start.matches(request) ? withWishes(request, standard.resolve(request)) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return registration.equals(own) ? withWishes(request, standard.resolve(request, registration)) : null;
    }

    private @Nullable OAuth2AuthorizationRequest withWishes(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest plain) {
        if (plain == null) {
            return null;
        }
        LocalPath.of(request.getParameter(RETURN_TO))
                .ifPresent(path -> request.getSession().setAttribute(RETURN_TO, path));
        var parameters = new HashMap<>(plain.getAdditionalParameters());
        parameters.put("acr_values", LEVELS);
        if (request.getParameter(AGAIN) != null || WebUtils.getCookie(request, AGAIN_COOKIE) != null) {
            parameters.put("prompt", "login");
            parameters.put("max_age", "0");
        }
        return OAuth2AuthorizationRequest.from(plain)
                .additionalParameters(parameters)
                .build();
    }
}
