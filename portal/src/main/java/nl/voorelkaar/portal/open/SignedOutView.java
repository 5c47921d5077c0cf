package nl.voorelkaar.portal.open;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignInLink;
import nl.voorelkaar.portal.access.SignedOut;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;

/** Says that the session is over, why, and that nothing is left on the screen. */
@Route(value = "uitgelogd", layout = OpenShell.class)
@AnonymousAllowed
class SignedOutView extends Page implements BeforeEnterObserver {

    private static final Set<String> KNOWN = Set.of("stil", "lang", "elders", "klok", "weg", "bijgewerkt");

    private final HouseSettings settings;

    SignedOutView(HouseSettings settings) {
        super(Words.say("open.signed-out.heading"));
        this.settings = settings;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var why = event.getLocation()
                .getQueryParameters()
                .getParameters()
                .getOrDefault(SignedOut.WHY, List.of(""))
                .getFirst();
        clear();
        lead(Words.on(settings.face(), "open.signed-out." + (KNOWN.contains(why) ? why : "zelf")));
        add(new Paragraph(Words.say("open.signed-out.shared-device")));
        add(SignInLink.saying(settings, Words.say("open.sign-in-again")));
    }
}
