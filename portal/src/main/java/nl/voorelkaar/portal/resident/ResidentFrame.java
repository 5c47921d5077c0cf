package nl.voorelkaar.portal.resident;

import java.util.List;
import java.util.Locale;
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
                places(Words.locale()),
                Optional.of(new Visitor(signedIn.name(), new SignOutButton(Words.say("shell.sign-out")))),
                false);
    }

    @Override
    public List<Place> places(Locale language) {
        return List.of(
                new Place("/mijn", Words.say(language, "menu.home"), Icon.Shape.HOME),
                new Place(
                        "/mijn/dossier",
                        Words.say(language, "menu.dossier"),
                        Icon.Shape.DOSSIER,
                        List.of("/mijn/meenemen")),
                new Place("/mijn/plan", Words.say(language, "plan.title"), Icon.Shape.DOCUMENT),
                new Place(
                        "/mijn/besluiten",
                        Words.say(language, "menu.decisions"),
                        Icon.Shape.CHECK,
                        List.of("/mijn/melding", "/mijn/bezwaar")),
                new Place(
                        "/mijn/toegang",
                        Words.say(language, "menu.sharing"),
                        Icon.Shape.SHARE,
                        List.of("/mijn/machtigingen", "/mijn/hulp", "/mijn/raad", "/mijn/overdracht")),
                new Place(
                        "/mijn/logboek",
                        Words.say(language, "menu.log"),
                        Icon.Shape.LOG,
                        List.of("/mijn/nood", "/mijn/bewijs", "/mijn/rechten")));
    }
}
