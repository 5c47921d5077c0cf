package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;

@Route(value = "mijn/dossier/verwijderd", layout = ResidentShell.class)
@PermitAll
class RemovedPage extends Page {

    private final transient SignedIn signedIn;
    private final transient Dossiers dossiers;
    private final Div list = new Div();

    RemovedPage(SignedIn signedIn, Dossiers dossiers) {
        super(Words.say("removed.title"));
        this.signedIn = signedIn;
        this.dossiers = dossiers;
        lead(Words.say("removed.lead"));
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/dossier", Words.say("dossier.title")));
        list.addClassName("ve-stack");
        add(new DossierTabs("/mijn/dossier/verwijderd"), heard(Words.say("entries")), list);
        show();
    }

    private void show() {
        list.removeAll();
        var actor = signedIn.resident();
        var removed = dossiers.removed(actor);
        if (removed.isEmpty()) {
            list.add(new EmptyState(Words.say("removed.none"), Words.say("removed.none.why")));
        }
        for (var entry : removed) {
            var card = DossierReading.own(entry);
            card.add(Action.secondary(Words.say("removed.back"), _ -> {
                        dossiers.undoRemove(actor, actor.id(), entry.id());
                        show();
                        Toast.show(Words.say("dossier.back", entry.title()));
                    })
                    .heard(entry.title())
                    .handle("entry-bring-back"));
            list.add(card);
        }
    }
}
