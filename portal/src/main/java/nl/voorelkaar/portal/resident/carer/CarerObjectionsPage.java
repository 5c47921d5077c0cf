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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.objection.PreparedObjection;
import nl.voorelkaar.dossier.objection.PreparedObjections;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.letter.DeliveryWords;
import nl.voorelkaar.portal.persons.SecretAddresses;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The objections of the resident, what waits for the resident's yes, and preparing to take an objection back. */
@Route(value = "namens/:mandate/bezwaar", layout = CarerShell.class)
@PermitAll
class CarerObjectionsPage extends CarerPage {

    private final transient Objections objections;
    private final transient PreparedObjections prepared;
    private final transient SecretAddresses addresses;

    CarerObjectionsPage(
            Capacities capacities, Objections objections, PreparedObjections prepared, SecretAddresses addresses) {
        super(capacities);
        this.objections = objections;
        this.prepared = prepared;
        this.addresses = addresses;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        show(namens);
    }

    private void show(Namens namens, Component... said) {
        var actor = namens.actor().get();
        var all = objections.of(actor, namens.resident());
        var waiting = namens.may(MandateScope.BEZWAAR)
                ? prepared.of(actor).stream()
                        .filter(one -> one.by()
                                .filter(by -> by.person().equals(actor.person()))
                                .isPresent())
                        .toList()
                : List.<PreparedObjection>of();
        empty();
        above(namens);
        title(Words.say("namens.objections.of", namens.name()));
        add(said);
        if (all.isEmpty() && waiting.isEmpty()) {
            add(new EmptyState(Words.say("namens.objections.none"), Words.say("namens.objections.none.why")));
            return;
        }
        if (!waiting.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            waiting.forEach(one -> list.add(new ListItem(card(namens, one))));
            add(part(Words.say("namens.prepared"), list));
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        var secret =
                all.stream().anyMatch(one -> !one.bezwaar().address().isEmpty()) && addresses.of(namens.resident());
        all.forEach(one -> list.add(new ListItem(card(namens, one, secret))));
        add(list);
    }

    private static Component card(Namens namens, PreparedObjection one) {
        var what = one.withdraws().isPresent() ? "namens.prepared.withdrawal" : "namens.prepared.objection";
        return new Card(
                        new H2(Words.say(what)),
                        new Paragraph(Words.say(
                                "namens.prepared." + code(one.state()),
                                namens.name(),
                                Dates.day(Dates.lastDay(one.until())))))
                .handle("act-pending");
    }

    private Component card(Namens namens, Objections.Found found, boolean secret) {
        var one = found.bezwaar();
        var badge = new Badge(Tone.INFO, Words.say("namens.objection.state." + code(one.state())));
        badge.setTestId("objection-state");
        var head = new Div(new H2(Words.say("namens.objection.one", Dates.shortDay(one.receivedOn()))), badge);
        head.addClassName("ve-row-apart");
        var facts = new DataSummary()
                .row(
                        Words.say("namens.objection.against"),
                        found.besluit().text().inShort())
                .row(
                        Words.say("namens.objection.why"),
                        said(one.grounds().orElse(Words.say("namens.objection.later"))));
        one.hearing()
                .filter(_ -> one.state() == Bezwaar.State.HOREN)
                .ifPresent(planned -> facts.row(Words.say("namens.objection.hearing.at"), Dates.moment(planned.at()))
                        .row(Words.say("melding.talk.where"), planned.place()));
        one.decision().ifPresent(decided -> facts.row(Words.say("namens.objection.outcome"), said(decided.reasons())));
        if (one.state().open()) {
            facts.row(
                    Words.say("namens.objection.until"),
                    Dates.day(one.decisionTerm().lastDay()));
        }
        var card = new Card(head, facts);
        one.sendings()
                .last()
                .ifPresent(sent -> card.add(
                        secret && !one.address().isEmpty()
                                ? new Paragraph(Words.say("namens.letter.secret"))
                                : row(letter(namens, one, sent))));
        if (!one.sendings().left().all().isEmpty()) {
            var ledger = new Div(DeliveryWords.ledger(
                    "sending.objection.", one.sendings().left().all(), one.openedAt()));
            ledger.setTestId("delivery-ledger");
            card.add(new NativeDetails(Words.say("namens.sending"), ledger));
        }
        if (one.state().open() && namens.may(MandateScope.BEZWAAR)) {
            card.add(withdrawing(namens, one));
        }
        return card.handle("objection");
    }

    private ActionLink letter(Namens namens, Bezwaar one, Sending sent) {
        return ActionLink.download(
                        file -> {
                            file.setFileName("besluit-op-bezwaar.pdf");
                            file.setContentType("application/pdf");
                            file.getOutputStream()
                                    .write(objections.letter(
                                            namens.actor().get(), namens.resident(), one.id(), sent.letter()));
                        },
                        Words.say("besluit.pdf"))
                .icon(Icon.Shape.DOCUMENT)
                .handle("letter-pdf");
    }

    /** Taking back is a legal act too: it waits until the resident confirms. */
    private Component withdrawing(Namens namens, Bezwaar one) {
        var id = new ProcedureId(UUID.randomUUID());
        var box = new Div(
                new Paragraph(Words.say("namens.objection.withdraw.what", namens.name())),
                row(Action.secondary(
                                Words.say("namens.objection.withdraw.prepare"),
                                _ -> act(() -> prepareWithdrawal(namens, one, id)))
                        .handle("act-prepare-withdrawal")));
        box.addClassName("ve-stack");
        return new NativeDetails(Words.say("namens.objection.withdraw"), box);
    }

    private void prepareWithdrawal(Namens namens, Bezwaar one, ProcedureId id) {
        var waiting = prepared.prepareWithdrawal(namens.actor().get(), one.id(), id, new StepId(id.value()));
        show(
                namens,
                done(
                        "act-prepared",
                        Words.say(
                                "namens.objection.withdraw.waits",
                                namens.name(),
                                Dates.day(Dates.lastDay(waiting.until())))));
        readFromTop();
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
