package nl.voorelkaar.portal.workspace.requests;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.FoundResidents;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;
import nl.voorelkaar.portal.workspace.find.OwnDossiers;

/** Asking a resident, who was found before, for access. */
@Route(value = WorkspacePaths.ASK + "/:found", layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class AskView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient AccessRequests requests;
    private final transient AccessGate gate;
    private final transient Parties parties;
    private final transient FoundResidents found;
    private final transient OwnDossiers own;
    private final transient Clock clock;

    /** Made with the form, so that sending twice asks once. */
    private final transient RequestId id = new RequestId(UUID.randomUUID());

    AskView(
            SignedIn signedIn,
            AccessRequests requests,
            AccessGate gate,
            Parties parties,
            FoundResidents found,
            OwnDossiers own,
            Clock clock) {
        super(Words.say("workspace.ask.title"));
        this.signedIn = signedIn;
        this.requests = requests;
        this.gate = gate;
        this.parties = parties;
        this.found = found;
        this.own = own;
        this.clock = clock;
        trail(new Crumb("/" + WorkspacePaths.REQUESTS, Words.say("workspace.requests.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var handle = event.getRouteParameters().get("found").orElse("");
        found.find(handle).ifPresentOrElse(who -> show(handle, who), this::showGone);
    }

    private void show(String handle, FoundResidents.Found who) {
        var actor = signedIn.professional();
        if (own.attemptedBy(actor, who.resident())) {
            add(new OwnDossierNotice());
            return;
        }
        var askable = requests.askable(actor, who.resident());
        if (askable.isEmpty()) {
            add(EmptyState.ofPage(
                    Words.say("workspace.ask.nothing.title"),
                    Words.say("workspace.ask.nothing"),
                    ActionLink.secondary("/" + WorkspacePaths.HOME, Words.say("workspace.own.home"))));
            return;
        }
        lead(Words.say("workspace.ask.lead"));
        var sent = new AskForm[1];
        var form = new AskForm(
                self(),
                CalendarDays.dayOf(clock.instant()),
                askable,
                byLaw(who.resident()),
                answer -> send(handle, who, answer, sent[0]));
        sent[0] = form;
        who.earlier().ifPresent(earlier -> {
            title(Words.say("workspace.ask.again.title"));
            form.startFrom(earlier, askable);
        });
        add(form);
    }

    private void showGone() {
        add(EmptyState.ofPage(
                Words.say("workspace.ask.gone.title"),
                Words.say("workspace.ask.gone"),
                ActionLink.primary("/" + WorkspacePaths.HOME, Words.say("workspace.ask.gone.find"))));
    }

    private void send(String handle, FoundResidents.Found who, AskForm.Answer answer, AskForm form) {
        try {
            var request = requests.ask(
                    signedIn.professional(),
                    id,
                    new NewRequest(
                            who.resident(),
                            answer.terms(),
                            answer.purpose(),
                            answer.whatIfNo(),
                            answer.newReason(),
                            who.how()));
            found.forget(handle);
            var ui = UI.getCurrent();
            new SentRequest(request).carry(ui);
            ui.navigate(RequestsView.class);
        } catch (ConsentRefused refused) {
            say(refused.reason(), form);
        }
    }

    private static void say(ConsentRefused.Reason reason, AskForm form) {
        switch (reason) {
            case REFUSED_RECENTLY -> form.askWhyAgain(Words.say("workspace.ask.error.recently"));
            case ASKED_ALREADY -> form.refuse(Words.say("workspace.ask.error.asked"));
            case STATUTE_COVERS_IT -> form.refuse(Words.say("workspace.ask.error.statute"));
            case ROLE_MAY_NOT_ASK -> form.refuse(Words.say("workspace.ask.error.role"));
            case OWN_DOSSIER -> form.refuse(Words.say("workspace.own"));
            case TOO_MANY -> form.refuse(Words.say("workspace.ask.error.many"));
            case SIGN_IN_AGAIN, ASSURANCE_TOO_LOW -> form.refuse(Words.say("workspace.ask.error.signin"));
            default -> form.refuse(Words.say("workspace.ask.error.other"));
        }
    }

    private Party self() {
        var actor = signedIn.professional();
        return Optional.ofNullable(parties.find(List.of(actor.id())).get(actor.id()))
                .orElseGet(() -> new Party(
                        actor.id(),
                        signedIn.name(),
                        actor.role(),
                        actor.organisation(),
                        actor.organisation().value(),
                        actor.team()));
    }

    private Set<Section> byLaw(ResidentId resident) {
        var all = new Access(resident, EnumSet.allOf(Section.class), Access.Action.READ);
        var byLaw = EnumSet.noneOf(Section.class);
        gate.decide(signedIn.professional(), all).forEach((section, decision) -> {
            if (decision instanceof Decision.Permitted permitted && permitted.ground() == Grondslag.WETTELIJKE_TAAK) {
                byLaw.add(section);
            }
        });
        return byLaw;
    }
}
