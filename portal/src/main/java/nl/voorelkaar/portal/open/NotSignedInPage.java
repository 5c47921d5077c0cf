package nl.voorelkaar.portal.open;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignInLink;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Prose;
import nl.voorelkaar.portal.ui.Words;

/** Why a sign-in led nowhere, and the way on. */
abstract sealed class NotSignedInPage extends Page {

    NotSignedInPage(HouseSettings settings, String name) {
        super(Words.say("open." + name + ".heading"));
        var key = "open." + name;
        setTestId(name);
        lead(Words.on(settings.face(), key + ".text"));
        add(new Paragraph(Words.on(settings.face(), key + ".way-on")));
        add(SignInLink.again(settings, Words.say(key + ".sign-in")));
        add(new Prose(Words.on(settings.face(), "open.other-way")));
    }

    @Route(value = "niveau-te-laag", layout = OpenShell.class)
    @AnonymousAllowed
    static final class LevelTooLowView extends NotSignedInPage {

        LevelTooLowView(HouseSettings settings) {
            super(settings, "level-too-low");
            if (settings.face() == Face.RESIDENT) {
                add(new Paragraph(Words.say("open.level-too-low.digid")));
            }
        }
    }

    @Route(value = "nog-geen-twaalf", layout = OpenShell.class)
    @AnonymousAllowed
    static final class TooYoungView extends NotSignedInPage {

        TooYoungView(HouseSettings settings) {
            super(settings, "too-young");
        }
    }

    @Route(value = "overleden", layout = OpenShell.class)
    @AnonymousAllowed
    static final class DiedView extends NotSignedInPage {

        DiedView(HouseSettings settings) {
            super(settings, "died");
        }
    }

    @Route(value = "geen-functie", layout = OpenShell.class)
    @AnonymousAllowed
    static final class RoleUnknownView extends NotSignedInPage {

        RoleUnknownView(HouseSettings settings) {
            super(settings, "role-unknown");
        }
    }

    @Route(value = "aanmelden-mislukt", layout = OpenShell.class)
    @AnonymousAllowed
    static final class SignInFailedView extends NotSignedInPage {

        SignInFailedView(HouseSettings settings) {
            super(settings, "sign-in-failed");
        }
    }
}
