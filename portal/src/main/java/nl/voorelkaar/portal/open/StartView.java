package nl.voorelkaar.portal.open;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignInLink;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.access.SignedOut;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Prose;
import nl.voorelkaar.portal.ui.Words;

/** The door: says whose house this is and lets people in. */
@Route(value = "", layout = OpenShell.class)
@AnonymousAllowed
class StartView extends Page implements BeforeEnterObserver {

    private final boolean secure;

    StartView(HouseSettings settings, SignedIn signedIn) {
        secure = settings.secure();
        var key = "open.start." + settings.face().name().toLowerCase(Locale.ROOT);
        title(Words.say(key + ".heading"));
        lead(Words.say(key + ".text"));
        if (signedIn.anyone()) {
            add(ActionLink.primary(signedIn.home(), Words.say(key + ".inside")));
        } else {
            add(SignInLink.saying(settings, Words.say(key + ".sign-in")));
            // Logius asks that people see, when signing in, which body may use their BSN.
            add(new Paragraph(
                    Words.say(key + ".organisation", settings.municipality().name())));
        }
        add(new Prose(Words.say(key + ".help")));
        if (settings.face() == Face.RESIDENT) {
            add(new Paragraph(new Anchor(WorryPage.PATH, Words.say("open.start.worry"))));
            add(new Paragraph(new Anchor(LetterCodePage.PATH, Words.say("balie.online.start"))));
        }
        add(new Anchor(TermsView.PATH, Words.say("open.start.terms")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (SignedOut.justNow(VaadinRequest.getCurrent().getCookies())) {
            VaadinResponse.getCurrent().addCookie(SignedOut.told(secure));
            event.forwardTo(SignedOutView.class);
        }
    }
}
