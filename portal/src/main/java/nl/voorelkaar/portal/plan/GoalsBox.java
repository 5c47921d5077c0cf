package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.plan.ChangedMeanwhile;
import nl.voorelkaar.dossier.plan.Goal;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanVerb;
import nl.voorelkaar.dossier.plan.Task;
import nl.voorelkaar.dossier.plan.TaskOwner;
import nl.voorelkaar.dossier.plan.Written;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Goals with the tasks that lead there. One form is open at a time; it stays open, with its text, whatever others do.
 */
final class GoalsBox extends Section {

    private static final int TEMPLATES = 6;

    private final transient Seat seat;
    private final transient PartBox.Changes changes;
    private final Div list = new Div();
    private final Div below = new Div();
    private transient Ondersteuningsplan plan;
    private transient Optional<Open> open = Optional.empty();
    private transient Optional<Listed> listed = Optional.empty();
    private transient Optional<Addable> addable = Optional.empty();

    /** What the goals look like. As long as it is the same, what somebody is about to press stays the same too. */
    private record Listed(List<Goal> goals, PlanState state, LocalDate today, Optional<Open> open) {}

    /** What stands below the goals. */
    private record Addable(Optional<Open> open, boolean allowed) {}

    /** A form and the place where it stands. @param goal of a task's form */
    private record Open(Optional<UUID> goal, Component form) {}

    GoalsBox(Seat seat, Ondersteuningsplan plan, PartBox.Changes changes) {
        this.seat = seat;
        this.plan = plan;
        this.changes = changes;
        addClassName("ve-stack");
        list.addClassName("ve-stack");
        below.addClassName("ve-stack");
        add(new H2(Words.say("plan.goals")), list, below);
        show();
    }

    void update(Ondersteuningsplan now) {
        plan = now;
        show();
    }

    private void show() {
        var goals = new Listed(plan.goals(), plan.state(), seat.today(), open);
        if (!listed.equals(Optional.of(goals))) {
            listed = Optional.of(goals);
            list();
        }
        var add = new Addable(open, seat.may(plan, (now, by, when) -> now.setGoal(by, UUID.randomUUID(), "x", 0)));
        if (!addable.equals(Optional.of(add))) {
            addable = Optional.of(add);
            below(add.allowed());
        }
    }

    private void list() {
        list.removeAll();
        if (plan.goals().isEmpty()) {
            list.add(new EmptyState(Words.say("plan.goals.none"), Words.say("plan.goals.none.why")));
        }
        plan.goals().forEach(goal -> list.add(goal(goal)));
    }

    private void below(boolean allowed) {
        below.removeAll();
        open.filter(form -> form.goal().isEmpty()).map(Open::form).ifPresent(below::add);
        if (open.isEmpty() && allowed) {
            below.add(Action.secondary(Words.say("plan.goal.add"), _ -> goalForm(Optional.empty()))
                    .icon(Icon.Shape.PLUS)
                    .handle("plan-goal-add"));
        }
    }

    private Component goal(Goal goal) {
        var head = new Div(new H3(goal.text().text()));
        head.addClassName("ve-row-apart");
        if (goal.reached()) {
            head.add(new Badge(Tone.GOOD, Words.say("plan.goal.reached")));
        }
        var next = new Paragraph();
        next.add(
                new Icon(Icon.Shape.CLOCK), new Span(PlanWords.next(plan.next(goal, seat.today()), seat.isResident())));
        next.addClassName("ve-due");
        next.setTestId("plan-next");
        var card = new Article(head, next);
        card.addClassNames("ve-card", "ve-stack");
        card.setTestId("plan-goal");
        if (!goal.tasks().isEmpty()) {
            var tasks = new UnorderedList();
            tasks.addClassName("ve-lines");
            goal.tasks().forEach(task -> tasks.add(task(goal, task)));
            card.add(tasks);
        }
        open.filter(form -> form.goal().filter(goal.id()::equals).isPresent())
                .map(Open::form)
                .ifPresent(card::add);
        var acts = new Div();
        acts.addClassName("ve-row");
        if (open.isEmpty()) {
            goalActs(goal, acts);
        }
        if (acts.getChildren().findAny().isPresent()) {
            card.add(acts);
        }
        return card;
    }

