package nl.voorelkaar.portal.access;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the browser goes after the identity provider sent it back. */
final class SignInOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(SignInOutcome.class);

    /** Where somebody begins who came for somebody else. */
    private static final String FOR_ANOTHER = "/namens?aangemeld";

    private SignInOutcome() {}

    /** To the page that asked for the sign-in, otherwise to the page that was wanted first, otherwise home. */
    static final class Done extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

        private final String origin;

        Done(HouseSettings settings) {
            origin = Origin.of(settings.publicUrl().toString());
            setDefaultTargetUrl(AccessConfiguration.home(settings.face()));
            setRedirectStrategy((request, response, wanted) -> response.sendRedirect(here(wanted)));
        }

        /**
         * A remembered address holds the name that the browser gave for this site: only path and query are to be
         * trusted.
         */
        private String here(String wanted) {
            var address = UriComponentsBuilder.fromUriString(wanted).build();
            return origin + address.getPath() + (address.getQuery() == null ? "" : "?" + address.getQuery());
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws ServletException, IOException {
            var session = request.getSession();
            if (session.getAttribute(SignInRequests.RETURN_TO) instanceof LocalPath path) {
                session.removeAttribute(SignInRequests.RETURN_TO);
                getRedirectStrategy().sendRedirect(request, response, path.value());
            } else if (authentication.getPrincipal() instanceof Person person
                    && person.represents().isPresent()) {
                getRedirectStrategy().sendRedirect(request, response, FOR_ANOTHER);
            } else {
                super.onAuthenticationSuccess(request, response, authentication);
            }
        }
    }

    /** To a page that says what happened. Who was signed in before stays so. */
    static final class Failed implements AuthenticationFailureHandler {

        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
                throws IOException {
            var page = SignInRefused.Why.UNFIT_ANSWER.page();
            if (failure instanceof SignInRefused refused) {
                page = refused.why().page();
            }
            if (failure instanceof OAuth2AuthenticationException oauth) {
                LOG.info("Sign-in refused: {}", oauth.getError().getErrorCode());
            } else {
                LOG.warn("Sign-in failed: {}", failure.getClass().getSimpleName());
            }
            response.sendRedirect(page);
        }
    }
}
