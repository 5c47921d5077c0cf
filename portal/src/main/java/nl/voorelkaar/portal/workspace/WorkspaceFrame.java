package nl.voorelkaar.portal.workspace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Role;
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
@Face.OnWorkspace
class WorkspaceFrame implements FaceFrame {

    private final SignedIn signedIn;
    private final HouseSettings settings;

    WorkspaceFrame(SignedIn signedIn, HouseSettings settings) {
        this.signedIn = signedIn;
        this.settings = settings;
    }

    /** Who works on cases that a colleague can take over. */
    private static final Set<Role> HANDS_OVER = EnumSet.of(Role.GSP, Role.CM, Role.BES, Role.JUR, Role.KLB);

    @Override
    public Plan plan() {
        return new Plan(
                Face.WORKSPACE,
                "/" + WorkspacePaths.HOME,
                Words.say("workspace.brand", settings.municipality().name()),
                places(Words.locale()),
                Optional.of(new Visitor(signedIn.name(), new SignOutButton(Words.say("shell.sign-out")))),
                true);
    }

    @Override
    public List<Place> places(Locale language) {
        var places = new ArrayList<Place>();
        places.add(new Place("/" + WorkspacePaths.HOME, Words.say(language, "workspace.home.title"), Icon.Shape.HOME));
        places.add(new Place(
                "/" + WorkspacePaths.DOSSIERS, Words.say(language, "workspace.dossiers.title"), Icon.Shape.DOSSIER));
        places.add(
                new Place("/" + WorkspacePaths.PLAN, Words.say(language, "workspace.plan.title"), Icon.Shape.DOCUMENT));
        places.add(new Place(
                "/" + WorkspacePaths.REQUESTS,
                Words.say(language, "workspace.requests.title"),
                Icon.Shape.SHARE,
                List.of("/" + WorkspacePaths.ASK)));
        var role = signedIn.professional().role();
        if (role == Role.GSP || role == Role.CM) {
            places.add(new Place(
                    "/" + WorkspacePaths.INQUIRIES, Words.say(language, "workspace.inquiry.title"), Icon.Shape.LOG));
        }
        if (role == Role.GSP || role == Role.CM || role == Role.SPEC) {
            places.add(new Place(
                    "/" + WorkspacePaths.EXPERTS, Words.say(language, "workspace.experts.menu"), Icon.Shape.PERSON));
        }
        if (HANDS_OVER.contains(role)) {
            places.add(new Place(
                    "/" + WorkspacePaths.HANDOVER, Words.say(language, "workspace.handover.menu"), Icon.Shape.SHARE));
        }
        if (role == Role.JUR || role == Role.BES) {
            places.add(new Place(
                    "/" + WorkspacePaths.OBJECTIONS,
                    Words.say(language, "workspace.objection.title"),
                    Icon.Shape.DOCUMENT));
        }
        if (role == Role.BES) {
            places.add(new Place(
                    "/" + WorkspacePaths.DECISIONS,
                    Words.say(language, "workspace.decisions.title"),
                    Icon.Shape.CHECK));
        }
        if (role == Role.KLB) {
            places.add(new Place(
                    "/" + WorkspacePaths.COMPLAINTS, Words.say(language, "workspace.complaint.title"), Icon.Shape.LOG));
        }
        if (role == Role.KCC) {
            places.add(new Place("/" + WorkspacePaths.COUNTER, Words.say(language, "balie.menu"), Icon.Shape.PERSON));
            places.add(
                    new Place("/" + WorkspacePaths.DESK, Words.say(language, "workspace.desk.title"), Icon.Shape.LOG));
        }
        if (role == Role.FG) {
            places.add(new Place(
                    "/" + WorkspacePaths.PRIVACY, Words.say(language, "workspace.privacy.title"), Icon.Shape.LOCK));
            places.add(new Place(
                    "/" + WorkspacePaths.EMERGENCY, Words.say(language, "workspace.nood.menu"), Icon.Shape.WARN));
        }
        if (role.assignsCases()) {
            places.add(new Place(
                    "/" + WorkspacePaths.ASSIGN, Words.say(language, "workspace.assign.menu"), Icon.Shape.PERSON));
        }
        return places;
    }
}
