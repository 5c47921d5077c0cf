package nl.voorelkaar.portal.workspace.objection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.Timeliness;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Channel;
import nl.voorelkaar.dossier.objection.ObjectionEvent.NoHearing;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.MeetingDay;
import nl.voorelkaar.portal.workspace.SentLetter;
import nl.voorelkaar.portal.workspace.StepCard;

/** What the lawyer can do with one objection as it stands: first what is next, then what is possible too. */
final class LawyerSteps {

    /** Takes a step under its name in the log. */
    @FunctionalInterface
    interface Take {
        void step(String name, Objections.Verb verb);
    }

    private final Bezwaar bezwaar;
    private final LocalDate today;
    private final Take take;

    LawyerSteps(Bezwaar bezwaar, LocalDate today, Take take) {
        this.bezwaar = bezwaar;
        this.today = today;
        this.take = take;
    }

    List<Component> all() {
        var next = new ArrayList<Component>();
        var others = new ArrayList<Component>();
        var state = bezwaar.state();
        if (bezwaar.timeliness() == Timeliness.LATE && bezwaar.lateness().isEmpty()) {
            next.add(judging().card());
            if (state == Bezwaar.State.BEVESTIGD && bezwaar.lateBecause().isEmpty()) {
                others.add(askingWhyLate().folded());
            }
        }
        switch (state) {
            case BEVESTIGD -> {
                next.add(planning().card());
                others.add(waiving().folded());
                others.add(repairing().folded());
            }
            case HOREN -> {
                next.add(hearing().card());
                others.add(planning().folded());
                others.add(waiving().folded());
            }
            case GEHOORD -> others.add(planning().folded());
            default -> {}
        }
        if (bezwaar.committee() && (state == Bezwaar.State.GEHOORD || state == Bezwaar.State.GEEN_HOORZITTING)) {
            next.add(advising().card());
        }
        if (bezwaar.filed().arrived().channel() != Channel.PORTAL) {
            others.add(grounds().folded());
        }
        if (!bezwaar.committee()) {
            others.add(committee().folded());
        }
        if (!bezwaar.extended()) {
            others.add(extending().folded());
        }
        if (bezwaar.filed().asksDirectAppeal()) {
            others.add(toCourt().folded());
        }
        if (!others.isEmpty()) {
            var list = new Div(new H2(Words.say("workspace.objection.others")));
            list.addClassName("ve-stack");
            others.forEach(list::add);
            next.add(list);
        }
        return next;
    }

    private StepCard repairing() {
        var what = area("repair.what", 3, "repair-what");
        var until = new DayField(Words.say("workspace.objection.repair.until"))
                .between(today.plusDays(1), today.plusMonths(2))
                .handle("repair-until");
        until.setValue(today.plusWeeks(2));
        return new StepCard(Words.say("workspace.objection.repair"))
                .asks(what, until)
                .needs(errors -> errors.need(!what.getValue().isBlank(), what, empty())
                        .need(until.getValue() != null, until, Words.say("refused.objection.term-in-the-past")))
                .does(
                        Words.say("workspace.objection.repair.send"),
                        "repair-send",
                        () -> take.step(
                                "ask-repair",
                                (now, by, at) -> now.askRepair(
                                        by, what.getValue(), Objects.requireNonNull(until.getValue()), at)));
    }

    private StepCard judging() {
        var excused = new Check(Words.say("workspace.objection.judge.excused")).handle("judge-excused");
        var why = area("judge.why", 3, "judge-why");
        return new StepCard(Words.say("workspace.objection.judge"))
                .asks(excused, why)
                .needs(errors -> errors.need(!why.getValue().isBlank(), why, empty()))
                .does(
                        Words.say("workspace.objection.judge.send"),
                        "judge-send",
                        () -> take.step(
                                "judge-lateness",
                                (now, by, at) -> now.judgeLateness(by, excused.getValue(), why.getValue())));
    }

    private StepCard askingWhyLate() {
        return new StepCard(Words.say("workspace.objection.ask-late"))
                .does(
                        Words.say("workspace.objection.ask-late"),
                        "ask-why-late",
                        () -> take.step("ask-why-late", (now, by, at) -> now.askWhyLate(by)));
    }

    private StepCard planning() {
        var day = new MeetingDay(
                Words.say("workspace.inquiry.talk.day"), today.plusDays(11), today.plusMonths(6), "hearing-day");
        var time = new TextLine(Words.say("workspace.inquiry.talk.time"))
                .hint(Words.say("workspace.inquiry.talk.time.hint"))
                .handle("hearing-time");
        var place = new TextLine(Words.say("workspace.objection.plan.place")).handle("hearing-place");
        return new StepCard(Words.say("workspace.objection.plan"))
                .about(Words.say("workspace.objection.plan.what"))
                .asks(day.questions())
                .asks(time, place)
                .needs(errors -> day.need(errors, Words.say("workspace.inquiry.talk.missing"))
                        .need(
                                Dates.timeOfDay(time.getValue()).isPresent(),
                                time,
                                Words.say("workspace.inquiry.talk.missing"))
                        .need(!place.getValue().isBlank(), place, empty()))
                .does(
                        Words.say("workspace.objection.plan.send"),
                        "hearing-plan",
                        () -> take.step(
                                "plan-hearing",
                                (now, by, when) -> now.planHearing(by, moment(day, time), place.getValue(), when)));
    }

