package nl.voorelkaar.portal.workspace.emergency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The privacy officer's side of one emergency access: what happened, telling it later, and the judgement. */
final class ReviewSheet extends Div {

    private final transient Actor.Professional officer;
    private final transient Emergencies emergencies;
    private final transient Emergency emergency;
    private final transient Consumer<Emergency> then;
    private final Div answer = new Div();

    /** @param then shows what came of an act */
    ReviewSheet(
            Actor.Professional officer,
            Emergencies emergencies,
            Clock clock,
            Emergency emergency,
            Consumer<Emergency> then) {
        this.officer = officer;
        this.emergencies = emergencies;
        this.emergency = emergency;
        this.then = then;
        addClassName("ve-stack-wide");
        add(facts(), answer);
        switch (emergency.state()) {
            case AANGEVRAAGD, ACTIEF -> add(new Notice(Tone.INFO, Words.say("workspace.nood.review.still")));
            case AFGELOPEN ->
                add(Action.primary(
                                Words.say("workspace.nood.review.take-up"),
                                _ -> act(() -> emergencies.takeUp(officer, emergency.id())))
                        .handle("emergency-take-up"));
            case IN_REVIEW -> {
                if (emergency
                        .review()
                        .filter(review -> review.by().id().equals(officer.id()))
                        .isPresent()) {
                    add(judge());
                }
            }
            case GERECHTVAARDIGD, ONTERECHT -> {}
        }
        if (emergency.delay().isEmpty()
                && emergency.review().flatMap(Emergency.Review::outcome).isEmpty()) {
            add(delay());
        }
        emergencies.breaches(officer).stream()
                .filter(breach -> breach.emergency().equals(emergency.id()))
                .forEach(breach -> add(new BreachSheet(
                        breach.knownAt(),
                        breach.reportBefore(),
                        breach.closing(),
                        clock.instant(),
                        (reported, words) -> {
                            emergencies.closeBreach(officer, breach.emergency(), reported, words);
                            then.accept(emergencies.find(officer, emergency.id()));
                        })));
    }

    private Component facts() {
        var facts = new DataSummary()
                .row(Words.say("workspace.nood.review.who"), People.full(emergency.by()))
                .row(Words.say("workspace.nood.check.reason"), EmergencyWords.reason(emergency.reason()))
                .row(
                        Words.say("workspace.nood.review.text"),
                        text(emergency.why().text()))
                .row(Words.say("nood.what"), People.sections(emergency.sections()))
                .row(Words.say("workspace.nood.review.asked"), Dates.moment(emergency.askedAt()));
        emergency.from().ifPresent(from -> facts.row(Words.say("workspace.nood.review.opened"), Dates.moment(from)));
        emergency.until().ifPresent(until -> facts.row(Words.say("workspace.nood.review.ended"), Dates.moment(until)));
        emergency
                .delay()
                .ifPresent(delay -> facts.row(
                        Words.say("workspace.nood.review.delayed"),
                        text(Words.say(
                                "workspace.nood.review.delayed.value",
                                delay.days(),
                                delay.why().text()))));
        emergency.review().ifPresent(review -> {
            facts.row(Words.say("workspace.nood.review.reviewer"), People.full(review.by()));
            review.outcome()
                    .ifPresent(outcome -> facts.row(
                            Words.say("workspace.nood.review.judge"),
                            text(EmergencyWords.state(emergency.state())),
                            text(outcome.words().text())));
        });
        var card = new Card(new H2(EmergencyWords.state(emergency.state())), facts);
        card.setTestId("emergency-facts");
        emergency
                .reviewBefore()
                .filter(_ ->
                        emergency.review().flatMap(Emergency.Review::outcome).isEmpty())
                .ifPresent(before -> card.add(new Notice(
                        emergency.overdue() ? Tone.BAD : Tone.TASK,
                        (emergency.overdue() ? Words.say("workspace.nood.review.late") + ". " : "")
                                + Words.say("workspace.nood.review.before", EmergencyWords.lastDay(before)))));
        return card;
    }

    private Component judge() {
        var errors = new ErrorSummary();
        var outcome = new Radios<>(
                Words.say("workspace.nood.review.outcome"),
                List.of(true, false),
                yes -> Words.say(yes ? "workspace.nood.review.outcome.yes" : "workspace.nood.review.outcome.no"),
                yes -> yes ? Optional.empty() : Optional.of(Words.say("workspace.nood.review.outcome.no.hint")),
                yes -> yes ? "emergency-justified" : "emergency-unjustified");
        var words = new TextArea(Words.say("workspace.nood.review.words"))
                .hint(Words.say("workspace.nood.review.words.hint"))
                .rows(5)
                .handle("emergency-words");
        var form = new Form(
                () -> {
                    var typed = EmergencyWords.typed(words.getValue());
                    var chosen = outcome.getValue();
                    if (!errors.begin()
                                    .need(chosen != null, outcome, Words.say("workspace.nood.review.outcome.missing"))
                                    .need(typed.isPresent(), words, Words.say("workspace.nood.text.wrong"))
                                    .fine()
                            || chosen == null) {
                        return;
                    }
                    act(() -> emergencies.judge(officer, emergency.id(), chosen, typed.orElseThrow()));
                },
                outcome,
                words,
                Action.submit(Words.say("workspace.nood.review.judge.do")).handle("emergency-judge"));
        var card = new Card(new H2(Words.say("workspace.nood.review.judge")), errors, form);
        card.addClassName("ve-narrow");
        return card;
    }

    private Component delay() {
        var errors = new ErrorSummary();
        var days = new Choice<>(
                        Words.say("workspace.nood.review.delay.days"),
                        IntStream.rangeClosed(1, Emergencies.LONGEST_DELAY)
                                .boxed()
                                .toList(),
                        String::valueOf,
                        number -> Words.count("workspace.nood.review.delay.days", number))
                .none(Words.say("workspace.nood.review.delay.choose"))
                .handle("emergency-delay-days");
        var why = new TextArea(Words.say("workspace.nood.review.delay.why"))
                .hint(Words.say("workspace.nood.review.words.hint"))
                .rows(3)
                .handle("emergency-delay-text");
        var form = new Form(
                () -> {
                    var typed = EmergencyWords.typed(why.getValue());
                    var chosen = days.getValue();
                    if (!errors.begin()
                                    .need(chosen != null, days, Words.say("workspace.nood.review.delay.missing"))
                                    .need(typed.isPresent(), why, Words.say("workspace.nood.text.wrong"))
                                    .fine()
                            || chosen == null) {
                        return;
                    }
                    act(() -> emergencies.delay(officer, emergency.id(), chosen, typed.orElseThrow()));
                },
                days,
                why,
                Action.submit(Words.say("workspace.nood.review.delay.do")).handle("emergency-delay"));
        var card = new Card(new Paragraph(Words.say("workspace.nood.review.delay.text")), errors, form);
        card.addClassName("ve-narrow");
        return new NativeDetails(Words.say("workspace.nood.review.delay"), card);
    }

    private void act(Supplier<Emergency> verb) {
        answer.removeAll();
        try {
            then.accept(verb.get());
        } catch (EmergencyRefused refused) {
            answer.add(new Notice(Tone.BAD, EmergencyWords.refused(refused)).spoken());
        }
    }

    /** What somebody wrote, with its own lines and in its own direction. */
    static Paragraph text(String text) {
        var said = new Paragraph(text);
        said.addClassName("ve-text");
        return said;
    }
}
