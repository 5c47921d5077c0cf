package nl.voorelkaar.portal.resident.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.dossier.escalation.Escalations;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.portal.plan.Ladder;
import nl.voorelkaar.portal.plan.LivePlan;
import nl.voorelkaar.portal.plan.PlanBoard;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Words;

/** The newest plan of the resident. */
@Route(value = "mijn/plan", layout = ResidentShell.class)
@PermitAll
class PlanPage extends PlanBoard implements BeforeEnterObserver {

    private final transient OwnPlan own;
    private final transient Escalations escalations;

    PlanPage(OwnPlan own, LivePlan live, Households households, Escalations escalations) {
        super(live, households);
        this.own = own;
        this.escalations = escalations;
        title(Words.say("plan.title"));
        trail(new Crumb("/mijn", Words.say("menu.home")));
        sit(own.seat());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(own.newest());
    }

    @Override
    protected void open() {
        lead(Words.say("plan.lead"));
        add(new Ladder(escalations, seat()));
    }

    @Override
    protected void offer() {
        add(
                beginning(Words.say("plan.none.yet"), Optional.of(Words.say("plan.none.yet.why"))),
                own.joining(seat(), this::showFromTop));
    }

    @Override
    protected List<Component> acts(Ondersteuningsplan plan) {
        return switch (plan.state()) {
            case CONCEPT, BIJGESTELD -> phases(plan);
            case TER_ONDERTEKENING, DEELS_ONDERTEKEND -> signing(plan);
            case IN_BEDENKTERMIJN -> thinking(plan);
            case DEFINITIEF -> List.of(evaluating(plan));
            case IN_EVALUATIE -> afterEvaluation(plan);
            case NIET_AKKOORD, HERROEPEN, AFGESLOTEN -> List.of(startingFrom(plan));
        };
    }

    private List<Component> signing(Ondersteuningsplan plan) {
        var signed = plan.version()
                .flatMap(version -> version.signature(Signer.RESIDENT))
                .isPresent();
        return signed
                ? List.of(reopening(plan))
                : List.of(
                        ActionLink.primary(OwnPlan.PATH + "/ondertekenen", Words.say("plan.sign.go"))
                                .handle("plan-sign"),
                        ActionLink.secondary(OwnPlan.PATH + "/niet-akkoord", Words.say("plan.disagree.go"))
                                .handle("plan-disagree"),
                        reopening(plan));
    }

    private static List<Component> thinking(Ondersteuningsplan plan) {
        var withdraw = ActionLink.secondary(OwnPlan.PATH + "/terugkomen", Words.say("plan.withdraw.go"))
                .handle("cooling-off-withdraw");
        return plan.startedEarly()
                ? List.of(withdraw)
                : List.of(
                        withdraw,
                        ActionLink.quiet(OwnPlan.PATH + "/eerder-starten", Words.say("plan.early.go"))
                                .handle("plan-start-early"));
    }

    /** What somebody can do who does not agree. */
    @Override
    protected List<Component> remarks(Ondersteuningsplan plan) {
        if (plan.state() != PlanState.NIET_AKKOORD) {
            return List.of();
        }
        var list = new UnorderedList(
                new ListItem(Words.say("plan.disagree.offer.talk")),
                new ListItem(Words.say("plan.disagree.offer.support")),
                new ListItem(Words.say("plan.disagree.offer.apply")),
                new ListItem(Words.say("plan.disagree.offer.complain")));
        var links = beside(
                ActionLink.secondary("/mijn/besluiten", Words.say("plan.disagree.apply"))
                        .handle("plan-disagreed-apply"),
                ActionLink.secondary("/mijn/klacht", Words.say("plan.disagree.complain")));
        return List.of(new Card(new H2(Words.say("plan.disagree.offers")), list, links));
    }

    /** Their own plan is always theirs: what ended is the login. */
    @Override
    protected void ended() {
        UI.getCurrent().getPage().reload();
    }
}
