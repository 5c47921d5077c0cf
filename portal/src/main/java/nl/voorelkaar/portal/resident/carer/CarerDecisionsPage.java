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
import java.util.Locale;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The decisions of the resident, to read. Reading by a carer is not opening by the resident: no term begins or ends by it. */
@Route(value = "namens/:mandate/besluiten", layout = CarerShell.class)
@PermitAll
class CarerDecisionsPage extends CarerPage {

    private final transient Decisions decisions;
    private final transient Deadlines deadlines;

    CarerDecisionsPage(Capacities capacities, Decisions decisions, Deadlines deadlines) {
        super(capacities);
        this.decisions = decisions;
        this.deadlines = deadlines;
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
        known.forEach(besluit -> list.add(new ListItem(card(namens, besluit))));
        add(list);
    }

    private Component card(Namens namens, Besluit besluit) {
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
        besluit.letter()
                .ifPresent(letter -> card.add(row(ActionLink.download(
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
                        .handle("decision-pdf"))));
        return card.handle("decision");
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
