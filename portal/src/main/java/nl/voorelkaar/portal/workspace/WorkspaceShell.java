package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.dependency.StyleSheet;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Optional;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignOutButton;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Shell;
import nl.voorelkaar.portal.ui.Words;

/** The frame of the workspace face. */
@RolesAllowed(SignedIn.PROFESSIONAL)
@StyleSheet("context://assets/workspace.css")
public class WorkspaceShell extends Shell {

    WorkspaceShell(SignedIn signedIn, HouseSettings settings) {
        super(plan(signedIn, settings.municipality().name()));
    }

    private static Plan plan(SignedIn signedIn, String municipality) {
        var places = new ArrayList<Place>();
        places.add(new Place("/" + WorkspacePaths.HOME, Words.say("workspace.home.title"), Icon.Shape.HOME));
        places.add(new Place("/" + WorkspacePaths.DOSSIERS, Words.say("workspace.dossiers.title"), Icon.Shape.DOSSIER));
        places.add(new Place("/" + WorkspacePaths.REQUESTS, Words.say("workspace.requests.title"), Icon.Shape.SHARE));
        var role = signedIn.professional().role();
        if (role.assignsCases()) {
            places.add(new Place("/" + WorkspacePaths.ASSIGN, Words.say("workspace.assign.menu"), Icon.Shape.PERSON));
        }
        return new Plan(
                "/" + WorkspacePaths.HOME,
                Words.say("workspace.brand", municipality),
                places,
                Optional.of(new Visitor(signedIn.name(), new SignOutButton(Words.say("shell.sign-out")))),
                true);
    }
}
