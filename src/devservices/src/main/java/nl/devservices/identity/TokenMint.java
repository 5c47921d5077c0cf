package nl.devservices.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
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
        var signIn = (PersonaSignIn) context.getPrincipal();
        var clientId = context.getRegisteredClient().getClientId();
        var subject = provider.subject(clientId, signIn.persona());
        var claims = context.getClaims();
        claims.subject(subject);
        if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            var sid = UUID.randomUUID().toString();
            claims.claim("sid", sid);
            claims.claim("auth_time", signIn.at().getEpochSecond());
            signIn.level().acr().ifPresent(acr -> claims.claim("acr", acr));
            claims.claims(all -> all.put("exp", ((Instant) all.get("iat")).plus(ID_TOKEN)));
            provider.logins().add(new Logins.Login(sid, clientId, subject, signIn.persona(), signIn.at()));
        }
    }

    /**
     * The access token as this server keeps it. The server compares what it keeps with the system's time, the token itself
     * is checked against the environment's: a clock that was moved must not make a fresh token old.
     */
    private static final class KeptAccessToken extends AbstractOAuth2Token {

        KeptAccessToken(Jwt token) {
            super(token.getTokenValue(), Instant.now(), Instant.now().plus(ACCESS_TOKEN));
        }
    }
}
