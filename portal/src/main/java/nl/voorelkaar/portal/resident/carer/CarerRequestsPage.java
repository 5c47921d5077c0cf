package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Questions to share something of the resident, for who speaks for them in that matter. Parents answer together. */
@Route(value = "namens/:mandate/vragen", layout = CarerShell.class)
@PermitAll
class CarerRequestsPage extends CarerPage {

    static final String BELOW = "/vragen";

    private final transient Answers answers;
    private final transient SignedIn signedIn;

    CarerRequestsPage(Capacities capacities, Answers answers, SignedIn signedIn) {
        super(capacities);
        this.answers = answers;
        this.signedIn = signedIn;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        show(namens);
    }

    private void show(Namens namens, Component... said) {
        empty();
        above(namens);
        title(Words.say("namens.ask.title", namens.name()));
        add(said);
        var open = answers.open(namens.actor().get());
        if (open.isEmpty()) {
            add(new EmptyState(Words.say("namens.ask.none"), Words.say("namens.ask.none.why")));
        } else {
            lead(Words.say("namens.ask.lead"));
            add(list(open.stream().map(request -> card(namens, request))));
        }
        var given = answers.given(namens.actor().get());
        if (!given.isEmpty()) {
            add(
                    new H2(Words.say("namens.given.title")),
                    new Paragraph(
                            namens.byLaw().isPresent()
                                    ? Words.say("namens.given.lead")
                                    : Words.say("namens.given.lead.carer", namens.name())),
                    list(given.stream().map(grant -> given(namens, grant))));
        }
    }

    private static UnorderedList list(Stream<Component> cards) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        cards.forEach(card -> list.add(new ListItem(card)));
        return list;
    }

    private Component given(Namens namens, Grant grant) {
        var terms = grant.terms();
        var problem = new Div();
        return new Card(
                        new H3(People.full(grant.to())),
                        new DataSummary()
                                .row(Words.say("namens.given.what"), People.sections(terms.sections()))
                                .row(
                                        Words.say("namens.given.why"),
                                        grant.purpose().text())
                                .row(Words.say("namens.given.until"), Dates.day(terms.until())),
                        problem,
                        grant.state() == Grant.State.GEPAUZEERD
                                ? new Paragraph(Words.say("namens.given.paused.now"))
                                : row(pausing(namens, grant)),
                        row(Action.secondary(Words.say("namens.given.stop"), _ -> sure(namens, grant, problem))
                                .heard(grant.to().name())
                                .handle("given-stop")))
                .handle("given");
    }

    /** Only the resident ends a pause: that opens again. */
    private Action pausing(Namens namens, Grant grant) {
        var who = grant.to().name();
        return Action.quiet(
                        Words.say("namens.given.pause"),
                        _ -> guarded(() -> {
                            answers.pause(namens.actor().get(), grant.id(), shown(grant, "namens.given.pause"));
                            show(namens, done("given-paused", Words.say("namens.given.paused", who, namens.name())));
                            readFromTop();
                        }))
                .heard(who)
                .handle("given-pause");
    }

    /** What the card of a grant says, and what was pressed. */
    private static ShownText shown(Grant grant, String... pressed) {
        var sentences = new ArrayList<>(List.of(
                People.full(grant.to()),
                People.sections(grant.terms().sections()),
                grant.purpose().text(),
                Dates.day(grant.terms().until())));
        Stream.of(pressed).map(key -> Words.say(key, grant.to().name())).forEach(sentences::add);
        return Words.shown(sentences);
    }

    private void sure(Namens namens, Grant grant, Div problem) {
        problem.removeAll();
        problem.add(new Notice(
                        Tone.WARN, Words.say("namens.given.sure", grant.to().name()))
                .with(Action.primary(Words.say("namens.given.yes"), _ -> stop(namens, grant, problem))
                        .handle("given-stop-confirm"))
                .spoken());
    }

    private void stop(Namens namens, Grant grant, Div problem) {
        if (!signedIn.recently()) {
            signedIn.signInAgain(namens.path(BELOW));
            return;
        }
        guarded(() -> {
            try {
                answers.stop(namens.actor().get(), grant.id(), shown(grant, "namens.given.sure", "namens.given.yes"));
                var notice = new Notice(Tone.GOOD, Words.say("namens.given.stopped")).spoken();
                notice.setTestId("given-stopped");
                show(namens, notice);
                readFromTop();
            } catch (ConsentRefused refused) {
                problem.removeAll();
                problem.add(new Notice(Tone.BAD, Words.say("consent.refused." + code(refused.reason()))).spoken());
            }
        });
    }

    private Component card(Namens namens, AccessRequest request) {
        var sentences = declaration(namens, request);
        var problem = new Div();
        var words = new UnorderedList();
        sentences.forEach(sentence -> words.add(new ListItem(sentence)));
        return new Card(
                        new H2(Words.say("request.title", request.by().name())),
                        new DataSummary()
                                .row(Words.say("request.who"), People.full(request.by()))
                                .row(Words.say("request.no"), request.whatIfNo().text())
                                .row(Words.say("request.decide"), Dates.day(Dates.lastDay(request.expiresAt()))),
                        new Paragraph(Words.say("namens.ask.say")),
                        words,
                        problem,
                        row(
                                Action.primary(
                                                Words.say("namens.ask.yes"),
                                                _ -> answer(namens, request, true, sentences, problem))
                                        .heard(request.by().name())
                                        .handle("answer-yes"),
                                Action.secondary(
                                                Words.say("namens.ask.no"),
                                                _ -> answer(namens, request, false, sentences, problem))
                                        .heard(request.by().name())
                                        .handle("answer-no")))
                .handle("answer-request");
    }

    private static List<String> declaration(Namens namens, AccessRequest request) {
        var terms = request.terms();
        return List.of(
                Words.say("namens.ask.may", request.by().name(), People.sections(terms.sections()), namens.name()),
                Words.say("namens.ask.why", request.purpose().text()),
                Words.say("namens.ask.until", Dates.day(terms.until())));
    }

    private void answer(Namens namens, AccessRequest request, boolean yes, List<String> sentences, Div problem) {
        if (!signedIn.recently()) {
            signedIn.signInAgain(namens.path(BELOW));
            return;
        }
        guarded(() -> {
            try {
                var shown = Words.shown(sentences);
                var outcome = answers.answer(namens.actor().get(), request.id(), yes, shown);
                var notice = new Notice(
                                outcome == Answers.Outcome.GIVEN ? Tone.GOOD : Tone.INFO,
                                Words.say("namens.ask." + code(outcome)))
                        .spoken();
                notice.setTestId("answer-outcome");
                show(namens, notice);
                readFromTop();
            } catch (ConsentRefused refused) {
                problem.removeAll();
                problem.add(new Notice(Tone.BAD, Words.say("consent.refused." + code(refused.reason()))).spoken());
            }
        });
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