    private void goalActs(Goal goal, Div acts) {
        var step = goal.text().step();
        if (seat.may(
                plan, (now, by, when) -> now.setGoal(by, goal.id(), goal.text().text(), step))) {
            acts.add(
                    Action.secondary(Words.say("plan.task.add"), _ -> taskForm(goal, Optional.empty()))
                            .heard(goal.text().text())
                            .icon(Icon.Shape.PLUS)
                            .handle("plan-task-add"),
                    Action.quiet(Words.say("plan.change"), _ -> goalForm(Optional.of(goal)))
                            .heard(goal.text().text())
                            .handle("plan-goal-edit"),
                    Action.quiet(
                                    Words.say("plan.drop"),
                                    _ -> take("goal-drop", (now, by, when) -> now.dropGoal(by, goal.id(), step)))
                            .heard(goal.text().text())
                            .handle("plan-goal-drop"));
        }
        if (seat.may(plan, (now, by, when) -> now.markGoal(by, goal.id(), true))) {
            acts.add(Action.secondary(
                            Words.say(goal.reached() ? "plan.goal.not-reached" : "plan.goal.mark"),
                            _ -> take("goal-mark", (now, by, when) -> now.markGoal(by, goal.id(), !goal.reached())))
                    .heard(goal.text().text())
                    .handle("plan-goal-mark"));
        }
    }

    private Component task(Goal goal, Task task) {
        var words = new Paragraph(task.text().text());
        words.addClassName(task.done() ? "ve-done" : "ve-plan-task");
        var facts = new Div(new Span(PlanWords.owner(task, seat.isResident())));
        task.due().ifPresent(due -> facts.add(new Span(Words.say("plan.task.before", Dates.day(due)))));
        facts.addClassName("ve-entry-facts");
        var item = new ListItem(words, facts);
        item.setTestId("plan-task");
        if (task.done()) {
            item.add(new Badge(Tone.GOOD, Words.say("plan.task.done")));
        }
        var acts = new Div();
        acts.addClassName("ve-row");
        if (seat.may(plan, (now, by, when) -> now.markTask(by, task.id(), true))) {
            acts.add(Action.secondary(
                            Words.say(task.done() ? "plan.task.undo" : "plan.task.mark"),
                            _ -> take("task-mark", (now, by, when) -> now.markTask(by, task.id(), !task.done())))
                    .heard(task.text().text())
                    .handle("plan-task-done"));
        }
        var step = task.text().step();
        if (open.isEmpty() && seat.may(plan, (now, by, when) -> now.dropTask(by, task.id(), step))) {
            acts.add(
                    Action.quiet(Words.say("plan.change"), _ -> taskForm(goal, Optional.of(task)))
                            .heard(task.text().text())
                            .handle("plan-task-edit"),
                    Action.quiet(
                                    Words.say("plan.drop"),
                                    _ -> take("task-drop", (now, by, when) -> now.dropTask(by, task.id(), step)))
                            .heard(task.text().text())
                            .handle("plan-task-drop"));
        }
        if (acts.getChildren().findAny().isPresent()) {
            item.add(acts);
        }
        return item;
    }

