package nl.voorelkaar.portal.resident.emergency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.log.LogLines;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Who opened the dossier in an emergency: why, what, until when, what was looked at, and what the review says. */
@Route(value = "mijn/nood", layout = ResidentShell.class)
@PermitAll
class EmergencyPage extends Page {

    private static final int LINES = 50;

    EmergencyPage(SignedIn signedIn, Emergencies emergencies, Ledger ledger) {
        super(Words.say("nood.title"));
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/logboek", Words.say("log.title")));
        lead(Words.say("nood.lead"));
        var actor = signedIn.resident();
        var all = emergencies.of(actor);
        if (all.isEmpty()) {
            add(EmptyState.ofPage(Words.say("nood.none"), Words.say("nood.none.why")));
            return;
        }
        for (var emergency : all) {
            var from = emergency.from().orElseThrow();
            var until = emergency.until().orElseThrow();
            var looks = ledger
                    .read(
                            actor,
                            new Ledger.Filter(
                                    Set.of(LedgerEvent.Kind.READ),
                                    Optional.of(emergency.by().id()),
                                    Optional.of(CalendarDays.dayOf(from)),
                                    Optional.of(CalendarDays.dayOf(until)),
                                    Optional.empty(),
                                    LINES))
                    .lines()
                    .stream()
                    .filter(line -> line.ground()
                            .filter(Grondslag.VITAAL_BELANG::equals)
                            .isPresent())
                    .filter(line -> !line.at().isBefore(from) && !line.at().isAfter(until))
                    .toList();
            add(card(emergency, looks));
        }
    }

    private static Component card(Emergency emergency, List<LedgerLine> looks) {
        var name = emergency.by().name();
        var facts = new DataSummary()
                .row(Words.say("nood.at"), Dates.moment(emergency.from().orElseThrow()))
                .row(Words.say("nood.until"), Dates.moment(emergency.until().orElseThrow()))
                .row(Words.say("nood.what"), People.sections(emergency.sections()))
                .row(Words.say("nood.why"), Words.say("nood.reason." + low(emergency.reason())))
                .row(Words.say("nood.why.words", name), said(emergency.why().text()))
                .row(
                        Words.say("nood.ground"),
                        emergency
                                .statute()
                                .map(statute -> Words.say("nood.ground.law", People.statute(statute)))
                                .orElseGet(() -> Words.say("nood.ground.vital")));
        emergency
                .delay()
                .ifPresent(delay -> facts.row(
                        Words.say("nood.later"),
                        said(Words.say(
                                "nood.later.why", delay.by().name(), delay.why().text()))));
        var card = new Card(
                        new H2(Words.say("nood.by", name)),
                        new Paragraph(Words.say(
                                "log.role",
                                People.role(emergency.by().role()),
                                emergency.by().organisationName())),
                        facts,
                        new H3(Words.say("nood.looked")))
                .handle("emergency");
        card.add(looks.isEmpty() ? new Paragraph(Words.say("nood.looked.nothing")) : new LogLines(looks, List.of()));
        card.add(new H3(Words.say("nood.state")), state(emergency));
        emergency
                .review()
                .flatMap(Emergency.Review::outcome)
                .ifPresent(outcome -> card.add(new DataSummary()
                        .row(
                                Words.say("nood.outcome.words"),
                                said(outcome.words().text()))));
        card.add(
                new H3(Words.say("nood.complain")),
                new Paragraph(Words.say("nood.complain.text", name)),
                beside(ActionLink.secondary("/mijn/klacht", Words.say("nood.complain.go"))
                        .heard(name)
                        .handle("emergency-complain")));
        return card;
    }

    private static Component state(Emergency emergency) {
        var notice = new Notice(tone(emergency), stateWords(emergency));
        notice.setTestId("emergency-state");
        return notice;
    }

    private static Tone tone(Emergency emergency) {
        return switch (emergency.state()) {
            case GERECHTVAARDIGD -> Tone.GOOD;
            case ONTERECHT -> Tone.BAD;
            default -> emergency.overdue() ? Tone.WARN : Tone.INFO;
        };
    }

    private static String stateWords(Emergency emergency) {
        var key = "nood.state." + low(emergency.state());
        var reviewer = emergency.review().map(review -> review.by().name()).orElse("");
        var before = emergency
                .reviewBefore()
                .map(moment -> Dates.day(Dates.lastDay(moment)))
                .orElse("");
        return switch (emergency.state()) {
            case AANGEVRAAGD, ACTIEF -> Words.say(key);
            case AFGELOPEN -> emergency.overdue() ? late(before) : ended(emergency, before);
            case IN_REVIEW -> emergency.overdue() ? late(before) : Words.say(key, reviewer, before);
            case GERECHTVAARDIGD, ONTERECHT -> Words.say(key, reviewer);
        };
    }

    /** Just over: the day of the review is known once the clock wrote the end down. */
    private static String ended(Emergency emergency, String before) {
        return emergency.reviewBefore().isPresent()
                ? Words.say("nood.state.afgelopen", before)
                : Words.say("nood.state.afgelopen.soon");
    }

    private static String late(String before) {
        return Words.say("nood.state.late", before);
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
