package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.Topic;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * The one thing that a helper was let into, and nothing else. Opening a decision is for the resident: nothing begins by
 * this.
 */
@Route(value = "namens/:mandate/zaak", layout = CarerShell.class)
@PermitAll
class HelpedThingPage extends CarerPage {

    static final String BELOW = "/zaak";

    private final transient Intake intake;
    private final transient Objections objections;
    private final transient Complaints complaints;

    HelpedThingPage(Capacities capacities, Intake intake, Objections objections, Complaints complaints) {
        super(capacities);
        this.intake = intake;
        this.objections = objections;
        this.complaints = complaints;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        above(namens);
        var boundary = namens.boundary().orElseThrow(NotFoundException::new);
        title(Words.say("help.of", namens.name()));
        switch (boundary.section()) {
            case MELDING -> melding(namens, boundary);
            case BESLUITEN -> objection(namens, boundary);
            case KLACHT -> complaint(namens, boundary);
            default -> throw new NotFoundException();
        }
    }

    private static ProcedureId id(Boundary boundary) {
        return new ProcedureId(boundary.thing().value());
    }

    private void melding(Namens namens, Boundary boundary) {
        var onderzoek = intake.helped(namens.actor().get(), id(boundary));
        state(Words.say("namens.melding.state." + low(onderzoek.state())));
        onderzoek
                .talk()
                .ifPresent(talk -> add(new Card(
                        new H2(Words.say("melding.talk")),
                        new DataSummary()
                                .row(Words.say("melding.talk.when"), Dates.moment(talk.at()))
                                .row(Words.say("melding.talk.where"), talk.place()))));
        add(part(
                Words.say("help.melding.words", namens.name()),
                new Card(said(onderzoek.melding().words())).handle("helped-words")));
        onderzoek.account().ifPresent(account -> {
            var facts = new DataSummary();
            for (var topic : Topic.values()) {
                var found = account.topics().get(topic);
                if (found != null) {
                    facts.row(Words.say("melding.topic." + low(topic)), said(found));
                }
            }
            facts.row(Words.say("melding.account.outcome"), said(account.outcome()));
            add(part(Words.say("melding.account"), new Card(facts)));
        });
    }

    private void objection(Namens namens, Boundary boundary) {
        var bezwaar = objections.helped(namens.actor().get(), id(boundary));
        state(Words.say("help.objection.received", Dates.day(bezwaar.receivedOn())));
        bezwaar.hearing()
                .ifPresent(hearing -> add(new Card(
                        new H2(Words.say("help.hearing")),
                        new DataSummary()
                                .row(Words.say("melding.talk.when"), Dates.moment(hearing.at()))
                                .row(Words.say("melding.talk.where"), hearing.place()))));
        bezwaar.grounds()
                .ifPresent(grounds -> add(part(
                        Words.say("help.objection.grounds", namens.name()),
                        new Card(said(grounds)).handle("helped-words"))));
        bezwaar.heard().ifPresent(_ -> add(new Paragraph(Words.say("help.objection.heard"))));
        bezwaar.decision()
                .ifPresent(decided -> add(part(Words.say("bezwaar.decision"), new Card(said(decided.reasons())))));
    }

    private void complaint(Namens namens, Boundary boundary) {
        var klacht = complaints.helped(namens.actor().get(), id(boundary));
        state(Words.say("namens.complaint.state." + low(klacht.state())));
        klacht.hearing()
                .ifPresent(hearing -> add(new Card(
                        new H2(Words.say("help.hearing")),
                        new DataSummary()
                                .row(Words.say("melding.talk.when"), Dates.moment(hearing.at()))
                                .row(Words.say("melding.talk.where"), hearing.place()))));
        add(part(
                Words.say("help.complaint.words", namens.name()),
                new Card(said(klacht.filed().what())).handle("helped-words")));
    }

    private void state(String words) {
        var notice = new Notice(Tone.INFO, words);
        notice.setTestId("helped-state");
        add(notice);
    }

    private static String low(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
