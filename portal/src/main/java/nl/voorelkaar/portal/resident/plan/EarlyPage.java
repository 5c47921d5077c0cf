package nl.voorelkaar.portal.resident.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Letting the plan start before the time to think is over: apart from signing, and the resident's own choice. */
@Route(value = "mijn/plan/eerder-starten", layout = ResidentShell.class)
@PermitAll
class EarlyPage extends Page implements BeforeEnterObserver {

    private final transient OwnPlan own;
    private final transient StepId step = Seat.newStep();

    EarlyPage(OwnPlan own) {
        super(Words.say("plan.early.title"));
        this.own = own;
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb(OwnPlan.PATH, Words.say("plan.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        own.newest()
                .filter(plan -> own.seat().may(plan, (now, by, when) -> now.startEarly(by)))
                .ifPresentOrElse(
                        this::ask,
                        () -> add(
                                new Paragraph(Words.say("refused.plan.not-cooling-off")),
                                ActionLink.secondary(OwnPlan.PATH, Words.say("plan.back"))));
    }

    private void ask(Ondersteuningsplan plan) {
        var last = Dates.day(plan.coolingOff().orElseThrow().lastDay());
        lead(Words.say("plan.early.lead"));
        var what = new UnorderedList(
                new ListItem(Words.say("plan.early.what.start")),
                new ListItem(Words.say("plan.early.what.back", last)),
                new ListItem(Words.say("plan.early.what.free")));
        var problem = new Div();
        var acts = new Div(
                Action.primary(Words.say("plan.early.confirm"), _ -> {
                            try {
                                own.seat()
                                        .plans()
                                        .take(
                                                own.seat().step(plan.id(), step),
                                                "start-early",
                                                (now, by, when) -> now.startEarly(by));
                                UI.getCurrent().navigate("mijn/plan");
                            } catch (StepRefused refused) {
                                problem.removeAll();
                                problem.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
                            }
                        })
                        .handle("plan-start-early-confirm"),
                ActionLink.secondary(OwnPlan.PATH, Words.say("plan.early.not")));
        acts.addClassName("ve-row");
        var card = new Card(what, problem, acts);
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }
}