    private static Instant moment(MeetingDay day, TextLine time) {
        return day.value()
                .atTime(Dates.timeOfDay(time.getValue()).orElseThrow())
                .atZone(CalendarDays.AMSTERDAM)
                .toInstant();
    }

    private StepCard waiving() {
        var why = new Choice<NoHearing>(
                        Words.say("workspace.objection.waive.why"),
                        List.of(NoHearing.values()),
                        Enum::name,
                        one -> Words.say(
                                "workspace.objection.waive." + one.name().toLowerCase(Locale.ROOT)))
                .none(Words.say("workspace.objection.waive.choose"))
                .handle("waive-why");
        why.setValue(null);
        return new StepCard(Words.say("workspace.objection.waive"))
                .asks(why)
                .needs(errors ->
                        errors.need(why.getValue() != null, why, Words.say("workspace.objection.waive.choose")))
                .does(
                        Words.say("workspace.objection.waive.send"),
                        "waive-send",
                        () -> take.step(
                                "waive-hearing",
                                (now, by, at) -> now.waiveHearing(by, Objects.requireNonNull(why.getValue()))));
    }

    private StepCard hearing() {
        var day = new DayField(Words.say("workspace.objection.hear.day")).handle("heard-day");
        day.setValue(today);
        var present = area("hear.present", 3, "heard-present")
                .hint(Words.say("workspace.objection.hear.present.hint"))
                .optional();
        var report = area("hear.report", 8, "heard-report");
        return new StepCard(Words.say("workspace.objection.hear"))
                .asks(day, present, report)
                .needs(errors -> errors.need(
                                day.getValue() != null, day, Words.say("refused.objection.hearing-in-the-future"))
                        .need(!report.getValue().isBlank(), report, empty()))
                .does(
                        Words.say("workspace.objection.hear.send"),
                        "heard-send",
                        () -> take.step(
                                "hear",
                                (now, by, at) -> now.hear(
                                        by,
                                        Objects.requireNonNull(day.getValue()),
                                        SentLetter.lines(present),
                                        report.getValue(),
                                        at)));
    }

    private StepCard advising() {
        var advice = area("advise.text", 8, "advice-text");
        var members = area("advise.members", 3, "advice-members")
                .hint(Words.say("workspace.objection.hear.present.hint"))
                .optional();
        return new StepCard(Words.say("workspace.objection.advise"))
                .asks(advice, members)
                .needs(errors -> errors.need(!advice.getValue().isBlank(), advice, empty()))
                .does(
                        Words.say("workspace.objection.advise.send"),
                        "advice-send",
                        () -> take.step(
                                "advise",
                                (now, by, at) -> now.advise(by, advice.getValue(), SentLetter.lines(members))));
    }

    /** For who does not use the portal: what came in a letter or was said. */
    private StepCard grounds() {
        var grounds = area("grounds.text", 6, "paper-grounds");
        return new StepCard(Words.say("workspace.objection.grounds"))
                .about(Words.say("workspace.objection.grounds.what"))
                .asks(grounds)
                .needs(errors -> errors.need(!grounds.getValue().isBlank(), grounds, empty()))
                .does(
                        Words.say("workspace.objection.grounds.send"),
                        "paper-grounds-send",
                        () -> take.step("grounds", (now, by, at) -> now.giveGrounds(by, grounds.getValue())));
    }

    private StepCard committee() {
        return new StepCard(Words.say("workspace.objection.committee"))
                .about(Words.say("workspace.objection.committee.what"))
                .does(
                        Words.say("workspace.objection.committee.send"),
                        "objection-committee",
                        () -> take.step("committee", (now, by, at) -> now.appointCommittee(by)));
    }

    private StepCard extending() {
        var why = area("extend.why", 3, "extend-why");
        return new StepCard(Words.say("workspace.objection.extend"))
                .about(Words.say("workspace.objection.extend.what"))
                .asks(why)
                .needs(errors -> errors.need(!why.getValue().isBlank(), why, empty()))
                .does(
                        Words.say("workspace.objection.extend.send"),
                        "extend-send",
                        () -> take.step("extend", (now, by, at) -> now.extend(by, why.getValue(), at)));
    }

    private StepCard toCourt() {
        return new StepCard(Words.say("workspace.objection.to-court"))
                .about(Words.say("workspace.objection.to-court.what"))
                .does(
                        Words.say("workspace.objection.to-court"),
                        "objection-to-court",
                        () -> take.step("to-court", (now, by, at) -> now.sendToCourt(by)));
    }

    private static TextArea area(String name, int rows, String handle) {
        return new TextArea(Words.say("workspace.objection." + name)).rows(rows).handle(handle);
    }

    private static String empty() {
        return Words.say("refused.objection.empty-text");
    }
}
