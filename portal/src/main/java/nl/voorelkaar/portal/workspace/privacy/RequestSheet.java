package nl.voorelkaar.portal.workspace.privacy;

import static nl.voorelkaar.portal.ui.Page.said;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Outcome;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.RightWords;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.SentLetter;
import nl.voorelkaar.portal.workspace.StepCard;

/** One request about data, as who took it up reads and answers it. */
final class RequestSheet extends Div {

    private final transient PrivacyRequests requests;
    private final transient RequestPost post;
    private final transient Actor.Professional officer;
    private final transient ResidentId resident;
    private final transient Instant now;

    RequestSheet(
            PrivacyRequests requests,
            RequestPost post,
            Actor.Professional officer,
            ResidentId resident,
            ProcedureId id,
            Instant now) {
        this.requests = requests;
        this.post = post;
        this.officer = officer;
        this.resident = resident;
        this.now = now;
        addClassName("ve-stack-wide");
        show(requests.find(officer, resident, id));
    }

    private void show(Verzoek request) {
        removeAll();
        add(standing(request), asked(request));
        request.answer()
                .ifPresent(given -> add(new Card(
                                new H2(Words.say("rights.answer")),
                                new DataSummary()
                                        .row(Words.say("rights.answer.outcome"), RightWords.outcome(given.outcome()))
                                        .row(Words.say("rights.answer.text"), said(given.text())))
                        .handle("privacy-answered")));
        request.statement().ifPresent(text -> add(new Card(new H2(Words.say("rights.statement")), said(text))));
        if (request.restricts()) {
            add(lifting(request));
        }
        request.lifted()
                .ifPresent(lifted -> add(new Notice(
                        Tone.INFO,
                        Words.say("rights.lifted"),
                        lifted.why().orElseGet(() -> Words.say("workspace.verzoek.lifted.resident")))));
        if (request.filed().arrived().isPresent() && request.answer().isPresent()) {
            add(posting(request));
        }
        if (request.open()) {
            if (!request.sureWho()) {
                add(identifying(request));
            }
            add(answering(request));
            if (request.filed().right().canBeExtended() && request.extension().isEmpty()) {
                add(extending(request));
            }
        }
    }

    private Component standing(Verzoek request) {
        var late = request.overdue() && request.open();
        var notice = new Notice(
                late ? Tone.WARN : Tone.INFO,
                Words.say("workspace.verzoek.state." + request.state().name().toLowerCase(Locale.ROOT)));
        notice.setTestId("privacy-state");
        if (request.open()) {
            var last = request.term().lastDay();
            notice.with(
                    new Paragraph(
                            late
                                    ? Words.say("workspace.verzoek.due.passed", Dates.day(last))
                                    : Words.say(
                                            "workspace.verzoek.due",
                                            Dates.day(last),
                                            Dates.left(CalendarDays.dayOf(now), last))),
                    new NativeDetails(Words.say("klacht.term.how"), new DeadlineSteps(request.term())));
        }
        return notice;
    }

    private static Component asked(Verzoek request) {
        var filed = request.filed();
        var facts = new DataSummary()
                .row(Words.say("apply.number"), request.id().reference())
                .row(Words.say("rights.filed"), Dates.moment(request.filedAt()));
        filed.line()
                .ifPresent(line -> facts.row(
                                Words.say("rights.dispute.line", Dates.moment(line.at())), said(line.shown()))
                        .row(Words.say("workspace.privacy.line"), Long.toString(line.number())));
        filed.about().ifPresent(about -> facts.row(Words.say("rights.about"), People.section(about)));
        filed.arrived()
                .ifPresent(came -> facts.row(Words.say("workspace.complaint.arrived"), RightWords.arrived(came))
                        .row(
                                Words.say("workspace.verzoek.register.by"),
                                came.through()
                                        .map(by -> Words.say("represent.kind."
                                                + by.kind().name().toLowerCase(Locale.ROOT)))
                                        .orElseGet(() -> Words.say("workspace.verzoek.register.self"))));
        request.extension().ifPresent(more -> facts.row(Words.say("rights.extended"), said(more.why())));
        var card = new Card(new H2(RightWords.name(filed.right())), said(filed.words()), facts);
        if (filed.right() == DataRight.VERNIETIGING) {
            card.add(new Notice(Tone.INFO, Words.say("rights.keep"), Words.say("rights.keep.what")));
        }
        return card;
    }

