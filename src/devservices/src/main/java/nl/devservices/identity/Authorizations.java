package nl.devservices.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** Running and finished authorizations, found by any of their tokens. The oldest make room for new ones. */
final class Authorizations implements OAuth2AuthorizationService {

    private static final int MOST = 20_000;

    private final Map<String, OAuth2Authorization> byId = new LinkedHashMap<>();
    private final Map<String, String> idByToken = new LinkedHashMap<>();

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        byId.put(authorization.getId(), authorization);
        tokens(authorization).forEach(token -> idByToken.put(token, authorization.getId()));
        while (byId.size() > MOST) {
            remove(byId.values().iterator().next());
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
        tokens(authorization).forEach(idByToken::remove);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var id = type == null
                ? java.util.stream.Stream.of(
                                OAuth2ParameterNames.CODE,
                                OAuth2ParameterNames.ACCESS_TOKEN,
                                OidcParameterNames.ID_TOKEN)
                        .map(kind -> idByToken.get(kind + ":" + token))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : idByToken.get(type.getValue() + ":" + token);
        return id == null ? null : byId.get(id);
    }

    private static java.util.List<String> tokens(OAuth2Authorization authorization) {
        var tokens = new java.util.ArrayList<String>();
        add(tokens, OAuth2ParameterNames.CODE, authorization.getToken(OAuth2AuthorizationCode.class));
        add(tokens, OAuth2ParameterNames.ACCESS_TOKEN, authorization.getToken(OAuth2AccessToken.class));
        add(tokens, OidcParameterNames.ID_TOKEN, authorization.getToken(OidcIdToken.class));
        return tokens;
    }

    private static void add(java.util.List<String> tokens, String kind, OAuth2Authorization.@Nullable Token<?> token) {
        if (token != null) {
            tokens.add(kind + ":" + token.getToken().getTokenValue());
        }
    }
}
