package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.mandate.MandateWords;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** "Voor wie handelt u?" The choice holds for this tab: it is in the address of the pages that follow. */
@Route(value = "namens", layout = ResidentShell.class)
@PermitAll
class NamensPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/namens";

    private static final String CAME_FOR_ANOTHER = "aangemeld";

    private final transient Capacities capacities;

    NamensPage(Capacities capacities) {
        super(Words.say("namens.title"));
        this.capacities = capacities;
        trail(new Crumb("/mijn", Words.say("menu.home")));
    }

    /** Who just came for another, as the provider says, goes on as such, or reads that we do not know it. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var came = event.getLocation().getQueryParameters().getParameters().containsKey(CAME_FOR_ANOTHER);
        var meant = came ? capacities.meant() : Optional.<UUID>empty();
        if (meant.isPresent()) {
            event.forwardTo(PATH.substring(1) + "/" + meant.get());
            return;
        }
        show();
        if (came) {
            var unknown = new Notice(Tone.WARN, Words.say("namens.unknown.title"), Words.say("namens.unknown"));
            unknown.setTestId("acting-unknown");
            addComponentAtIndex(1, unknown);
        }
    }

    private void show() {
        clear();
        lead(Words.say("namens.lead"));
        var list = new UnorderedList();
        list.addClassName("ve-list");
        list.add(new ListItem(self()));
        var held = capacities.all();
        held.forEach(mandate -> list.add(new ListItem(mandate.live() ? live(mandate) : waiting(mandate))));
        var byLaw = capacities.byLaw();
        byLaw.forEach(one -> list.add(new ListItem(spoken(one))));
        add(list);
        if (held.isEmpty() && byLaw.isEmpty()) {
            add(new EmptyState(Words.say("namens.nobody"), Words.say("namens.nobody.why")));
        }
        add(new Div(ActionLink.secondary("/machtiging", Words.say("mandate.accept.go"))));
    }

    private Component self() {
        return new Card(
                        new H2(Words.say("namens.self", capacities.ownName())),
                        new Paragraph(Words.say("namens.self.what")),
                        new Div(ActionLink.primary("/mijn", Words.say("namens.self.go"))
                                .handle("acting-for-self")))
                .handle("acting-for-own");
    }

    private Component live(Mandate mandate) {
        var name = mandate.resident().orElse("");
        var problem = new Div();
        return new Card(
                        new H2(Words.say("namens.other", name)),
                        new Paragraph(mandate.boundary()
                                .map(boundary -> Words.say("help.reads", MandateWords.forCarer(boundary.section())))
                                .orElseGet(() -> Words.say("namens.may", MandateWords.forCarer(mandate.scopes())))),
                        new Paragraph(Words.say("namens.until", Dates.day(Dates.lastDay(mandate.until())))),
                        problem,
                        CarerPage.row(
                                ActionLink.primary(PATH + "/" + mandate.id(), Words.say("namens.go", name))
                                        .handle("acting-for-choose"),
                                Action.quiet(Words.say("namens.give-up"), _ -> sure(problem, mandate))
                                        .heard(name)
                                        .handle("mandate-give-up")))
                .handle("acting-for-person");
    }

    /** The law made it so: there is nothing to give up here. */
    private static Component spoken(Representations.Held held) {
        return new Card(
                        new H2(Words.say("namens.other", held.name())),
                        new Paragraph(Words.say(
                                "namens.law.lead",
                                People.statute(held.representation().kind().article()))),
                        new Paragraph(Words.say(
                                "namens.law.recheck",
                                Dates.day(held.representation().recheckOn()),
                                Dates.day(held.representation().lapsesAfter()))),
                        CarerPage.row(ActionLink.primary(
                                        PATH + "/" + held.representation().id(), Words.say("namens.go", held.name()))
                                .handle("acting-for-choose")))
                .handle("acting-for-person");
    }

    private void sure(Div problem, Mandate mandate) {
        problem.removeAll();
        problem.add(new Notice(Tone.WARN, Words.say("namens.give-up.sure"))
                .with(Action.secondary(Words.say("namens.give-up.yes"), _ -> {
                            capacities.giveUp(
                                    mandate.id(),
                                    Words.shown(List.of(
                                            Words.say("namens.give-up.sure"), Words.say("namens.give-up.yes"))));
                            show();
                            readFromTop();
                        })
                        .handle("mandate-give-up-confirm"))
                .spoken());
    }

    private static Component waiting(Mandate mandate) {
        return new Card(
                        new H2(Words.say("namens.waiting")),
                        new Paragraph(Words.say("namens.waiting.what", Dates.day(Dates.lastDay(mandate.until())))))
                .handle("acting-for-waiting");
    }
}
