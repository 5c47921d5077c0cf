package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.decision.Law;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Applying in a resident's name, and answering what the municipality asks about it. Withdrawing is the resident's own
 * act.
 */
@Route(value = "namens/:mandate/aanvraag", layout = CarerShell.class)
@PermitAll
class CarerApplyPage extends CarerPage {

    private final transient Decisions decisions;
    private final transient Deadlines deadlines;
    private final transient Clock clock;

    CarerApplyPage(Capacities capacities, Decisions decisions, Deadlines deadlines, Clock clock) {
        super(capacities);
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        show(namens);
    }

    private void show(Namens namens, Component... said) {
        var all = decisions.of(namens.actor().get(), namens.resident()).aanvragen();
        empty();
        above(namens);
        title(Words.say("namens.apply.of", namens.name()));
        lead(Words.say("namens.apply.lead", namens.name()));
        add(said);
        add(new Applying(namens));
        if (!all.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            all.forEach(one -> list.add(new ListItem(card(namens, one))));
            add(part(Words.say("namens.apply.all"), list));
        }
    }

    private Component card(Namens namens, Aanvraag one) {
        var badge = new Badge(Tone.INFO, Words.say("namens.apply.state." + code(one.state())));
        badge.setTestId("aanvraag-state");
        var head = new Div(new H2(Words.say("apply.law." + code(one.law()))), badge);
        head.addClassName("ve-row-apart");
        var facts = new DataSummary().row(Words.say("namens.apply.what"), said(one.what()));
        one.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by"), name));
        one.received().ifPresent(at -> facts.row(Words.say("apply.received"), Dates.moment(at)));
        if (one.state().open() && one.received().isPresent()) {
            facts.row(Words.say("apply.until"), Dates.day(one.term(deadlines).lastDay()));
        }
        var card = new Card(head, facts);
        one.missing()
                .ifPresent(asked -> card.add(answer(
                        namens,
                        one,
                        "supply",
                        new Paragraph(Words.say("namens.supply.until", Dates.day(asked.until()))),
                        asked.what(),
                        text -> (now, by, at) -> now.supply(by, text))));
        one.intention()
                .ifPresent(meant -> card.add(answer(
                        namens,
                        one,
                        "view",
                        new Paragraph(Words.say("namens.view.until", Dates.day(meant.until()))),
                        meant.why(),
                        text -> (now, by, at) -> now.giveView(by, text))));
        return card.handle("aanvraag");
    }

    /** Makes a step of a typed text. */
    @FunctionalInterface
    private interface Saying {
        Decisions.OnAanvraag of(String text);
    }

    private Component answer(Namens namens, Aanvraag one, String name, Component until, String asked, Saying saying) {
        var text = keeps(
                new TextArea(Words.say("namens." + name + ".text")).rows(5).handle(name + "-text"));
        var step = new StepId(UUID.randomUUID());
        var box = new Div(
                until,
                said(asked),
                writing(text, Action.submit(Words.say("namens.send")).handle(name + "-send"), () -> {
                    decisions.take(
                            namens.actor().get(), namens.resident(), one.id(), step, name, saying.of(text.getValue()));
                    show(namens, done("act-done", Words.say("namens.sent", namens.name())));
                    readFromTop();
                }));
        box.addClassName("ve-stack");
        return box;
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** The form, and what it says looked through once more. */
    private final class Applying extends Div {

        private final transient Namens namens;
        private final transient ProcedureId id = new ProcedureId(UuidV7.at(clock.instant()));
        private final ErrorSummary errors = new ErrorSummary();
        private final TextArea what = keeps(new TextArea(Words.say("namens.apply.what"))
                .hint(Words.say("namens.apply.what.hint"))
                .rows(5)
                .handle("apply-what"));
        private final Choice<Law> law = new Choice<>(
                        Words.say("apply.law"),
                        List.of(Law.values()),
                        Enum::name,
                        one -> Words.say("apply.law." + code(one)))
                .handle("apply-law");

        Applying(Namens namens) {
            this.namens = namens;
            addClassNames("ve-card", "ve-stack", "ve-narrow");
            law.setValue(Law.WMO);
            ask();
        }

        private void ask() {
            removeAll();
            add(
                    new H2(Words.say("namens.apply.new")),
                    errors,
                    new Form(
                            this::check,
                            what,
                            law,
                            row(Action.submit(Words.say("namens.check")).handle("apply-check"))));
        }

        private void check() {
            var chosen = law.getValue();
            if (!errors.begin()
                            .need(!what.getValue().isBlank(), what, Words.say("namens.apply.missing"))
                            .need(
                                    what.getValue().length() <= Aanvraag.LONGEST_TEXT,
                                    what,
                                    Words.say("refused.decision.text-too-long"))
                            .need(chosen != null, law, Words.say("apply.law.missing"))
                            .fine()
                    || chosen == null) {
                return;
            }
            var today = CalendarDays.dayOf(clock.instant());
            removeAll();
            add(
                    new H2(Words.say("namens.sure")),
                    new DataSummary()
                            .row(
                                    Words.say("namens.apply.what"),
                                    said(what.getValue().strip()))
                            .row(Words.say("apply.law"), Words.say("apply.law." + code(chosen)))
                            .row(
                                    Words.say("apply.until"),
                                    Dates.day(deadlines.of(chosen.term(), today).lastDay())),
                    new Paragraph(Words.say("namens.apply.check", namens.name())),
                    row(
                            Action.primary(Words.say("namens.send.for", namens.name()), _ -> act(() -> send(chosen)))
                                    .handle("apply-send"),
                            Action.quiet(Words.say("namens.change"), _ -> ask())));
        }

        private void send(Law chosen) {
            var filed = decisions.file(
                    namens.actor().get(),
                    namens.reads().contains(Section.MELDING),
                    id,
                    new StepId(id.value()),
                    what.getValue(),
                    chosen);
            show(
                    namens,
                    done(
                            "apply-receipt",
                            Words.say(
                                    "namens.apply.done",
                                    namens.name(),
                                    Dates.day(filed.term(deadlines).lastDay()))));
            readFromTop();
        }
    }
}
