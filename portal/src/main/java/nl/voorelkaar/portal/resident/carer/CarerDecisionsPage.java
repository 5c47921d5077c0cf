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
import java.util.UUID;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.PreparedObjections;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.letter.DeliveryWords;
import nl.voorelkaar.portal.persons.SecretAddresses;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * The decisions of the resident, to read. Reading by a carer is not opening by the resident: no term begins or ends by
 * it.
 */
@Route(value = "namens/:mandate/besluiten", layout = CarerShell.class)
@PermitAll
class CarerDecisionsPage extends CarerPage {

    private static final int LONGEST = 20_000;

    private final transient Decisions decisions;
    private final transient PreparedObjections prepared;
    private final transient Deadlines deadlines;
    private final transient SecretAddresses addresses;
    private final transient Clock clock;

    CarerDecisionsPage(
            Capacities capacities,
            Decisions decisions,
            PreparedObjections prepared,
            Deadlines deadlines,
            SecretAddresses addresses,
            Clock clock) {
        super(capacities);
        this.prepared = prepared;
        this.clock = clock;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.addresses = addresses;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        above(namens);
        title(Words.say("namens.decisions.of", namens.name()));
        var known = decisions.of(namens.actor().get(), namens.resident()).besluiten().stream()
                .filter(besluit -> besluit.state().known())
                .toList();
        if (known.isEmpty()) {
            add(new EmptyState(Words.say("namens.decisions.none"), Words.say("namens.decisions.none.why")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        var secret =
                known.stream().anyMatch(besluit -> !besluit.address().isEmpty()) && addresses.of(namens.resident());
        known.forEach(besluit -> list.add(new ListItem(card(namens, besluit, secret))));
        add(list);
    }

    private Component card(Namens namens, Besluit besluit, boolean secret) {
        var result = Words.say("besluit.result." + code(besluit.result()));
        var badge = new Badge(Tone.QUIET, Words.say("besluit.state." + code(besluit.state())));
        badge.setTestId("decision-state");
        var head = new Div(new H2(result), badge);
        head.addClassName("ve-row-apart");
        var card = new Card(
                head,
                new Paragraph(besluit.text().inShort()),
                new Paragraph(besluit.text().reasons()));
        var until = new Paragraph(Words.say(
                "besluit.objection.until",
                Dates.day(besluit.objectionUntil(deadlines).lastDay())));
        until.setTestId("objection-until");
        card.add(until);
        if (secret && !besluit.address().isEmpty()) {
            card.add(new Paragraph(Words.say("namens.letter.secret")));
        } else {
            besluit.letter().ifPresent(letter -> card.add(row(pdf(namens, besluit, letter, result))));
        }
        var ledger = new Div(DeliveryWords.ledger(besluit));
        ledger.setTestId("delivery-ledger");
        card.add(new NativeDetails(Words.say("namens.sending"), ledger));
        if (namens.may(MandateScope.BEZWAAR) && besluit.state() != Besluit.State.IN_BEZWAAR) {
            card.add(new NativeDetails(Words.say("namens.objection.prepare"), preparing(namens, besluit)));
        }
        return card.handle("decision");
    }

    private ActionLink pdf(Namens namens, Besluit besluit, PaperId letter, String result) {
        return ActionLink.download(
                        file -> {
                            file.setFileName("besluit.pdf");
                            file.setContentType("application/pdf");
                            file.getOutputStream()
                                    .write(decisions.letter(
                                            namens.actor().get(), namens.resident(), besluit.id(), letter));
                        },
                        Words.say("besluit.pdf"))
                .heard(result)
                .icon(Icon.Shape.DOCUMENT)
                .handle("decision-pdf");
    }

    /** Objecting is for the resident: what is written here waits until the resident confirms it. */
    private Component preparing(Namens namens, Besluit besluit) {
        var id = new ProcedureId(UuidV7.at(clock.instant()));
        var step = new StepId(UUID.randomUUID());
        var errors = new ErrorSummary();
        var grounds = keeps(new TextArea(Words.say("namens.objection.grounds"))
                .hint(Words.say("namens.objection.grounds.hint"))
                .rows(6)
                .handle("objection-grounds"));
        var hearing = new Check(Words.say("namens.objection.hearing")).handle("objection-hearing");
        var box = new Div();
        var form = new Form(
                () -> guarded(() -> {
                    if (errors.begin()
                            .need(!grounds.getValue().isBlank(), grounds, Words.say("namens.objection.empty"))
                            .need(
                                    grounds.getValue().length() <= LONGEST,
                                    grounds,
                                    Words.say("refused.objection.too-long"))
                            .fine()) {
                        var waiting = prepared.prepare(
                                namens.actor().get(),
                                besluit.id(),
                                id,
                                step,
                                new Bezwaar.Filing(grounds.getValue(), hearing.getValue(), "", "", false, false));
                        box.removeAll();
                        box.add(
                                done(
                                        "act-prepared",
                                        Words.say(
                                                "namens.objection.waits",
                                                namens.name(),
                                                Dates.day(Dates.lastDay(waiting.until())))),
                                row(ActionLink.secondary(
                                        namens.path(Part.BEZWAREN.path()), Words.say("namens.objections"))));
                    }
                }),
                grounds,
                hearing,
                row(Action.submit(Words.say("namens.objection.save")).handle("act-prepare")));
        box.add(errors, form);
        box.addClassName("ve-stack");
        return box;
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