    private void goalForm(Optional<Goal> existing) {
        var text = new TextLine(Words.say("plan.goal.text"))
                .hint(Words.say("plan.goal.text.hint"))
                .handle("plan-goal-text");
        text.setValue(existing.map(goal -> goal.text().text()).orElse(""));
        var id = existing.map(Goal::id).orElseGet(() -> UuidV7.at(seat.clock().instant()));
        var saving = new Saving(existing.map(goal -> goal.text().step()).orElse(0));
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    if (errors.begin()
                            .need(!text.getValue().isBlank(), text, Words.say("plan.goal.text.missing"))
                            .fine()) {
                        saving.save("goal", (now, by, when) -> now.setGoal(by, id, text.getValue(), saving.basedOn));
                    }
                },
                saving.beside,
                text);
        if (existing.isEmpty()) {
            form.add(templates(text));
        }
        form.add(acts("plan-goal-save"));
        open(new Open(existing.map(Goal::id), new Div(errors, form)));
    }

    /** A few ready goals to start from. */
    private static Component templates(TextLine text) {
        var row = new Div();
        row.addClassNames("ve-row", "ve-plan-templates");
        for (var number = 1; number <= TEMPLATES; number++) {
            var words = Words.say("plan.template." + number);
            row.add(Action.quiet(words, _ -> text.setValue(words)).handle("plan-template"));
        }
        var label = new Paragraph(Words.say("plan.templates"));
        label.addClassNames("ve-soft", "ve-small");
        return new Div(label, row);
    }

    private void taskForm(Goal goal, Optional<Task> existing) {
        var text = new TextLine(Words.say("plan.task.text"))
                .hint(Words.say("plan.task.text.hint"))
                .handle("plan-task-text");
        var owner = new Choice<>(
                        Words.say("plan.task.owner"),
                        List.of(TaskOwner.values()),
                        PlanWords::code,
                        each -> PlanWords.owner(each, seat.isResident()))
                .none(Words.say("plan.task.owner.choose"))
                .handle("plan-task-owner");
        var who = new TextLine(Words.say("plan.task.who"))
                .hint(Words.say("plan.task.who.hint"))
                .optional()
                .handle("plan-task-who");
        var due = new DayField(Words.say("plan.task.due")).optional().handle("plan-task-due");
        existing.ifPresent(task -> {
            text.setValue(task.text().text());
            owner.setValue(task.owner());
            who.setValue(task.who());
            due.setValue(task.due().orElse(null));
        });
        var id = existing.map(Task::id).orElseGet(() -> UuidV7.at(seat.clock().instant()));
        var saving = new Saving(existing.map(task -> task.text().step()).orElse(0));
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var chosen = owner.getValue();
                    if (errors.begin()
                                    .need(!text.getValue().isBlank(), text, Words.say("plan.task.text.missing"))
                                    .need(chosen != null, owner, Words.say("plan.task.owner.missing"))
                                    .fine()
                            && chosen != null) {
                        saving.save(
                                "task",
                                (now, by, when) -> now.setTask(
                                        by,
                                        id,
                                        goal.id(),
                                        text.getValue(),
                                        chosen,
                                        who.getValue(),
                                        Optional.ofNullable(due.getValue()),
                                        saving.basedOn));
                    }
                },
                saving.beside,
                text,
                owner,
                who,
                due,
                acts("plan-task-save"));
        open(new Open(Optional.of(goal.id()), new Div(errors, form)));
    }

    private Component acts(String handle) {
        var acts = new Div(
                Action.submit(Words.say("plan.save")).handle(handle),
                Action.quiet(Words.say("plan.cancel"), _ -> close()).handle("plan-cancel"));
        acts.addClassName("ve-row");
        return acts;
    }

    private void open(Open form) {
        open = Optional.of(form);
        form.form().getElement().getClassList().add("ve-stack");
        show();
        form.form().getElement().executeJs("this.querySelector('input')?.focus()");
    }

    private void close() {
        open = Optional.empty();
        show();
    }

    /** The saving of one form. */
    private final class Saving {
        final Div beside = new Div();
        int basedOn;
        private StepId step = Seat.newStep();

        Saving(int basedOn) {
            this.basedOn = basedOn;
        }

        void save(String name, PlanVerb verb) {
            try {
                var now = seat.plans().take(seat.step(plan.id(), step), name, verb);
                open = Optional.empty();
                changes.changed(now);
            } catch (AccessRefused refused) {
                changes.ended();
            } catch (ChangedMeanwhile changed) {
                theirs(changed.theirs());
            } catch (StepRefused refused) {
                step = Seat.newStep();
                beside.removeAll();
                beside.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
            }
        }

        private void theirs(Written theirs) {
            basedOn = theirs.step();
            step = Seat.newStep();
            var text = new Div(theirs.text());
            text.addClassName("ve-text");
            text.setTestId("plan-theirs");
            beside.removeAll();
            beside.add(new Notice(
                            Tone.WARN,
                            Words.say(
                                    "plan.changed-meanwhile",
                                    PlanWords.who(theirs.by(), seat.isResident()),
                                    Dates.time(theirs.at())))
                    .with(text)
                    .spoken());
        }
    }

    private void take(String name, PlanVerb verb) {
        try {
            changes.changed(seat.plans().take(seat.step(plan.id(), Seat.newStep()), name, verb));
        } catch (AccessRefused refused) {
            changes.ended();
        } catch (ChangedMeanwhile changed) {
            changes.changed(seat.find(plan.id()));
        } catch (StepRefused refused) {
            list();
            list.addComponentAsFirst(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
        }
    }
}
