package nl.voorelkaar.portal.workspace.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanPhase;
import nl.voorelkaar.dossier.plan.PlanRefusal;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanVerb;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.LivePlan;
import nl.voorelkaar.portal.plan.PlanFile;
import nl.voorelkaar.portal.plan.PlanSheet;
import nl.voorelkaar.portal.plan.PlanTop;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.plan.PresenceLine;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;

/** The newest plan of one resident, made here together with them. */
@Route(value = WorkspacePaths.PLAN + "/:dossier", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class OpenPlanView extends Page implements BeforeEnterObserver {

    /** To ask whether freezing is this person's step at all. */
    private static final Fingerprint NOT_PRINTED = new Fingerprint("", 0);

    private final transient ClientPlans clients;
    private final transient LivePlan live;
    private final Div top = new Div();
    private final Div problem = new Div();
    private final transient StepId startStep = Seat.newStep();
    private transient HeldDossier dossier;
    private transient Seat seat;
    private transient ProcedureId startId;

    OpenPlanView(ClientPlans clients, LivePlan live) {
        this.clients = clients;
        this.live = live;
        trail(new Crumb("/" + WorkspacePaths.PLAN, Words.say("workspace.plan.title")));
        top.addClassName("ve-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        dossier = clients.dossier(event);
        seat = clients.seat(dossier);
        startId = new ProcedureId(UuidV7.at(seat.clock().instant()));
        title(dossier.name()
                .map(name -> Words.say("workspace.plan.of", name))
                .orElseGet(() -> Words.say("workspace.dossiers.noname")));
        show(clients.newest(dossier));
    }

    /** The name stays out of the browser's history and out of the titles of windows. */
    @Override
    public String getPageTitle() {
        return Words.say("workspace.plan.one") + " – " + Words.say("house.name");
    }

    private void show(Optional<Ondersteuningsplan> plan) {
        clear();
        plan.ifPresentOrElse(this::show, this::offer);
    }

    private void offer() {
        var way = new Radios<>(
                Words.say("plan.start.way"),
                List.of(PlanWay.values()),
                PlanWords::way,
                each -> Optional.of(Words.say("plan.way." + each.name().toLowerCase(Locale.ROOT) + ".hint")),
                each -> "plan-way-" + each.name().toLowerCase(Locale.ROOT));
        way.setValue(PlanWay.SAMEN);
        var card = new Card(
                new H2(Words.say("workspace.plan.none.yet")),
                way,
                Action.primary(Words.say("plan.start"), _ -> start(way.getValue(), Optional.empty()))
                        .handle("plan-start"));
        card.addClassName("ve-narrow");
        add(card);
    }

    private void start(PlanWay way, Optional<ProcedureId> follows) {
        show(Optional.of(
                seat.plans().start(seat.step(startId, startStep), way == null ? PlanWay.SAMEN : way, follows)));
        readFromTop();
    }

    private void show(Ondersteuningsplan plan) {
        above(plan);
        var presence = new PresenceLine();
        var sheet = new PlanSheet(seat, plan, this::above);
        live.follow(seat, plan, sheet, presence, this::above, this::close);
        add(top, problem, presence, sheet, below(plan));
    }

    private void above(Ondersteuningsplan plan) {
        top.removeAll();
        top.add(new PlanTop(seat, plan));
        plan.disagreement()
                .filter(said -> plan.state() == PlanState.NIET_AKKOORD)
                .ifPresent(said -> {
                    var words =
                            new Div(said.reason().isBlank() ? Words.say("plan.disagreed.no-reason") : said.reason());
                    words.addClassName("ve-text");
                    top.add(new Card(new H2(Words.say("plan.disagreed")), words));
                });
        var acts = acts(plan);
        if (!acts.isEmpty()) {
            var row = new Div(acts.toArray(Component[]::new));
            row.addClassNames("ve-row", "ve-no-print");
            top.add(row);
        }
    }

    private List<Component> acts(Ondersteuningsplan plan) {
        return switch (plan.state()) {
            case CONCEPT, BIJGESTELD -> writing(plan);
            case TER_ONDERTEKENING, DEELS_ONDERTEKEND -> signing(plan);
            case IN_BEDENKTERMIJN -> List.of(paper());
            case DEFINITIEF ->
                List.of(
                        Action.secondary(
                                        Words.say("plan.evaluate"),
                                        _ -> take(plan, "evaluate", (now, by, when) -> now.evaluate(by)))
                                .handle("plan-evaluate"),
                        paper());
            case IN_EVALUATIE ->
                List.of(
                        Action.primary(
                                        Words.say("plan.adjust"),
                                        _ -> take(plan, "adjust", (now, by, when) -> now.adjust(by)))
                                .handle("plan-adjust"),
                        Action.secondary(
                                        Words.say("plan.close"),
                                        _ -> take(plan, "close", (now, by, when) -> now.close(by, "")))
                                .handle("plan-close"));
            case NIET_AKKOORD, HERROEPEN, AFGESLOTEN ->
                List.of(Action.secondary(
                                Words.say("plan.start.from-this"), _ -> start(plan.way(), Optional.of(plan.id())))
                        .handle("plan-start-from-this"));
        };
    }

    private List<Component> writing(Ondersteuningsplan plan) {
        var acts = new java.util.ArrayList<Component>();
        if (seat.concerns(
                plan, (now, by, when) -> now.freeze(by, new PaperId(UUID.randomUUID()), NOT_PRINTED, now.textStep()))) {
            acts.add(Action.primary(Words.say("plan.freeze"), _ -> freeze(plan)).handle("plan-freeze"));
        }
        PlanPhase.of(plan.way()).stream()
                .filter(phase -> seat.may(plan, (now, by, when) -> now.reachPhase(by, phase)))
                .forEach(phase -> acts.add(Action.secondary(
                                Words.say("plan.phase." + phase.name().toLowerCase(Locale.ROOT) + ".go"),
                                _ -> take(plan, "phase", (now, by, when) -> now.reachPhase(by, phase)))
                        .handle("plan-phase")));
        return acts;
    }

    private List<Component> signing(Ondersteuningsplan plan) {
        var acts = new java.util.ArrayList<Component>();
        var leads = seat.may(plan, (now, by, when) -> now.reopen(by));
        if (leads
                && plan.version()
                        .flatMap(version -> version.signature(Signer.PROFESSIONAL))
                        .isEmpty()) {
            acts.add(ActionLink.primary(seat.path() + "/ondertekenen", Words.say("plan.sign.go"))
                    .handle("plan-sign"));
        }
        acts.add(paper());
        if (leads) {
            acts.add(Action.quiet(Words.say("plan.reopen"), _ -> reopen(plan)).handle("plan-reopen"));
        }
        return acts;
    }

    private ActionLink paper() {
        return ActionLink.secondary(seat.path() + "/papier", Words.say("plan.paper.go"))
                .handle("plan-paper");
    }

    private void freeze(Ondersteuningsplan plan) {
        try {
            show(Optional.of(seat.plans().freeze(seat.step(plan.id(), Seat.newStep()))));
            problem.removeAll();
            readFromTop();
        } catch (StepRefused refused) {
            var notice = new Notice(Tone.BAD, PlanWords.refused(refused)).spoken();
            if (refused.reason() == PlanRefusal.INCOMPLETE) {
                var missing = new UnorderedList();
                seat.find(plan.id()).missing().forEach(item -> missing.add(new ListItem(PlanWords.item(item))));
                notice.with(new Paragraph(Words.say("plan.freeze.missing")), missing);
            }
            say(notice);
        }
    }

    /** Asked once more: signatures under the frozen version count no more then. */
    private void reopen(Ondersteuningsplan plan) {
        say(new Notice(Tone.WARN, Words.say("plan.reopen.sure"))
                .with(Action.secondary(
                                Words.say("plan.reopen.yes"),
                                _ -> take(plan, "reopen", (now, by, when) -> now.reopen(by)))
                        .handle("plan-reopen-confirm"))
                .spoken());
    }

    private Component below(Ondersteuningsplan plan) {
        var row = new Div(
                PlanFile.link(
                        Words.say("plan.print"),
                        "ondersteuningsplan.pdf",
                        () -> seat.plans().print(seat.actor().get(), seat.resident(), plan.id())),
                ActionLink.secondary(seat.path() + "/versies", Words.say("plan.versions"))
                        .icon(Icon.Shape.LOG)
                        .handle("plan-versions"));
        row.addClassNames("ve-row", "ve-no-print");
        return row;
    }

    private void take(Ondersteuningsplan plan, String name, PlanVerb verb) {
        try {
            show(Optional.of(seat.plans().take(seat.step(plan.id(), Seat.newStep()), name, verb)));
            problem.removeAll();
            readFromTop();
        } catch (StepRefused refused) {
            say(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
        }
    }

    /** The right to see it ended while it was open. */
    private void close() {
        clear();
        title(Words.say("workspace.dossier.closed.title"));
        var words = new Paragraph(Words.say("workspace.dossier.closed"));
        words.setTestId("access-closed");
        var card = new Card(words, ActionLink.primary("/" + WorkspacePaths.PLAN, Words.say("workspace.plan.title")));
        card.addClassName("ve-narrow");
        card.getElement().setAttribute("role", "status");
        add(card);
    }

    private void say(Notice notice) {
        problem.removeAll();
        problem.add(notice);
    }
}
