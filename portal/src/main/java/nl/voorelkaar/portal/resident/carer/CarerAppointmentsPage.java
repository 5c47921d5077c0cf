package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Prose;
import nl.voorelkaar.portal.ui.Words;

/**
 * The talks and hearings that are planned, as far as the mandate lets this carer read what they belong to: talking
 * about day and time opens nothing of the dossier by itself.
 */
@Route(value = "namens/:mandate/afspraken", layout = CarerShell.class)
@PermitAll
class CarerAppointmentsPage extends CarerPage {

    private final transient Intake intake;
    private final transient Objections objections;
    private final transient Complaints complaints;
    private final transient Clock clock;

    CarerAppointmentsPage(
            Capacities capacities, Intake intake, Objections objections, Complaints complaints, Clock clock) {
        super(capacities);
        this.intake = intake;
        this.objections = objections;
        this.complaints = complaints;
        this.clock = clock;
    }

    private record Appointment(String what, Instant at, String place) {}

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        above(namens);
        title(Words.say("namens.appointments.of", namens.name()));
        if (!Part.AFSPRAKEN_MAKEN.opensFor(namens)) {
            add(new Paragraph(Words.say("namens.appointments.closed")));
            return;
        }
        lead(Words.say("namens.appointments.lead", namens.name()));
        var planned = planned(namens);
        if (planned.isEmpty()) {
            add(new EmptyState(Words.say("namens.appointments.none"), Words.say("namens.appointments.none.why")));
        } else {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            planned.forEach(one -> list.add(new ListItem(card(one))));
            add(list);
        }
        add(new Prose(Words.say("namens.appointments.change")));
    }

    private static Component card(Appointment one) {
        return new Card(
                        new H2(one.what()),
                        new DataSummary()
                                .row(Words.say("melding.talk.when"), Dates.moment(one.at()))
                                .row(Words.say("melding.talk.where"), one.place()))
                .handle("appointment");
    }

    private List<Appointment> planned(Namens namens) {
        var actor = namens.actor().get();
        var all = new ArrayList<Appointment>();
        if (namens.reads().contains(Section.MELDING)) {
            intake.of(actor, namens.resident()).stream()
                    .filter(one -> one.state() == Onderzoek.State.GESPREK_GEPLAND)
                    .forEach(one -> one.talk()
                            .ifPresent(talk -> all.add(
                                    new Appointment(Words.say("namens.appointments.talk"), talk.at(), talk.place()))));
        }
        if (namens.reads().contains(Section.BESLUITEN)) {
            objections.of(actor, namens.resident()).stream()
                    .filter(one -> one.bezwaar().state() == Bezwaar.State.HOREN)
                    .forEach(one -> one.bezwaar()
                            .hearing()
                            .ifPresent(hearing -> all.add(new Appointment(
                                    Words.say("namens.appointments.hearing"), hearing.at(), hearing.place()))));
        }
        if (namens.reads().contains(Section.KLACHT)) {
            complaints.of(actor, namens.resident()).stream()
                    .filter(one -> one.state() == Klacht.State.HOREN)
                    .forEach(one -> one.hearing()
                            .ifPresent(hearing -> all.add(new Appointment(
                                    Words.say("namens.appointments.complaint"), hearing.at(), hearing.place()))));
        }
        return all.stream()
                .filter(one -> one.at().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Appointment::at))
                .toList();
    }
}
