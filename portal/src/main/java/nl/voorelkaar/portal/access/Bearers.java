package nl.voorelkaar.portal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.stereotype.Component;

/**
 * Turns an access token into who is signed in, in the same way as signing in on a screen does: the same level, the same
 * register of professionals, the same keys.
 *
 * <p>A token by the code flow is about the person who signed in. A token by client credentials is about the program
 * itself: a party of its own, with the name and the organisation that the provider registered, never in a team, and in
 * a role to which only residents open anything (ADR 0028).
 */
@Component
class Bearers implements Converter<Jwt, AbstractAuthenticationToken> {

    /** Which program brings the token, RFC 9068 §2.2. */
    static final String CLIENT = "client_id";

    /** In these roles the law gives no task: a program decides nothing, assigns nothing and has no emergency. */
    private static final Set<Role> OF_PROGRAMS = Set.of(Role.AANB, Role.SPEC, Role.CO);

    private final DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
    private final ClientRegistrationRepository registrations;
    private final HouseSettings settings;
    private final SignInDesk desk;
    private final SignInDesk.Welcome welcome;

    /** Who was welcomed, by token: one welcome and one question to the provider for each token. */
    private final Cache<String, Person> welcomed = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Bearers(
            ClientRegistrationRepository registrations,
            HouseSettings settings,
            SignInDesk desk,
            SignInDesk.Welcome welcome) {
        this.registrations = registrations;
        this.settings = settings;
        this.desk = desk;
        this.welcome = welcome;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt());
        var person = welcomed.get(token.getTokenValue(), unused -> greet(token, access));
        return new BearerTokenAuthentication(person, access, person.getAuthorities());
    }

    private Person greet(Jwt token, OAuth2AccessToken access) {
        // An access token by RFC 9068 says of a login what an ID token says.
        var login =
                new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getClaims());
        var level = desk.requiredLevel(login);
        try {
            return welcome.greet(login, level, isOfProgram(token) ? ofProgram(token) : ofPerson(token, access));
        } catch (AccessRefused refused) {
            throw new InvalidBearerTokenException("not available");
        }
    }

    /** An ID token does not say which program brings it. */
    static boolean isOfProgram(ClaimAccessor token) {
        var client = token.getClaimAsString(CLIENT);
        return client != null && client.equals(token.getClaimAsString(JwtClaimNames.SUB));
    }

    private Map<String, Object> ofProgram(Jwt token) {
        var names = settings.identity().claims();
        var said = new HashMap<String, Object>();
        for (var name : Set.of(names.name(), names.role(), names.organisation(), names.organisationName())) {
            if (token.hasClaim(name)) {
                said.put(name, token.getClaimAsString(name));
            }
        }
        if (settings.face() != Face.WORKSPACE
                || OF_PROGRAMS.stream().noneMatch(role -> role.name().equals(said.get(names.role())))) {
            throw new SignInRefused(SignInRefused.Why.ROLE_UNKNOWN);
        }
        return said;
    }

    private Map<String, Object> ofPerson(Jwt token, OAuth2AccessToken access) {
        var registration = registrations.findByRegistrationId(Registration.of(settings.face()));
        var said =
                userInfo.loadUser(new OAuth2UserRequest(registration, access)).getAttributes();
        if (!token.getSubject().equals(said.get("sub"))) {
            throw new SignInRefused(SignInRefused.Why.UNFIT_ANSWER);
        }
        return said;
    }
}
