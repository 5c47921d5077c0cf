package nl.voorelkaar.portal.workspace.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.erasure.Destructions;
import nl.voorelkaar.dossier.erasure.Destructions.Hold;
import nl.voorelkaar.dossier.erasure.Destructions.Listed;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.erasure.KeepingRule;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.ErasureWords;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;

/**
 * The destruction list: two people approve, the privacy officer can hold, and what went has a declaration. Without
 * names.
 */
@Route(value = WorkspacePaths.DESTRUCTION, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class DestructionsView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Destructions destructions;
    private final transient Parties parties;
    private final transient Papers papers;

    DestructionsView(SignedIn signedIn, Destructions destructions, Parties parties, Papers papers) {
        this.signedIn = signedIn;
        this.destructions = destructions;
        this.parties = parties;
        this.papers = papers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")));
        show();
    }

    private void show() {
        clear();
        title(Words.say("destruction.title"));
        var actor = signedIn.professional();
        if (!Destructions.isFor(actor.role())) {
            add(EmptyState.ofPage(Words.say("workspace.privacy.other.title"), Words.say("destruction.other")));
            return;
        }
        lead(Words.say("destruction.lead"));
        var all = destructions.list(actor);
        var waiting = all.stream()
                .filter(one -> one.state() == Erasure.State.VOORSTEL || one.state() == Erasure.State.OPGEHOUDEN)
                .toList();
        add(part(
                Words.say("destruction.waiting"),
                waiting.isEmpty()
                        ? new Paragraph(Words.say("destruction.waiting.none"))
                        : list(waiting.stream().map(one -> waiting(actor, one)).toList())));
        var over = all.stream().filter(one -> !waiting.contains(one)).toList();
        if (!over.isEmpty()) {
            add(part(
                    Words.say("destruction.over"),
                    list(over.stream().map(this::over).toList())));
        }
        add(rules());
    }

    private static Component list(List<Card> cards) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        cards.forEach(card -> list.add(new ListItem(card)));
        return list;
    }

    private Card sheet(Listed one) {
        var facts = new DataSummary()
                .row(
                        Words.say("destruction.what"),
                        People.sections(People.inOrder(one.rule().sections())))
                .row(Words.say("destruction.rule"), rule(one.rule()))
                .row(Words.say("destruction.last-change"), Dates.day(CalendarDays.dayOf(one.lastChange())));
        for (var approval : one.approvedBy()) {
            facts.row(Words.say("destruction.approved"), who(approval));
        }
        return new Card(new H3(number(one)), new Paragraph(state(one)), facts);
    }

    private Card waiting(Actor.Professional actor, Listed one) {
        var card = sheet(one);
        var number = number(one);
        if (one.state() == Erasure.State.VOORSTEL && !one.approvedBy(actor.id())) {
            card.add(beside(Action.primary(
                            Words.say("destruction.approve"), _ -> take(() -> destructions.approve(actor, one.id())))
                    .heard(number)
                    .handle("destruction-approve")));
        }
        if (actor.role() == Role.FG) {
            card.add(
                    one.hold().isPresent()
                            ? beside(Action.secondary(
                                            Words.say("destruction.release"),
                                            _ -> take(() -> destructions.release(actor, one.id())))
                                    .heard(number)
                                    .handle("destruction-release"))
                            : new NativeDetails(Words.say("destruction.hold"), holding(actor, one)));
        }
        card.setTestId("destruction-waiting");
        return card;
    }

    private Component holding(Actor.Professional actor, Listed one) {
        var why = new Choice<>(
                        Words.say("destruction.hold.why"),
                        Arrays.asList(Hold.values()),
                        hold -> hold.name().toLowerCase(Locale.ROOT),
                        DestructionsView::hold)
                .handle("destruction-hold-why");
        why.setValue(Hold.BEROEP);
        return new Card(new Form(
                () -> take(() -> destructions.hold(
                        actor, one.id(), why.getOptionalValue().orElse(Hold.BEROEP))),
                why,
                Action.submit(Words.say("destruction.hold.confirm"))
                        .heard(number(one))
                        .handle("destruction-hold")));
    }

    private Card over(Listed one) {
        var card = sheet(one);
        one.destroyed()
                .ifPresent(destroyed -> card.add(beside(ActionLink.download(
                                file -> {
                                    file.setFileName("verklaring-van-vernietiging.pdf");
                                    file.setContentType("application/pdf");
                                    file.getOutputStream()
                                            .write(papers.print(declaration(one, destroyed))
                                                    .pdf());
                                },
                                Words.say("destruction.declaration"))
                        .handle("destruction-declaration"))));
        card.setTestId("destruction-over");
        return card;
    }

    /** Always Dutch: it goes into the archive of the municipality. */
    private Paper declaration(Listed one, Erasure.Destroyed destroyed) {
        var language = Words.DUTCH;
        var at = one.endedAt().orElseThrow();
        var facts = new LinkedHashMap<String, String>();
        facts.put(Words.say(language, "receipt.number"), one.id().toString());
        facts.put(
                Words.say(language, "destruction.what"),
                one.rule().sections().stream()
                        .sorted()
                        .map(section -> Words.say(language, "section." + section.code()))
                        .collect(Collectors.joining(", ")));
        facts.put(Words.say(language, "destruction.rule"), rule(language, one.rule()));
        facts.put(
                Words.say(language, "destruction.last-change"),
                Dates.day(CalendarDays.dayOf(one.lastChange()), language));
        facts.put(
                Words.say(language, "destruction.approved"),
                one.approvedBy().stream().map(this::who).collect(Collectors.joining("; ")));
        facts.put(Words.say(language, "erased.done"), Dates.moment(at, language));
        facts.putAll(ErasureWords.counts(destroyed, language));
        var paper = Paper.in(language, Words.say(language, "destruction.declaration"), at)
                .reference(one.id().toString())
                .paragraph(Words.say(language, "destruction.declares"))
                .facts(facts)
                .heading(2, Words.say(language, "erased.backups"));
        ErasureWords.backups(destroyed, language).forEach(paper::paragraph);
        return paper.build();
    }

    private void take(Runnable decision) {
        try {
            decision.run();
        } catch (StepRefused refused) {
            Toast.show(Words.why(refused));
        }
        show();
        readFromTop();
    }

    private String who(Destructions.Approval approval) {
        var party = parties.find(List.of(approval.by())).get(approval.by());
        return (party == null ? Words.say("workspace.case.somebody") : People.full(party))
                + ", "
                + Dates.moment(approval.at());
    }

    private static String number(Listed one) {
        return Words.say("destruction.number", one.id().toString().substring(24));
    }

    private static String state(Listed one) {
        return one.hold()
                .map(why -> Words.say("destruction.held", hold(why)))
                .orElseGet(() ->
                        Words.say("destruction.state." + one.state().name().toLowerCase(Locale.ROOT)));
    }

    private static String hold(Hold why) {
        return Words.say("destruction.hold." + why.name().toLowerCase(Locale.ROOT));
    }

    private static String rule(KeepingRule rule) {
        return rule(Words.locale(), rule);
    }

    private static String rule(Locale language, KeepingRule rule) {
        return Words.say(
                language,
                "destruction.rule.is",
                rule.term().getYears(),
                rule.article(),
                Dates.day(rule.validFrom(), language));
    }

    private static Component rules() {
        var facts = new DataSummary();
        for (var rule : KeepingRule.values()) {
            facts.row(Words.say("destruction.rule." + rule.name().toLowerCase(Locale.ROOT)), rule(rule));
        }
        return part(Words.say("destruction.rules"), facts, new Paragraph(Words.say("destruction.rules.open")));
    }
}
