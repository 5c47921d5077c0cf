package nl.voorelkaar.portal.workspace.complaint;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Ground;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Judgement;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.NoHearing;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Side;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.complaint.Klacht.State;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import org.jspecify.annotations.Nullable;

/** One complaint of this professional's own: what the resident tells, until when, and the next step. */
@Route(value = WorkspacePaths.COMPLAINTS + "/:complaint", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ComplaintView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Procedures procedures;
    private final transient Complaints complaints;
    private final transient Caseload caseload;
    private final transient Parties parties;
    private final transient Clock clock;

    ComplaintView(
            SignedIn signedIn,
            Procedures procedures,
            Complaints complaints,
            Caseload caseload,
            Parties parties,
            Clock clock) {
        this.signedIn = signedIn;
        this.procedures = procedures;
        this.complaints = complaints;
        this.caseload = caseload;
        this.parties = parties;
        this.clock = clock;
    }

    /** Where it stands, of whose it is. */
    private record Now(ProcedureHead head, Klacht klacht) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.COMPLAINTS, Words.say("workspace.complaint.title")));
        var asked = event.getRouteParameters().get("complaint").orElse("");
        var head = procedures.handledBy(signedIn.professional()).stream()
                .filter(mine -> mine.kind() == ProcedureKind.KLACHT)
                .filter(mine -> mine.id().toString().equals(asked))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        show(new Now(head, complaints.find(signedIn.professional(), head.resident(), head.id())));
    }

    private void show(Now now) {
        clear();
        var klacht = now.klacht();
        title(Words.say(
                "workspace.complaint.of",
                caseload.names().getOrDefault(now.head().resident(), Words.say("workspace.complaint.somebody"))));
        add(standing(klacht), told(klacht), soFar(klacht));
        if (!klacht.state().open()) {
            return;
        }
        if (klacht.hasAccused() && klacht.told().isEmpty()) {
            add(tellAccused(now));
        }
        switch (klacht.state()) {
            case BEVESTIGD -> add(planHearing(now), beginInformally(now));
            case INFORMEEL -> add(propose(now), planHearing(now));
            case HOREN -> hearing(now).forEach(this::add);
            case ADVIES -> add(settle(now));
            default -> {}
        }
        add(others(now));
    }

    private Component standing(Klacht klacht) {
        var today = today();
        var last = klacht.term().lastDay();
        var late = klacht.overdue() && klacht.state().open();
        var notice =
                new Notice(late ? Tone.WARN : Tone.INFO, Words.say("workspace.complaint.state." + low(klacht.state())));
        notice.setTestId("complaint-state");
        if (klacht.state().open()) {
            notice.with(
                    new Paragraph(
                            last.isBefore(today)
                                    ? Words.say("workspace.complaint.due.passed", Dates.day(last))
                                    : Words.say("workspace.complaint.due", Dates.day(last), Dates.left(today, last))),
                    new NativeDetails(Words.say("klacht.term.how"), new DeadlineSteps(klacht.term())));
        }
        return notice;
    }

    private static Component told(Klacht klacht) {
        var filed = klacht.filed();
        var facts = new DataSummary()
                .row(Words.say("workspace.complaint.filed"), Dates.moment(klacht.filedAt()))
                .row(
                        Words.say("workspace.complaint.about"),
                        klacht.accusedName().orElseGet(() -> Words.say("workspace.complaint.about.municipality")));
        filed.when().ifPresent(when -> facts.row(Words.say("workspace.complaint.when"), when));
        filed.wish().ifPresent(wish -> facts.row(Words.say("workspace.complaint.wish"), typed(wish)));
        var card = new Card(new H2(Words.say("workspace.complaint.told")), typed(filed.what()), facts);
        for (var step : klacht.additions()) {
            if (step.event() instanceof ComplaintEvent.Added added) {
                card.add(new H3(Words.say("workspace.complaint.added", Dates.moment(step.at()))), typed(added.text()));
            }
        }
        if (filed.about().whom() == Whom.PROVIDER) {
            card.add(new Notice(Tone.INFO, Words.say("workspace.complaint.provider")));
        }
        return card;
    }

    /** What was done, in the order in which it matters. */
    private static Component soFar(Klacht klacht) {
        var facts = new DataSummary();
        klacht.told().ifPresent(told -> facts.row(Words.say("workspace.complaint.did.told"), typed(told.text())));
        klacht.informal()
                .ifPresent(begun -> facts.row(Words.say("workspace.complaint.did.informal"), typed(begun.how())));
        klacht.proposal()
                .ifPresent(proposal -> facts.row(Words.say("workspace.complaint.did.proposed"), typed(proposal)));
        klacht.extension()
                .ifPresent(more -> facts.row(Words.count("klacht.did-extended", more.weeks()), typed(more.why())));
        klacht.delayAsked()
                .ifPresent(asked -> facts.row(
                        Words.say("workspace.complaint.did.delay-asked", Dates.day(asked.until())),
                        typed(asked.why())));
        klacht.adviser().ifPresent(adviser -> facts.row(Words.say("workspace.complaint.did.adviser"), adviser.who()));
        klacht.hearing()
                .ifPresent(hearing -> facts.row(
                        Words.say("workspace.complaint.did.hearing"),
                        Dates.moment(hearing.at()) + ", " + hearing.place()));
        klacht.waived()
                .ifPresent(waived -> facts.row(
                        Words.say("workspace.complaint.did.waived"),
                        Words.say("workspace.complaint.no-hearing." + low(waived.why()))));
        for (var side : Side.values()) {
            klacht.heard(side)
                    .ifPresent(heard -> facts.row(
                            Words.say("workspace.complaint.did.heard." + low(side), Dates.day(heard.day())),
                            typed(heard.report())));
        }
        if (klacht.accusedDeclined()) {
            facts.row(
                    Words.say("workspace.complaint.did.accused"),
                    Words.say("workspace.complaint.did.accused.declined"));
        }
        klacht.advice()
                .ifPresent(advice -> facts.row(Words.say("workspace.complaint.did.advice"), typed(advice.advice())));
        klacht.leftAside()
                .ifPresent(left -> facts.row(Words.say("klacht.ground." + low(left.ground())), typed(left.why())));
        klacht.forwarded()
                .ifPresent(sent ->
                        facts.row(Words.say("workspace.complaint.did.forwarded", sent.to()), typed(sent.why())));
        klacht.settlement()
                .ifPresent(settled -> facts.row(
                                Words.say("klacht.settled.judgement"),
                                Words.say("klacht.judgement." + low(settled.judgement())))
                        .row(Words.say("klacht.settled.findings"), typed(settled.findings()))
                        .row(Words.say("klacht.settled.conclusions"), typed(settled.conclusions())));
        if (facts.getChildren().findAny().isEmpty()) {
            return new Paragraph(Words.say("workspace.complaint.did.nothing"));
        }
        return new Card(new H2(Words.say("workspace.complaint.did")), facts);
    }

    private Component tellAccused(Now now) {
        var klacht = now.klacht();
        var text = area("tell-accused.text", 8);
        text.setValue(Words.say(
                Words.DUTCH,
                "workspace.complaint.tell-accused.letter",
                Dates.day(CalendarDays.dayOf(klacht.filedAt()), Words.DUTCH),
                klacht.filed().what()));
        return act(
                now,
                "tell-accused",
                text,
                () -> verb(by -> by.klacht().tellAccused(by.author(), text.getValue())),
                text);
    }

    private Component beginInformally(Now now) {
        var how = area("begin-informally.how", 3);
        return folded(
                "begin-informally",
                act(
                        now,
                        "begin-informally",
                        how,
                        () -> verb(by -> by.klacht().beginInformally(by.author(), how.getValue())),
                        how));
    }

    private Component propose(Now now) {
        var what = area("propose.text", 4);
        return act(now, "propose", what, () -> verb(by -> by.klacht().propose(by.author(), what.getValue())), what);
    }

    private Component planHearing(Now now) {
        var day = new DayField(Words.say("workspace.complaint.plan-hearing.day"))
                .between(today(), today().plusMonths(6))
                .handle("plan-hearing-day");
        var time = line("plan-hearing.time").hint(Words.say("workspace.complaint.plan-hearing.time.hint"));
        var place = line("plan-hearing.place");
        return act(
                now,
                "plan-hearing",
                day,
                () -> {
                    var on = day.getValue();
                    var at = Dates.timeOfDay(time.getValue());
                    return on == null || at.isEmpty()
                            ? Optional.empty()
                            : verb(by -> by.klacht()
                                    .planHearing(by.author(), moment(on, at.get()), place.getValue(), by.at()));
                },
                day,
                time,
                place);
    }

    /** Who was not heard yet; when both were, the judgement. */
    private List<Component> hearing(Now now) {
        var klacht = now.klacht();
        var parts = new ArrayList<Component>();
        if (klacht.heard(Side.RESIDENT).isEmpty() && klacht.waived().isEmpty()) {
            parts.add(hear(now, Side.RESIDENT));
        }
        if (klacht.hasAccused() && klacht.heard(Side.ACCUSED).isEmpty() && !klacht.accusedDeclined()) {
            parts.add(hear(now, Side.ACCUSED));
            parts.add(folded(
                    "accused-declined",
                    act(
                            now,
                            "accused-declined",
                            null,
                            () -> verb(by -> by.klacht().accusedDeclines(by.author())))));
        }
        if (klacht.bothSidesDone()) {
            parts.add(klacht.adviser().isPresent() ? advise(now) : settle(now));
        }
        return parts;
    }

    private Component hear(Now now, Side side) {
        var name = "hear-" + low(side);
        var day = new DayField(Words.say("workspace.complaint.hear.day"))
                .between(CalendarDays.dayOf(now.klacht().filedAt()), today())
                .handle(name + "-day");
        day.setValue(today());
        var report = new TextArea(Words.say("workspace.complaint.hear.report"))
                .rows(6)
                .handle(name + "-report");
        return act(
                now,
                name,
                report,
                () -> {
                    var on = day.getValue();
                    return on == null
                            ? Optional.empty()
                            : verb(by -> by.klacht().hear(by.author(), side, on, report.getValue(), by.at()));
                },
                day,
                report);
    }

    private Component advise(Now now) {
        var advice = area("advise.text", 6);
        return act(now, "advise", advice, () -> verb(by -> by.klacht().advise(by.author(), advice.getValue())), advice);
    }

    private Component settle(Now now) {
        var findings = area("settle.findings", 6);
        var judgement = new Choice<Judgement>(
                        Words.say("workspace.complaint.settle.judgement"),
                        List.of(Judgement.values()),
                        Enum::name,
                        one -> Words.say("klacht.judgement." + low(one)))
                .none(Words.say("workspace.complaint.choose"))
                .handle("settle-judgement");
        judgement.setValue(null);
        var conclusions = area("settle.conclusions", 4);
        return act(
                now,
                "settle",
                findings,
                () -> {
                    var chosen = judgement.getValue();
                    return chosen == null
                            ? Optional.empty()
                            : verb(by -> by.klacht()
                                    .settle(by.author(), findings.getValue(), chosen, conclusions.getValue()));
                },
                findings,
                judgement,
                conclusions);
    }

    /** What is possible too, each folded away. */
    private Component others(Now now) {
        var klacht = now.klacht();
        var list = new Div(new H2(Words.say("workspace.complaint.others")));
        list.addClassName("ve-stack");
        var before = klacht.state() == State.BEVESTIGD || klacht.state() == State.INFORMEEL;
        list.add(folded("find-accused", findAccused(now)));
        if (before || klacht.state() == State.HOREN) {
            if (klacht.heard(Side.RESIDENT).isEmpty() && klacht.waived().isEmpty()) {
                list.add(folded("waive-hearing", waiveHearing(now)));
            }
            if (klacht.adviser().isEmpty()) {
                list.add(folded("adviser", adviser(now)));
            }
        }
        if (klacht.state() == State.HOREN) {
            list.add(folded("plan-hearing", planHearing(now)));
        }
        list.add(klacht.extension().isEmpty() ? folded("extend", extend(now)) : folded("ask-delay", askDelay(now)));
        if (before && klacht.filed().about().whom() == Whom.PROVIDER) {
            list.add(folded("forward", forward(now)));
        }
        if (before && !klacht.refusalTerm().passed(clock.instant())) {
            list.add(folded("leave-aside", leaveAside(now)));
        }
        return list;
    }

    private Component findAccused(Now now) {
        var who = new Choice<Party>(
                        Words.say("workspace.complaint.find-accused.who"),
                        parties.colleagues(signedIn.professional()),
                        party -> party.id().toString(),
                        People::full)
                .none(Words.say("workspace.complaint.choose"))
                .handle("find-accused-who");
        who.setValue(null);
        return act(
                now,
                "find-accused",
                who,
                () -> {
                    var party = who.getValue();
                    return party == null
                            ? Optional.empty()
                            : verb(by -> by.klacht().findAccused(by.author(), party.id(), party.name()));
                },
                who);
    }

    private Component waiveHearing(Now now) {
        var why = new Choice<NoHearing>(
                        Words.say("workspace.complaint.waive-hearing.why"),
                        List.of(NoHearing.values()),
                        Enum::name,
                        one -> Words.say("workspace.complaint.no-hearing." + low(one)))
                .none(Words.say("workspace.complaint.choose"))
                .handle("waive-hearing-why");
        why.setValue(null);
        return act(
                now,
                "waive-hearing",
                why,
                () -> {
                    var chosen = why.getValue();
                    return chosen == null
                            ? Optional.empty()
                            : verb(by -> by.klacht().waiveHearing(by.author(), chosen));
                },
                why);
    }

    private Component adviser(Now now) {
        var who = line("adviser.who");
        return act(
                now,
                "adviser",
                who,
                () -> verb(by -> by.klacht().appointAdviser(by.author(), who.getValue(), by.at())),
                who);
    }

    private Component extend(Now now) {
        var weeks = new Choice<Integer>(
                        Words.say("workspace.complaint.extend.weeks"),
                        List.of(1, 2, 3, 4),
                        String::valueOf,
                        number -> Words.count("klacht.weeks", number))
                .handle("extend-weeks");
        weeks.setValue(4);
        var why = area("extend.why", 3);
        return act(
                now,
                "extend",
                why,
                () -> {
                    var number = weeks.getValue();
                    return number == null
                            ? Optional.empty()
                            : verb(by -> by.klacht().extend(by.author(), number, why.getValue(), by.at()));
                },
                weeks,
                why);
    }

    private Component askDelay(Now now) {
        var until = new DayField(Words.say("workspace.complaint.ask-delay.until"))
                .between(now.klacht().term().lastDay().plusDays(1), today().plusYears(1))
                .handle("ask-delay-until");
        var why = area("ask-delay.why", 3);
        return act(
                now,
                "ask-delay",
                until,
                () -> {
                    var day = until.getValue();
                    return day == null
                            ? Optional.empty()
                            : verb(by -> by.klacht().askDelay(by.author(), day, why.getValue(), by.at()));
                },
                until,
                why);
    }

    private Component forward(Now now) {
        var to = line("forward.to");
        var why = area("forward.why", 3);
        return act(
                now,
                "forward",
                to,
                () -> verb(by -> by.klacht().forward(by.author(), to.getValue(), why.getValue())),
                to,
                why);
    }

    private Component leaveAside(Now now) {
        var ground = new Choice<Ground>(
                        Words.say("workspace.complaint.leave-aside.ground"),
                        List.of(Ground.values()),
                        Enum::name,
                        one -> Words.say("klacht.ground." + low(one)))
                .none(Words.say("workspace.complaint.choose"))
                .handle("leave-aside-ground");
        ground.setValue(null);
        var why = area("leave-aside.why", 4);
        return act(
                now,
                "leave-aside",
                ground,
                () -> {
                    var chosen = ground.getValue();
                    return chosen == null
                            ? Optional.empty()
                            : verb(by -> by.klacht().leaveAside(by.author(), chosen, why.getValue(), by.at()));
                },
                ground,
                why);
    }

    /** At the moment of taking the step. */
    private record Taking(Klacht klacht, Author author, Instant at) {}

    @FunctionalInterface
    private interface Deciding {
        ComplaintEvent decide(Taking taking);
    }

    private static Optional<Complaints.Verb> verb(Deciding deciding) {
        return Optional.of((klacht, author, at) -> deciding.decide(new Taking(klacht, author, at)));
    }

    /**
     * A form that takes one step.
     *
     * @param name of its words and handles
     * @param blamed where the reason stands when the rules say no; null for a form without fields
     * @param verb empty while something is not chosen
     */
    private Component act(
            Now now,
            String name,
            @Nullable HasValidation blamed,
            Supplier<Optional<Complaints.Verb>> verb,
            Component... fields) {
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var chosen = verb.get();
                    if (chosen.isEmpty()) {
                        say(errors, blamed, Words.say("workspace.complaint.missing"));
                        return;
                    }
                    try {
                        take(now, name.startsWith("hear-") ? "hear" : name, chosen.get());
                    } catch (StepRefused refused) {
                        say(errors, blamed, Words.why(refused));
                    }
                },
                fields);
        form.add(new Div(Action.submit(Words.say("workspace.complaint." + name + ".send"))
                .handle("complaint-" + name)));
        var card = new Card(
                new H2(Words.say("workspace.complaint." + name)),
                new Paragraph(Words.say("workspace.complaint." + name + ".about")),
                errors,
                form);
        card.addClassName("ve-narrow");
        return card;
    }

    private static void say(ErrorSummary errors, @Nullable HasValidation blamed, String words) {
        if (blamed == null) {
            Toast.show(words);
        } else {
            errors.begin().need(false, blamed, words).fine();
        }
    }

    private void take(Now now, String step, Complaints.Verb verb) {
        var resident = now.head().resident();
        var after = complaints.take(
                signedIn.professional(), resident, now.klacht().id(), new StepId(UUID.randomUUID()), step, verb);
        show(new Now(now.head(), after));
        readFromTop();
        Toast.show(Words.say("workspace.complaint.done"));
    }

    private static Component folded(String name, Component what) {
        return new NativeDetails(Words.say("workspace.complaint." + name), what);
    }

    private static TextArea area(String name, int rows) {
        return new TextArea(Words.say("workspace.complaint." + name)).rows(rows).handle(name.replace('.', '-'));
    }

    private static TextLine line(String name) {
        return new TextLine(Words.say("workspace.complaint." + name)).handle(name.replace('.', '-'));
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CalendarDays.AMSTERDAM).toInstant();
    }

    private LocalDate today() {
        return CalendarDays.dayOf(clock.instant());
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Paragraph typed(String words) {
        var text = new Paragraph(words);
        text.addClassName("ve-text");
        return text;
    }
}
