package nl.devservices.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.util.UriComponentsBuilder;

/** Two OpenID Connect providers in one web application, each with its own keys, clients and people. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import(SignInPage.class)
public class IdentityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain digid(HttpSecurity http, List<Provider> providers, Clock clock) throws Exception {
        return chain(http, named(providers, ProviderName.DIGID), clock);
    }

    @Bean
    @Order(2)
    SecurityFilterChain medewerker(HttpSecurity http, List<Provider> providers, Clock clock) throws Exception {
        return chain(http, named(providers, ProviderName.MEDEWERKER), clock);
    }

    /** Start page, mailbox and clock are for everybody on this machine; nothing else is here. */
    @Bean
    @Order(3)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static Provider named(List<Provider> providers, ProviderName name) {
        return providers.stream()
                .filter(provider -> provider.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static SecurityFilterChain chain(HttpSecurity http, Provider provider, Clock clock) throws Exception {
        var folder = "/" + provider.name().code();
        var decoder = decoder(provider, clock);
        http.setSharedObject(JWKSource.class, provider.keySource());
        return http.securityMatcher(folder + "/**")
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(clients(provider))
                                .authorizationService(new Authorizations())
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .multipleIssuersAllowed(true)
                                        .build())
                                .tokenGenerator(new TokenMint(provider, clock))
                                .clientAuthentication(clients -> clients.authenticationProviders(ways -> ways.stream()
                                        .filter(JwtClientAssertionAuthenticationProvider.class::isInstance)
                                        .map(JwtClientAssertionAuthenticationProvider.class::cast)
                                        .forEach(way -> way.setJwtDecoderFactory(
                                                client -> proofsOf(provider, client.getClientId(), clock)))))
                                .oidc(oidc -> oidc.providerConfigurationEndpoint(discovery ->
                                                discovery.providerConfigurationCustomizer(configuration -> configuration
                                                        .subjectTypes(types -> {
                                                            types.clear();
                                                            types.add("pairwise");
                                                        })
                                                        .claim(
                                                                "acr_values_supported",
                                                                Arrays.stream(Assurance.values())
                                                                        .flatMap(level -> level.acr().stream())
                                                                        .toList())
                                                        .claim("backchannel_logout_supported", true)
                                                        .claim("backchannel_logout_session_supported", true)))
                                        .userInfoEndpoint(userInfo ->
                                                userInfo.userInfoMapper(context -> userInfo(provider, context)))
                                        .logoutEndpoint(logout ->
                                                logout.logoutResponseHandler((request, response, result) -> signedOut(
                                                        provider, (OidcLogoutAuthenticationToken) result, response)))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                folder + SignInPage.SIGN_IN, folder + SignInPage.SIGNED_OUT)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(provider.tickets()))
                .requestCache(AbstractHttpConfigurer::disable)
                // The sign-in form has no CSRF token, so that a script can post it as it is. Nothing is at stake: the
                // form
                // proves nothing about anybody, and what it answers is bound to the state and PKCE of the application.
                .csrf(csrf -> csrf.ignoringRequestMatchers(folder + SignInPage.SIGN_IN))
                .oauth2ResourceServer(resource -> resource.jwt(jwt -> jwt.decoder(decoder)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, problem) -> {
                    if (request.getRequestURI().equals(folder + "/oauth2/authorize")) {
                        response.sendRedirect(
                                SignInPage.begin(provider, request).toString());
                    } else {
                        response.sendError(request.getRequestURI().equals(folder + "/userinfo") ? 401 : 404);
                    }
                }))
                .build();
    }

    private static void signedOut(
            Provider provider, OidcLogoutAuthenticationToken logout, jakarta.servlet.http.HttpServletResponse response)
            throws IOException {
        var token = logout.getIdToken();
        if (token != null && token.getClaimAsString("sid") != null) {
            var sid = token.getClaimAsString("sid");
            // The application waits for the browser to come back, so it cannot wait for an answer here.
            Thread.startVirtualThread(() -> provider.signOut(sid));
        }
        var after = logout.getPostLogoutRedirectUri();
        if (after == null) {
            response.sendRedirect("/" + provider.name().code() + SignInPage.SIGNED_OUT);
            return;
        }
        var address = UriComponentsBuilder.fromUriString(after);
        if (logout.getState() != null) {
            address.queryParam("state", "{state}");
            response.sendRedirect(
                    address.encode().buildAndExpand(logout.getState()).toUriString());
        } else {
            response.sendRedirect(address.build().toUriString());
        }
    }

    private static OidcUserInfo userInfo(Provider provider, OidcUserInfoAuthenticationContext context) {
        var signIn = (PersonaSignIn) context.getAuthorization().getAttribute(java.security.Principal.class.getName());
        var token = context.getAuthorization()
                .getToken(org.springframework.security.oauth2.core.oidc.OidcIdToken.class)
                .getToken();
        var claims = provider.userInfo(signIn.persona(), token.getSubject());
        signIn.represents().ifPresent(other -> claims.put("represents", Provider.represented(other)));
        return new OidcUserInfo(claims);
    }

    private static InMemoryRegisteredClientRepository clients(Provider provider) {
        return new InMemoryRegisteredClientRepository(Stream.concat(
                        provider.relying().stream().map(IdentityConfiguration::client),
                        provider.relying().stream()
                                .flatMap(application -> application.programs().stream())
                                .map(IdentityConfiguration::client))
                .toList());
    }

    private static RegisteredClient client(Relying application) {
        return RegisteredClient.withId(application.clientId())
                .clientId(application.clientId())
                .clientSecret(application.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(application.redirect().toString())
                .postLogoutRedirectUri(application.afterLogout().toString())
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TokenMint.ACCESS_TOKEN)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build())
                .build();
    }

    private static RegisteredClient client(Program program) {
        var client = RegisteredClient.withId(program.clientId())
                .clientId(program.clientId())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TokenMint.ACCESS_TOKEN)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build());
        program.redirect()
                .ifPresent(redirect -> client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(redirect.toString())
                        .scope(OidcScopes.OPENID));
        return client.build();
    }

    /** By the keys that the programs registered, and by the environment's clock. */
    private static JwtDecoder proofsOf(Provider provider, String clientId, Clock clock) {
        var key = provider.program(clientId).orElseThrow().key();
        var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(key)))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<Object>(JwtClaimNames.ISS, clientId::equals),
                new JwtClaimValidator<Object>(JwtClaimNames.SUB, clientId::equals),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(provider.issuer()))));
        return decoder;
    }

    private static JwtDecoder decoder(Provider provider, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(provider.keySource())
                .jwtProcessorCustomizer(tokens -> tokens.setJWSTypeVerifier((type, context) -> {}))
                .build();
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(provider.issuer())));
        return decoder;
    }

    /** Client secrets are random for every environment: comparing them in constant time is all that is needed. */
    @Bean
    PasswordEncoder secrets() {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence secret) {
                return secret.toString();
            }

            @Override
            public boolean matches(CharSequence given, String secret) {
                return MessageDigest.isEqual(
                        given.toString().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    /** Web sessions play no part here, see {@link Tickets}; {@link Logins} knows who is signed in. */
    @Bean
    SessionRegistry noSessions() {
        return new SessionRegistry() {
            @Override
            public List<Object> getAllPrincipals() {
                return List.of();
            }

            @Override
            public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
                return List.of();
            }

            @Override
            public @org.jspecify.annotations.Nullable SessionInformation getSessionInformation(String id) {
                return null;
            }

            @Override
            public void refreshLastRequest(String id) {}

            @Override
            public void registerNewSession(String id, Object principal) {}

            @Override
            public void removeSessionInformation(String id) {}
        };
    }
}
