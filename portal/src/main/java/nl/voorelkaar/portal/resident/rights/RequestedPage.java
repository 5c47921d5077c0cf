package nl.voorelkaar.portal.resident.rights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Outcome;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.RightWords;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One request about data: the receipt with its number, who answers and by when, and the answer. */
@Route(value = "mijn/rechten/:request", layout = ResidentShell.class)
@PermitAll
class RequestedPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient PrivacyRequests requests;
    private final transient Procedures procedures;
    private final transient Parties parties;
    private final transient Drafting drafting;

    RequestedPage(
            SignedIn signedIn, PrivacyRequests requests, Procedures procedures, Parties parties, Drafting drafting) {
        this.signedIn = signedIn;
        this.requests = requests;
        this.procedures = procedures;
        this.parties = parties;
        this.drafting = drafting;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/rechten", Words.say("rights.title")));
        var actor = signedIn.resident();
        show(requests.find(actor, actor.id(), new ProcedureId(AddressId.in(event, "request"))));
    }

    private void show(Verzoek request) {
        clear();
        title(RightWords.name(request.filed().right()));
        add(standing(request));
        request.answer().ifPresent(answer -> {
            var card = new Card(
                    new H2(Words.say("rights.answer")),
                    new DataSummary()
                            .row(Words.say("rights.answer.outcome"), RightWords.outcome(answer.outcome()))
                            .row(Words.say("rights.answer.text"), said(answer.text()))
                            .row(
                                    Words.say("rights.answer.by"),
                                    request.answeredBy().orElseThrow().name()
                                            + ", "
                                            + Dates.moment(request.answeredAt().orElseThrow())));
            card.setTestId("right-answer");
            add(card);
            if (answer.outcome() != Outcome.JA) {
                add(new Notice(Tone.INFO, Words.say("rights.disagree"), Words.say("rights.disagree.what")));
            }
        });
        request.statement()
                .ifPresent(text -> add(new Card(
                        new H2(Words.say("rights.statement")),
                        said(text),
                        new Paragraph(Words.say(
                                request.place().isPresent() ? "rights.statement.beside" : "rights.statement.kept")))));
        if (request.mayState()) {
            add(stating(request));
        }
        if (request.restricts()) {
            add(restricted(request));
        }
        request.lifted().ifPresent(lifted -> {
            var notice = new Notice(Tone.INFO, Words.say("rights.lifted"));
            lifted.why().map(RequestedPage::said).ifPresent(notice::with);
            add(notice);
        });
        add(receipt(request));
        if (request.filed().right() == DataRight.VERNIETIGING) {
            add(new Notice(Tone.INFO, Words.say("rights.keep"), Words.say("rights.keep.what")));
        }
        if (request.open()) {
            add(withdrawing(request));
        }
    }

    private Component standing(Verzoek request) {
        var section = part(Words.say("rights.now"));
        var late = request.overdue() && request.open();
        var notice = new Notice(late ? Tone.WARN : Tone.INFO, RightWords.state(request));
        notice.setTestId("right-state");
        section.add(notice);
        if (request.open()) {
            section.add(new Paragraph(owner(request)
                    .map(name -> Words.say("rights.owner", name))
                    .orElseGet(() -> Words.say("rights.owner.none"))));
            section.add(
                    new Paragraph(Words.say(
                            late ? "rights.term.passed" : "rights.term",
                            Dates.day(request.term().lastDay()))),
                    new NativeDetails(Words.say("klacht.term.how"), new DeadlineSteps(request.term())));
            request.extension()
                    .ifPresent(more -> section.add(new Card(new H2(Words.say("rights.extended")), said(more.why()))));
        }
        return section;
    }

    /** Who took it up. */
    private Optional<String> owner(Verzoek request) {
        return procedures.heads(signedIn.resident()).stream()
                .filter(head -> head.id().equals(request.id()))
                .findFirst()
                .flatMap(ProcedureHead::handler)
                .flatMap(id -> Optional.ofNullable(parties.find(Set.of(id)).get(id)))
                .map(People::full);
    }

    private static Component receipt(Verzoek request) {
        var filed = request.filed();
        var facts = new DataSummary()
                .row(Words.say("apply.number"), request.id().reference())
                .row(Words.say("rights.filed"), Dates.moment(request.filedAt()));
        filed.arrived().ifPresent(came -> facts.row(Words.say("rights.arrived"), RightWords.arrived(came)));
        filed.line()
                .ifPresent(line ->
                        facts.row(Words.say("rights.dispute.line", Dates.moment(line.at())), said(line.shown())));
        filed.about().ifPresent(about -> facts.row(Words.say("rights.about"), People.section(about)));
        facts.row(Words.say("rights.said"), said(filed.words()));
        var card =
                new Card(new H2(Words.say("rights.receipt")), facts, new Paragraph(Words.say("rights.receipt.call")));
        card.setTestId("right-receipt");
        return card;
    }

    private Component stating(Verzoek request) {
        var text = new TextArea(Words.say("rights.state.text"))
                .hint(Words.say("rights.state.hint"))
                .rows(5)
                .handle("right-statement");
        var errors = new ErrorSummary();
        var draft = drafting.of(new FormKey("rechten/verklaring/" + request.id()), Map.of("text", text));
        var form = new Form(
                () -> {
                    try {
                        show(requests.state(
                                signedIn.resident(), request.id(), new StepId(UUID.randomUUID()), text.getValue()));
                        draft.done();
                        Toast.show(Words.say("rights.state.kept"));
                    } catch (StepRefused refused) {
                        errors.begin().need(false, text, Words.why(refused)).fine();
                    }
                },
                text,
                beside(Action.submit(Words.say("rights.state.send")).handle("right-state-send")));
        form.add(draft.status());
        var card = new Card(draft, errors, form);
        card.addClassName("ve-narrow");
        return new NativeDetails(Words.say("rights.state"), card);
    }

    private Component restricted(Verzoek request) {
        var notice = new Notice(
                        Tone.GOOD,
                        Words.say(
                                "rights.restricted",
                                request.filed()
                                        .about()
                                        .map(People::section)
                                        .orElseGet(() -> Words.say("rights.restricted.all"))))
                .with(
                        new Paragraph(Words.say("rights.restricted.but")),
                        beside(Action.secondary(
                                        Words.say("rights.lift"),
                                        _ -> show(taken(request, "lift", (now, by, at) -> now.lift(by))))
                                .handle("right-lift")));
        notice.setTestId("right-restricted");
        return notice;
    }

    private Component withdrawing(Verzoek request) {
        return new NativeDetails(
                Words.say("rights.withdraw"),
                new Card(
                        new Paragraph(Words.say("rights.withdraw.sure")),
                        beside(Action.danger(Words.say("rights.withdraw.confirm"), _ -> {
                                    try {
                                        show(taken(request, "withdraw", (now, by, at) -> now.withdraw(by)));
                                    } catch (StepRefused refused) {
                                        Toast.show(Words.why(refused));
                                    }
                                    readFromTop();
                                })
                                .handle("right-withdraw"))));
    }

    private Verzoek taken(Verzoek request, String step, PrivacyRequests.Verb verb) {
        var actor = signedIn.resident();
        return requests.take(actor, actor.id(), request.id(), new StepId(UUID.randomUUID()), step, verb);
    }
}
