package nl.voorelkaar.portal.workspace.complaint;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.About;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Arrived;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Channel;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.LastLook;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.NotTheirs;

/** Writing down a complaint that was told, or came by letter or mail (Awb 9:2). */
@Route(value = WorkspacePaths.COMPLAINTS + "/nieuw/:dossier", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class RegisterComplaintView extends Page implements BeforeEnterObserver {

    /** In characters, of a name or a moment in words. */
    private static final int LONGEST_LINE = 500;

    private final transient SignedIn signedIn;
    private final transient Complaints complaints;
    private final transient Caseload caseload;
    private final transient NotTheirs notTheirs;
    private final transient Clock clock;
    /** Chosen before the first click, so that a second click files nothing twice. */
    private final transient ProcedureId id;

    private final Choice<Whom> about = choice("about", Whom.values(), "register-about");
    private final Choice<Party> colleague;
    private final TextLine name = new TextLine(Words.say("workspace.complaint.register.name"))
            .optional()
            .handle("register-name");
    private final Choice<Channel> channel = new Choice<Channel>(
                    Words.say("workspace.complaint.register.channel"),
                    List.of(Channel.values()),
                    Enum::name,
                    one -> Words.say("workspace.complaint.channel." + low(one)))
            .none(Words.say("workspace.complaint.choose"))
            .handle("register-channel");
    private final DayField received =
            new DayField(Words.say("workspace.complaint.register.received")).handle("register-received");
    private final TextArea what = new TextArea(Words.say("workspace.complaint.register.what"))
            .rows(8)
            .counted(Klacht.LONGEST_TEXT)
            .handle("register-what");
    private final TextLine when = new TextLine(Words.say("workspace.complaint.register.when"))
            .optional()
            .handle("register-when");
    private final TextArea wish = new TextArea(Words.say("workspace.complaint.register.wish"))
            .optional()
            .rows(3)
            .handle("register-wish");

    RegisterComplaintView(
            SignedIn signedIn,
            Complaints complaints,
            Caseload caseload,
            Parties parties,
            NotTheirs notTheirs,
            Clock clock) {
        super(Words.say("workspace.complaint.register"));
        this.signedIn = signedIn;
        this.complaints = complaints;
        this.caseload = caseload;
        this.notTheirs = notTheirs;
        this.clock = clock;
        this.id = new ProcedureId(UuidV7.at(clock.instant()));
        this.colleague = new Choice<Party>(
                        Words.say("workspace.complaint.register.colleague"),
                        parties.colleagues(signedIn.professional()),
                        party -> party.id().toString(),
                        People::full)
                .none(Words.say("workspace.complaint.choose"))
                .hint(Words.say("workspace.complaint.register.colleague.hint"))
                .optional()
                .handle("register-colleague");
        about.setValue(null);
        colleague.setValue(null);
        channel.setValue(null);
        var today = CalendarDays.dayOf(clock.instant());
        received.between(today.minusYears(1), today);
        received.setValue(today);
    }

    private static Choice<Whom> choice(String question, Whom[] values, String handle) {
        return new Choice<Whom>(
                        Words.say("workspace.complaint.register." + question),
                        List.of(values),
                        Enum::name,
                        one -> Words.say("workspace.complaint.register." + low(one)))
                .none(Words.say("workspace.complaint.choose"))
                .handle(handle);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.COMPLAINTS, Words.say("workspace.complaint.title")));
        if (signedIn.professional().role() != Role.KLB) {
            throw new NotFoundException();
        }
        var asked = event.getRouteParameters().get("dossier").orElse("");
        var dossier = caseload.find(asked).orElseThrow(() -> notTheirs.at(asked));
        ask(dossier.resident(), dossier.name().orElse(Words.say("workspace.complaint.somebody")));
    }

    private void ask(ResidentId resident, String of) {
        clear();
        lead(Words.say("workspace.complaint.register.lead", of));
        var tooLong = Words.say("klacht.line.long");
        add(new StepCard(Words.say("workspace.complaint.register.title"))
                .asks(about, colleague, name, channel, received, what, when, wish)
                .needs(errors -> errors.need(
                                about.getValue() != null,
                                about,
                                Words.say("workspace.complaint.register.about.missing"))
                        .need(
                                about.getValue() == null || about.getValue() == Whom.MUNICIPALITY || named(),
                                name,
                                Words.say("workspace.complaint.register.name.missing"))
                        .need(name.getValue().length() <= LONGEST_LINE, name, tooLong)
                        .need(
                                channel.getValue() != null,
                                channel,
                                Words.say("workspace.complaint.register.channel.missing"))
                        .need(received.getValue() != null, received, Words.say("workspace.complaint.register.day"))
                        .need(
                                received.getValue() == null
                                        || !received.getValue().isAfter(CalendarDays.dayOf(clock.instant())),
                                received,
                                Words.say("refused.complaint.came-in-the-future"))
                        .need(!what.getValue().isBlank(), what, Words.say("workspace.complaint.register.what.missing"))
                        .need(when.getValue().length() <= LONGEST_LINE, when, tooLong))
                .blames(what)
                .does(Words.say("workspace.complaint.register.check"), "register-check", () -> check(resident, of))
                .card());
    }

    private boolean named() {
        return colleague.getValue() != null || !name.getValue().isBlank();
    }

    private About about() {
        var whom = Objects.requireNonNull(about.getValue());
        var known = Optional.ofNullable(colleague.getValue());
        if (whom == Whom.MUNICIPALITY) {
            return new About(whom, Optional.empty(), Optional.empty());
        }
        return known.map(party ->
                        new About(whom, Optional.of(party.id().value()), Optional.of(People.full(Words.DUTCH, party))))
                .orElseGet(() -> new About(
                        whom, Optional.empty(), Optional.of(name.getValue().strip())));
    }

    private void check(ResidentId resident, String of) {
        clear();
        var about = about();
        var arrived =
                new Arrived(Objects.requireNonNull(channel.getValue()), Objects.requireNonNull(received.getValue()));
        var facts = new DataSummary()
                .row(
                        Words.say("workspace.complaint.about"),
                        about.name().orElse(Words.say("workspace.complaint.about.municipality")))
                .row(
                        Words.say("workspace.complaint.arrived"),
                        Words.say(
                                "klacht.channel.on",
                                Dates.day(arrived.received()),
                                Words.say("workspace.complaint.channel." + low(arrived.channel()))))
                .row(
                        Words.say("workspace.complaint.register.what"),
                        said(what.getValue().strip()));
        if (!when.getValue().isBlank()) {
            facts.row(Words.say("workspace.complaint.when"), when.getValue().strip());
        }
        if (!wish.getValue().isBlank()) {
            facts.row(
                    Words.say("workspace.complaint.wish"), said(wish.getValue().strip()));
        }
        add(new LastLook(Words.say("klacht.check"), facts, Words.say("workspace.complaint.register.check.what"))
                .sends(
                        Words.say("workspace.complaint.register.send"),
                        "register-send",
                        () -> register(resident, about, arrived))
                .goesBack(Words.say("workspace.complaint.register.change"), () -> ask(resident, of)));
        readFromTop();
    }

    private void register(ResidentId resident, About about, Arrived arrived) {
        var klacht = complaints.register(
                signedIn.professional(),
                resident,
                id,
                new StepId(UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8))),
                new Klacht.Filing(about, what.getValue(), when.getValue(), wish.getValue()),
                arrived);
        if (klacht.accused().contains(signedIn.professional().id())) {
            clear();
            add(
                    new Notice(Tone.INFO, Words.say("workspace.complaint.register.about-you")).spoken(),
                    ActionLink.primary("/" + WorkspacePaths.COMPLAINTS, Words.say("workspace.complaint.title")));
            readFromTop();
        } else {
            UI.getCurrent().navigate(WorkspacePaths.COMPLAINTS + "/" + id);
        }
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
