package nl.voorelkaar.portal.workspace.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.Topic;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.MeetingDay;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.HandingBack;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.NotTheirs;
import nl.voorelkaar.portal.workspace.draft.WorkDrafts;

/** One melding of this professional's own: what the resident tells, and the next step. */
@Route(value = WorkspacePaths.INQUIRIES + "/:inquiry", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class InquiryView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Procedures procedures;
    private final transient Intake intake;
    private final transient Caseload caseload;
    private final transient NotTheirs notTheirs;
    private final transient HandingBack handingBack;
    private final transient WorkDrafts drafts;
    private final transient Clock clock;

    InquiryView(
            SignedIn signedIn,
            Procedures procedures,
            Intake intake,
            Caseload caseload,
            NotTheirs notTheirs,
            HandingBack handingBack,
            WorkDrafts drafts,
            Clock clock) {
        this.signedIn = signedIn;
        this.procedures = procedures;
        this.intake = intake;
        this.caseload = caseload;
        this.notTheirs = notTheirs;
        this.handingBack = handingBack;
        this.drafts = drafts;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.INQUIRIES, Words.say("workspace.inquiry.title")));
        var asked = event.getRouteParameters().get("inquiry").orElse("");
        var actor = signedIn.professional();
        var head = Stream.of(procedures.handledBy(actor), procedures.closedBy(actor))
                .flatMap(heads -> InquiriesView.inquiries(heads).stream())
                .filter(mine -> mine.id().toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> notTheirs.at(asked));
        show(head.resident(), intake.find(actor, head.resident(), head.id()));
    }

    private void show(ResidentId resident, Onderzoek onderzoek) {
        clear();
        title(Words.say(
                "workspace.inquiry.of",
                caseload.names().getOrDefault(resident, Words.say("workspace.inquiry.somebody"))));
        add(standing(onderzoek), told(onderzoek));
        onderzoek.ownPlan().ifPresent(plan -> add(text(Words.say("workspace.inquiry.own-plan"), plan.text())));
        switch (onderzoek.state()) {
            case INGEDIEND -> add(starting(resident, onderzoek), forwarding(resident, onderzoek));
            case ONDERZOEK, GESPREK_GEPLAND -> add(planning(resident, onderzoek), held(resident, onderzoek));
            case GESPREK_GEVOERD -> add(reporting(resident, onderzoek));
            case AFGEROND -> onderzoek.account().ifPresent(account -> add(account(onderzoek, account)));
            case DOORVERWEZEN, INGETROKKEN -> {}
        }
        if (onderzoek.state().open() && !onderzoek.urgent()) {
            add(urgent(resident, onderzoek));
        }
        if (onderzoek.state().open()) {
            add(handingBack.of(ProcedureKind.ONDERZOEK, onderzoek.id()));
        }
    }

    private Component standing(Onderzoek onderzoek) {
        var today = CalendarDays.dayOf(clock.instant());
        var last = onderzoek.inquiryUntil().lastDay();
        var words = onderzoek.overdue()
                ? Words.say("workspace.inquiry.due.passed", Dates.day(last))
                : Words.say("workspace.inquiry.due", Dates.day(last), Dates.left(today, last));
        var notice = new Notice(
                onderzoek.overdue() && onderzoek.state().open() ? Tone.WARN : Tone.INFO,
                Words.say("workspace.inquiry.state." + onderzoek.state().name().toLowerCase(Locale.ROOT)));
        notice.setTestId("inquiry-state");
        onderzoek
                .talk()
                .filter(_ -> onderzoek.state() == Onderzoek.State.GESPREK_GEPLAND)
                .ifPresent(talk -> notice.with(
                        new Paragraph(Words.say("workspace.inquiry.talk.at", Dates.moment(talk.at()), talk.place()))));
        if (onderzoek.state().open()) {
            notice.with(new Paragraph(words));
        }
        onderzoek
                .urgentUntil()
                .ifPresent(until -> notice.with(
                        new Paragraph(Words.say("workspace.inquiry.urgent.until", Dates.moment(until.end())))));
        return notice;
    }

    private static Component told(Onderzoek onderzoek) {
        var melding = onderzoek.melding();
        var facts = new DataSummary();
        onderzoek.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by"), name));
        return new Card(
                new H2(Words.say("workspace.inquiry.melding")),
                said(melding.words()),
                facts.row(Words.say("workspace.inquiry.reported"), Dates.moment(onderzoek.reportedAt()))
                        .row(
                                Words.say("workspace.inquiry.way"),
                                Words.say("melding.way."
                                        + melding.source()
                                                .map(source ->
                                                        source.way().name().toLowerCase(Locale.ROOT))
                                                .orElse("self")))
                        .row(
                                Words.say("workspace.inquiry.soon"),
                                Words.say(melding.soon() ? "melding.yes" : "melding.no"))
                        .row(
                                Words.say("workspace.inquiry.reachable"),
                                melding.reachableBy().orElse(Words.say("melding.reachable.usual")))
                        .row(
                                Words.say("workspace.inquiry.companion"),
                                onderzoek.companion().orElse(Words.say("workspace.inquiry.companion.unknown")))
                        .row(Words.say("apply.number"), onderzoek.id().reference()),
                new Paragraph(Words.say("workspace.inquiry.told")),
                new Paragraph(Words.say(
                        "workspace.inquiry.own-plan.until",
                        Dates.day(onderzoek.ownPlanUntil().lastDay()))));
    }

    private Component starting(ResidentId resident, Onderzoek onderzoek) {
        var document = new Choice<Happened.IdentityDocument>(
                        Words.say("workspace.inquiry.start.document"),
                        List.of(Happened.IdentityDocument.values()),
                        Enum::name,
                        seen -> Words.say(
                                "workspace.inquiry.document." + seen.name().toLowerCase(Locale.ROOT)))
                .none(Words.say("workspace.inquiry.start.choose"))
                .handle("inquiry-document");
        document.setValue(null);
        return new StepCard(Words.say("workspace.inquiry.start"))
                .about(Words.say("workspace.inquiry.start.what"))
                .asks(document)
                .needs(errors ->
                        errors.need(document.getValue() != null, document, Words.say("workspace.inquiry.start.choose")))
                .does(
                        Words.say("workspace.inquiry.start"),
                        "inquiry-start",
                        () -> take(
                                resident,
                                onderzoek,
                                "start",
                                (now, by, at) -> now.start(by, Objects.requireNonNull(document.getValue()))))
                .card();
    }

    private Component forwarding(ResidentId resident, Onderzoek onderzoek) {
        var to = new TextLine(Words.say("workspace.inquiry.forward.to")).handle("inquiry-forward-to");
        var why =
                new TextArea(Words.say("workspace.inquiry.forward.why")).rows(3).handle("inquiry-forward-why");
        return new StepCard(Words.say("workspace.inquiry.forward"))
                .about(Words.say("workspace.inquiry.forward.what"))
                .asks(to, why)
                .needs(errors -> errors.need(!to.getValue().isBlank(), to, empty())
                        .need(!why.getValue().isBlank(), why, empty()))
                .does(
                        Words.say("workspace.inquiry.forward"),
                        "inquiry-forward",
                        () -> take(
                                resident,
                                onderzoek,
                                "forward",
                                (now, by, at) -> now.forward(by, to.getValue(), why.getValue())))
                .folded();
    }

    private Component planning(ResidentId resident, Onderzoek onderzoek) {
        var today = CalendarDays.dayOf(clock.instant());
        var day = new MeetingDay(Words.say("workspace.inquiry.talk.day"), today, today.plusMonths(6), "talk-day");
        var time = new TextLine(Words.say("workspace.inquiry.talk.time"))
                .hint(Words.say("workspace.inquiry.talk.time.hint"))
                .handle("talk-time");
        var place = new TextLine(Words.say("workspace.inquiry.talk.place")).handle("talk-place");
        return new StepCard(Words.say("workspace.inquiry.talk"))
                .asks(day.questions())
                .asks(time, place)
                .needs(errors -> day.need(errors, Words.say("workspace.inquiry.talk.missing"))
                        .need(
                                Dates.timeOfDay(time.getValue()).isPresent(),
                                time,
                                Words.say("workspace.inquiry.talk.missing"))
                        .need(!place.getValue().isBlank(), place, empty()))
                .does(Words.say("workspace.inquiry.talk.send"), "talk-plan", () -> {
                    var moment = day.value()
                            .atTime(Dates.timeOfDay(time.getValue()).orElseThrow())
                            .atZone(CalendarDays.AMSTERDAM)
                            .toInstant();
                    take(
                            resident,
                            onderzoek,
                            "plan-talk",
                            (now, by, when) -> now.planTalk(by, moment, place.getValue(), when));
                })
                .card();
    }

    private Component held(ResidentId resident, Onderzoek onderzoek) {
        var today = CalendarDays.dayOf(clock.instant());
        var day = new DayField(Words.say("workspace.inquiry.held.day"))
                .between(CalendarDays.dayOf(onderzoek.reportedAt()), today)
                .handle("talk-held-day");
        day.setValue(today);
        return new StepCard(Words.say("workspace.inquiry.held"))
                .asks(day)
                .needs(errors -> errors.need(
                        day.getValue() != null && !day.getValue().isAfter(today),
                        day,
                        Words.say("refused.intake.talk-in-the-future")))
                .does(
                        Words.say("workspace.inquiry.held.send"),
                        "talk-held",
                        () -> take(
                                resident,
                                onderzoek,
                                "talk-held",
                                (now, by, at) -> now.holdTalk(by, Objects.requireNonNull(day.getValue()), at)))
                .card();
    }

    private Component reporting(ResidentId resident, Onderzoek onderzoek) {
        var topics = new EnumMap<Topic, TextArea>(Topic.class);
        for (var topic : Topic.values()) {
            topics.put(
                    topic,
                    new TextArea(Words.say("melding.topic." + topic.name().toLowerCase(Locale.ROOT)))
                            .optional()
                            .rows(3)
                            .handle("topic-" + topic.name().toLowerCase(Locale.ROOT)));
        }
        var outcome = new TextArea(Words.say("workspace.inquiry.report.outcome"))
                .rows(4)
                .handle("report-outcome");
        var typed = new LinkedHashMap<String, TextArea>();
        topics.forEach((topic, area) -> typed.put(topic.name(), area));
        typed.put("outcome", outcome);
        var draft = "onderzoek/" + onderzoek.id() + "/report";
        return new StepCard(Words.say("workspace.inquiry.report"))
                .about(Words.say("workspace.inquiry.report.what"))
                .asks(drafts.keep(draft, 0, typed))
                .asks(topics.values().toArray(Component[]::new))
                .asks(outcome)
                .blames(outcome)
                .needs(errors -> errors.need(!outcome.getValue().isBlank(), outcome, empty()))
                .does(Words.say("workspace.inquiry.report.send"), "report-give", () -> {
                    var found = new EnumMap<Topic, String>(Topic.class);
                    topics.forEach((topic, area) -> {
                        if (!area.getValue().isBlank()) {
                            found.put(topic, area.getValue().strip());
                        }
                    });
                    take(
                            resident,
                            onderzoek,
                            "give-report",
                            (now, by, at) -> now.giveReport(by, found, outcome.getValue()));
                    drafts.done(draft);
                })
                .card();
    }

    private Component urgent(ResidentId resident, Onderzoek onderzoek) {
        var reason = new TextArea(Words.say("workspace.inquiry.urgent.reason"))
                .rows(3)
                .handle("urgent-reason");
        return new StepCard(Words.say("workspace.inquiry.urgent"))
                .about(Words.say("workspace.inquiry.urgent.what"))
                .asks(reason)
                .needs(errors -> errors.need(!reason.getValue().isBlank(), reason, empty()))
                .does(
                        Words.say("workspace.inquiry.urgent.send"),
                        "urgent-send",
                        () -> take(
                                resident, onderzoek, "urgent", (now, by, at) -> now.findUrgent(by, reason.getValue())))
                .folded();
    }

    private static Component account(Onderzoek onderzoek, Onderzoek.Account account) {
        var facts = new DataSummary();
        Arrays.stream(Topic.values())
                .filter(account.topics()::containsKey)
                .forEach(topic -> facts.row(
                        Words.say("melding.topic." + topic.name().toLowerCase(Locale.ROOT)),
                        said(account.topics().getOrDefault(topic, ""))));
        facts.row(Words.say("melding.account.outcome"), said(account.outcome()));
        var section = new Section(
                new H2(Words.say("workspace.inquiry.account")),
                new Paragraph(Words.say("melding.account.by", account.by(), Dates.moment(account.at()))),
                new Card(facts));
        section.addClassName("ve-stack");
        onderzoek
                .remarks()
                .forEach(remark -> section.add(
                        text(Words.say("workspace.inquiry.remark", Dates.moment(remark.at())), remark.text())));
        return section;
    }

    private void take(ResidentId resident, Onderzoek onderzoek, String step, Intake.Verb verb) {
        var after = intake.take(
                signedIn.professional(), resident, onderzoek.id(), new StepId(UUID.randomUUID()), step, verb);
        show(resident, after);
        readFromTop();
        Toast.show(Words.say("workspace.inquiry.done"));
    }

    private static Component text(String heading, String words) {
        return new Card(new H2(heading), said(words));
    }

    private static String empty() {
        return Words.say("refused.intake.empty-text");
    }
}
