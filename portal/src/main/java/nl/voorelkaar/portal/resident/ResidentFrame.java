package nl.voorelkaar.portal.resident;

import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignOutButton;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.FaceFrame;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Shell.Place;
import nl.voorelkaar.portal.ui.Shell.Plan;
import nl.voorelkaar.portal.ui.Shell.Visitor;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.stereotype.Component;

@Component
@Face.OnResident
class ResidentFrame implements FaceFrame {

    private final SignedIn signedIn;
    private final HouseSettings settings;

    ResidentFrame(SignedIn signedIn, HouseSettings settings) {
        this.signedIn = signedIn;
        this.settings = settings;
    }

    @Override
    public Plan plan() {
        return new Plan(
                Face.RESIDENT,
                "/mijn",
                settings.municipality().name(),
                List.of(
                        new Place("/mijn", Words.say("menu.home"), Icon.Shape.HOME),
                        new Place("/mijn/dossier", Words.say("menu.dossier"), Icon.Shape.DOSSIER),
                        new Place("/mijn/plan", Words.say("plan.title"), Icon.Shape.DOCUMENT),
                        new Place("/mijn/toegang", Words.say("menu.sharing"), Icon.Shape.SHARE),
                        new Place("/mijn/logboek", Words.say("menu.log"), Icon.Shape.LOG)),
                Optional.of(new Visitor(signedIn.name(), new SignOutButton(Words.say("shell.sign-out")))),
                false);
    }
}
