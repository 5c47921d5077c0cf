package nl.voorelkaar.portal.resident.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** "Gezien, niet akkoord": as good an answer as a signature. */
@Route(value = "mijn/plan/niet-akkoord", layout = ResidentShell.class)
@PermitAll
class DisagreePage extends Page implements BeforeEnterObserver {

    private final transient OwnPlan own;
    private final transient Drafting drafting;
    private final transient StepId step = Seat.newStep();

    DisagreePage(OwnPlan own, Drafting drafting) {
        super(Words.say("plan.disagree.title"));
        this.own = own;
        this.drafting = drafting;
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb(OwnPlan.PATH, Words.say("plan.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        own.newest()
                .filter(plan -> own.seat().may(plan, (now, by, when) -> now.disagree(by, false, "")))
                .ifPresentOrElse(
                        this::ask,
                        () -> add(
                                new Paragraph(Words.say("plan.sign.nothing")),
                                ActionLink.secondary(OwnPlan.PATH, Words.say("plan.back"))));
    }

    private void ask(Ondersteuningsplan plan) {
        lead(Words.say("plan.disagree.lead"));
        var reason = new TextArea(Words.say("plan.disagree.reason"))
                .hint(Words.say("plan.disagree.reason.hint"))
                .optional()
                .rows(5)
                .counted(Ondersteuningsplan.LONGEST_REASON)
                .handle("plan-disagree-reason");
        var seen = new Check(Words.say("plan.disagree.seen")).handle("plan-disagree-seen");
        var kept = drafting.of(new FormKey("plan/" + plan.id() + "/niet-akkoord"), Map.of("reason", reason));
        var problem = new Div();
        var acts = new Div(
                Action.primary(Words.say("plan.disagree.confirm"), _ -> {
                            try {
                                own.seat()
                                        .plans()
                                        .take(
                                                own.seat().step(plan.id(), step),
                                                "disagree",
                                                (now, by, when) ->
                                                        now.disagree(by, seen.getValue(), reason.getValue()));
                                kept.done();
                                UI.getCurrent().navigate("mijn/plan");
                            } catch (StepRefused refused) {
                                problem.removeAll();
                                problem.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
                            }
                        })
                        .handle("plan-disagree-confirm"),
                ActionLink.secondary(OwnPlan.PATH, Words.say("plan.back")));
        acts.addClassName("ve-row");
        var card = new Card(kept, reason, seen, problem, acts);
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }
}
