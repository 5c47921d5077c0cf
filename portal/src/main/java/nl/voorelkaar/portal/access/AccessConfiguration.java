package nl.voorelkaar.portal.access;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import nl.voorelkaar.consent.Face;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(HouseSettings.class)
class AccessConfiguration {

    /** What everybody may compute, without a name or a session. */
    private static final String OPEN_DATA = "/api/termijnen";

    /** The transparency log, on the resident face. */
    private static final String PROOF = "/bewijs/**";

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ClientRegistrationRepository registrations(HouseSettings settings) {
        return Registration.discovered(settings);
    }

    /** Lifetimes of tokens are compared with the product's clock, like every other time. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Clock clock) {
        var factory = new OidcIdTokenDecoderFactory();
        factory.setJwtValidatorFactory(registration -> {
            var lifetime = new JwtTimestampValidator();
            lifetime.setClock(clock);
            var content = new OidcIdTokenValidator(registration);
            content.setClock(clock);
            return new DelegatingOAuth2TokenValidator<>(lifetime, content);
        });
        return factory;
    }

    @Bean
    HttpFirewall firewall(HouseSettings settings) {
        return new KnownHost(settings);
    }

    @Bean
    RequestRejectedHandler rejected(HouseSettings settings) {
        return (request, response, why) -> {
            Headers.ofRefusal(settings).writeHeaders(request, response);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        };
    }

    /** What is asked by machines: health, reports of browsers, open data. No session, no cookie. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, HouseSettings settings) {
        return http.securityMatcher("/actuator/**", "/api/**", PROOF, CspReports.PATH)
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .headers(headers -> Headers.apply(headers, settings))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/readiness",
                                "/actuator/health/liveness",
                                "/actuator/health/sealing",
                                "/actuator/health/notices",
                                OPEN_DATA,
                                CspReports.PATH)
                        .permitAll()
                        .requestMatchers(PROOF)
                        .access((who, request) -> new AuthorizationDecision(settings.face() == Face.RESIDENT))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(NotThere::answer).accessDeniedHandler(NotThere::answer))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            HouseSettings settings,
            ClientRegistrationRepository registrations,
            SignInDesk desk,
            SignOut signOut,
            BackChannel backChannel,
            OpenSessions sessions,
            Screens screens,
            RequestUtil requests,
            VaadinDefaultRequestCache wanted,
            RateLimits limits,
            Clock clock) {
        var signIn = SignInRequests.START + "/" + Registration.of(settings.face());
        var toSignIn = new LoginUrlAuthenticationEntryPoint(signIn);
        http.setSharedObject(
                VaadinSavedRequestAwareAuthenticationSuccessHandler.class, new SignInOutcome.Done(settings));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.oauth2LoginPage(signIn).logoutSuccessHandler(signOut));
        // A refused request is dispatched once more, to the error page.
        http.authorizeHttpRequests(requested ->
                requested.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll());
        http.oauth2Login(login -> login.authorizationEndpoint(
                        start -> start.authorizationRequestResolver(new SignInRequests(registrations, settings.face())))
                .authorizedClientRepository(new ForgottenTokens())
                .userInfoEndpoint(answer -> answer.oidcUserService(desk))
                .failureHandler(new SignInOutcome.Failed()));
        http.logout(logout -> logout.logoutUrl(SignOut.PATH)
                .addLogoutHandler(signOut)
                .addLogoutHandler(Headers.clearSiteData())
                .deleteCookies(SessionCookie.name(settings)));
        http.oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(backChannel)));
        http.sessionManagement(
                session -> session.sessionAuthenticationStrategy(new NewSession(sessions, screens, clock)));
        http.exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, failure) -> {
                    if (requests.isSecuredFlowRoute(request)) {
                        toSignIn.commence(request, response, failure);
                    } else {
                        NotThere.answer(request, response, failure);
                    }
                })
                .accessDeniedHandler(NotThere::answer));
        // Only what leads to sign-in is remembered: remembering takes a session.
        wanted.ignoreRequests(request -> !request.getMethod().equals("GET")
                || !NoForeignStart.opensPage(request)
                || !requests.isSecuredFlowRoute(request));
        http.headers(headers -> Headers.apply(headers, settings));
        http.addFilterAfter(new NoForeignStart(requests), HeaderWriterFilter.class);
        http.addFilterAfter(new OwnSocket(settings), HeaderWriterFilter.class);
        http.addFilterAfter(new PageCalls(), HeaderWriterFilter.class);
        http.addFilterAfter(new NotAhead(), HeaderWriterFilter.class);
        http.addFilterBefore(new SessionLimits(clock, screens), SecurityContextHolderFilter.class);
        http.addFilterAfter(new RateLimitFilter(limits), HeaderWriterFilter.class);
        return http.build();
    }

    @Bean
    ServletContextInitializer sessionCookie(HouseSettings settings) {
        return context -> SessionCookie.configure(context.getSessionCookieConfig(), settings);
    }

    static String home(Face face) {
        return switch (face) {
            case RESIDENT -> "/mijn";
            case WORKSPACE -> "/werkplek";
        };
    }
}
