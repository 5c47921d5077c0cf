package nl.voorelkaar.portal.workspace.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.SignSheet;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;

/** The gespreksvoerder reads the frozen plan and signs it. */
@Route(value = WorkspacePaths.PLAN + "/:dossier/ondertekenen", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class SignPlanView extends Page implements BeforeEnterObserver {

    private final transient ClientPlans clients;
    private final transient SignedIn signedIn;

    SignPlanView(ClientPlans clients, SignedIn signedIn) {
        super(Words.say("plan.sign.title"));
        this.clients = clients;
        this.signedIn = signedIn;
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
        var plan = clients.newest(dossier)
                .filter(newest -> newest.state().waitsForSignatures())
                .filter(newest -> newest.version()
                        .flatMap(version -> version.signature(Signer.PROFESSIONAL))
                        .isEmpty());
        if (plan.isEmpty()) {
            add(
                    new Paragraph(Words.say("plan.sign.nothing")),
                    ActionLink.secondary(seat.path(), Words.say("plan.back")));
            return;
        }
        add(new SignSheet(
                seat,
                plan.get(),
                plan.get().version().orElseThrow(),
                signedIn.recently(),
                () -> signedIn.signInAgain(seat.path() + "/ondertekenen"),
                signed -> {
                    UI.getCurrent().navigate(seat.path().substring(1));
                    Toast.show(Words.say("plan.signed.toast"));
                }));
    }
}
