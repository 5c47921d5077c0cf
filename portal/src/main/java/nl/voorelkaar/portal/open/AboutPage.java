package nl.voorelkaar.portal.open;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Prose;
import nl.voorelkaar.portal.ui.Words;

/** What the house says about itself. */
abstract sealed class AboutPage extends Page {

    AboutPage(HouseSettings settings, String name, List<String> parts) {
        super(Words.on(settings.face(), "open." + name + ".heading"));
        lead(Words.on(
                settings.face(),
                "open." + name + ".text",
                settings.municipality().name()));
        for (var part : parts) {
            add(new H2(Words.on(settings.face(), "open." + name + "." + part + ".heading")));
            add(new Prose(Words.on(settings.face(), "open." + name + "." + part + ".text")));
        }
    }

    @Route(value = "toegankelijkheid", layout = OpenShell.class)
    @AnonymousAllowed
    static final class AccessibilityView extends AboutPage {

        AccessibilityView(HouseSettings settings) {
            super(settings, "accessibility", List.of("how", "report"));
        }
    }

    @Route(value = "privacy", layout = OpenShell.class)
    @AnonymousAllowed
    static final class PrivacyView extends AboutPage {

        PrivacyView(HouseSettings settings) {
            super(settings, "privacy", List.of("keys", "who", "limits", "rights"));
        }
    }
}
