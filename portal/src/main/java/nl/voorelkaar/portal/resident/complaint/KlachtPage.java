package nl.voorelkaar.portal.resident.complaint;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.NoHearing;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Side;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.complaint.Klacht.State;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.letter.DeliveryWords;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.StatusSteps;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One complaint: the receipt, what happens now and until when, and what the resident can say. */
@Route(value = "mijn/klacht/:complaint", layout = ResidentShell.class)
@PermitAll
class KlachtPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Complaints complaints;
    private final transient Drafting drafting;

    KlachtPage(SignedIn signedIn, Complaints complaints, Drafting drafting) {
        this.signedIn = signedIn;
        this.complaints = complaints;
        this.drafting = drafting;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/klacht", Words.say("klacht.title")));
        var actor = signedIn.resident();
        var klacht = complaints.find(actor, actor.id(), new ProcedureId(AddressId.in(event, "complaint")));
        show(
                klacht.settlement().isPresent() && klacht.openedAt().isEmpty()
                        ? taken(klacht, "open", (now, by, at) -> now.openOutcome(by))
                        : klacht);
    }

    private void show(Klacht klacht) {
        clear();
        title(Words.say("klacht.of", Dates.shortDay(klacht.receivedOn())));
        add(standing(klacht));
        klacht.settlement().ifPresent(settled -> add(settlement(klacht, settled)));
        klacht.delayAsked().filter(_ -> klacht.state().open()).ifPresent(asked -> add(delay(klacht, asked)));
        if (klacht.state() == State.INFORMEEL) {
            add(informal(klacht));
        }
        if (klacht.state() == State.HOREN) {
            add(hearing(klacht));
        }
        add(receipt(klacht));
        if (klacht.state().open()) {
            add(more(klacht), help(klacht), withdrawing(klacht));
        }
    }

    /** For who may read along, with a login of their own. */
    private static Component help(Klacht klacht) {
        return part(
                Words.say("help.title"),
                new Paragraph(Words.say("help.offer.klacht")),
                new Div(ActionLink.secondary("/mijn/hulp/" + klacht.id(), Words.say("help.go"))
                        .handle("help-go")));
    }

    private static Component standing(Klacht klacht) {
        var section = part(Words.say("klacht.now"));
        var late = klacht.overdue() && klacht.state().open();
        var notice = new Notice(
                late ? Tone.WARN : Tone.INFO,
                Words.say("klacht.state." + klacht.state().name().toLowerCase(Locale.ROOT)));
        notice.setTestId("complaint-state");
        section.add(notice);
        klacht.leftAside()
                .ifPresent(left -> section.add(
                        new Card(
                                new H3(Words.say("klacht.left")),
                                new Paragraph(Words.say(
                                        "klacht.ground." + left.ground().name().toLowerCase(Locale.ROOT))),
                                said(left.why())),
                        ombudsman()));
        klacht.forwarded()
                .ifPresent(sent ->
                        section.add(new Card(new H3(Words.say("klacht.forwarded", sent.to())), said(sent.why()))));
        if (klacht.state().open()) {
            var last = Dates.day(klacht.term().lastDay());
            section.add(
                    steps(klacht),
                    new Paragraph(Words.say(late ? "klacht.term.passed" : "klacht.term", last)),
                    new NativeDetails(Words.say("klacht.term.how"), new DeadlineSteps(klacht.term())));
            if (late) {
                section.add(ombudsman());
            }
            klacht.extension()
                    .ifPresent(longer -> section.add(
                            new Card(new H3(Words.count("klacht.extended", longer.weeks())), said(longer.why()))));
            klacht.adviser()
                    .ifPresent(adviser -> section.add(new Paragraph(Words.say("klacht.adviser", adviser.who()))));
        }
        return section;
    }

    private static Component steps(Klacht klacht) {
        var reached = klacht.state().ordinal();
        var steps = new StatusSteps();
        for (var state : new State[] {State.INGEDIEND, State.BEVESTIGD, State.HOREN, State.AFGEDAAN}) {
            // Trying it together first is one way to deal with it; advice is asked when both were heard.
            var at = reached == State.INFORMEEL.ordinal()
                    ? State.BEVESTIGD.ordinal()
                    : reached == State.ADVIES.ordinal() ? State.HOREN.ordinal() : reached;
            var order = Integer.compare(state.ordinal(), at);
            steps.step(
                    order < 0 ? StatusSteps.State.DONE : order == 0 ? StatusSteps.State.NOW : StatusSteps.State.LATER,
                    Words.say("klacht.step." + state.name().toLowerCase(Locale.ROOT)));
        }
        return steps;
    }

    private Component settlement(Klacht klacht, ComplaintEvent.Settled settled) {
        var section = part(Words.say("klacht.settled"));
        section.setTestId("complaint-settlement");
        var card = new Card(new DataSummary()
                .row(
                        Words.say("klacht.settled.judgement"),
                        Words.say(
                                "klacht.judgement." + settled.judgement().name().toLowerCase(Locale.ROOT)))
                .row(Words.say("klacht.settled.findings"), said(settled.findings()))
                .row(Words.say("klacht.settled.conclusions"), said(settled.conclusions())));
        klacht.sendings()
                .last()
                .ifPresent(sent -> card.add(beside(ActionLink.download(
                                file -> {
                                    var actor = signedIn.resident();
                                    file.setFileName("uitkomst-klacht.pdf");
                                    file.setContentType("application/pdf");
                                    file.getOutputStream()
                                            .write(complaints.letter(actor, actor.id(), klacht.id(), sent.letter()));
                                },
                                Words.say("klacht.letter"))
                        .icon(Icon.Shape.DOCUMENT)
                        .handle("letter-pdf"))));
        var ombudsman = ombudsman();
        section.add(card, new Paragraph(Words.say("klacht.no-objection")), ombudsman);
        klacht.ombudsmanUntil().ifPresent(until -> {
            var last = new Paragraph(Words.say("klacht.ombudsman.until", Dates.day(until.lastDay())));
            last.setTestId("ombudsman-until");
            ombudsman.with(last, new NativeDetails(Words.say("klacht.term.how"), new DeadlineSteps(until)));
        });
        if (!klacht.sendings().all().isEmpty()) {
            var ledger = new Div(
                    DeliveryWords.ledger("sending.complaint.", klacht.sendings().all(), klacht.openedAt()));
            ledger.setTestId("delivery-ledger");
            section.add(new NativeDetails(Words.say("klacht.sending"), ledger));
        }
        return section;
    }

    private static Notice ombudsman() {
        return new Notice(Tone.INFO, Words.say("klacht.ombudsman"), Words.say("klacht.ombudsman.what"));
    }

    private Component delay(Klacht klacht, ComplaintEvent.DelayAsked asked) {
        var section = part(Words.say("klacht.delay"));
        section.add(new Card(
                new Paragraph(Words.say("klacht.delay.what", Dates.day(asked.until()))),
                said(asked.why()),
                new Paragraph(Words.say("klacht.delay.free")),
                beside(
                        Action.primary(
                                        Words.say("klacht.delay.agree"),
                                        _ -> take(klacht, "agree-delay", (now, by, at) -> now.agreeToDelay(by)))
                                .handle("complaint-delay-agree"),
                        Action.secondary(
                                        Words.say("klacht.delay.decline"),
                                        _ -> take(klacht, "decline-delay", (now, by, at) -> now.declineDelay(by)))
                                .handle("complaint-delay-decline"))));
        return section;
    }

    private Component informal(Klacht klacht) {
        var section = part(Words.say("klacht.informal"));
        klacht.informal().ifPresent(begun -> section.add(said(begun.how())));
        klacht.proposal()
                .ifPresentOrElse(
                        proposal -> section.add(new Card(
                                new H3(Words.say("klacht.proposal")),
                                said(proposal),
                                new Paragraph(Words.say("klacht.satisfied.what")),
                                beside(Action.primary(
                                                Words.say("klacht.satisfied"),
                                                _ -> take(klacht, "satisfied", (now, by, at) -> now.satisfied(by)))
                                        .handle("complaint-satisfied")))),
                        () -> section.add(new Paragraph(Words.say("klacht.proposal.none"))));
        section.add(new NativeDetails(
                Words.say("klacht.not-satisfied"),
                asking(
                        klacht,
                        "not-satisfied",
                        new TextArea(Words.say("klacht.not-satisfied.why"))
                                .optional()
                                .rows(4)
                                .handle("complaint-not-satisfied-why"),
                        text -> (now, by, at) -> now.notSatisfied(by, text))));
        return section;
    }

    private Component hearing(Klacht klacht) {
        var section = part(Words.say("klacht.hearing"));
        if (klacht.heard(Side.RESIDENT).isPresent()) {
            section.add(new Paragraph(Words.say("klacht.hearing.done")));
            return section;
        }
        if (klacht.waived().isPresent()) {
            section.add(new Paragraph(Words.say("klacht.hearing.waived")));
            return section;
        }
        klacht.hearing()
                .ifPresent(hearing -> section.add(new Card(
                        new DataSummary()
                                .row(Words.say("klacht.hearing.when"), Dates.moment(hearing.at()))
                                .row(Words.say("klacht.hearing.where"), hearing.place()),
                        new Paragraph(Words.say("klacht.hearing.what")))));
        section.add(new NativeDetails(
                Words.say("klacht.hearing.decline"),
                new Card(
                        new Paragraph(Words.say("klacht.hearing.decline.what")),
                        beside(Action.secondary(
                                        Words.say("klacht.hearing.decline.confirm"),
                                        _ -> take(
                                                klacht,
                                                "waive-hearing",
                                                (now, by, at) -> now.waiveHearing(by, NoHearing.RESIDENT_DECLINED)))
                                .handle("complaint-decline-hearing")))));
        return section;
    }

    private static String arrived(Klacht klacht) {
        return klacht.filed()
                .arrived()
                .map(how -> Words.say(
                        "klacht.channel.on",
                        Dates.day(how.received()),
                        Words.say("klacht.channel." + how.channel().name().toLowerCase(Locale.ROOT))))
                .orElseGet(() -> Dates.moment(klacht.filedAt()));
    }

    private static Component receipt(Klacht klacht) {
        var filed = klacht.filed();
        var facts = new DataSummary()
                .row(Words.say("klacht.receipt.at"), arrived(klacht))
                .row(
                        Words.say("klacht.about"),
                        klacht.accusedName().orElseGet(() -> Words.say("klacht.about.municipality")))
                .row(Words.say("klacht.what"), said(filed.what()));
        klacht.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by.you"), name));
        filed.when().ifPresent(when -> facts.row(Words.say("klacht.when"), when));
        filed.wish().ifPresent(wish -> facts.row(Words.say("klacht.wish"), said(wish)));
        facts.row(Words.say("apply.number"), klacht.id().reference());
        var card = new Card(new H2(Words.say("klacht.receipt")), facts);
        card.setTestId("complaint-receipt");
        for (var step : klacht.additions()) {
            card.add(new H3(Words.say("klacht.added", Dates.moment(step.at()))));
            if (step.event() instanceof ComplaintEvent.Added added) {
                card.add(said(added.text()));
            }
        }
        if (klacht.hasAccused()) {
            card.add(
                    new Paragraph(Words.say("klacht.not-by-them")),
                    new Paragraph(Words.say(klacht.told().isPresent() ? "klacht.copy.given" : "klacht.copy.will")));
        }
        if (filed.about().whom() == Whom.PROVIDER) {
            card.add(new Notice(Tone.INFO, Words.say("klacht.provider")));
        }
        return card;
    }

    private Component more(Klacht klacht) {
        return new NativeDetails(
                Words.say("klacht.add"),
                asking(
                        klacht,
                        "add",
                        new TextArea(Words.say("klacht.add.text")).rows(5).handle("complaint-add-text"),
                        text -> (now, by, at) -> now.add(by, text)));
    }

    /** Makes a step of a typed text. */
    @FunctionalInterface
    private interface Saying {
        Complaints.Verb of(String text);
    }

    private Component asking(Klacht klacht, String step, TextArea text, Saying saying) {
        var errors = new ErrorSummary();
        var kept = drafting.of(new FormKey("klacht/" + step + "/" + klacht.id()), Map.of("text", text));
        var form = new Form(
                () -> {
                    try {
                        var after = taken(klacht, step, saying.of(text.getValue()));
                        kept.done();
                        Toast.show(Words.say("klacht.saved"));
                        show(after);
                    } catch (StepRefused refused) {
                        errors.begin().need(false, text, Words.why(refused)).fine();
                    }
                },
                text,
                new Div(Action.submit(Words.say("klacht." + step + ".send")).handle("complaint-" + step)));
        form.add(kept.status());
        var card = new Card(kept, errors, form);
        card.addClassName("ve-narrow");
        return card;
    }

    private Component withdrawing(Klacht klacht) {
        return new NativeDetails(
                Words.say("klacht.withdraw"),
                new Card(
                        new Paragraph(Words.say("klacht.withdraw.sure")),
                        beside(Action.danger(
                                        Words.say("klacht.withdraw.confirm"),
                                        _ -> take(klacht, "withdraw", (now, by, at) -> now.withdraw(by)))
                                .handle("complaint-withdraw-confirm"))));
    }

    private void take(Klacht klacht, String step, Complaints.Verb verb) {
        try {
            show(taken(klacht, step, verb));
            Toast.show(Words.say("klacht.saved"));
            readFromTop();
        } catch (StepRefused refused) {
            Toast.show(Words.why(refused));
        }
    }

    private Klacht taken(Klacht klacht, String step, Complaints.Verb verb) {
        var actor = signedIn.resident();
        return complaints.take(actor, actor.id(), klacht.id(), new StepId(UUID.randomUUID()), step, verb);
    }
}
