package nl.voorelkaar.portal.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.voorelkaar.consent.Face;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The door for programs of others: an access token on every request, no session, no cookie. Behind it stand the same
 * gate, the same key broker and the same ledger as behind the screens.
 */
@Configuration(proxyBeanMethods = false)
class ProgramDoor {

    /** Also the audience of the tokens. */
    static final String INTERFACE = "/api/v1";

    /** What this interface can do: public, says nothing of anybody. */
    private static final String DOCUMENT = INTERFACE + "/openapi";

    @Bean
    @Order(0)
    SecurityFilterChain programs(
            HttpSecurity http,
            HouseSettings settings,
            Bearers bearers,
            AnotherToken anotherToken,
            RateLimits limits,
            Clock clock) {
        var metadata =
                new ResourceMetadata(settings.at(INTERFACE), settings.identity().issuer());
        return http.securityMatchers(
                        paths -> paths.requestMatchers(INTERFACE + "/**").requestMatchers(ResourceMetadata.PATHS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> Headers.apply(headers, settings))
                .oauth2ResourceServer(tokens -> tokens.protectedResourceMetadata(
                                said -> said.protectedResourceMetadataCustomizer(metadata::describe))
                        .jwt(jwt -> jwt.decoder(decoder(settings, clock)).jwtAuthenticationConverter(bearers))
                        .authenticationEntryPoint(anotherToken::ask))
                .addFilterAfter(new ProgramLimit(limits), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, DOCUMENT)
                        .permitAll()
                        .anyRequest()
                        .hasRole(settings.face() == Face.WORKSPACE ? SignedIn.PROFESSIONAL : SignedIn.RESIDENT))
                .exceptionHandling(errors -> errors.accessDeniedHandler(
                        (request, response, denied) -> Problems.write(request, response, Problem.NOT_AVAILABLE)))
                .build();
    }

    /**
     * Asks the provider for its keys at the first token, so that this face starts also while the provider is away. The
     * broker verifies every token once more, by itself.
     */
    private static JwtDecoder decoder(HouseSettings settings, Clock clock) {
        var issuer = settings.identity().issuer();
        var rules = rules(settings, issuer, clock);
        return new VerifiedTokens(
                new SupplierJwtDecoder(() -> {
                    var decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                            .validateType(false)
                            .jwsAlgorithm(SignatureAlgorithm.RS256)
                            .jwsAlgorithm(SignatureAlgorithm.PS256)
                            .jwsAlgorithm(SignatureAlgorithm.ES256)
                            .build();
                    decoder.setJwtValidator(rules);
                    return decoder;
                }),
                rules,
                clock);
    }

    private static OAuth2TokenValidator<Jwt> rules(HouseSettings settings, String issuer, Clock clock) {
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("at+jwt"),
                times,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.at(INTERFACE))),
                new JwtClaimValidator<Object>(Bearers.CLIENT, Objects::nonNull),
                // Without the leeway that the other times have: past its end the broker opens nothing.
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, end -> end != null && end.isAfter(clock.instant())));
    }
}
