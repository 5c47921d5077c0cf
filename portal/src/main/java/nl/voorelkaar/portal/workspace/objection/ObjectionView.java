package nl.voorelkaar.portal.workspace.objection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Timeliness;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Consequence;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Outcome;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.HandingBack;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;

/** One objection: what the resident writes, by when it is decided, and the next steps for lawyer or decider. */
@Route(value = WorkspacePaths.OBJECTIONS + "/:bezwaar", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ObjectionView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Objections objections;
    private final transient Caseload caseload;
    private final transient Attempts attempts;
    private final transient HandingBack handingBack;
    private final transient Clock clock;

    ObjectionView(
            SignedIn signedIn,
            Objections objections,
            Caseload caseload,
            Attempts attempts,
            HandingBack handingBack,
            Clock clock) {
        this.signedIn = signedIn;
        this.objections = objections;
        this.caseload = caseload;
        this.attempts = attempts;
        this.handingBack = handingBack;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.OBJECTIONS, Words.say("workspace.objection.title")));
        var asked = event.getRouteParameters().get("bezwaar").orElse("");
        var actor = signedIn.professional();
        var resident = objections.whose(actor, idIn(asked)).orElseThrow(() -> notThere(asked));
        show(resident, objections.find(actor, resident, idIn(asked)));
    }

    private static ProcedureId idIn(String text) {
        try {
            return new ProcedureId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }

    private NotFoundException notThere(String asked) {
        Handle.of(asked).ifPresent(handle -> attempts.tried(signedIn.professional(), handle));
        return new NotFoundException();
    }

    private void show(ResidentId resident, Objections.Found found) {
        clear();
        var bezwaar = found.bezwaar();
        title(Words.say(
                "workspace.objection.of",
                caseload.names().getOrDefault(resident, Words.say("workspace.objection.somebody"))));
        add(standing(bezwaar), told(found));
        bezwaar.heard()
                .ifPresent(
                        heard -> add(new Card(new H2(Words.say("workspace.objection.report")), said(heard.report()))));
        bezwaar.advice()
                .ifPresent(advice ->
                        add(new Card(new H2(Words.say("workspace.objection.advice")), said(advice.advice()))));
        bezwaar.decision()
                .ifPresent(decided -> add(new Card(
                        new H2(Words.say("workspace.objection.outcome." + lower(decided.outcome()))),
                        new Paragraph(Words.say("workspace.objection.consequence." + lower(decided.consequence()))),
                        said(decided.reasons()))));
        if (!bezwaar.state().open()) {
            return;
        }
        var role = signedIn.professional().role();
        if (role == Role.JUR) {
            lawyer(resident, bezwaar);
        } else if (role == Role.BES) {
            add(deciding(resident, bezwaar));
        }
        add(handingBack.of(ProcedureKind.BEZWAAR, bezwaar.id()));
    }

    private Component standing(Bezwaar bezwaar) {
        var term = bezwaar.decisionTerm();
        var notice = new Notice(
                bezwaar.overdue() && bezwaar.state().open() ? Tone.WARN : Tone.INFO,
                Words.say("workspace.objection.state." + lower(bezwaar.state())));
        notice.setTestId("objection-state");
        if (bezwaar.state().open()) {
            notice.with(new Paragraph(
                    term.standsStill()
                            ? Words.say("workspace.objection.still")
                            : ObjectionsView.due(term.lastDay(), CalendarDays.dayOf(clock.instant()))));
            notice.with(new NativeDetails(Words.say("workspace.objection.term"), new DeadlineSteps(term)));
        }
        return notice;
    }

    private static Component told(Objections.Found found) {
        var bezwaar = found.bezwaar();
        var filed = bezwaar.filed();
        var facts = new DataSummary()
                .row(Words.say("workspace.objection.filed"), Dates.moment(bezwaar.filedAt()))
                .row(
                        Words.say("workspace.objection.timely"),
                        Words.say(
                                "bezwaar.timely." + lower(bezwaar.timeliness()).replace('_', '-')));
        bezwaar.lateBecause().ifPresent(why -> facts.row(Words.say("workspace.objection.late-because"), said(why)));
        facts.row(Words.say("workspace.objection.hearing"), yes(filed.wantsHearing()))
                .row(Words.say("workspace.objection.helper"), filed.helper().orElse(Words.say("bezwaar.helper.none")))
                .row(Words.say("workspace.objection.costs"), yes(filed.asksCosts()))
                .row(Words.say("workspace.objection.court"), yes(filed.asksDirectAppeal()))
                .row(
                        Words.say("workspace.objection.decision"),
                        said(found.besluit().text().inShort()));
        return new Card(
                new H2(Words.say("workspace.objection.words")),
                said(bezwaar.grounds().orElse(Words.say("workspace.objection.grounds.none"))),
                facts);
    }

    private static String yes(boolean is) {
        return Words.say(is ? "melding.yes" : "melding.no");
    }

    private void lawyer(ResidentId resident, Bezwaar bezwaar) {
        var today = CalendarDays.dayOf(clock.instant());
        var state = bezwaar.state();
        if (bezwaar.timeliness() == Timeliness.LATE && bezwaar.lateness().isEmpty()) {
            add(judging(resident, bezwaar));
        }
        if (state == Bezwaar.State.HOREN) {
            add(hearing(resident, bezwaar, today));
        }
        if (state == Bezwaar.State.BEVESTIGD || state == Bezwaar.State.HOREN || state == Bezwaar.State.GEHOORD) {
            add(planning(resident, bezwaar, today));
        }
        if (state == Bezwaar.State.BEVESTIGD || state == Bezwaar.State.HOREN) {
            add(waiving(resident, bezwaar));
        }
        if (state == Bezwaar.State.BEVESTIGD) {
            add(repairing(resident, bezwaar, today));
        }
        if (bezwaar.committee() && (state == Bezwaar.State.GEHOORD || state == Bezwaar.State.GEEN_HOORZITTING)) {
            add(advising(resident, bezwaar));
        }
        if (!bezwaar.committee()) {
            add(new NativeDetails(
                    Words.say("workspace.objection.committee"),
                    new Card(
                            new Paragraph(Words.say("workspace.objection.committee.what")),
                            beside(Action.secondary(
                                            Words.say("workspace.objection.committee"),
                                            _ -> take(
                                                    resident,
                                                    bezwaar,
                                                    "committee",
                                                    (now, by, at) -> now.appointCommittee(by)))
                                    .handle("objection-committee")))));
        }
        if (!bezwaar.extended()) {
            add(extending(resident, bezwaar));
        }
        if (bezwaar.filed().asksDirectAppeal()) {
            add(beside(Action.secondary(
                            Words.say("workspace.objection.to-court"),
                            _ -> take(resident, bezwaar, "to-court", (now, by, at) -> now.sendToCourt(by)))
                    .handle("objection-to-court")));
        }
    }

    private Component repairing(ResidentId resident, Bezwaar bezwaar, java.time.LocalDate today) {
        var what = new TextArea(Words.say("workspace.objection.repair.what"))
                .rows(3)
                .handle("repair-what");
        var until = new DayField(Words.say("workspace.objection.repair.until"))
                .between(today.plusDays(1), today.plusMonths(2))
                .handle("repair-until");
        until.setValue(today.plusWeeks(2));
        var errors = new ErrorSummary();
        return new NativeDetails(
                Words.say("workspace.objection.repair"),
                new Card(
                        errors,
                        new Form(
                                () -> {
                                    var last = until.getValue();
                                    if (errors.begin()
                                                    .need(
                                                            last != null,
                                                            until,
                                                            Words.say("refused.objection.term-in-the-past"))
                                                    .need(!what.getValue().isBlank(), what, empty())
                                                    .fine()
                                            && last != null) {
                                        take(
                                                resident,
                                                bezwaar,
                                                "ask-repair",
                                                (now, by, at) -> now.askRepair(by, what.getValue(), last, at));
                                    }
                                },
                                what,
                                until,
                                beside(Action.submit(Words.say("workspace.objection.repair.send"))
                                        .handle("repair-send")))));
    }

    private Component judging(ResidentId resident, Bezwaar bezwaar) {
        var excused = new Check(Words.say("workspace.objection.judge.excused")).handle("judge-excused");
        var why =
                new TextArea(Words.say("workspace.objection.judge.why")).rows(3).handle("judge-why");
        var errors = new ErrorSummary();
        var card = new Card(
                new H2(Words.say("workspace.objection.judge")),
                errors,
                new Form(
                        () -> {
                            if (errors.begin()
                                    .need(!why.getValue().isBlank(), why, empty())
                                    .fine()) {
                                take(
                                        resident,
                                        bezwaar,
                                        "judge-lateness",
                                        (now, by, at) -> now.judgeLateness(by, excused.getValue(), why.getValue()));
                            }
                        },
                        excused,
                        why,
                        beside(Action.submit(Words.say("workspace.objection.judge.send"))
                                .handle("judge-send"))));
        if (bezwaar.state() == Bezwaar.State.BEVESTIGD && bezwaar.lateBecause().isEmpty()) {
            card.add(beside(Action.secondary(
                            Words.say("workspace.objection.ask-late"),
                            _ -> take(resident, bezwaar, "ask-why-late", (now, by, at) -> now.askWhyLate(by)))
                    .handle("ask-why-late")));
        }
        card.addClassName("ve-narrow");
        return card;
    }

    private Component planning(ResidentId resident, Bezwaar bezwaar, java.time.LocalDate today) {
        var day = new DayField(Words.say("workspace.inquiry.talk.day"))
                .between(today.plusDays(11), today.plusMonths(6))
                .handle("hearing-day");
        var time = new TextLine(Words.say("workspace.inquiry.talk.time"))
                .hint(Words.say("workspace.inquiry.talk.time.hint"))
                .handle("hearing-time");
        var place = new TextLine(Words.say("workspace.objection.plan.place")).handle("hearing-place");
        var errors = new ErrorSummary();
        var card = new Card(
                new H2(Words.say("workspace.objection.plan")),
                new Paragraph(Words.say("workspace.objection.plan.what")),
                errors,
                new Form(
                        () -> {
                            var on = day.getValue();
                            var at = Dates.timeOfDay(time.getValue());
                            if (errors.begin()
                                            .need(on != null, day, Words.say("workspace.inquiry.talk.missing"))
                                            .need(at.isPresent(), time, Words.say("workspace.inquiry.talk.missing"))
                                            .need(!place.getValue().isBlank(), place, empty())
                                            .fine()
                                    && on != null) {
                                var moment = on.atTime(at.orElseThrow())
                                        .atZone(CalendarDays.AMSTERDAM)
                                        .toInstant();
                                take(
                                        resident,
                                        bezwaar,
                                        "plan-hearing",
                                        (now, by, when) -> now.planHearing(by, moment, place.getValue(), when));
                            }
                        },
                        day,
                        time,
                        place,
                        beside(Action.submit(Words.say("workspace.objection.plan.send"))
                                .handle("hearing-plan"))));
        card.addClassName("ve-narrow");
        return card;
    }

    private Component waiving(ResidentId resident, Bezwaar bezwaar) {
        var why = new Choice<NoHearing>(
                        Words.say("workspace.objection.waive.why"),
                        List.of(NoHearing.values()),
                        Enum::name,
                        one -> Words.say("workspace.objection.waive." + lower(one)))
                .none(Words.say("workspace.objection.waive.choose"))
                .handle("waive-why");
        why.setValue(null);
        var errors = new ErrorSummary();
        return new NativeDetails(
                Words.say("workspace.objection.waive"),
                new Card(
                        errors,
                        new Form(
                                () -> {
                                    var chosen = why.getValue();
                                    if (errors.begin()
                                                    .need(
                                                            chosen != null,
                                                            why,
                                                            Words.say("workspace.objection.waive.choose"))
                                                    .fine()
                                            && chosen != null) {
                                        take(
                                                resident,
                                                bezwaar,
                                                "waive-hearing",
                                                (now, by, at) -> now.waiveHearing(by, chosen));
                                    }
                                },
                                why,
                                beside(Action.submit(Words.say("workspace.objection.waive.send"))
                                        .handle("waive-send")))));
    }

    private Component hearing(ResidentId resident, Bezwaar bezwaar, java.time.LocalDate today) {
        var day = new DayField(Words.say("workspace.objection.hear.day")).handle("heard-day");
        day.setValue(today);
        var present = new TextArea(Words.say("workspace.objection.hear.present"))
                .hint(Words.say("workspace.objection.hear.present.hint"))
                .rows(3)
                .handle("heard-present");
        var report = new TextArea(Words.say("workspace.objection.hear.report"))
                .rows(8)
                .handle("heard-report");
        var errors = new ErrorSummary();
        var card = new Card(
                new H2(Words.say("workspace.objection.hear")),
                errors,
                new Form(
                        () -> {
                            var on = day.getValue();
                            if (errors.begin()
                                            .need(
                                                    on != null && !on.isAfter(today),
                                                    day,
                                                    Words.say("refused.objection.hearing-in-the-future"))
                                            .need(!report.getValue().isBlank(), report, empty())
                                            .fine()
                                    && on != null) {
                                take(
                                        resident,
                                        bezwaar,
                                        "hear",
                                        (now, by, at) -> now.hear(by, on, lines(present), report.getValue(), at));
                            }
                        },
                        day,
                        present,
                        report,
                        beside(Action.submit(Words.say("workspace.objection.hear.send"))
                                .handle("heard-send"))));
        card.addClassName("ve-narrow");
        return card;
    }

    private Component advising(ResidentId resident, Bezwaar bezwaar) {
        var advice = new TextArea(Words.say("workspace.objection.advise.text"))
                .rows(8)
                .handle("advice-text");
        var members = new TextArea(Words.say("workspace.objection.advise.members"))
                .hint(Words.say("workspace.objection.hear.present.hint"))
                .rows(3)
                .handle("advice-members");
        var errors = new ErrorSummary();
        var card = new Card(
                new H2(Words.say("workspace.objection.advise")),
                errors,
                new Form(
                        () -> {
                            if (errors.begin()
                                    .need(!advice.getValue().isBlank(), advice, empty())
                                    .fine()) {
                                take(
                                        resident,
                                        bezwaar,
                                        "advise",
                                        (now, by, at) -> now.advise(by, advice.getValue(), lines(members)));
                            }
                        },
                        advice,
                        members,
                        beside(Action.submit(Words.say("workspace.objection.advise.send"))
                                .handle("advice-send"))));
        card.addClassName("ve-narrow");
        return card;
    }

    private Component extending(ResidentId resident, Bezwaar bezwaar) {
        var why = new TextArea(Words.say("workspace.objection.extend.why"))
                .rows(3)
                .handle("extend-why");
        var errors = new ErrorSummary();
        return new NativeDetails(
                Words.say("workspace.objection.extend"),
                new Card(
                        new Paragraph(Words.say("workspace.objection.extend.what")),
                        errors,
                        new Form(
                                () -> {
                                    if (errors.begin()
                                            .need(!why.getValue().isBlank(), why, empty())
                                            .fine()) {
                                        take(
                                                resident,
                                                bezwaar,
                                                "extend",
                                                (now, by, at) -> now.extend(by, why.getValue(), at));
                                    }
                                },
                                why,
                                beside(Action.submit(Words.say("workspace.objection.extend.send"))
                                        .handle("extend-send")))));
    }

    private Component deciding(ResidentId resident, Bezwaar bezwaar) {
        var outcome = new Choice<Outcome>(
                        Words.say("workspace.objection.decide.outcome"),
                        List.of(Outcome.values()),
                        Enum::name,
                        one -> Words.say("workspace.objection.outcome." + lower(one)))
                .none(Words.say("workspace.objection.decide.choose"))
                .handle("decide-outcome");
        var consequence = new Choice<Consequence>(
                        Words.say("workspace.objection.decide.consequence"),
                        List.of(Consequence.values()),
                        Enum::name,
                        one -> Words.say("workspace.objection.consequence." + lower(one)))
                .none(Words.say("workspace.objection.decide.choose"))
                .handle("decide-consequence");
        outcome.setValue(null);
        consequence.setValue(null);
        var reasons = new TextArea(Words.say("workspace.objection.decide.reasons"))
                .rows(8)
                .handle("decide-reasons");
        var costs = new TextLine(Words.say("workspace.objection.decide.costs"))
                .optional()
                .handle("decide-costs");
        costs.setVisible(bezwaar.filed().asksCosts());
        var errors = new ErrorSummary();
        var card = new Card(
                new H2(Words.say("workspace.objection.decide")),
                new Paragraph(Words.say("workspace.objection.decide.what")),
                errors,
                new Form(
                        () -> {
                            var what = outcome.getValue();
                            var then = consequence.getValue();
                            var choose = Words.say("workspace.objection.decide.choose");
                            if (errors.begin()
                                            .need(what != null, outcome, choose)
                                            .need(then != null, consequence, choose)
                                            .need(
                                                    what == null || then == null || Bezwaar.fits(what, then),
                                                    consequence,
                                                    Words.say("workspace.objection.decide.misfit"))
                                            .need(!reasons.getValue().isBlank(), reasons, empty())
                                            .fine()
                                    && what != null
                                    && then != null) {
                                var paid = Optional.of(costs.getValue().strip()).filter(text -> !text.isEmpty());
                                take(
                                        resident,
                                        bezwaar,
                                        "decide",
                                        (now, by, at) ->
                                                now.decide(by, what, then, reasons.getValue(), paid, Optional.empty()));
                            }
                        },
                        outcome,
                        consequence,
                        reasons,
                        costs,
                        beside(Action.submit(Words.say("workspace.objection.decide.send"))
                                .handle("decide-send"))));
        card.addClassName("ve-narrow");
        return card;
    }

    private void take(ResidentId resident, Bezwaar bezwaar, String step, Objections.Verb verb) {
        try {
            show(
                    resident,
                    objections.take(
                            signedIn.professional(),
                            resident,
                            bezwaar.id(),
                            new StepId(UUID.randomUUID()),
                            step,
                            verb));
            readFromTop();
            Toast.show(Words.say("workspace.objection.done"));
        } catch (StepRefused refused) {
            Toast.show(Words.why(refused));
        }
    }

    private static List<String> lines(TextArea area) {
        return area.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String empty() {
        return Words.say("refused.objection.empty-text");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
