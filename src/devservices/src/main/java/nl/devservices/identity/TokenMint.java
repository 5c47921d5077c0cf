package nl.devservices.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Makes the tokens: who, how sure, when. The times in them are the environment's. */
final class TokenMint implements OAuth2TokenGenerator<OAuth2Token> {

    static final Duration ACCESS_TOKEN = Duration.ofMinutes(5);
    private static final Duration ID_TOKEN = Duration.ofMinutes(5);

    private final Provider provider;
    private final JwtGenerator generator;

    TokenMint(Provider provider, Clock clock) {
        this.provider = provider;
        this.generator = new JwtGenerator(provider.encoder());
        generator.setClock(clock);
        generator.setJwtCustomizer(this::say);
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        var token = generator.generate(context);
        return token != null && OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())
                ? new KeptAccessToken(token)
                : token;
    }

    private void say(JwtEncodingContext context) {
        var clientId = context.getRegisteredClient().getClientId();
        if (context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
            provider.program(clientId).ifPresent(program -> sayForProgram(context, program));
        }
        if (context.getPrincipal() instanceof PersonaSignIn signIn) {
            sayOfPerson(context, clientId, signIn);
        }
    }

    /**
     * An access token by RFC 9068, for the interface that the program uses. By itself, the program is whom it is about.
     */
    private void sayForProgram(JwtEncodingContext context, Program program) {
        context.getJwsHeader().type("at+jwt");
        var claims = context.getClaims();
        claims.audience(List.of(provider.usedBy(program).audience()));
        claims.claim("client_id", program.clientId());
        if (context.getPrincipal() instanceof PersonaSignIn signIn) {
            sayLogin(claims, signIn.at(), signIn.level());
        } else {
            claims.subject(program.clientId());
            claims.claim("name", program.name());
            claims.claim("role", program.role());
            claims.claim("organisation", program.organisation());
            claims.claim("organisation_name", program.organisationName());
            claims.claims(all -> sayLogin(claims, (Instant) all.get("iat"), Assurance.SUBSTANTIEEL));
        }
    }

    private static void sayLogin(JwtClaimsSet.Builder claims, Instant at, Assurance level) {
        claims.claim("auth_time", at.getEpochSecond());
        level.acr().ifPresent(acr -> claims.claim("acr", acr));
    }

    private void sayOfPerson(JwtEncodingContext context, String clientId, PersonaSignIn signIn) {
        var subject = provider.subject(clientId, signIn.persona());
        var claims = context.getClaims();
        claims.subject(subject);
        if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            var sid = UUID.randomUUID().toString();
            claims.claim("sid", sid);
            sayLogin(claims, signIn.at(), signIn.level());
            claims.claims(all -> all.put("exp", ((Instant) all.get("iat")).plus(ID_TOKEN)));
            provider.logins().add(new Logins.Login(sid, clientId, subject, signIn.persona(), signIn.at()));
        }
    }

    /**
     * The access token as this server keeps it. The server compares what it keeps with the system's time, the token
     * itself is checked against the environment's: a clock that was moved must not make a fresh token old.
     */
    private static final class KeptAccessToken extends AbstractOAuth2Token {

        KeptAccessToken(Jwt token) {
            super(token.getTokenValue(), Instant.now(), Instant.now().plus(ACCESS_TOKEN));
        }
    }
}
