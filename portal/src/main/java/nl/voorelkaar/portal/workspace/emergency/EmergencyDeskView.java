package nl.voorelkaar.portal.workspace.emergency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Breach;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;

/** Where an emergency begins, and where the privacy officer finds what is to be reviewed. */
@Route(value = WorkspacePaths.EMERGENCY, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class EmergencyDeskView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Emergencies emergencies;
    private final transient Lookups lookups;
    private final transient Clock clock;

    EmergencyDeskView(SignedIn signedIn, Emergencies emergencies, Lookups lookups, Clock clock) {
        super(Words.say("workspace.nood.title"));
        this.signedIn = signedIn;
        this.emergencies = emergencies;
        this.lookups = lookups;
        this.clock = clock;
        trail(new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var actor = signedIn.professional();
        if (actor.role() == Role.FG) {
            review(actor);
        } else if (emergencies.opens(actor.role())) {
            begin(actor);
        } else {
            add(EmptyState.ofPage(Words.say("workspace.nood.other.title"), Words.say("workspace.nood.other")));
        }
    }

    private void begin(Actor.Professional actor) {
        lead(Words.say("workspace.nood.lead"));
        var rules = new UnorderedList(
                new ListItem(Words.say("workspace.nood.rules.told")),
                new ListItem(Words.say("workspace.nood.rules.reviewed")),
                new ListItem(Words.say("workspace.nood.rules.short")));
        add(new Notice(Tone.WARN, Words.say("workspace.nood.rules")).with(rules));
        var mine = emergencies.of(actor);
        if (!mine.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            mine.forEach(emergency -> list.add(new ListItem(own(emergency))));
            add(part(Words.say("workspace.nood.mine"), list));
        }
        add(part(
                Words.say("workspace.nood.new"),
                new EmergencyForm(
                        actor,
                        emergencies,
                        lookups,
                        made -> UI.getCurrent()
                                .navigate(WorkspacePaths.emergency(made.id()).substring(1)))));
    }

    private static Component own(Emergency emergency) {
        var asked = Words.say("workspace.nood.mine.at", Dates.moment(emergency.askedAt()));
        return new Card(
                        new H3(EmergencyWords.reason(emergency.reason())),
                        facts(asked, EmergencyWords.state(emergency.state())),
                        new Paragraph(ActionLink.secondary(
                                        WorkspacePaths.emergency(emergency.id()), Words.say("workspace.nood.mine.open"))
                                .heard(asked)
                                .handle("emergency-open")))
                .handle("emergency");
    }

    private void review(Actor.Professional officer) {
        lead(Words.say("workspace.nood.review.lead"));
        var waiting = emergencies.toReview(officer);
        if (waiting.isEmpty()) {
            add(EmptyState.ofPage(
                    Words.say("workspace.nood.review.none"), Words.say("workspace.nood.review.none.why")));
        } else {
            add(part(Words.say("workspace.nood.review.queue"), cards(waiting, "emergency-review")));
        }
        var breaches = emergencies.breaches(officer).stream()
                .filter(breach -> breach.closing().isEmpty())
                .toList();
        if (!breaches.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            breaches.forEach(breach -> list.add(new ListItem(breach(breach))));
            add(part(Words.say("workspace.nood.breach"), list));
        }
        var done = emergencies.reviewed(officer);
        if (!done.isEmpty()) {
            add(part(Words.say("workspace.nood.review.done"), cards(done, "emergency-look")));
        }
    }

    private static Component cards(List<Emergency> emergencies, String handle) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var emergency : emergencies) {
            var who = Words.say(
                    "workspace.nood.review.by", emergency.by().name(), EmergencyWords.reason(emergency.reason()));
            var facts = facts(
                    Dates.moment(emergency.from().orElse(emergency.askedAt())),
                    EmergencyWords.state(emergency.state()));
            emergency
                    .reviewBefore()
                    .filter(_ -> handle.equals("emergency-review"))
                    .ifPresent(before -> facts.add(
                            new Span(Words.say("workspace.nood.review.before", EmergencyWords.lastDay(before)))));
            var card = new Card(new H3(who), facts).handle("emergency");
            if (emergency.overdue() && handle.equals("emergency-review")) {
                card.add(new Badge(Tone.BAD, Words.say("workspace.nood.review.late")));
            }
            card.add(new Paragraph(ActionLink.secondary(
                            WorkspacePaths.emergency(emergency.id()), Words.say("workspace.nood.review.look"))
                    .heard(who)
                    .handle(handle)));
            list.add(new ListItem(card));
        }
        return list;
    }

    private Component breach(Breach breach) {
        var known = Words.say("workspace.nood.breach.known", Dates.moment(breach.knownAt()));
        return new Card(
                        new H3(known),
                        BreachSheet.term(breach.reportBefore(), clock.instant()),
                        new Paragraph(ActionLink.secondary(
                                        WorkspacePaths.emergency(breach.emergency()),
                                        Words.say("workspace.nood.review.look"))
                                .heard(known)))
                .handle("breach");
    }

    private static Div facts(String... facts) {
        var row = new Div();
        for (var fact : facts) {
            row.add(new Span(fact));
        }
        row.addClassName("ve-entry-facts");
        return row;
    }
}
