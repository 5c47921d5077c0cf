package nl.voorelkaar.portal.resident.plan;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import nl.voorelkaar.portal.plan.VersionsSheet;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;

/** What the plan said before, word by word, and who signed what. */
@Route(value = "mijn/plan/versies", layout = ResidentShell.class)
@PermitAll
class VersionsPage extends Page implements BeforeEnterObserver {

    private final transient OwnPlan own;

    VersionsPage(OwnPlan own) {
        super(Words.say("plan.versions"));
        this.own = own;
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb(OwnPlan.PATH, Words.say("plan.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        lead(Words.say("plan.versions.lead"));
        own.all().forEach(plan -> add(new VersionsSheet(own.seat(), plan)));
        add(ActionLink.secondary(OwnPlan.PATH, Words.say("plan.back")));
    }
}