    /** Until then nothing is given or changed (AVG 12 lid 6). */
    private Component identifying(Verzoek request) {
        var step = new StepId(UUID.randomUUID());
        return new Notice(Tone.WARN, Words.say("workspace.verzoek.who"), Words.say("workspace.verzoek.who.about"))
                .with(new Div(Action.secondary(
                                Words.say("workspace.verzoek.who.sure"),
                                _ -> show(taken(request, step, "identify", (at, by, moment) -> at.identify(by))))
                        .handle("privacy-identify")));
    }

    /** For who did not ask it in the portal and may never look there. */
    private Component posting(Verzoek request) {
        var address = SentLetter.addressField().handle("privacy-address");
        return new StepCard(Words.say("workspace.verzoek.letter"))
                .about(Words.say("workspace.verzoek.letter.about"))
                .asks(address)
                .needs(errors -> errors.need(
                        SentLetter.lines(address).size() >= 2, address, Words.say("refused.decision.address-missing")))
                .does(Words.say("workspace.verzoek.letter.send"), "privacy-letter", () -> {
                    try {
                        post.send(request, SentLetter.lines(address));
                        Toast.show(Words.say("workspace.verzoek.letter.sent"));
                    } catch (LetterPost.NotTaken away) {
                        Toast.show(Words.say("workspace.desk.letter.away"));
                    }
                })
                .folded();
    }

    private Component answering(Verzoek request) {
        var step = new StepId(UUID.randomUUID());
        var outcome = new Radios<>(
                Words.say("workspace.privacy.outcome"),
                List.of(Outcome.values()),
                RightWords::outcome,
                _ -> Optional.empty(),
                chosen -> "privacy-outcome-" + chosen.name().toLowerCase(Locale.ROOT));
        var text = new TextArea(Words.say("workspace.privacy.text"))
                .hint(Words.say("workspace.privacy.text.hint"))
                .rows(8)
                .counted(Verzoek.LONGEST_TEXT)
                .handle("privacy-text");
        return new StepCard(Words.say("workspace.privacy.answer"))
                .about(Words.say("workspace.privacy.answer.about"))
                .asks(outcome, text)
                .needs(errors -> errors.need(
                                outcome.getValue() != null, outcome, Words.say("workspace.privacy.outcome.missing"))
                        .need(!text.getValue().isBlank(), text, Words.say("refused.privacy.empty-text")))
                .blames(text)
                .does(Words.say("workspace.privacy.answer.send"), "privacy-answer", () -> {
                    var chosen = Objects.requireNonNull(outcome.getValue());
                    show(taken(request, step, "answer", (at, by, moment) -> at.answer(by, chosen, text.getValue())));
                    Toast.show(Words.say("workspace.privacy.answer.sent"));
                })
                .card();
    }

    private Component lifting(Verzoek request) {
        var step = new StepId(UUID.randomUUID());
        var why = new TextArea(Words.say("workspace.verzoek.lift.why")).rows(3).handle("privacy-lift-why");
        return new StepCard(Words.say("workspace.verzoek.lift"))
                .about(Words.say("workspace.verzoek.lift.about"))
                .asks(why)
                .needs(errors -> errors.need(!why.getValue().isBlank(), why, Words.say("refused.privacy.empty-text")))
                .does(
                        Words.say("workspace.verzoek.lift.send"),
                        "privacy-lift",
                        () -> show(taken(request, step, "lift", (at, by, moment) -> at.lift(by, why.getValue()))))
                .folded();
    }

    private Component extending(Verzoek request) {
        var step = new StepId(UUID.randomUUID());
        var why =
                new TextArea(Words.say("workspace.privacy.extend.why")).rows(3).handle("privacy-extend-why");
        return new StepCard(Words.say("workspace.privacy.extend"))
                .about(Words.say("workspace.privacy.extend.about"))
                .asks(why)
                .needs(errors -> errors.need(!why.getValue().isBlank(), why, Words.say("refused.privacy.empty-text")))
                .does(
                        Words.say("workspace.privacy.extend.send"),
                        "privacy-extend",
                        () -> show(taken(
                                request, step, "extend", (at, by, moment) -> at.extend(by, why.getValue(), moment))))
                .folded();
    }

    private Verzoek taken(Verzoek request, StepId step, String name, PrivacyRequests.Verb verb) {
        return requests.take(officer, resident, request.id(), step, name, verb);
    }
}
