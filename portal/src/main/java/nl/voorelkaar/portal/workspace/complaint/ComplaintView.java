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
import java.util.stream.Stream;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.complaint.ComplaintEvent;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Ground;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.NoHearing;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Side;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.complaint.Klacht.State;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.seal.SealRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.letter.LetterRoom;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.MeetingDay;
import nl.voorelkaar.portal.workspace.SentLetter;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.HandingBack;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.NotTheirs;
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
    private final transient NotTheirs notTheirs;
    private final transient HandingBack handingBack;
    private final transient ComplaintAnnouncing announcing;
    private final transient LetterRoom room;
    private final transient Clock clock;

    ComplaintView(
            SignedIn signedIn,
            Procedures procedures,
            Complaints complaints,
            Caseload caseload,
            Parties parties,
            NotTheirs notTheirs,
            HandingBack handingBack,
            ComplaintAnnouncing announcing,
            LetterRoom room,
            Clock clock) {
        this.signedIn = signedIn;
        this.procedures = procedures;
        this.complaints = complaints;
        this.caseload = caseload;
        this.parties = parties;
        this.notTheirs = notTheirs;
        this.handingBack = handingBack;
        this.announcing = announcing;
        this.room = room;
        this.clock = clock;
    }

    /** Where it stands, of whose it is. */
    private record Now(ResidentId resident, Klacht klacht) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.COMPLAINTS, Words.say("workspace.complaint.title")));
        var asked = event.getRouteParameters().get("complaint").orElse("");
        var actor = signedIn.professional();
        var head = Stream.of(procedures.handledBy(actor), procedures.closedBy(actor))
                .flatMap(List::stream)
                .filter(mine -> mine.kind() == ProcedureKind.KLACHT)
                .filter(mine -> mine.id().toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> notTheirs.at(asked));
        show(new Now(head.resident(), complaints.find(actor, head.resident(), head.id())));
    }

    private void show(Now now) {
        show(now, Optional.empty());
    }

    private void show(Now now, Optional<Notice> outcome) {
        clear();
        var klacht = now.klacht();
        title(Words.say(
                "workspace.complaint.of",
                caseload.names().getOrDefault(now.resident(), Words.say("workspace.complaint.somebody"))));
        outcome.ifPresent(notice -> add(notice.spoken()));
        add(standing(klacht), told(klacht), soFar(klacht));
        if (klacht.sendings().last().isPresent()) {
            add(sent(now));
        }
        if (!klacht.state().open()) {
            return;
        }
        ready(now).ifPresent(this::add);
        if (klacht.hasAccused() && klacht.told().isEmpty()) {
            add(tellAccused(now).card());
        }
        switch (klacht.state()) {
            case BEVESTIGD -> add(planHearing(now).card(), beginInformally(now).folded());
            case INFORMEEL -> add(propose(now).card(), planHearing(now).card());
            case HOREN -> hearing(now).forEach(this::add);
            case ADVIES -> add(settle(now));
            default -> {}
        }
        add(others(now), handingBack.of(ProcedureKind.KLACHT, klacht.id()));
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
                .row(Words.say("workspace.complaint.filed"), arrived(klacht))
                .row(
                        Words.say("workspace.complaint.about"),
                        klacht.accusedName().orElseGet(() -> Words.say("workspace.complaint.about.municipality")));
        klacht.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by"), name));
        filed.when().ifPresent(when -> facts.row(Words.say("workspace.complaint.when"), when));
        filed.wish().ifPresent(wish -> facts.row(Words.say("workspace.complaint.wish"), said(wish)));
        facts.row(Words.say("apply.number"), klacht.id().reference());
        var card = new Card(new H2(Words.say("workspace.complaint.told")), said(filed.what()), facts);
        for (var step : klacht.additions()) {
            if (step.event() instanceof ComplaintEvent.Added added) {
                card.add(new H3(Words.say("workspace.complaint.added", Dates.moment(step.at()))), said(added.text()));
            }
        }
        if (filed.about().whom() == Whom.PROVIDER) {
            card.add(new Notice(Tone.INFO, Words.say("workspace.complaint.provider")));
        }
        return card;
    }

    private static String arrived(Klacht klacht) {
        return klacht.filed()
                .arrived()
                .map(how -> Words.say(
                        "klacht.channel.on",
                        Dates.day(how.received()),
                        Words.say("workspace.complaint.channel." + low(how.channel()))))
                .orElseGet(() -> Dates.moment(klacht.filedAt()));
    }

    /** What was done, in the order in which it matters. */
    private static Component soFar(Klacht klacht) {
        var facts = new DataSummary();
        klacht.told().ifPresent(told -> facts.row(Words.say("workspace.complaint.did.told"), said(told.text())));
        klacht.informal()
                .ifPresent(begun -> facts.row(Words.say("workspace.complaint.did.informal"), said(begun.how())));
        klacht.proposal()
                .ifPresent(proposal -> facts.row(Words.say("workspace.complaint.did.proposed"), said(proposal)));
        klacht.extension()
                .ifPresent(more -> facts.row(Words.count("klacht.did-extended", more.weeks()), said(more.why())));
        klacht.delayAsked()
                .ifPresent(asked -> facts.row(
                        Words.say("workspace.complaint.did.delay-asked", Dates.day(asked.until())), said(asked.why())));
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
                            said(heard.report())));
        }
        if (klacht.accusedDeclined()) {
            facts.row(
                    Words.say("workspace.complaint.did.accused"),
                    Words.say("workspace.complaint.did.accused.declined"));
        }
        klacht.advice()
                .ifPresent(advice -> facts.row(Words.say("workspace.complaint.did.advice"), said(advice.advice())));
        klacht.leftAside()
                .ifPresent(left -> facts.row(Words.say("klacht.ground." + low(left.ground())), said(left.why())));
        klacht.forwarded()
                .ifPresent(
                        sent -> facts.row(Words.say("workspace.complaint.did.forwarded", sent.to()), said(sent.why())));
        klacht.settlement()
                .ifPresent(settled -> facts.row(
                                Words.say("klacht.settled.judgement"),
                                Words.say("klacht.judgement." + low(settled.judgement())))
                        .row(Words.say("klacht.settled.findings"), said(settled.findings()))
                        .row(Words.say("klacht.settled.conclusions"), said(settled.conclusions())));
        klacht.ombudsmanUntil()
                .ifPresent(until -> facts.row(
                        Words.say("workspace.complaint.did.after"),
                        Words.say("workspace.complaint.ombudsman", Dates.day(until.lastDay()))));
        if (facts.getChildren().findAny().isEmpty()) {
            return new Paragraph(Words.say("workspace.complaint.did.nothing"));
        }
        return new Card(new H2(Words.say("workspace.complaint.did")), facts);
    }

    private StepCard tellAccused(Now now) {
        var klacht = now.klacht();
        var text = area("tell-accused.text", 8);
        text.setValue(Words.say(
                Words.DUTCH,
                "workspace.complaint.tell-accused.letter",
                Dates.day(klacht.receivedOn(), Words.DUTCH),
                klacht.filed().what()));
        return act(
                now,
                "tell-accused",
                text,
                () -> verb(by -> by.klacht().tellAccused(by.author(), text.getValue())),
                text);
    }

    private StepCard beginInformally(Now now) {
        var how = area("begin-informally.how", 3);
        return act(
                now,
                "begin-informally",
                how,
                () -> verb(by -> by.klacht().beginInformally(by.author(), how.getValue())),
                how);
    }

    private StepCard propose(Now now) {
        var what = area("propose.text", 4);
        return act(now, "propose", what, () -> verb(by -> by.klacht().propose(by.author(), what.getValue())), what);
    }

    private StepCard planHearing(Now now) {
        var day = new MeetingDay(
                Words.say("workspace.complaint.plan-hearing.day"), today(), today().plusMonths(6), "plan-hearing-day");
        var time = line("plan-hearing.time").hint(Words.say("workspace.complaint.plan-hearing.time.hint"));
        var place = line("plan-hearing.place");
        return act(
                        now,
                        "plan-hearing",
                        day.field(),
                        () -> {
                            var on = day.field().getValue();
                            var at = Dates.timeOfDay(time.getValue());
                            return on == null || at.isEmpty()
                                    ? Optional.empty()
                                    : verb(by -> by.klacht()
                                            .planHearing(by.author(), moment(on, at.get()), place.getValue(), by.at()));
                        },
                        day.questions()[0],
                        day.questions()[1],
                        time,
                        place)
                .needs(errors -> day.need(errors, Words.say("workspace.complaint.missing"))
                        .need(
                                Dates.timeOfDay(time.getValue()).isPresent(),
                                time,
                                Words.say("workspace.complaint.missing")));
    }

    /** Who was not heard yet; when both were, the judgement. */
    private List<Component> hearing(Now now) {
        var klacht = now.klacht();
        var parts = new ArrayList<Component>();
        if (klacht.heard(Side.RESIDENT).isEmpty() && klacht.waived().isEmpty()) {
            parts.add(hear(now, Side.RESIDENT).card());
        }
        if (klacht.hasAccused() && klacht.heard(Side.ACCUSED).isEmpty() && !klacht.accusedDeclined()) {
            parts.add(hear(now, Side.ACCUSED).card());
            parts.add(act(
                            now,
                            "accused-declined",
                            null,
                            () -> verb(by -> by.klacht().accusedDeclines(by.author())))
                    .folded());
        }
        if (klacht.bothSidesDone()) {
            parts.add(klacht.adviser().isPresent() ? advise(now).card() : settle(now));
        }
        return parts;
    }

    private StepCard hear(Now now, Side side) {
        var name = "hear-" + low(side);
        var day = new DayField(Words.say("workspace.complaint.hear.day"))
                .between(now.klacht().receivedOn(), today())
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

    private StepCard advise(Now now) {
        var advice = area("advise.text", 6);
        return act(now, "advise", advice, () -> verb(by -> by.klacht().advise(by.author(), advice.getValue())), advice);
    }

    private Component settle(Now now) {
        return new SettlingForm(
                now.klacht(),
                signedAs(),
                order -> announcing.preview(order),
                (order, step) -> announce(now, order, step));
    }

    private Author.Professional signedAs() {
        var actor = signedIn.professional();
        return new Author.Professional(actor.id(), actor.role(), signedIn.name());
    }

    private void announce(Now now, ComplaintAnnouncing.Order order, StepId step) {
        attempt(now, () -> announcing.announce(signedIn.professional(), now.resident(), order, step));
    }

    private void attempt(Now before, Supplier<Klacht> act) {
        try {
            show(
                    new Now(before.resident(), act.get()),
                    Optional.of(new Notice(Tone.GOOD, Words.say("workspace.complaint.settle.done"))));
        } catch (SealRefused refused) {
            show(before, Optional.of(new Notice(Tone.BAD, Words.say("workspace.announce.no-seal"))));
        } catch (LetterPost.NotTaken refused) {
            show(
                    new Now(
                            before.resident(),
                            complaints.find(
                                    signedIn.professional(),
                                    before.resident(),
                                    before.klacht().id())),
                    Optional.of(new Notice(Tone.BAD, Words.say("workspace.announce.no-post"))));
        }
        readFromTop();
    }

    /** What lies ready and may leave today. */
    private Optional<Component> ready(Now now) {
        return now.klacht()
                .sendings()
                .waiting()
                .filter(letter -> CalendarDays.dayOf(letter.readyAt()).equals(today()))
                .map(letter -> new StepCard(Words.say("workspace.complaint.ready"))
                        .about(Words.say("workspace.complaint.ready.what"))
                        .does(
                                Words.say("workspace.announce.deliver"),
                                "settle-deliver",
                                () -> attempt(
                                        now,
                                        () -> announcing.deliver(
                                                signedIn.professional(), now.resident(), now.klacht(), letter)))
                        .card());
    }

    private Component sent(Now now) {
        var actor = signedIn.professional();
        var klacht = now.klacht();
        return new SentLetter(
                "sending.complaint.",
                klacht.sendings(),
                klacht.openedAt(),
                klacht.address(),
                true,
                new SentLetter.Acts() {
                    @Override
                    public byte[] bring(Sending sending) {
                        return complaints.letter(actor, now.resident(), klacht.id(), sending.letter());
                    }

                    @Override
                    public LetterPost.State state(Sending sending) {
                        return room.state(sending);
                    }

                    @Override
                    public void failed(Sending sending, Sending.Failure why) {
                        take(now, "sending-failed", (then, by, at) -> then.fail(by, sending.id(), why));
                    }

                    @Override
                    public void again(List<String> address) {
                        announce(
                                now,
                                new ComplaintAnnouncing.Order(
                                        klacht,
                                        klacht.settlement().orElseThrow(),
                                        klacht.settler().orElseThrow(),
                                        address),
                                new StepId(UUID.randomUUID()));
                    }
                });
    }

    /** What is possible too, each folded away. */
    private Component others(Now now) {
        var klacht = now.klacht();
        var list = new Div(new H2(Words.say("workspace.complaint.others")));
        list.addClassName("ve-stack");
        var before = klacht.state() == State.BEVESTIGD || klacht.state() == State.INFORMEEL;
        list.add(findAccused(now).folded());
        if (before || klacht.state() == State.HOREN) {
            if (klacht.heard(Side.RESIDENT).isEmpty() && klacht.waived().isEmpty()) {
                list.add(waiveHearing(now).folded());
            }
            if (klacht.adviser().isEmpty()) {
                list.add(adviser(now).folded());
            }
        }
        if (klacht.state() == State.HOREN) {
            list.add(planHearing(now).folded());
        }
        if (klacht.filed().arrived().isPresent()) {
            list.add(add(now).folded());
        }
        list.add(
                klacht.extension().isEmpty()
                        ? extend(now).folded()
                        : askDelay(now).folded());
        if (before && klacht.filed().about().whom() == Whom.PROVIDER) {
            list.add(forward(now).folded());
        }
        if (before && !klacht.refusalTerm().passed(clock.instant())) {
            list.add(leaveAside(now).folded());
        }
        return list;
    }

    /** For who does not use the portal. */
    private StepCard add(Now now) {
        var text = area("add.text", 4);
        return act(now, "add", text, () -> verb(by -> by.klacht().add(by.author(), text.getValue())), text);
    }

    private StepCard findAccused(Now now) {
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

    private StepCard waiveHearing(Now now) {
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

    private StepCard adviser(Now now) {
        var who = line("adviser.who");
        return act(
                now,
                "adviser",
                who,
                () -> verb(by -> by.klacht().appointAdviser(by.author(), who.getValue(), by.at())),
                who);
    }

    private StepCard extend(Now now) {
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

    private StepCard askDelay(Now now) {
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

    private StepCard forward(Now now) {
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

    private StepCard leaveAside(Now now) {
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
    private StepCard act(
            Now now,
            String name,
            @Nullable HasValidation blamed,
            Supplier<Optional<Complaints.Verb>> verb,
            Component... fields) {
        var card = new StepCard(Words.say("workspace.complaint." + name))
                .about(Words.say("workspace.complaint." + name + ".about"))
                .asks(fields)
                .does(
                        Words.say("workspace.complaint." + name + ".send"),
                        "complaint-" + name,
                        () -> take(
                                now,
                                name.startsWith("hear-") ? "hear" : name,
                                verb.get().orElseThrow()));
        return blamed == null
                ? card
                : card.blames(blamed)
                        .needs(errors ->
                                errors.need(verb.get().isPresent(), blamed, Words.say("workspace.complaint.missing")));
    }

    private void take(Now now, String step, Complaints.Verb verb) {
        var resident = now.resident();
        var after = complaints.take(
                signedIn.professional(), resident, now.klacht().id(), new StepId(UUID.randomUUID()), step, verb);
        show(new Now(now.resident(), after));
        readFromTop();
        Toast.show(Words.say("workspace.complaint.done"));
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
}
