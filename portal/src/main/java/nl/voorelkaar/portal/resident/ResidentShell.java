package nl.voorelkaar.portal.resident;

import com.vaadin.flow.router.AfterNavigationEvent;
import jakarta.annotation.security.PermitAll;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Shell;
import nl.voorelkaar.portal.ui.Words;

/** The frame of /mijn. */
@PermitAll
public class ResidentShell extends Shell {

    private final transient SignedIn signedIn;
    private final transient AccessRequests requests;

    ResidentShell(SignedIn signedIn, AccessRequests requests, ResidentFrame frame) {
        super(frame.plan());
        this.signedIn = signedIn;
        this.requests = requests;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        super.afterNavigation(event);
        var open = requests.open(signedIn.resident()).size();
        count("/mijn/toegang", open, Words.count("menu.open", open));
    }
}
