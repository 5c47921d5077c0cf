package nl.voorelkaar.portal.resident.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanPhase;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanVerb;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.plan.LivePlan;
import nl.voorelkaar.portal.plan.PlanFile;
import nl.voorelkaar.portal.plan.PlanSheet;
import nl.voorelkaar.portal.plan.PlanTop;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.plan.PresenceLine;
import nl.voorelkaar.portal.plan.Seat;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The newest plan, whole, with what can be done now on top. */
@Route(value = "mijn/plan", layout = ResidentShell.class)
@PermitAll
class PlanPage extends Page implements BeforeEnterObserver {

    private final transient OwnPlan own;
    private final transient LivePlan live;
    private final transient Seat seat;
    private final Div top = new Div();
    private final Div problem = new Div();
    private final transient StepId startStep = Seat.newStep();
    private final transient ProcedureId startId;

    PlanPage(OwnPlan own, LivePlan live) {
        super(Words.say("plan.title"));
        this.own = own;
        this.live = live;
        this.seat = own.seat();
        this.startId = new ProcedureId(UuidV7.at(seat.clock().instant()));
        trail(new Crumb("/mijn", Words.say("menu.home")));
        top.addClassName("ve-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(own.newest());
    }

    private void show(Optional<Ondersteuningsplan> plan) {
        clear();
        lead(Words.say("plan.lead"));
        plan.ifPresentOrElse(this::show, this::offer);
    }

    private void offer() {
        var way = new Radios<>(
                Words.say("plan.start.way"),
                List.of(PlanWay.values()),
                PlanWords::way,
                each -> Optional.of(Words.say("plan.way." + each.name().toLowerCase(java.util.Locale.ROOT) + ".hint")),
                each -> "plan-way-" + each.name().toLowerCase(java.util.Locale.ROOT));
        way.setValue(PlanWay.SAMEN);
        var card = new Card(
                new H2(Words.say("plan.none.yet")),
                new Paragraph(Words.say("plan.none.yet.why")),
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
        live.follow(seat, plan, sheet, presence, this::above, () -> {});
        add(top, problem, presence, sheet, below(plan));
    }

    private void above(Ondersteuningsplan plan) {
        top.removeAll();
        top.add(new PlanTop(seat, plan));
        var acts = acts(plan);
        if (!acts.isEmpty()) {
            var row = new Div(acts.toArray(Component[]::new));
            row.addClassNames("ve-row", "ve-no-print");
            top.add(row);
        }
        if (plan.state() == PlanState.NIET_AKKOORD) {
            top.add(offers());
        }
    }

    private List<Component> acts(Ondersteuningsplan plan) {
        return switch (plan.state()) {
            case CONCEPT, BIJGESTELD -> phases(plan);
            case TER_ONDERTEKENING, DEELS_ONDERTEKEND -> signing(plan);
            case IN_BEDENKTERMIJN -> thinking(plan);
            case DEFINITIEF ->
                List.of(Action.secondary(
                                Words.say("plan.evaluate"),
                                _ -> take(plan, "evaluate", (now, by, when) -> now.evaluate(by)))
                        .handle("plan-evaluate"));
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

    private List<Component> phases(Ondersteuningsplan plan) {
        return PlanPhase.of(plan.way()).stream()
                .filter(phase -> seat.may(plan, (now, by, when) -> now.reachPhase(by, phase)))
                .<Component>map(phase -> Action.secondary(
                                Words.say("plan.phase." + phase.name().toLowerCase(java.util.Locale.ROOT) + ".go"),
                                _ -> take(plan, "phase", (now, by, when) -> now.reachPhase(by, phase)))
                        .handle("plan-phase"))
                .toList();
    }

    private List<Component> signing(Ondersteuningsplan plan) {
        var signed = plan.version()
                .flatMap(version -> version.signature(Signer.RESIDENT))
                .isPresent();
        var change = Action.quiet(Words.say("plan.reopen"), _ -> reopen(plan)).handle("plan-reopen");
        return signed
                ? List.of(change)
                : List.of(
                        ActionLink.primary(OwnPlan.PATH + "/ondertekenen", Words.say("plan.sign.go"))
                                .handle("plan-sign"),
                        ActionLink.secondary(OwnPlan.PATH + "/niet-akkoord", Words.say("plan.disagree.go"))
                                .handle("plan-disagree"),
                        change);
    }

    /** Asked once more: signatures under the frozen version count no more then. */
    private void reopen(Ondersteuningsplan plan) {
        problem.removeAll();
        problem.add(new Notice(Tone.WARN, Words.say("plan.reopen.sure"))
                .with(Action.secondary(
                                Words.say("plan.reopen.yes"),
                                _ -> take(plan, "reopen", (now, by, when) -> now.reopen(by)))
                        .handle("plan-reopen-confirm"))
                .spoken());
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
    private static Component offers() {
        var list = new UnorderedList(
                new ListItem(Words.say("plan.disagree.offer.talk")),
                new ListItem(Words.say("plan.disagree.offer.support")),
                new ListItem(Words.say("plan.disagree.offer.apply")),
                new ListItem(Words.say("plan.disagree.offer.complain")));
        var links = new Div(
                ActionLink.secondary("/mijn/besluiten", Words.say("plan.disagree.apply")),
                ActionLink.secondary("/mijn/klacht", Words.say("plan.disagree.complain")));
        links.addClassName("ve-row");
        return new Card(new H2(Words.say("plan.disagree.offers")), list, links);
    }

    private Component below(Ondersteuningsplan plan) {
        var row = new Div(
                PlanFile.link(
                        Words.say("plan.print"),
                        "ondersteuningsplan.pdf",
                        () -> seat.plans().print(seat.actor().get(), seat.resident(), plan.id())),
                ActionLink.secondary(OwnPlan.PATH + "/versies", Words.say("plan.versions"))
                        .icon(Icon.Shape.LOG)
                        .handle("plan-versions"));
        row.addClassNames("ve-row", "ve-no-print");
        var section = new Section(row);
        section.addClassName("ve-no-print");
        return section;
    }

    private void take(Ondersteuningsplan plan, String name, PlanVerb verb) {
        try {
            show(Optional.of(seat.plans().take(seat.step(plan.id(), Seat.newStep()), name, verb)));
            problem.removeAll();
            readFromTop();
        } catch (StepRefused refused) {
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
        }
    }
}
