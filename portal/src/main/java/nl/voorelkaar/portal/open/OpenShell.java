package nl.voorelkaar.portal.open;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Shell;

/** The frame around pages that everybody may see. Who is signed in can also sign out from here. */
class OpenShell extends Shell {

    private final SignedIn signedIn;

    OpenShell(HouseSettings settings, SignedIn signedIn) {
        super(new Plan(
                "/",
                settings.municipality().name(),
                List.of(),
                signedIn.anyone() ? Optional.of(signedIn.name()) : Optional.empty(),
                false));
        this.signedIn = signedIn;
    }

    @Override
    protected void signOut() {
        signedIn.signOut();
    }
}
