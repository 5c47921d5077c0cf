package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Signing out: every page of the session closes, then the identity provider is told (OpenID Connect RP-Initiated Logout
 * 1.0). The browser posts the ID token to the provider instead of carrying it in an address: the key broker accepts
 * that token for eight hours, so it must not end up in histories and access logs. Who had to be gone at once tells the
 * provider nothing; the next sign-in in that browser then asks who it is, whatever the provider remembers.
 */
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

    static final String PATH = "/uitloggen";

    /** Present when somebody must be gone at once: nothing of this site is shown any more, here or in another tab. */
    static final String AWAY = "weg";

    private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

    private final Screens screens;
    private final Ledger ledger;
    private final ClientRegistrationRepository registrations;
    private final HouseSettings settings;

    SignOut(Screens screens, Ledger ledger, ClientRegistrationRepository registrations, HouseSettings settings) {
        this.screens = screens;
        this.ledger = ledger;
        this.registrations = registrations;
        this.settings = settings;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        OpenSession.of(request.getSession(false)).ifPresent(open -> {
            if (request.getParameter(AWAY) == null) {
                screens.close(open, OpenSession.Ending.SIGNED_OUT);
            } else {
                screens.leave(open, settings.exit());
            }
        });
        if (authentication != null
                && authentication.getPrincipal() instanceof Person person
                && person.actor() instanceof Actor.Resident resident) {
            ledger.appendNow(new LedgerEvent(
                    resident.id(),
                    LedgerEvent.Kind.SIGNED_OUT,
                    Optional.of(resident),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    LedgerEvent.Outcome.DONE,
                    Map.of()));
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        if (request.getParameter(AWAY) != null) {
            // There is no page to tell the provider from: it must not know this browser the next time.
            response.addCookie(SignInRequests.askAgain(settings.secure()));
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        var end = endpoint();
        if (end.isPresent() && authentication != null && authentication.getPrincipal() instanceof Person person) {
            response.addCookie(SignedOut.justNow(settings.secure()));
            PostedPage.write(
                    response,
                    end.get(),
                    Map.of(
                            "id_token_hint",
                            person.getIdToken().getTokenValue(),
                            "client_id",
                            settings.identity().clientId(),
                            "post_logout_redirect_uri",
                            settings.at("/")));
        } else {
            response.sendRedirect(OpenSession.Ending.SIGNED_OUT.page());
        }
    }

    private Optional<String> endpoint() {
        try {
            var registration = registrations.findByRegistrationId(Registration.of(settings.face()));
            return Optional.ofNullable(registration)
                    .map(known -> known.getProviderDetails()
                            .getConfigurationMetadata()
                            .get("end_session_endpoint"))
                    .map(String::valueOf);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The identity provider cannot be told of a sign-out: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** A page with one form that posts itself, and a button for browsers without scripts. */
    private static final class PostedPage {

        static void write(HttpServletResponse response, String to, Map<String, String> fields) throws IOException {
            var nonce = Nonce.fresh();
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'nonce-" + nonce + "'; form-action "
                            + Origin.of(to) + " 'self'; base-uri 'none'; frame-ancestors 'none'");
            response.setContentType("text/html;charset=UTF-8");
            var html = new StringBuilder("""
                    <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Uitloggen</title>\
                    <meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>\
                    <h1>U bent bijna uitgelogd</h1><form method="post" id="verder" action="\
                    """);
            html.append(HtmlUtils.htmlEscape(to)).append("\">");
            fields.forEach((name, value) -> html.append("<input type=\"hidden\" name=\"")
                    .append(HtmlUtils.htmlEscape(name))
                    .append("\" value=\"")
                    .append(HtmlUtils.htmlEscape(value))
                    .append("\">"));
            html.append("<button>Ga verder</button></form></main><script nonce=\"")
                    .append(nonce)
                    .append("\">document.getElementById('verder').submit()</script></body></html>");
            response.getWriter().write(html.toString());
        }
    }
}
