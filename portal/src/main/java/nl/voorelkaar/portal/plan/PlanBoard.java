package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanPhase;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanVerb;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.plan.Version;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * The page of one plan: where it stands and what can be done now, then the plan itself. Each face says what can be done
 * there.
 */
public abstract class PlanBoard extends Page {

    private final transient LivePlan live;
    private final transient Households households;
    private final Div top = new Div();
    private final Div problem = new Div();
    /** Chosen before the first click, so that a second click starts nothing twice. */
    private final transient StepId startStep = Seat.newStep();

    private transient Optional<Seat> seat = Optional.empty();
    private transient Optional<ProcedureId> startId = Optional.empty();
    private transient Optional<PlanSheet> sheet = Optional.empty();
    private transient Optional<HouseholdBox> household = Optional.empty();
    private transient Optional<Standing> standing = Optional.empty();

    /**
     * What is told and offered above a plan. As long as it is the same, what somebody is about to press stays the same
     * too.
     */
    private record Standing(
            PlanState state, Optional<PlanPhase> phase, Optional<Version> version, boolean early, LocalDate today) {}

    protected PlanBoard(LivePlan live, Households households) {
        this.live = live;
        this.households = households;
        top.addClassName("ve-stack");
    }

    /** To be called first. */
    protected final void sit(Seat here) {
        seat = Optional.of(here);
        startId = Optional.of(new ProcedureId(UuidV7.at(here.clock().instant())));
    }

    protected final Seat seat() {
        return seat.orElseThrow();
    }

    /** What can be done here, in this state. */
    protected abstract List<Component> acts(Ondersteuningsplan plan);

    /** What else stands above the plan. */
    protected abstract List<Component> remarks(Ondersteuningsplan plan);

    /** What stands here when there is no plan. */
    protected abstract void offer();

    /** What stands first on the page, whether or not there is a plan. */
    protected void open() {}

    /** The plan may no longer be opened. */
    protected abstract void ended();

    protected final void show(Optional<Ondersteuningsplan> plan) {
        clear();
        open();
        plan.ifPresentOrElse(this::show, this::offer);
    }

    protected final void showFromTop(Ondersteuningsplan plan) {
        problem.removeAll();
        show(Optional.of(plan));
        readFromTop();
    }

    private void show(Ondersteuningsplan plan) {
        household = Optional.empty();
        standing = Optional.empty();
        above(plan);
        var presence = new PresenceLine();
        var whole = new PlanSheet(seat(), plan, this::above, this::ended);
        sheet = Optional.of(whole);
        live.follow(seat(), plan, whole, presence, this::above, this::ended);
        var home = new HouseholdBox(seat(), households, plan, this::showFromTop);
        household = Optional.of(home);
        add(top, problem, presence, whole, home, below(plan));
    }

    private void above(Ondersteuningsplan plan) {
        var now = new Standing(plan.state(), plan.phase(), plan.version(), plan.startedEarly(), seat().today());
        if (!standing.equals(Optional.of(now))) {
            standing = Optional.of(now);
            tell(plan);
        }
        household.ifPresent(box -> box.update(plan));
    }

    private void tell(Ondersteuningsplan plan) {
        top.removeAll();
        top.add(new PlanTop(seat(), plan));
        var acts = acts(plan);
        if (!acts.isEmpty()) {
            var row = beside(acts.toArray(Component[]::new));
            row.addClassName("ve-no-print");
            top.add(row);
        }
        top.add(remarks(plan));
    }

    private Component below(Ondersteuningsplan plan) {
        var row = beside(
                PlanFile.link(
                        Words.say("plan.print"),
                        "ondersteuningsplan.pdf",
                        () -> seat().plans().print(seat().actor().get(), seat().resident(), plan.id())),
                ActionLink.secondary(seat().path() + "/versies", Words.say("plan.versions"))
                        .icon(Icon.Shape.LOG)
                        .handle("plan-versions"));
        row.addClassName("ve-no-print");
        return row;
    }

