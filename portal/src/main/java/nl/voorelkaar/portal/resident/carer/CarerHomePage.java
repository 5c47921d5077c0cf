package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.portal.resident.mandate.MandateWords;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** What one may do for somebody. */
@Route(value = "namens/:mandate", layout = CarerShell.class)
@PermitAll
class CarerHomePage extends CarerPage {

    CarerHomePage(Capacities capacities) {
        super(capacities);
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        trail();
        title(Words.say(namens.boundary().isPresent() ? "help.of" : "namens.home.title", namens.name()));
        lead(namens.byLaw()
                .map(by -> Words.say("namens.law.lead", People.statute(by.kind().article())))
                .orElseGet(() -> Words.say(
                        "namens.home.lead",
                        Dates.day(Dates.lastDay(namens.until().orElseThrow())))));
        if (namens.boundary().isPresent()) {
            oneThing(namens, namens.boundary().get());
            return;
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var part : Part.values()) {
            if (part.opensFor(namens)) {
                list.add(new ListItem(row(ActionLink.secondary(namens.path(part.path()), part.words())
                        .icon(part.icon()))));
            }
        }
        var may = new UnorderedList();
        namens.scopes().stream().sorted().forEach(scope -> may.add(new ListItem(MandateWords.forCarer(scope))));
        namens.byLaw()
                .ifPresent(by -> namens.reads().stream()
                        .sorted()
                        .forEach(section -> may.add(new ListItem(People.section(section)))));
        var rights = new Card(new H2(Words.say("namens.may.title")), may);
        if (namens.may(MandateScope.BERICHTEN)) {
            rights.add(new Paragraph(Words.say("namens.notices")));
        }
        rights.add(row(ActionLink.quiet("/machtiging", Words.say("namens.code.more"))));
        add(
                list,
                rights,
                OwnActPage.all(namens),
                new Notice(Tone.INFO, Words.say("namens.log.title"), Words.say("namens.log", namens.name())));
        if (list.getChildren().findAny().isEmpty()) {
            addComponentAtIndex(2, new Paragraph(Words.say("namens.nothing-here")));
        }
    }

    private void oneThing(Namens namens, Boundary boundary) {
        var what = MandateWords.forCarer(boundary.section());
        add(
                new Card(
                        new H2(Words.say("help.reads", what)),
                        new Paragraph(Words.say("help.reads.only")),
                        row(ActionLink.primary(namens.path(HelpedThingPage.BELOW), Words.say("namens.look"))
                                .heard(what)
                                .handle("help-open"))),
                new Notice(Tone.INFO, Words.say("namens.log.title"), Words.say("namens.log", namens.name())));
    }
}
