package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.Topic;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Telling in a resident's name what help is needed, and following what came of it. */
@Route(value = "namens/:mandate/melding", layout = CarerShell.class)
@PermitAll
class CarerMeldingPage extends CarerPage {

    private static final int LONGEST_LINE = 500;

    private final transient Intake intake;
    private final transient Clock clock;

    CarerMeldingPage(Capacities capacities, Intake intake, Clock clock) {
        super(capacities);
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        show(namens);
    }

    private void show(Namens namens, Component... said) {
        var all = intake.of(namens.actor().get(), namens.resident());
        empty();
        above(namens);
        title(Words.say("namens.melding.of", namens.name()));
        lead(Words.say("namens.melding.lead", namens.name()));
        add(said);
        add(new Reporting(namens));
        if (!all.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            all.forEach(one -> list.add(new ListItem(card(namens, one))));
            add(part(Words.say("namens.melding.all"), list));
        }
    }

    private Component card(Namens namens, Onderzoek one) {
        var day = Dates.shortDay(CalendarDays.dayOf(one.reportedAt()));
        var badge = new Badge(Tone.INFO, Words.say("namens.melding.state." + code(one.state())));
        badge.setTestId("melding-state");
        var head = new Div(new H2(Words.say("namens.melding.one", day)), badge);
        head.addClassName("ve-row-apart");
        var facts = new DataSummary()
                .row(Words.say("namens.melding.said"), said(one.melding().words()));
        one.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by"), name));
        one.talk()
                .filter(_ -> one.state() == Onderzoek.State.GESPREK_GEPLAND)
                .ifPresent(talk -> facts.row(Words.say("namens.melding.talk"), Dates.moment(talk.at()))
                        .row(Words.say("melding.talk.where"), talk.place()));
        one.companion()
                .filter(who -> !who.isBlank())
                .ifPresent(who -> facts.row(Words.say("namens.melding.companion"), who));
        one.ownPlan().ifPresent(plan -> facts.row(Words.say("namens.melding.own-plan"), said(plan.text())));
        if (one.state().open()) {
            facts.row(
                    Words.say("namens.melding.until"),
                    Dates.day(one.inquiryUntil().lastDay()));
        }
        var card = new Card(head, facts);
        one.account().ifPresent(account -> card.add(account(one, account)));
        if (one.state().open()) {
            card.add(ownPlan(namens, one), companion(namens, one));
        } else if (one.state() == Onderzoek.State.AFGEROND) {
            card.add(remark(namens, one));
        }
        return card.handle("melding");
    }

    private static Component account(Onderzoek one, Onderzoek.Account account) {
        var facts = new DataSummary();
        for (var topic : Topic.values()) {
            Optional.ofNullable(account.topics().get(topic))
                    .ifPresent(found -> facts.row(Words.say("melding.topic." + code(topic)), said(found)));
        }
        facts.row(Words.say("melding.account.outcome"), said(account.outcome()));
        one.remarks().forEach(remark -> facts.row(Words.say("namens.melding.remark.of"), said(remark.text())));
        return new NativeDetails(Words.say("melding.account"), facts);
    }

    private Component ownPlan(Namens namens, Onderzoek one) {
        var text = keeps(
                new TextArea(Words.say("namens.melding.own-plan.text")).rows(6).handle("own-plan-text"));
        return new NativeDetails(
                Words.say("namens.melding.own-plan.write"),
                writing(
                        text,
                        Action.submit(Words.say("namens.send")).handle("melding-own-plan"),
                        () -> take(
                                namens, one, "own-plan", (now, by, at) -> now.handInOwnPlan(by, text.getValue(), at))));
    }

    private Component companion(Namens namens, Onderzoek one) {
        var who = keeps(
                new TextArea(Words.say("namens.melding.companion.who")).rows(1).handle("companion"));
        who.setValue(one.companion().orElse(""));
        return new NativeDetails(
                Words.say("namens.melding.companion.choose"),
                writing(
                        who,
                        Action.submit(Words.say("namens.send")).handle("companion-save"),
                        () -> take(
                                namens,
                                one,
                                "companion",
                                (now, by, at) -> now.chooseCompanion(by, Optional.of(who.getValue())))));
    }

