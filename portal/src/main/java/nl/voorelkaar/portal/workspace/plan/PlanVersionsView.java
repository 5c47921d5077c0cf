package nl.voorelkaar.portal.workspace.plan;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.VersionsSheet;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;

/** What the plan said before, word by word, and who signed what. */
@Route(value = WorkspacePaths.PLAN + "/:dossier/versies", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class PlanVersionsView extends Page implements BeforeEnterObserver {

    private final transient ClientPlans clients;

    PlanVersionsView(ClientPlans clients) {
        super(Words.say("plan.versions"));
        this.clients = clients;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var dossier = clients.dossier(event);
        if (clients.isOwn(dossier)) {
            clear();
            add(new OwnDossierNotice());
            return;
        }
        var seat = clients.seat(dossier);
        trail(
                new Crumb("/" + WorkspacePaths.PLAN, Words.say("workspace.plan.title")),
                new Crumb(seat.path(), Words.say("workspace.plan.one")));
        clear();
        lead(Words.say("plan.versions.lead"));
        clients.newest(dossier).ifPresent(plan -> add(new VersionsSheet(seat, plan)));
        add(ActionLink.secondary(seat.path(), Words.say("plan.back")));
    }
}
