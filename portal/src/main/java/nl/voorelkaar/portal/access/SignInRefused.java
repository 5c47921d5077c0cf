package nl.voorelkaar.portal.access;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider knows this person, and still nobody is signed in. Carries no personal data. */
final class SignInRefused extends OAuth2AuthenticationException {

    private final Why why;

    SignInRefused(Why why) {
        super(new OAuth2Error(why.name().toLowerCase(java.util.Locale.ROOT)));
        this.why = why;
    }

    Why why() {
        return why;
    }

    enum Why {
        /** The assurance level is below substantieel, unknown or absent. */
        LEVEL_TOO_LOW("/niveau-te-laag"),
        /** A child: own access begins at twelve (Wmo 5.3.2). */
        TOO_YOUNG("/nog-geen-twaalf"),
        /** Somebody signs in as a person who is known to have died. */
        DIED("/overleden"),
        /** A professional without a role, or with one that the product does not know. */
        ROLE_UNKNOWN("/geen-functie"),
        /** What the provider sent is not what was agreed with it. */
        UNFIT_ANSWER("/aanmelden-mislukt");

        private final String page;

        Why(String page) {
            this.page = page;
        }

        String page() {
            return page;
        }
    }
}
