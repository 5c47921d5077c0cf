package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Penalty;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.Aanvraag.Flag;
import nl.voorelkaar.dossier.decision.Aanvraag.State;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.letter.DecisionLetter;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One application: where it stands, whose turn it is, until when, and what the resident can do. */
@Route(value = DecisionPaths.AANVRAAG + "/:aanvraag", layout = ResidentShell.class)
@PermitAll
class AanvraagPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Decisions decisions;
    private final transient Deadlines deadlines;
    private final transient Drafting drafting;
    private final transient Clock clock;

    AanvraagPage(SignedIn signedIn, Decisions decisions, Deadlines deadlines, Drafting drafting, Clock clock) {
        this.signedIn = signedIn;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.drafting = drafting;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(
                new Crumb("/mijn", Words.say("menu.home")),
                new Crumb("/" + DecisionPaths.ALL, Words.say("besluiten.title")));
        show(Ids.of(event, "aanvraag"), Optional.empty());
    }

    private void show(ProcedureId id, Optional<String> done) {
        clear();
        var actor = signedIn.resident();
        var all = decisions.of(actor, actor.id());
        var aanvraag = all.aanvragen().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        title(Words.say("aanvraag.title"));
        done.ifPresent(words -> add(new Notice(Tone.GOOD, words).spoken()));
        add(standing(aanvraag, all));
        if (aanvraag.missing().isPresent()) {
            add(supply(aanvraag));
        }
        if (aanvraag.intention().isPresent()) {
            add(view(aanvraag));
        }
        if (aanvraag.flags().contains(Flag.TE_LAAT)) {
            add(late(aanvraag));
        }
        add(request(aanvraag));
        if (aanvraag.state().open()) {
            add(term(aanvraag), stopping(aanvraag));
        }
    }

    private Component standing(Aanvraag aanvraag, Decisions.Overview all) {
        var notice = new Notice(
                Plain.tone(aanvraag) == Tone.QUIET ? Tone.INFO : Plain.tone(aanvraag),
                Plain.state(aanvraag),
                Plain.now(aanvraag, deadlines));
        notice.setTestId("aanvraag-state");
        aanvraag.promised()
                .filter(day -> aanvraag.state().open())
                .ifPresent(day -> notice.with(new Paragraph(Words.say("aanvraag.promised", Dates.day(day)))));
        all.besluitOn(aanvraag.id())
                .filter(besluit -> besluit.state().known())
                .map(Besluit::id)
                .ifPresent(besluit ->
                        notice.with(ActionLink.primary(DecisionPaths.besluit(besluit), Words.say("besluiten.read"))
                                .handle("decision-open")));
        return notice;
    }

    private Component request(Aanvraag aanvraag) {
        var facts = new DataSummary()
                .row(Words.say("apply.what"), text(aanvraag.what()))
                .row(Words.say("apply.law"), Words.say("apply.law." + Plain.code(aanvraag.law())));
        aanvraag.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by.you"), name));
        aanvraag.received().ifPresent(at -> facts.row(Words.say("apply.received"), Dates.moment(at)));
        facts.row(Words.say("apply.number"), aanvraag.id().reference());
        return section("aanvraag.yours", new Card(facts));
    }

    private Component term(Aanvraag aanvraag) {
        var term = aanvraag.term(deadlines);
        return section(
                "besluiten.how",
                new Paragraph(Words.say("aanvraag.term", Dates.day(term.lastDay()))),
                new DeadlineSteps(term));
    }

    private Component supply(Aanvraag aanvraag) {
        var asked = aanvraag.missing().orElseThrow();
        var text = new TextArea(Words.say("supply.text")).rows(6).handle("supply-text");
        return answer("supply", text(asked.what()), text, aanvraag, (now, by, at) -> now.supply(by, text.getValue()));
    }

    private Component view(Aanvraag aanvraag) {
        var meant = aanvraag.intention().orElseThrow();
        var text = new TextArea(Words.say("view.text")).rows(6).handle("view-text");
        return answer("view", text(meant.why()), text, aanvraag, (now, by, at) -> now.giveView(by, text.getValue()));
    }

    private Component answer(
            String name, Component asked, TextArea text, Aanvraag aanvraag, Decisions.OnAanvraag verb) {
        var errors = new ErrorSummary();
        var kept = drafting.of(new FormKey(name + "-" + aanvraag.id()), Map.of("text", text));
        var step = Ids.step(clock);
        var form = new Form(
                () -> {
                    if (errors.begin()
                            .need(!text.getValue().isBlank(), text, Words.say("refused.decision.empty-text"))
                            .need(
                                    text.getValue().length() <= Aanvraag.LONGEST_TEXT,
                                    text,
                                    Words.say("refused.decision.text-too-long"))
                            .fine()) {
                        take(aanvraag, step, name, verb, Words.say(name + ".done"), kept::done);
                    }
                },
                text,
                new Div(Action.submit(Words.say(name + ".send")).handle(name + "-send")));
        var card = new Card(new Paragraph(Words.say(name + ".why")), asked, kept, errors, form);
        return section(name + ".title", card);
    }

    private Component late(Aanvraag aanvraag) {
        var section = section("late.title");
        var penalty = aanvraag.penalty(deadlines);
        if (penalty.isPresent()) {
            section.add(clock(aanvraag, penalty.get()));
        } else if (aanvraag.state().open()) {
            section.add(notice(aanvraag));
        }
        return section;
    }

    /** Pre-filled notice of default, and one button to send it. */
    private Component notice(Aanvraag aanvraag) {
        var letter = text(Words.say(
                "late.letter",
                Dates.day(CalendarDays.dayOf(aanvraag.received().orElse(Instant.EPOCH))),
                Dates.day(aanvraag.term(deadlines).lastDay()),
                signedIn.name()));
        var step = Ids.step(clock);
        var card = new Card(
                new Paragraph(Words.say("late.what")),
                letter,
                new Paragraph(Words.say("late.check")),
                new Div(Action.primary(
                                Words.say("late.send"),
                                _ -> take(
                                        aanvraag,
                                        step,
                                        "default-notice",
                                        (now, by, at) -> now.giveNotice(by, deadlines, at),
                                        Words.say("late.sent", Dates.moment(clock.instant())),
                                        () -> {}))
                        .handle("default-notice-confirm")));
        return card.handle("default-notice");
    }

    private Component clock(Aanvraag aanvraag, Penalty penalty) {
        var today = CalendarDays.dayOf(clock.instant());
        var until = aanvraag.decidedOn().orElse(today);
        var days = penalty.daysBefore(until);
        var card = new Card();
        if (days == 0 && aanvraag.state().open()) {
            card.add(new Paragraph(
                    Words.say("late.grace", Dates.day(penalty.grace().lastDay()), Dates.day(penalty.firstDay()))));
        } else {
            card.add(new Paragraph(
                    Words.say("late.clock", Integer.toString(days), DecisionLetter.euro(penalty.due(until)))));
        }
        card.add(
                new Paragraph(Words.say("late.most", DecisionLetter.euro(penalty.most()))),
                new DeadlineSteps(penalty.grace()));
        aanvraag.penaltyFixed()
                .ifPresent(fixed ->
                        card.add(new Notice(Tone.GOOD, Words.say("late.fixed", DecisionLetter.euro(fixed.euro())))));
        return card.handle("penalty-clock");
    }

    private Component stopping(Aanvraag aanvraag) {
        var prepared = aanvraag.state() == State.KLAARGEZET;
        var name = prepared ? "cancel" : "withdraw";
        var handle = prepared ? "prepared-cancel" : "aanvraag-withdraw";
        var place = new Div();
        place.addClassName("ve-stack");
        var step = Ids.step(clock);
        place.add(new Div(Action.quiet(Words.say("stopping." + name), _ -> {
                    place.removeAll();
                    var acts = new Div(
                            Action.primary(
                                            Words.say("stopping." + name + ".confirm"),
                                            _ -> take(
                                                    aanvraag,
                                                    step,
                                                    name,
                                                    prepared
                                                            ? (now, by, at) -> now.cancel(by)
                                                            : (now, by, at) -> now.withdraw(by),
                                                    Words.say("stopping." + name + ".done"),
                                                    () -> {}))
                                    .handle(handle + "-confirm"),
                            Action.secondary(Words.say("stopping.keep"), _ -> show(aanvraag.id(), Optional.empty())));
                    acts.addClassName("ve-row");
                    place.add(new Card(
                            new H2(Words.say("stopping." + name + ".title")),
                            new Paragraph(Words.say("stopping." + name + ".what")),
                            acts));
                })
                .handle(handle)));
        return place;
    }

    private void take(
            Aanvraag aanvraag, StepId step, String name, Decisions.OnAanvraag verb, String done, Runnable afterwards) {
        try {
            var actor = signedIn.resident();
            decisions.take(actor, actor.id(), aanvraag.id(), step, name, verb);
            afterwards.run();
            show(aanvraag.id(), Optional.of(done));
        } catch (StepRefused refused) {
            show(aanvraag.id(), Optional.empty());
            addComponentAsFirst(
                    new Notice(Tone.BAD, Words.say("refused." + refused.reason().key())).spoken());
        }
        readFromTop();
    }

    private static Component text(String words) {
        var text = new Paragraph(words);
        text.addClassName("ve-text");
        return text;
    }

    private static Section section(String key, Component... parts) {
        var section = new Section(new H2(Words.say(key)));
        section.add(parts);
        section.addClassName("ve-stack");
        return section;
    }
}
