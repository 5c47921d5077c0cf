package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.dossier.plan.ChangedMeanwhile;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.Written;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * One text of the plan: to read, and to write for who may. While somebody writes here, nothing that others do takes the
 * typed text away: their text comes to stand beside it.
 */
final class PartBox extends Section {

    private final transient Seat seat;
    private final transient PlanPart part;
    private final transient Changes changes;
    private final Component heading;
    private final Div body = new Div();
    private final Div beside = new Div();
    private transient Ondersteuningsplan plan;
    private transient Optional<Editing> editing = Optional.empty();
    private transient Optional<Read> shown = Optional.empty();

    /**
     * What stands here to read. As long as it is the same, the button that somebody is about to press stays the same
     * too.
     */
    private record Read(Written written, boolean writable) {}

    /** What is being typed here. */
    private final class Editing {
        final TextArea text = new TextArea(PlanWords.part(part))
                .hint(Words.say("plan.part." + PlanWords.code(part) + ".hint"))
                .rows(5)
                .counted(Ondersteuningsplan.LONGEST_TEXT)
                .handle("plan-text");
        final Check none = new Check(Words.say("plan.not-applicable")).handle("plan-not-applicable");
        final Optional<Keeping.Kept> kept;
        int basedOn;
        StepId step = Seat.newStep();

        Editing(Written now) {
            basedOn = now.step();
            text.setValue(now.text());
            none.setValue(now.notApplicable());
            kept = seat.keeping()
                    .of("plan/" + plan.id() + "/" + PlanWords.code(part), now.step(), Map.of("text", text));
        }
    }

    PartBox(Seat seat, PlanPart part, boolean below, Ondersteuningsplan plan, Changes changes) {
        this.seat = seat;
        this.part = part;
        this.plan = plan;
        this.changes = changes;
        heading = below ? new H3(PlanWords.part(part)) : new H2(PlanWords.part(part));
        heading.getElement().setAttribute("tabindex", "-1");
        addClassNames("ve-stack", "ve-plan-part");
        body.addClassName("ve-stack");
        setTestId("plan-part-" + PlanWords.code(part));
        add(heading, beside, body);
        read();
    }

    PlanPart part() {
        return part;
    }

    boolean isEditing() {
        return editing.isPresent();
    }

    /** What is typed here and not saved. */
    Optional<String> unsaved() {
        return editing.map(form -> form.text.getValue())
                .filter(text -> !text.isBlank() && !text.equals(plan.part(part).text()));
    }

    /** What happened elsewhere. */
    void update(Ondersteuningsplan now) {
        var before = plan.part(part);
        plan = now;
        if (editing.isEmpty()) {
            if (!shown.equals(Optional.of(toRead()))) {
                read();
            }
        } else if (before.step() != now.part(part).step() && now.part(part).step() != editing.get().basedOn) {
            theirs(now.part(part));
        }
    }

    private Read toRead() {
        var written = plan.part(part);
        return new Read(written, seat.may(plan, (now, by, when) -> now.write(by, part, "", false, written.step())));
    }

    private void read() {
        body.removeAll();
        beside.removeAll();
        var read = toRead();
        shown = Optional.of(read);
        var written = read.written();
        if (written.filled()) {
            var text = new Div(written.notApplicable() ? Words.say("plan.none") : written.text());
            text.addClassName("ve-text");
            text.setTestId("plan-part-text");
            body.add(text, by(written));
        } else {
            var empty = new Paragraph(Words.say("plan.part." + PlanWords.code(part) + ".hint"));
            empty.addClassName("ve-soft");
            body.add(empty);
        }
        if (read.writable()) {
            body.add(Action.quiet(Words.say(written.filled() ? "plan.change" : "plan.write"), _ -> edit())
                    .heard(PlanWords.part(part))
                    .handle("plan-edit-" + PlanWords.code(part)));
        }
    }

    private Component by(Written written) {
        var line = new Paragraph(
                Words.say("plan.by", PlanWords.who(written.by(), seat.isResident()), Dates.moment(written.at())));
        line.addClassNames("ve-soft", "ve-small", "ve-no-print");
        return line;
    }

    private void edit() {
        var form = new Editing(plan.part(part));
        editing = Optional.of(form);
        changes.writing(Optional.of(part));
        body.removeAll();
        form.kept.map(Keeping.Kept::shown).ifPresent(body::add);
        body.add(form.text);
        if (!part.ofResidentOnly()) {
            body.add(form.none);
        }
        var acts = new Div(
                Action.primary(Words.say("plan.save"), _ -> save(form)).handle("plan-save"),
                Action.quiet(Words.say("plan.cancel"), _ -> stop(form)).handle("plan-cancel"));
        acts.addClassName("ve-row");
        body.add(acts);
        form.text.getElement().executeJs("this.querySelector('textarea')?.focus()");
    }

    private void stop(Editing form) {
        form.kept.ifPresent(kept -> kept.done().run());
        editing = Optional.empty();
        changes.writing(Optional.empty());
        read();
        focus();
    }

    private void save(Editing form) {
        try {
            var now = seat.plans()
                    .take(
                            seat.step(plan.id(), form.step),
                            "write",
                            (plan, by, when) ->
                                    plan.write(by, part, form.text.getValue(), form.none.getValue(), form.basedOn));
            stop(form);
            changes.changed(now);
        } catch (AccessRefused refused) {
            changes.ended();
        } catch (ChangedMeanwhile changed) {
            theirs(changed.theirs());
        } catch (StepRefused refused) {
            form.step = Seat.newStep();
            beside.removeAll();
            beside.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
        }
    }

    /** Both texts in sight; what is saved next builds on theirs. */
    private void theirs(Written theirs) {
        editing.ifPresent(form -> {
            form.basedOn = theirs.step();
            form.step = Seat.newStep();
        });
        var text = new Div(theirs.notApplicable() ? Words.say("plan.none") : theirs.text());
        text.addClassName("ve-text");
        text.setTestId("plan-theirs");
        beside.removeAll();
        beside.add(new Notice(
                        Tone.WARN,
                        Words.say(
                                "plan.changed-meanwhile",
                                PlanWords.who(theirs.by(), seat.isResident()),
                                Dates.time(theirs.at())))
                .with(
                        text,
                        Action.secondary(Words.say("plan.take-theirs"), _ -> editing.ifPresent(this::stop))
                                .handle("plan-take-theirs"))
                .spoken());
    }

    private void focus() {
        heading.getElement().executeJs("this.focus({preventScroll: true})");
    }

    /** To whom this box tells what happened in it. */
    interface Changes {

        void changed(Ondersteuningsplan now);

        /** The plan may no longer be opened. */
        void ended();

        /** Which part is being written on this screen. */
        void writing(Optional<PlanPart> part);
    }
}
