package nl.voorelkaar.portal.open;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignOutButton;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Shell;
import nl.voorelkaar.portal.ui.Words;

/** The frame around pages that everybody may see. Who is signed in can also sign out from here. */
@AnonymousAllowed
class OpenShell extends Shell {

    OpenShell(HouseSettings settings, SignedIn signedIn) {
        super(new Plan(settings.face(), "/", settings.municipality().name(), List.of(), visitor(signedIn), false));
    }

    private static Optional<Visitor> visitor(SignedIn signedIn) {
        return signedIn.anyone()
                ? Optional.of(new Visitor(signedIn.name(), new SignOutButton(Words.say("shell.sign-out"))))
                : Optional.empty();
    }
}
