package nl.voorelkaar.portal.resident;

import com.vaadin.flow.router.AfterNavigationEvent;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignOutButton;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Shell;
import nl.voorelkaar.portal.ui.Words;

/** The frame of /mijn. */
@PermitAll
public class ResidentShell extends Shell {

    private final transient SignedIn signedIn;
    private final transient AccessRequests requests;

    ResidentShell(SignedIn signedIn, AccessRequests requests, HouseSettings settings) {
        super(new Plan(
                "/mijn",
                settings.municipality().name(),
                List.of(
                        new Place("/mijn", Words.say("menu.home"), Icon.Shape.HOME),
                        new Place("/mijn/dossier", Words.say("menu.dossier"), Icon.Shape.DOSSIER),
                        new Place("/mijn/toegang", Words.say("menu.sharing"), Icon.Shape.SHARE),
                        new Place("/mijn/logboek", Words.say("menu.log"), Icon.Shape.LOG)),
                Optional.of(new Visitor(signedIn.name(), new SignOutButton(Words.say("shell.sign-out")))),
                false));
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
