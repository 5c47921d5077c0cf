package nl.voorelkaar.portal.workspace.privacy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Arrived;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Channel;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Filed;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Through;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.notice.LetterPost;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.RightWords;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.SentLetter;
import nl.voorelkaar.portal.workspace.StepCard;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.FindDesk;

/**
 * A request about data that came by letter, by phone or at the desk: of the resident, or of who speaks for the resident
 * by law. Everything stands on this page, so that no address tells whom it is about.
 */
@Route(value = WorkspacePaths.PRIVACY_REGISTER, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class RegisterRequestView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient PrivacyRequests requests;
    private final transient Representations representations;
    private final transient FindDesk find;
    private final transient RequestPost post;
    private final transient Clock clock;
    /** Chosen before the first click, so that a second click registers nothing twice. */
    private final transient ProcedureId id;

    RegisterRequestView(
            SignedIn signedIn,
            PrivacyRequests requests,
            Representations representations,
            FindDesk find,
            RequestPost post,
            Clock clock) {
        super(Words.say("workspace.verzoek.register"));
        this.signedIn = signedIn;
        this.requests = requests;
        this.representations = representations;
        this.find = find;
        this.post = post;
        this.clock = clock;
        this.id = new ProcedureId(UuidV7.at(clock.instant()));
        trail(
                new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                new Crumb("/" + WorkspacePaths.PRIVACY, Words.say("workspace.privacy.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (signedIn.professional().role() != Role.FG) {
            throw new NotFoundException();
        }
        clear();
        lead(Words.say("workspace.verzoek.register.lead"));
        add(find.toReport(
                Words.say("workspace.verzoek.register.who"),
                Words.say("workspace.verzoek.register.find"),
                found -> ask(found.resident())));
    }

    private void ask(ResidentId resident) {
        clear();
        List<Representation> speakers;
        try {
            speakers = representations.whoMayAsk(signedIn.professional(), resident, Optional.empty());
        } catch (AccessRefused tooClose) {
            add(new Notice(Tone.BAD, Words.say("workspace.verzoek.register.not-yours")).spoken());
            return;
        }
        var today = CalendarDays.dayOf(clock.instant());
        var right = new Choice<DataRight>(
                        Words.say("workspace.verzoek.register.what"),
                        List.of(DataRight.values()),
                        DataRight::code,
                        RightWords::name)
                .none(Words.say("rights.what.choose"))
                .handle("register-right");
        right.setValue(null);
        var about = new Choice<Section>(
                        Words.say("rights.about"), List.of(Section.values()), Section::code, People::section)
                .none(Words.say("rights.about.all"))
                .optional()
                .handle("register-part");
        about.setValue(null);
        var channel = new Choice<Channel>(
                        Words.say("workspace.complaint.register.channel"),
                        List.of(Channel.values()),
                        Enum::name,
                        how -> Words.say(
                                "workspace.verzoek.channel." + how.name().toLowerCase(Locale.ROOT)))
                .none(Words.say("workspace.complaint.choose"))
                .handle("register-channel");
        channel.setValue(null);
        var received = new DayField(Words.say("workspace.complaint.register.received")).handle("register-received");
        received.between(today.minusYears(1), today);
        received.setValue(today);
        var through = new Choice<Representation>(
                        Words.say("workspace.verzoek.register.by"),
                        speakers,
                        one -> one.id().toString(),
                        one -> Words.say("represent.kind." + one.kind().name().toLowerCase(Locale.ROOT)))
                .none(Words.say("workspace.verzoek.register.self"))
                .hint(Words.say("workspace.verzoek.register.by.hint"))
                .optional()
                .handle("register-through");
        through.setValue(null);
        var known = new Check(Words.say("workspace.verzoek.register.known"))
                .hint(Words.say("workspace.verzoek.register.known.hint"))
                .handle("register-known");
        var words = new TextArea(Words.say("workspace.verzoek.register.words"))
                .rows(6)
                .counted(Verzoek.LONGEST_TEXT)
                .handle("register-words");
        var address = SentLetter.addressField().handle("register-address");
        add(new StepCard(Words.say("workspace.verzoek.register.form"))
                .asks(right, about, channel, received, through, known, words, address)
                .needs(errors -> errors.need(right.getValue() != null, right, Words.say("rights.what.choose"))
                        .need(
                                channel.getValue() != null,
                                channel,
                                Words.say("workspace.complaint.register.channel.missing"))
                        .need(received.getValue() != null, received, Words.say("workspace.complaint.register.day"))
                        .need(!words.getValue().isBlank(), words, Words.say("refused.privacy.empty-text"))
                        .need(
                                SentLetter.lines(address).size() >= 2,
                                address,
                                Words.say("refused.decision.address-missing")))
                .blames(words)
                .does(
                        Words.say("workspace.verzoek.register.send"),
                        "register-send",
                        () -> register(
                                resident,
                                new Filed(
                                        Objects.requireNonNull(right.getValue()),
                                        words.getValue(),
                                        Optional.ofNullable(about.getValue()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new Arrived(
                                                Objects.requireNonNull(channel.getValue()),
                                                Objects.requireNonNull(received.getValue()),
                                                known.getValue(),
                                                Optional.ofNullable(through.getValue())
                                                        .map(one -> new Through(
                                                                one.id().value(), one.kind()))))),
                                SentLetter.lines(address)))
                .card());
        readFromTop();
    }

    private void register(ResidentId resident, Filed asked, List<String> address) {
        var step = new StepId(UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8)));
        var request = requests.register(signedIn.professional(), resident, id, step, asked);
        try {
            post.send(request, address);
        } catch (LetterPost.NotTaken away) {
            Toast.show(Words.say("workspace.desk.letter.away"));
            return;
        }
        UI.getCurrent().navigate(WorkspacePaths.PRIVACY, QueryParameters.of(PrivacyView.ASKED, id.toString()));
    }
}