    private Component remark(Namens namens, Onderzoek one) {
        var text = keeps(
                new TextArea(Words.say("namens.melding.remark.text")).rows(4).handle("melding-remark-text"));
        return new NativeDetails(
                Words.say("namens.melding.remark"),
                writing(
                        text,
                        Action.submit(Words.say("namens.send")).handle("melding-remark"),
                        () -> take(namens, one, "remark", (now, by, at) -> now.remark(by, text.getValue()))));
    }

    private void take(Namens namens, Onderzoek one, String name, Intake.Verb verb) {
        intake.take(namens.actor().get(), namens.resident(), one.id(), new StepId(UUID.randomUUID()), name, verb);
        show(namens, done("act-done", Words.say("namens.sent", namens.name())));
        readFromTop();
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** The form, and what it says looked through once more. */
    private final class Reporting extends Div {

        private final transient Namens namens;
        /** Chosen before the first click, so that a second click files nothing twice. */
        private final transient ProcedureId id = new ProcedureId(UuidV7.at(clock.instant()));

        private final ErrorSummary errors = new ErrorSummary();
        private final TextArea words = keeps(new TextArea(Words.say("namens.melding.words"))
                .hint(Words.say("namens.melding.words.hint"))
                .rows(6)
                .counted(Onderzoek.LONGEST_TEXT)
                .handle("melding-words"));
        private final Check soon = new Check(Words.say("namens.melding.soon")).handle("melding-soon");
        private final TextLine reachable = keeps(
                new TextLine(Words.say("namens.melding.reachable")).optional().handle("melding-reachable"));

        Reporting(Namens namens) {
            this.namens = namens;
            addClassNames("ve-card", "ve-stack", "ve-narrow");
            ask();
        }

        private void ask() {
            removeAll();
            add(
                    new H2(Words.say("namens.melding.new")),
                    errors,
                    new Form(
                            this::check,
                            words,
                            soon,
                            reachable,
                            row(Action.submit(Words.say("namens.check")).handle("melding-check"))));
        }

        private void check() {
            var length = words.getValue().strip().length();
            if (!errors.begin()
                    .need(length > 0, words, Words.say("namens.melding.words.missing"))
                    .need(
                            length <= Onderzoek.LONGEST_TEXT,
                            words,
                            Words.say("melding.words.long", length, Onderzoek.LONGEST_TEXT))
                    .need(reachable.getValue().length() <= LONGEST_LINE, reachable, Words.say("melding.line.long"))
                    .fine()) {
                return;
            }
            removeAll();
            var facts = new DataSummary()
                    .row(
                            Words.say("namens.melding.words"),
                            said(words.getValue().strip()))
                    .row(Words.say("namens.melding.soon"), Words.say(soon.getValue() ? "melding.yes" : "melding.no"));
            if (!reachable.getValue().isBlank()) {
                facts.row(
                        Words.say("namens.melding.reachable"),
                        said(reachable.getValue().strip()));
            }
            add(
                    new H2(Words.say("namens.sure")),
                    facts,
                    new Paragraph(Words.say("namens.melding.check", namens.name())),
                    row(
                            Action.primary(
                                            Words.say("namens.send.for", namens.name()),
                                            _ -> CarerMeldingPage.this.act(this::send))
                                    .handle("melding-send"),
                            Action.quiet(Words.say("namens.change"), _ -> ask())));
        }

        private void send() {
            intake.report(
                    namens.actor().get(),
                    namens.resident(),
                    id,
                    new StepId(id.value()),
                    new Happened.Reported(
                            words.getValue(), soon.getValue(), Optional.of(reachable.getValue()), Optional.empty()));
            show(namens, done("melding-receipt", Words.say("namens.melding.done", namens.name())));
            readFromTop();
        }
    }
}
