package nl.voorelkaar.portal.workspace.objection;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Arrived;
import nl.voorelkaar.dossier.objection.ObjectionEvent.Channel;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.LastLook;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.NotTheirs;

/** Taking in an objection that came by letter, by mail or at the desk: any way is accepted (Awb 2:16). */
@Route(value = WorkspacePaths.OBJECTIONS + "/nieuw/:dossier", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class RegisterObjectionView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Objections objections;
    private final transient Decisions decisions;
    private final transient Caseload caseload;
    private final transient NotTheirs notTheirs;
    private final transient Clock clock;
    /** Chosen before the first click, so that a second click files nothing twice. */
    private final transient ProcedureId id;

    private final Choice<Channel> channel = new Choice<Channel>(
                    Words.say("workspace.objection.register.channel"),
                    List.of(Channel.LETTER, Channel.MAIL, Channel.DESK),
                    Enum::name,
                    RegisterObjectionView::words)
            .none(Words.say("workspace.objection.register.choose"))
            .handle("register-channel");
    private final DayField received =
            new DayField(Words.say("workspace.objection.register.received")).handle("register-received");
    private final DayField posted = new DayField(Words.say("workspace.objection.register.posted"))
            .hint(Words.say("workspace.objection.register.posted.hint"))
            .optional()
            .handle("register-posted");
    private final TextArea grounds = new TextArea(Words.say("workspace.objection.register.grounds"))
            .hint(Words.say("workspace.objection.register.grounds.hint"))
            .optional()
            .rows(8)
            .counted(Bezwaar.LONGEST_TEXT)
            .handle("register-grounds");
    private final TextArea late = new TextArea(Words.say("workspace.objection.register.late"))
            .optional()
            .rows(3)
            .handle("register-late");
    private final TextLine helper =
            new TextLine(Words.say("workspace.objection.helper")).optional().handle("register-helper");
    private final Check hearing = new Check(Words.say("workspace.objection.hearing")).handle("register-hearing");
    private final Check costs = new Check(Words.say("workspace.objection.costs")).handle("register-costs");
    private final Check court = new Check(Words.say("workspace.objection.court")).handle("register-court");

    RegisterObjectionView(
            SignedIn signedIn,
            Objections objections,
            Decisions decisions,
            Caseload caseload,
            NotTheirs notTheirs,
            Clock clock) {
        super(Words.say("workspace.objection.register"));
        this.signedIn = signedIn;
        this.objections = objections;
        this.decisions = decisions;
        this.caseload = caseload;
        this.notTheirs = notTheirs;
        this.clock = clock;
        this.id = new ProcedureId(UuidV7.at(clock.instant()));
        channel.setValue(null);
        var today = CalendarDays.dayOf(clock.instant());
        received.between(today.minusYears(1), today);
        received.setValue(today);
        posted.between(today.minusYears(1), today);
    }

    private static String words(Channel channel) {
        return Words.say("bezwaar.channel." + channel.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.OBJECTIONS, Words.say("workspace.objection.title")));
        if (signedIn.professional().role() != Role.JUR) {
            throw new NotFoundException();
        }
        var asked = event.getRouteParameters().get("dossier").orElse("");
        var dossier = caseload.find(asked).orElseThrow(() -> notTheirs.at(asked));
        ask(dossier.resident(), dossier.name().orElse(Words.say("workspace.objection.somebody")));
    }

    private void ask(ResidentId resident, String name) {
        clear();
        lead(Words.say("workspace.objection.register.lead", name));
        var open = decisions.of(signedIn.professional(), resident).besluiten().stream()
                .filter(one -> one.state().known())
                .filter(one -> one.state() != Besluit.State.IN_BEZWAAR && one.state() != Besluit.State.HERROEPEN)
                .toList();
        if (open.isEmpty()) {
            add(EmptyState.ofPage(
                    Words.say("workspace.objection.register.none"),
                    Words.say("workspace.objection.register.none.why")));
            return;
        }
        var against = new Choice<Besluit>(
                        Words.say("workspace.objection.register.against"),
                        open,
                        one -> one.id().toString(),
                        RegisterObjectionView::words)
                .none(Words.say("workspace.objection.register.choose"))
                .handle("register-against");
        against.setValue(open.size() == 1 ? open.getFirst() : null);
        add(new StepCard(Words.say("workspace.objection.register.what"))
                .asks(against, channel, received, posted, grounds, late, hearing, helper, costs, court)
                .needs(errors -> errors.need(
                                against.getValue() != null,
                                against,
                                Words.say("workspace.objection.register.against.missing"))
                        .need(
                                channel.getValue() != null,
                                channel,
                                Words.say("workspace.objection.register.channel.missing"))
                        .need(received.getValue() != null, received, Words.say("workspace.objection.register.day"))
                        .need(
                                received.getValue() == null
                                        || !received.getValue().isAfter(today()),
                                received,
                                Words.say("refused.objection.came-in-the-future"))
                        .need(postedFits(), posted, Words.say("refused.objection.posted-after-it-came"))
                        .need(helper.getValue().length() <= 500, helper, Words.say("bezwaar.line.long")))
                .does(
                        Words.say("workspace.objection.register.check"),
                        "register-check",
                        () -> check(resident, name, Objects.requireNonNull(against.getValue())))
                .card());
    }

    private static String words(Besluit besluit) {
        var day = besluit.sendings()
                .getFirst()
                .sentAt()
                .map(CalendarDays::dayOf)
                .map(Dates::shortDay)
                .orElse("");
        return Words.say(
                "workspace.objection.register.decision", day, besluit.text().inShort());
    }

    private LocalDate today() {
        return CalendarDays.dayOf(clock.instant());
    }

    private boolean postedFits() {
        var on = posted.getValue();
        var came = received.getValue();
        return on == null || came == null || !on.isAfter(came);
    }

    /** The postmark counts for a letter only (Awb 6:9 lid 2). */
    private Arrived arrived() {
        var how = Objects.requireNonNull(channel.getValue());
        return new Arrived(
                how,
                Objects.requireNonNull(received.getValue()),
                how == Channel.LETTER ? Optional.ofNullable(posted.getValue()) : Optional.empty());
    }

    private void check(ResidentId resident, String name, Besluit besluit) {
        clear();
        var arrived = arrived();
        var facts = new DataSummary()
                .row(Words.say("workspace.objection.register.against"), words(besluit))
                .row(Words.say("workspace.objection.register.channel"), words(arrived.channel()))
                .row(Words.say("workspace.objection.register.received"), Dates.day(arrived.received()));
        arrived.posted().ifPresent(day -> facts.row(Words.say("workspace.objection.register.posted"), Dates.day(day)));
        facts.row(
                Words.say("workspace.objection.register.grounds"),
                said(
                        grounds.getValue().isBlank()
                                ? Words.say("workspace.objection.grounds.none")
                                : grounds.getValue().strip()));
        add(new LastLook(Words.say("bezwaar.check"), facts, Words.say("workspace.objection.register.check.what"))
                .sends(
                        Words.say("workspace.objection.register.send"),
                        "register-send",
                        () -> register(resident, besluit, arrived))
                .goesBack(Words.say("bezwaar.change"), () -> ask(resident, name)));
        readFromTop();
    }

    private void register(ResidentId resident, Besluit besluit, Arrived arrived) {
        objections.register(
                signedIn.professional(),
                resident,
                besluit.id(),
                id,
                new StepId(UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8))),
                arrived,
                new Bezwaar.Filing(
                        grounds.getValue(),
                        hearing.getValue(),
                        helper.getValue(),
                        late.getValue(),
                        costs.getValue(),
                        court.getValue()));
        UI.getCurrent().navigate(WorkspacePaths.OBJECTIONS + "/" + id);
    }
}
