package nl.voorelkaar.portal.access;

import java.util.Map;
import nl.voorelkaar.consent.AssuranceLevel;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Takes what the identity provider answered and decides whether somebody is now signed in. Asking for a level
 * ({@code acr_values}) is only asking: the level that came back is what counts, and without one nothing opens. Runs
 * after signature, issuer, audience, nonce and lifetime of the ID token were verified.
 */
@Component
class SignInDesk implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService userInfo = new OidcUserService();
    private final HouseSettings settings;
    private final Welcome welcome;

    SignInDesk(HouseSettings settings, Welcome welcome) {
        this.settings = settings;
        this.welcome = welcome;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var token = request.getIdToken();
        var level = requiredLevel(token);
        return welcome.greet(
                token, level, userInfo.loadUser(request).getUserInfo().getClaims());
    }

    /** @throws SignInRefused when it is too low, unknown or absent, or when the token says more or less than agreed */
    AssuranceLevel requiredLevel(OidcIdToken token) {
        var acr = token.getClaim("acr");
        var level = AssuranceLevel.ofAcr(acr instanceof String text ? text : null)
                .filter(given -> given.atLeast(AssuranceLevel.REQUIRED))
                .orElseThrow(() -> new SignInRefused(SignInRefused.Why.LEVEL_TOO_LOW));
        var tellsTooMuch = token.hasClaim(settings.identity().claims().bsn());
        if (token.getAuthenticatedAt() == null || tellsTooMuch) {
            throw new SignInRefused(SignInRefused.Why.UNFIT_ANSWER);
        }
        return level;
    }

    /** What a face does with somebody whose identity is certain. */
    interface Welcome {

        /**
         * @param claims of the UserInfo endpoint, not kept
         * @throws SignInRefused when a claim that this face needs is missing or unfit
         */
        Person greet(OidcIdToken token, AssuranceLevel level, Map<String, Object> claims);
    }
}
