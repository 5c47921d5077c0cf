package nl.voorelkaar.portal.resident.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Receipt;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** "Ik kom terug op mijn handtekening": the second of two steps, without a reason, then the receipt. */
@Route(value = "mijn/plan/terugkomen", layout = ResidentShell.class)
@PermitAll
class WithdrawPage extends Page implements BeforeEnterObserver {

    private final transient OwnPlan own;
    private final transient StepId step = Seat.newStep();

    WithdrawPage(OwnPlan own) {
        super(Words.say("plan.withdraw.title"));
        this.own = own;
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb(OwnPlan.PATH, Words.say("plan.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var plan = own.newest();
        plan.filter(newest -> newest.state() == PlanState.IN_BEDENKTERMIJN)
                .ifPresentOrElse(this::ask, () -> over(plan));
    }

    private void ask(Ondersteuningsplan plan) {
        var last = plan.coolingOff().orElseThrow().lastDay();
        lead(Words.say("plan.withdraw.lead", Dates.day(last)));
        var what = new UnorderedList(
                new ListItem(Words.say("plan.withdraw.what.plan")),
                new ListItem(Words.say("plan.withdraw.what.reason")),
                new ListItem(Words.say("plan.withdraw.what.again")));
        var also = plan.application()
                .map(_ -> new Check(Words.say("plan.withdraw.application"))
                        .hint(Words.say("plan.withdraw.application.hint"))
                        .handle("cooling-off-application"));
        var problem = new Div();
        var acts = new Div(
                Action.primary(
                                Words.say("plan.withdraw.confirm"),
                                _ -> withdraw(plan, also.map(Check::getValue).orElse(false), problem))
                        .handle("cooling-off-withdraw-confirm"),
                ActionLink.secondary(OwnPlan.PATH, Words.say("plan.withdraw.not")));
        acts.addClassName("ve-row");
        var card = new Card(what);
        also.ifPresent(card::add);
        card.add(problem, acts);
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }

    private void withdraw(Ondersteuningsplan plan, boolean application, Div problem) {
        try {
            receipt(own.seat().plans().withdraw(own.seat().step(plan.id(), step), application));
        } catch (StepRefused refused) {
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
        }
    }

    private void receipt(Ondersteuningsplan plan) {
        clear();
        title(Words.say("plan.withdrawn.title"));
        var at = plan.withdrawal().orElseThrow().at();
        var receipt = new Receipt(
                Words.say("plan.withdrawn.receipt"),
                new DataSummary()
                        .row(Words.say("plan.withdrawn.at"), Dates.moment(at))
                        .row(Words.say("plan.withdrawn.what"), Words.say("plan.withdrawn.what.plan")),
                ActionLink.secondary(OwnPlan.PATH, Words.say("plan.back")));
        receipt.setTestId("cooling-off-receipt");
        var body = new Div(new Notice(Tone.GOOD, Words.say("plan.withdrawn")), receipt);
        body.addClassNames("ve-stack", "ve-narrow");
        add(body);
        readFromTop();
    }

    /** Too late, or nothing to come back on: what is still possible. */
    private void over(Optional<Ondersteuningsplan> plan) {
        var state = plan.map(Ondersteuningsplan::state);
        if (state.filter(PlanState.HERROEPEN::equals).isPresent()) {
            receipt(plan.orElseThrow());
            return;
        }
        var late = state.filter(PlanState.DEFINITIEF::equals).isPresent();
        var words = new Paragraph(
                Words.say(late ? "refused.plan.too-late-to-withdraw" : "refused.plan.nothing-to-withdraw"));
        words.setTestId("cooling-off-over");
        var card = new Card(words, ActionLink.secondary(OwnPlan.PATH, Words.say("plan.back")));
        card.addClassNames("ve-narrow", "ve-stack");
        add(card);
    }
}
