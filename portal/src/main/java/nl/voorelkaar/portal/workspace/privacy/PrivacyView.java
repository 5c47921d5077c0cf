package nl.voorelkaar.portal.workspace.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.GroundTable;
import nl.voorelkaar.consent.PrivacyWatch;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.ReviewsWaiting;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.CaseList;
import nl.voorelkaar.portal.workspace.cases.CaseWords;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.NotTheirs;

/** What the privacy officer has to do and to watch. With {@code ?verzoek=} one request that the officer took up. */
@Route(value = WorkspacePaths.PRIVACY, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class PrivacyView extends Page implements BeforeEnterObserver {

    static final String ASKED = "verzoek";

    private final transient SignedIn signedIn;
    private final transient Procedures procedures;
    private final transient PrivacyRequests requests;
    private final transient CaseDesk desk;
    private final transient RequestPost post;
    private final transient Emergencies emergencies;
    private final transient PrivacyWatch watch;
    private final transient GroundTable grounds;
    private final transient Caseload caseload;
    private final transient NotTheirs notTheirs;
    private final transient Clock clock;

    PrivacyView(
            SignedIn signedIn,
            Procedures procedures,
            PrivacyRequests requests,
            CaseDesk desk,
            RequestPost post,
            Emergencies emergencies,
            PrivacyWatch watch,
            GroundTable grounds,
            Caseload caseload,
            NotTheirs notTheirs,
            Clock clock) {
        this.signedIn = signedIn;
        this.procedures = procedures;
        this.requests = requests;
        this.desk = desk;
        this.post = post;
        this.emergencies = emergencies;
        this.watch = watch;
        this.grounds = grounds;
        this.caseload = caseload;
        this.notTheirs = notTheirs;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var actor = signedIn.professional();
        var one = event.getLocation().getQueryParameters().getSingleParameter(ASKED);
        if (actor.role() != Role.FG) {
            title(Words.say("workspace.privacy.title"));
            add(EmptyState.ofPage(Words.say("workspace.privacy.other.title"), Words.say("workspace.privacy.other")));
        } else if (one.isPresent()) {
            trail(
                    new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")),
                    new Crumb("/" + WorkspacePaths.PRIVACY, Words.say("workspace.privacy.title")));
            one(actor, one.get());
        } else {
            trail(new Crumb("/" + WorkspacePaths.HOME, Words.say("workspace.home.title")));
            all(actor);
        }
    }

    private void one(Actor.Professional officer, String asked) {
        var head = Stream.of(procedures.handledBy(officer), procedures.closedBy(officer))
                .flatMap(List::stream)
                .filter(mine -> mine.kind() == ProcedureKind.VERZOEK)
                .filter(mine -> mine.id().toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> notTheirs.at(asked));
        var name = caseload.names().getOrDefault(head.resident(), Words.say("workspace.case.somebody"));
        title(Words.say("workspace.privacy.of", name));
        add(new RequestSheet(requests, post, officer, head.resident(), head.id(), clock.instant()));
    }

    private void all(Actor.Professional officer) {
        title(Words.say("workspace.privacy.title"));
        lead(Words.say("workspace.privacy.lead"));
        var today = CalendarDays.dayOf(clock.instant());
        var names = caseload.names();
        add(part(
                Words.say("workspace.privacy.waiting"),
                waiting(officer, today),
                beside(ActionLink.secondary(
                                "/" + WorkspacePaths.PRIVACY_REGISTER, Words.say("workspace.verzoek.register"))
                        .handle("privacy-register"))));
        add(new CaseList(Words.say("workspace.privacy.mine"), "privacy-row", names, today)
                .of(
                        requestsIn(procedures.handledBy(officer)),
                        Words.say("workspace.privacy.mine.none"),
                        Words.say("workspace.privacy.mine.none.why")));
        var toReview = emergencies.toReview(officer);
        add(new ReviewsWaiting(toReview));
        var opened = Stream.concat(toReview.stream(), emergencies.reviewed(officer).stream())
                .toList();
        add(
                Supervision.unusual(
                        "unusual",
                        watch.standsOut(officer).stream().map(UnusualUse::of).toList()),
                Supervision.unusual("urgent", UnusualUse.in(opened)),
                new FoundBreaches(watch, officer, clock.instant()));
        CaseList.closed(requestsIn(procedures.closedBy(officer)), "privacy-closed", names, today)
                .ifPresent(this::add);
        add(part(
                Words.say("destruction.title"),
                new Paragraph(Words.say("destruction.lead")),
                beside(ActionLink.secondary("/" + WorkspacePaths.DESTRUCTION, Words.say("destruction.go")))));
        add(Supervision.grounds(grounds), Supervision.register());
    }

    private static List<ProcedureHead> requestsIn(List<ProcedureHead> heads) {
        return heads.stream()
                .filter(head -> head.kind() == ProcedureKind.VERZOEK)
                .toList();
    }

    /** Without whose they are: the officer sees that with the request itself, and the resident sees that in the log. */
    private Component waiting(Actor.Professional officer, LocalDate today) {
        var waiting = desk.toTakeUp(officer);
        if (waiting.isEmpty()) {
            return new Paragraph(Words.say("workspace.privacy.waiting.none"));
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var head : waiting) {
            var number = head.id().reference();
            var card = new Card(new H3(Words.say("workspace.case.number", number)));
            CaseWords.due(head, today).map(CaseList::time).ifPresent(card::add);
            card.add(
                    new Paragraph(Words.say("workspace.privacy.filed", Dates.moment(head.startedAt()))),
                    beside(Action.primary(Words.say("workspace.privacy.take-up"), _ -> takeUp(officer, head))
                            .heard(number)
                            .handle("privacy-take-up")));
            list.add(new ListItem(card.handle("privacy-waiting")));
        }
        return list;
    }

    private void takeUp(Actor.Professional officer, ProcedureHead head) {
        try {
            desk.takeUp(officer, head);
        } catch (StepRefused refused) {
            Toast.show(Words.why(refused));
            return;
        } catch (AccessRefused refused) {
            Toast.show(Words.say("workspace.privacy.not-yours"));
            return;
        }
        UI.getCurrent()
                .navigate(
                        WorkspacePaths.PRIVACY,
                        QueryParameters.of(ASKED, head.id().toString()));
    }
}
