package nl.voorelkaar.portal.open;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.FaceFrame;
import nl.voorelkaar.portal.ui.Shell;

/**
 * The frame around a page that is not there: with the menu of the face for who is signed in, so that there is a way on.
 */
@AnonymousAllowed
class LostShell extends Shell {

    LostShell(HouseSettings settings, SignedIn signedIn, FaceFrame face) {
        super(
                signedIn.anyone()
                        ? face.plan()
                        : new Plan(
                                settings.face(),
                                "/",
                                settings.municipality().name(),
                                List.of(),
                                Optional.empty(),
                                false));
    }
}
