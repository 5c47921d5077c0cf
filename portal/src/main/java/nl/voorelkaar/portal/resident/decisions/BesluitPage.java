package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.letter.DecisionLetter;
import nl.voorelkaar.portal.letter.DeliveryWords;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One decision: the letter as a page and as the sealed PDF, until when to object, and how it travelled. */
@Route(value = DecisionPaths.ALL + "/:besluit", layout = ResidentShell.class)
@PermitAll
class BesluitPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Decisions decisions;
    private final transient Deadlines deadlines;
    private final transient Clock clock;

    BesluitPage(SignedIn signedIn, Decisions decisions, Deadlines deadlines, Clock clock) {
        this.signedIn = signedIn;
        this.decisions = decisions;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        trail(
                new Crumb("/mijn", Words.say("menu.home")),
                new Crumb("/" + DecisionPaths.ALL, Words.say("besluiten.title")));
        var id = Ids.of(event, "besluit");
        var actor = signedIn.resident();
        var besluit = find(id);
        if (besluit.openedAt().isEmpty()) {
            besluit = decisions.takeOnBesluit(
                    actor, actor.id(), id, Ids.step(clock), "open", (now, by, at) -> now.open(by));
        }
        show(besluit);
    }

    private Besluit find(ProcedureId id) {
        var actor = signedIn.resident();
        return decisions.of(actor, actor.id()).besluiten().stream()
                .filter(one -> one.id().equals(id) && one.state().known())
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void show(Besluit besluit) {
        title(Words.say("besluit.result." + Plain.code(besluit.result())));
        var state = new Notice(
                Tone.INFO,
                Words.say("besluit.state." + Plain.code(besluit.state())),
                Words.say("besluit.state." + Plain.code(besluit.state()) + ".what"));
        state.setTestId("decision-state");
        var card = new Card(Plain.decided(besluit.text().inShort()));
        besluit.letter().ifPresent(letter -> card.add(download(besluit, letter)));
        add(state, card.handle("decision"));
        if (besluit.result().gives()) {
            var list = new UnorderedList();
            DecisionLetter.provisions(besluit.text().provisions()).forEach(one -> list.add(new ListItem(one)));
            list.getElement().setAttribute("lang", "nl");
            add(section("besluit.get", list, Plain.decided(besluit.text().contribution())));
        }
        add(section("besluit.why", Plain.decided(besluit.text().reasons())), objecting(besluit));
        add(section(
                "besluit.contact", Plain.decided(besluit.text().contact()), new Paragraph(Words.say("besluit.help"))));
        add(new NativeDetails(Words.say("besluit.legal"), legal(besluit)), travelled(besluit));
    }

    private Component download(Besluit besluit, PaperId letter) {
        var acts = new Div(ActionLink.download(
                        file -> {
                            var actor = signedIn.resident();
                            file.setFileName("besluit.pdf");
                            file.setContentType("application/pdf");
                            file.getOutputStream().write(decisions.letter(actor, actor.id(), besluit.id(), letter));
                        },
                        Words.say("besluit.pdf"))
                .icon(Icon.Shape.DOCUMENT)
                .handle("decision-pdf"));
        acts.addClassName("ve-row");
        return acts;
    }

    private Component objecting(Besluit besluit) {
        var term = besluit.objectionUntil(deadlines);
        var until = new Paragraph(Words.say("besluit.objection.until", Dates.day(term.lastDay())));
        until.setTestId("objection-until");
        var section = section("besluit.objection");
        if (besluit.state() == Besluit.State.IN_BEZWAAR) {
            section.add(
                    new Paragraph(Words.say("besluit.objection.pending")),
                    ActionLink.secondary("/mijn/bezwaar", Words.say("bezwaar.look.all"))
                            .handle("objection-look"));
        } else {
            section.add(until);
            section.add(new Paragraph(
                    Words.say(term.passed(clock.instant()) ? "besluit.objection.late" : "besluit.objection.how")));
            var acts = new Div(
                    ActionLink.primary("/mijn/bezwaar?besluit=" + besluit.id(), Words.say("besluit.objection.start"))
                            .handle("objection-start"));
            acts.addClassName("ve-row");
            section.add(acts);
        }
        section.add(new NativeDetails(Words.say("besluiten.how"), new DeadlineSteps(term)));
        return section;
    }

    private static Component legal(Besluit besluit) {
        var facts = new DataSummary()
                .row(
                        Words.say("besluit.decided"),
                        besluit.decidedAt().map(Dates::moment).orElse(""))
                .row(
                        Words.say("besluit.decider"),
                        besluit.decider().map(by -> by.name()).orElse(""))
                .row(Words.say("besluit.articles"), besluit.text().articles());
        besluit.beforeInquiry().ifPresent(why -> facts.row(Words.say("besluit.early"), why));
        return facts.row(Words.say("apply.number"), besluit.id().reference());
    }

    private static Component travelled(Besluit besluit) {
        var section = section("sending.title", DeliveryWords.ledger(besluit));
        section.setTestId("delivery-ledger");
        return section;
    }

    private static Section section(String key, Component... parts) {
        var section = new Section(new H2(Words.say(key)));
        section.add(parts);
        section.addClassName("ve-stack");
        return section;
    }
}
