package nl.voorelkaar.portal.workspace.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.escalation.Escalations;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanRefusal;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.Ladder;
import nl.voorelkaar.portal.plan.LivePlan;
import nl.voorelkaar.portal.plan.PlanBoard;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;

/** The newest plan of one resident, open beside the resident: both write in it, and each sees what the other does. */
@Route(value = WorkspacePaths.PLAN + "/:dossier", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class OpenPlanView extends PlanBoard implements BeforeEnterObserver {

    /** To ask whether freezing is this person's step at all. */
    private static final Fingerprint NOT_PRINTED = new Fingerprint("", 0);

    private final transient ClientPlans clients;
    private final transient Escalations escalations;

    OpenPlanView(ClientPlans clients, LivePlan live, Households households, Escalations escalations) {
        super(live, households);
        this.clients = clients;
        this.escalations = escalations;
        trail(new Crumb("/" + WorkspacePaths.PLAN, Words.say("workspace.plan.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var dossier = clients.dossier(event);
        if (clients.isOwn(dossier)) {
            clear();
            title(Words.say("workspace.plan.one"));
            add(new OwnDossierNotice());
            return;
        }
        sit(clients.seat(dossier));
        title(dossier.name()
                .map(name -> Words.say("workspace.plan.of", name))
                .orElseGet(() -> Words.say("workspace.dossiers.noname")));
        show(clients.newest(dossier));
    }

    /** The name stays out of the browser's history and out of the titles of windows. */
    @Override
    public String getPageTitle() {
        return titled(Words.say("workspace.plan.one"));
    }

    @Override
    protected void open() {
        add(new Ladder(escalations, seat()));
    }

    @Override
    protected void offer() {
        add(beginning(Words.say("workspace.plan.none.yet"), Optional.empty()));
    }

    @Override
    protected List<Component> remarks(Ondersteuningsplan plan) {
        return plan.disagreement()
                .filter(said -> plan.state() == PlanState.NIET_AKKOORD)
                .<List<Component>>map(said -> List.of(new Card(
                        new H2(Words.say("plan.disagreed")),
                        said(said.reason().isBlank() ? Words.say("plan.disagreed.no-reason") : said.reason()))))
                .orElseGet(List::of);
    }

    @Override
    protected List<Component> acts(Ondersteuningsplan plan) {
        return switch (plan.state()) {
            case CONCEPT, BIJGESTELD -> writing(plan);
            case TER_ONDERTEKENING, DEELS_ONDERTEKEND -> signing(plan);
            case IN_BEDENKTERMIJN -> List.of(paper());
            case DEFINITIEF -> List.of(evaluating(plan), paper());
            case IN_EVALUATIE -> afterEvaluation(plan);
            case NIET_AKKOORD, HERROEPEN, AFGESLOTEN -> List.of(startingFrom(plan));
        };
    }

    private List<Component> writing(Ondersteuningsplan plan) {
        var acts = new ArrayList<Component>();
        if (seat().concerns(
                        plan,
                        (now, by, when) ->
                                now.freeze(by, new PaperId(UUID.randomUUID()), NOT_PRINTED, now.textStep()))) {
            acts.add(Action.primary(Words.say("plan.freeze"), _ -> freeze(plan)).handle("plan-freeze"));
        }
        acts.addAll(phases(plan));
        return acts;
    }

    private void freeze(Ondersteuningsplan plan) {
        attempt(() -> seat().plans().freeze(seat().step(plan.id(), Seat.newStep())));
    }

    /** Of a plan with gaps: also which. */
    @Override
    protected Notice refusal(StepRefused refused) {
        var notice = super.refusal(refused);
        if (refused.reason() == PlanRefusal.INCOMPLETE) {
            var missing = new UnorderedList();
            seat().newest()
                    .ifPresent(plan -> plan.missing().forEach(item -> missing.add(new ListItem(PlanWords.item(item)))));
            notice.with(new Paragraph(Words.say("plan.freeze.missing")), missing);
        }
        return notice;
    }

    private List<Component> signing(Ondersteuningsplan plan) {
        var acts = new ArrayList<Component>();
        var leads = seat().may(plan, (now, by, when) -> now.reopen(by));
        if (leads
                && plan.version()
                        .flatMap(version -> version.signature(Signer.PROFESSIONAL))
                        .isEmpty()) {
            acts.add(ActionLink.primary(seat().path() + "/ondertekenen", Words.say("plan.sign.go"))
                    .handle("plan-sign"));
        }
        acts.add(paper());
        if (leads) {
            acts.add(reopening(plan));
        }
        return acts;
    }

    private ActionLink paper() {
        return ActionLink.secondary(seat().path() + "/papier", Words.say("plan.paper.go"))
                .handle("plan-paper");
    }

    /** The right to see it ended while it was open. */
    @Override
    protected void ended() {
        var unsaved = leave();
        title(Words.say("workspace.dossier.closed.title"));
        var words = new Paragraph(Words.say("workspace.dossier.closed"));
        words.setTestId("access-closed");
        var card = new Card(words, ActionLink.primary("/" + WorkspacePaths.PLAN, Words.say("workspace.plan.title")));
        card.addClassName("ve-narrow");
        card.getElement().setAttribute("role", "status");
        unsaved.forEach(text -> {
            var own = new TextArea(Words.say("workspace.dossier.closed.unsaved"))
                    .rows(6)
                    .handle("plan-unsaved");
            own.setValue(text);
            card.add(own);
        });
        add(card);
    }
}
