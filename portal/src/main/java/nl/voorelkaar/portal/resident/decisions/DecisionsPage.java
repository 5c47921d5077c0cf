package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** All applications and decisions of a resident, each with where it stands. */
@Route(value = DecisionPaths.ALL, layout = ResidentShell.class)
@PermitAll
class DecisionsPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Decisions decisions;
    private final transient Deadlines deadlines;

    DecisionsPage(SignedIn signedIn, Decisions decisions, Deadlines deadlines) {
        super(Words.say("besluiten.title"));
        this.signedIn = signedIn;
        this.decisions = decisions;
        this.deadlines = deadlines;
        trail(new Crumb("/mijn", Words.say("menu.home")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        lead(Words.say("besluiten.lead"));
        var actor = signedIn.resident();
        var all = decisions.of(actor, actor.id());
        var known = all.besluiten().stream()
                .filter(besluit -> besluit.state().known())
                .toList();
        add(requests(all), decided(known), delivery(all));
    }

    private Component requests(Decisions.Overview all) {
        var section = section("besluiten.requests");
        if (all.aanvragen().isEmpty()) {
            section.add(new EmptyState(
                    Words.say("besluiten.requests.none"), Words.say("besluiten.requests.none.why"), apply()));
            return section;
        }
        section.add(list(all.aanvragen().stream().map(this::request).toList()));
        section.add(new Div(apply()));
        return section;
    }

    private static ActionLink apply() {
        return ActionLink.primary("/" + DecisionPaths.APPLY, Words.say("besluiten.apply"))
                .icon(Icon.Shape.PLUS)
                .handle("apply");
    }

    private Component request(Aanvraag aanvraag) {
        var head = new Div(new H3(Plain.shortened(aanvraag.what())));
        head.addClassName("ve-row-apart");
        var badge = new Badge(Plain.tone(aanvraag), Plain.state(aanvraag));
        badge.setTestId("aanvraag-state");
        head.add(badge);
        var card = new Card(head, new Paragraph(Plain.now(aanvraag, deadlines)));
        card.add(new Div(ActionLink.secondary(DecisionPaths.aanvraag(aanvraag.id()), Words.say("besluiten.look"))
                .heard(Plain.shortened(aanvraag.what()))
                .handle("aanvraag-open")));
        return card.handle("aanvraag");
    }

    private Component decided(List<Besluit> known) {
        var section = section("besluiten.decided");
        if (known.isEmpty()) {
            section.add(new EmptyState(Words.say("besluiten.decided.none"), Words.say("besluiten.decided.none.why")));
        } else {
            section.add(list(known.stream().map(this::decision).toList()));
        }
        return section;
    }

    private Component decision(Besluit besluit) {
        var head = new Div(new H3(Words.say("besluit.result." + Plain.code(besluit.result()))));
        head.addClassName("ve-row-apart");
        var badge = new Badge(Tone.QUIET, Words.say("besluit.state." + Plain.code(besluit.state())));
        badge.setTestId("decision-state");
        head.add(badge);
        var card = new Card(head, Plain.decided(besluit.text().inShort()));
        Optional.of(besluit.objectionUntil(deadlines))
                .filter(term -> besluit.state() == Besluit.State.BEKENDGEMAAKT)
                .ifPresent(term ->
                        card.add(new Paragraph(Words.say("besluit.objection.until", Dates.day(term.lastDay())))));
        card.add(new Div(ActionLink.secondary(DecisionPaths.besluit(besluit.id()), Words.say("besluiten.read"))
                .heard(Words.say("besluit.result." + Plain.code(besluit.result())))
                .handle("decision-open")));
        return card.handle("decision");
    }

    private static Component delivery(Decisions.Overview all) {
        var section = section("bezorging.title");
        var inPortal = all.bezorging().inPortal();
        section.add(new Card(
                        new Paragraph(Words.say(inPortal ? "bezorging.now.portal" : "bezorging.now.letter")),
                        new Div(ActionLink.secondary("/" + DecisionPaths.DELIVERY, Words.say("bezorging.change"))
                                .handle("delivery-change")))
                .handle("delivery-choice"));
        return section;
    }

    private static Component list(List<Component> cards) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        cards.forEach(card -> list.add(new ListItem(card)));
        return list;
    }

    private static Section section(String key) {
        var section = new Section(new H2(Words.say(key)));
        section.addClassName("ve-stack");
        return section;
    }
}