    /** A card to begin a plan with. @param lead words under its heading */
    protected final Component beginning(String heading, Optional<String> lead) {
        var way = new Radios<>(
                Words.say("plan.start.way"),
                PlanWay.toBegin(),
                PlanWords::way,
                each -> Optional.of(Words.say("plan.way." + PlanWords.code(each) + ".hint")),
                each -> "plan-way-" + PlanWords.code(each));
        way.setValue(PlanWay.SAMEN);
        var card = new Card(new H2(heading));
        lead.ifPresent(words -> card.add(new Paragraph(words)));
        card.add(
                way,
                Action.primary(
                                Words.say("plan.start"),
                                _ -> start(Optional.ofNullable(way.getValue()).orElse(PlanWay.SAMEN), Optional.empty()))
                        .handle("plan-start"));
        card.addClassName("ve-narrow");
        return card;
    }

    private void start(PlanWay way, Optional<ProcedureId> follows) {
        showFromTop(seat().plans().start(seat().step(startId.orElseThrow(), startStep), way, follows));
    }

    protected final Component startingFrom(Ondersteuningsplan plan) {
        return Action.secondary(Words.say("plan.start.from-this"), _ -> start(plan.way(), Optional.of(plan.id())))
                .handle("plan-start-from-this");
    }

    /** The next phase, for who may say that it begins. */
    protected final List<Component> phases(Ondersteuningsplan plan) {
        var acts = new ArrayList<Component>();
        PlanPhase.of(plan.way()).stream()
                .filter(phase -> seat().may(plan, (now, by, when) -> now.reachPhase(by, phase)))
                .forEach(phase -> acts.add(act(
                        plan,
                        "plan.phase." + PlanWords.code(phase) + ".go",
                        "phase",
                        (now, by, when) -> now.reachPhase(by, phase))));
        return acts;
    }

    protected final Component evaluating(Ondersteuningsplan plan) {
        return act(plan, "plan.evaluate", "evaluate", (now, by, when) -> now.evaluate(by));
    }

    protected final List<Component> afterEvaluation(Ondersteuningsplan plan) {
        return List.of(
                Action.primary(Words.say("plan.adjust"), _ -> take(plan, "adjust", (now, by, when) -> now.adjust(by)))
                        .handle("plan-adjust"),
                act(plan, "plan.close", "close", (now, by, when) -> now.close(by, "")));
    }

    /** Asked once more: signatures under the frozen version count no more then. */
    protected final Component reopening(Ondersteuningsplan plan) {
        return Action.quiet(
                        Words.say("plan.reopen"),
                        _ -> say(new Notice(Tone.WARN, Words.say("plan.reopen.sure"))
                                .with(Action.secondary(
                                                Words.say("plan.reopen.yes"),
                                                _ -> take(plan, "reopen", (now, by, when) -> now.reopen(by)))
                                        .handle("plan-reopen-confirm"))
                                .spoken()))
                .handle("plan-reopen");
    }

    private Component act(Ondersteuningsplan plan, String key, String name, PlanVerb verb) {
        return Action.secondary(Words.say(key), _ -> take(plan, name, verb)).handle("plan-" + name);
    }

    private void take(Ondersteuningsplan plan, String name, PlanVerb verb) {
        attempt(() -> seat().plans().take(seat().step(plan.id(), Seat.newStep()), name, verb));
    }

    /** Shows the plan after a step, or why the step cannot be taken. */
    protected final void attempt(Supplier<Ondersteuningsplan> step) {
        try {
            showFromTop(step.get());
        } catch (StepRefused refused) {
            say(refusal(refused));
        }
    }

    /** Why a step cannot be taken. */
    protected Notice refusal(StepRefused refused) {
        return new Notice(Tone.BAD, PlanWords.refused(refused)).spoken();
    }

    private void say(Notice notice) {
        problem.removeAll();
        problem.add(notice);
    }

    /** Empties the page. @return what was typed on it and not saved */
    protected final List<String> leave() {
        var unsaved = sheet.map(PlanSheet::unsaved).orElseGet(List::of);
        sheet = Optional.empty();
        clear();
        return unsaved;
    }
}
