package nl.voorelkaar.portal.resident.objection;

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
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Timeliness;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Consequence;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.letter.DeliveryWords;
import nl.voorelkaar.portal.objection.ArrivedWords;
import nl.voorelkaar.portal.objection.ObjectionFiles;
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
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One objection: the receipt, where it stands, by when it is decided, and what the resident can still do. */
@Route(value = "mijn/bezwaar/:bezwaar", layout = ResidentShell.class)
@PermitAll
class ObjectionPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Objections objections;
    private final transient Deadlines deadlines;
    private final transient Drafting drafting;

    ObjectionPage(SignedIn signedIn, Objections objections, Deadlines deadlines, Drafting drafting) {
        this.signedIn = signedIn;
        this.objections = objections;
        this.deadlines = deadlines;
        this.drafting = drafting;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/bezwaar", Words.say("bezwaar.title")));
        var actor = signedIn.resident();
        var found = objections.find(actor, actor.id(), new ProcedureId(AddressId.in(event, "bezwaar")));
        if (found.bezwaar().decision().isPresent() && found.bezwaar().openedAt().isEmpty()) {
            found = objections.take(
                    actor,
                    actor.id(),
                    found.bezwaar().id(),
                    new StepId(UUID.randomUUID()),
                    "open",
                    (now, by, at) -> now.openDecision(by));
        }
        show(found);
    }

    private void show(Objections.Found found) {
        clear();
        var bezwaar = found.bezwaar();
        title(Words.say("bezwaar.of", Dates.shortDay(bezwaar.receivedOn())));
        add(standing(found));
        bezwaar.hearing()
                .filter(_ -> bezwaar.state() == Bezwaar.State.HOREN)
                .ifPresent(planned -> add(hearing(found, planned.at(), planned.place())));
        bezwaar.decision().ifPresent(decided -> add(decision(bezwaar, decided)));
        if (bezwaar.state().open()) {
            if (bezwaar.overdue()) {
                add(late(found));
            }
            if (bezwaar.timeliness() == Timeliness.LATE && bezwaar.lateness().isEmpty()) {
                add(part(
                        Words.say("bezwaar.late"),
                        asking(
                                found,
                                "why-late",
                                new TextArea(Words.say("bezwaar.late.why"))
                                        .hint(Words.say("bezwaar.late.hint"))
                                        .rows(4)
                                        .handle("objection-late"),
                                "bezwaar.late.send",
                                text -> (now, by, at) -> now.giveLateReason(by, text))));
            }
            add(grounds(found));
        }
        add(files(found), receipt(bezwaar));
        if (bezwaar.state().open()) {
            add(term(found), help(bezwaar), withdrawing(found));
        }
    }

    /** For who may read along, with a login of their own. */
    private static Component help(Bezwaar bezwaar) {
        return part(
                Words.say("help.title"),
                new Paragraph(Words.say("help.offer.bezwaar")),
                new Div(ActionLink.secondary("/mijn/hulp/" + bezwaar.id(), Words.say("help.go"))
                        .handle("help-go")));
    }

    private Component files(Objections.Found found) {
        var actor = signedIn.resident();
        return new ObjectionFiles(objections, actor, actor.id(), found.bezwaar(), this::show);
    }

    private Component decision(Bezwaar bezwaar, ObjectionEvent.Decided decided) {
        var card = new Card(
                new Paragraph(Words.say(
                        "bezwaar.consequence." + decided.consequence().name().toLowerCase(Locale.ROOT))),
                said(decided.reasons()));
        decided.costs()
                .ifPresent(costs -> card.add(new DataSummary().row(Words.say("bezwaar.costs.paid"), said(costs))));
        bezwaar.sendings().last().ifPresent(sent -> card.add(letter(bezwaar, sent)));
        var section = part(
                Words.say("bezwaar.decision"),
                card.handle("objection-decision"),
                new Paragraph(Words.say("bezwaar.appeal")));
        bezwaar.appealUntil().ifPresent(until -> {
            var last = new Paragraph(Words.say("bezwaar.appeal.until", Dates.day(until.lastDay())));
            last.setTestId("appeal-until");
            section.add(last, new NativeDetails(Words.say("bezwaar.term.how"), new DeadlineSteps(until)));
        });
        if (!bezwaar.sendings().all().isEmpty()) {
            var ledger = new Div(DeliveryWords.ledger(
                    "sending.objection.", bezwaar.sendings().all(), bezwaar.openedAt()));
            ledger.setTestId("delivery-ledger");
            section.add(new NativeDetails(Words.say("sending.title"), ledger));
        }
        return section;
    }

    private Component letter(Bezwaar bezwaar, Sending sent) {
        return beside(ActionLink.download(
                        file -> {
                            var actor = signedIn.resident();
                            file.setFileName("besluit-op-bezwaar.pdf");
                            file.setContentType("application/pdf");
                            file.getOutputStream()
                                    .write(objections.letter(actor, actor.id(), bezwaar.id(), sent.letter()));
                        },
                        Words.say("besluit.pdf"))
                .icon(Icon.Shape.DOCUMENT)
                .handle("letter-pdf"));
    }

    private static Component standing(Objections.Found found) {
        var bezwaar = found.bezwaar();
        var right = bezwaar.decision()
                .filter(decided -> decided.consequence() != Consequence.GEHANDHAAFD)
                .isPresent();
        var notice = new Notice(right ? Tone.GOOD : Tone.INFO, ObjectionWords.state(bezwaar));
        notice.setTestId("objection-state");
        bezwaar.repair()
                .ifPresent(repair -> notice.with(
                        said(repair.what()),
                        new Paragraph(Words.say("bezwaar.repair.until", Dates.day(repair.until())))));
        return notice;
    }

    private Component hearing(Objections.Found found, Instant at, String place) {
        return part(
                Words.say("bezwaar.hearing.planned"),
                new Card(new DataSummary()
                        .row(Words.say("melding.talk.when"), Dates.moment(at))
                        .row(Words.say("melding.talk.where"), place)
                        .row(
                                Words.say("bezwaar.hearing.papers"),
                                found.bezwaar()
                                        .papersUntil()
                                        .map(until -> Dates.day(until.lastDay()))
                                        .orElse(""))),
                new Paragraph(Words.say("bezwaar.hearing.companion")),
                new NativeDetails(
                        Words.say("bezwaar.hearing.decline"),
                        beside(Action.secondary(
                                        Words.say("bezwaar.hearing.decline.confirm"),
                                        _ -> take(
                                                found,
                                                "waive-hearing",
                                                (now, by, when) -> now.waiveHearing(by, NoHearing.RESIDENT_DECLINED)))
                                .handle("objection-hearing-decline"))));
    }

    private Component late(Objections.Found found) {
        var bezwaar = found.bezwaar();
        var last = Dates.day(bezwaar.decisionTerm().lastDay());
        var section = part(Words.say("bezwaar.overdue"), new Paragraph(Words.say("bezwaar.overdue.what", last)));
        bezwaar.defaultNoticedOn()
                .ifPresentOrElse(
                        noticed -> {
                            var penalty = deadlines.penalty(noticed);
                            var today = CalendarDays.dayOf(found.now());
                            var clock = new Card(
                                    new H3(Words.say("bezwaar.penalty")),
                                    new DataSummary()
                                            .row(Words.say("bezwaar.penalty.noticed"), Dates.day(noticed))
                                            .row(Words.say("bezwaar.penalty.first"), Dates.day(penalty.firstDay()))
                                            .row(
                                                    Words.say("bezwaar.penalty.now"),
                                                    Words.say("bezwaar.euro", penalty.due(today))));
                            clock.setTestId("penalty-clock");
                            section.add(clock);
                        },
                        () -> section.add(new Card(
                                        new Paragraph(Words.say("bezwaar.default.what")),
                                        beside(Action.primary(
                                                        Words.say("bezwaar.default.send"),
                                                        _ -> take(
                                                                found,
                                                                "default-notice",
                                                                (now, by, at) -> now.noticeDefault(by, at)))
                                                .handle("default-notice-send")))
                                .handle("default-notice")));
        return section;
    }

    private Component grounds(Objections.Found found) {
        var given = found.bezwaar().grounds().isPresent();
        var form = asking(
                found,
                "grounds",
                new TextArea(Words.say("bezwaar.grounds"))
                        .hint(Words.say("bezwaar.grounds.hint"))
                        .rows(8)
                        .handle("objection-grounds"),
                "bezwaar.grounds.send",
                text -> (now, by, at) -> now.giveGrounds(by, text));
        return given
                ? new NativeDetails(Words.say("bezwaar.grounds.add"), form)
                : part(Words.say("bezwaar.grounds.missing"), form);
    }

    /** Makes a step of a typed text. */
    @FunctionalInterface
    private interface Saying {
        Objections.Verb of(String text);
    }

    private Component asking(Objections.Found found, String step, TextArea text, String button, Saying saying) {
        var errors = new ErrorSummary();
        var kept = drafting.of(
                new FormKey("bezwaar/" + step + "/" + found.bezwaar().id()), Map.of("text", text));
        var form = new Form(
                () -> {
                    try {
                        take(found, step, saying.of(text.getValue()));
                        kept.done();
                        Toast.show(Words.say("bezwaar.sent"));
                    } catch (StepRefused refused) {
                        errors.begin().need(false, text, Words.why(refused)).fine();
                    }
                },
                text,
                beside(Action.submit(Words.say(button)).handle("objection-" + step)));
        form.add(kept.status());
        var card = new Card(kept, errors, form);
        card.addClassName("ve-narrow");
        return card;
    }

    private static Component receipt(Bezwaar bezwaar) {
        var card = new Card(
                new H2(Words.say("bezwaar.receipt")),
                new DataSummary()
                        .row(Words.say("bezwaar.receipt.at"), ArrivedWords.when(bezwaar))
                        .row(Words.say("bezwaar.receipt.timely"), ArrivedWords.timely(bezwaar))
                        .row(
                                Words.say("bezwaar.grounds"),
                                said(bezwaar.grounds().orElse(Words.say("bezwaar.grounds.later"))))
                        .row(
                                Words.say("bezwaar.helper"),
                                bezwaar.filed().helper().orElse(Words.say("bezwaar.helper.none")))
                        .row(Words.say("bezwaar.hearing"), yes(bezwaar.filed().wantsHearing()))
                        .row(Words.say("bezwaar.costs"), yes(bezwaar.filed().asksCosts()))
                        .row(Words.say("bezwaar.court"), yes(bezwaar.filed().asksDirectAppeal()))
                        .row(Words.say("apply.number"), bezwaar.id().reference()),
                new Paragraph(Words.say("bezwaar.receipt.next")));
        card.setTestId("objection-receipt");
        return card;
    }

    private static String yes(boolean is) {
        return Words.say(is ? "melding.yes" : "melding.no");
    }

    private static Component term(Objections.Found found) {
        var term = found.bezwaar().decisionTerm();
        return part(
                Words.say("bezwaar.term"),
                new Paragraph(Words.say(
                        term.standsStill() ? "bezwaar.term.still" : "bezwaar.term.what", Dates.day(term.lastDay()))),
                new NativeDetails(Words.say("bezwaar.term.how"), new DeadlineSteps(term)));
    }

    private Component withdrawing(Objections.Found found) {
        return new NativeDetails(
                Words.say("bezwaar.withdraw"),
                new Card(
                        new Paragraph(Words.say("bezwaar.withdraw.sure")),
                        beside(Action.danger(
                                        Words.say("bezwaar.withdraw.confirm"),
                                        _ -> take(found, "withdraw", (now, by, at) -> now.withdraw(by)))
                                .handle("objection-withdraw-confirm"))));
    }

    private void take(Objections.Found found, String step, Objections.Verb verb) {
        var actor = signedIn.resident();
        show(objections.take(actor, actor.id(), found.bezwaar().id(), new StepId(UUID.randomUUID()), step, verb));
        readFromTop();
    }
}
