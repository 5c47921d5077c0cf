package nl.voorelkaar.portal.workspace.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.intake.Worries;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.ReviewsWaiting;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.CaseByNumber;
import nl.voorelkaar.portal.workspace.cases.CaseList;
import nl.voorelkaar.portal.workspace.cases.CaseWords;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;
import nl.voorelkaar.portal.workspace.find.FindDesk;

/** Where a working day starts: what needs this professional now, and finding a resident. */
@Route(value = WorkspacePaths.HOME, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class HomeView extends Page implements BeforeEnterObserver {

    private static final List<ProcedureKind> COUNTED = List.of(
            ProcedureKind.ONDERZOEK,
            ProcedureKind.AANVRAAG,
            ProcedureKind.BEZWAAR,
            ProcedureKind.KLACHT,
            ProcedureKind.VERZOEK);

    private final transient SignedIn signedIn;
    private final transient AccessRequests requests;
    private final transient Caseload caseload;
    private final transient FindDesk find;
    private final transient Procedures procedures;
    private final transient CaseDesk desk;
    private final transient Emergencies emergencies;
    private final transient Worries worries;
    private final transient FromColleagues colleagues;
    private final transient Clock clock;

    HomeView(
            SignedIn signedIn,
            AccessRequests requests,
            Caseload caseload,
            FindDesk find,
            Procedures procedures,
            CaseDesk desk,
            Emergencies emergencies,
            Worries worries,
            FromColleagues colleagues,
            Clock clock) {
        super(Words.say("workspace.home.title"));
        this.signedIn = signedIn;
        this.requests = requests;
        this.caseload = caseload;
        this.find = find;
        this.procedures = procedures;
        this.desk = desk;
        this.emergencies = emergencies;
        this.worries = worries;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var actor = signedIn.professional();
        lead(Words.say("workspace.home.lead"));
        var mayAsk = !requests.askable(actor.role()).isEmpty();
        var open = caseload.open();
        var handled = procedures.handledBy(actor);
        var asked = requests.asked(actor);
        var left = new Div();
        left.addClassName("ve-stack-wide");
        if (actor.role() == Role.FG) {
            left.add(reviewing(actor));
        }
        if (!mayAsk && !actor.role().assignsCases() && open.isEmpty() && handled.isEmpty()) {
            left.add(nothing(actor.role()));
            add(left);
            return;
        }
        if (mayAsk || !open.isEmpty() || !handled.isEmpty()) {
            left.add(now(actor, open, handled, asked), overview(open, handled, asked));
        }
        if (!handled.isEmpty()) {
            left.add(new CaseByNumber(
                    () -> Stream.concat(procedures.handledBy(actor).stream(), procedures.closedBy(actor).stream())
                            .toList()));
        }
        if (actor.role() == Role.KCC) {
            left.add(worrying(actor));
        }
        if (actor.role().assignsCases()) {
            left.add(assigning());
        }
        var columns = new Div(left);
        columns.addClassName("ve-ws-beside");
        if (mayAsk) {
            columns.add(emergencies.opens(actor.role()) ? stacked(find.toAsk(), inDanger()) : find.toAsk());
        }
        add(columns);
    }

    private static Component stacked(Component... parts) {
        var stack = new Div(parts);
        stack.addClassName("ve-stack");
        return stack;
    }

    private static Component inDanger() {
        var section = new Section(
                new H2(Words.say("workspace.nood.home")),
                new Paragraph(Words.say("workspace.nood.home.text")),
                new Paragraph(ActionLink.secondary("/" + WorkspacePaths.EMERGENCY, Words.say("workspace.nood.home.go"))
                        .handle("emergency-go")));
        section.addClassNames("ve-card", "ve-stack");
        return section;
    }

    private Component reviewing(Actor.Professional officer) {
        var section = new ReviewsWaiting(emergencies.toReview(officer));
        section.add(new Paragraph(ActionLink.primary("/" + WorkspacePaths.PRIVACY, Words.say("workspace.privacy.go"))
                .handle("privacy-go")));
        return section;
    }

    /**
     * Who gets cases and has none now is told so; only who opens no dossier ever is asked whether the role is right.
     */
    private static Component nothing(Role role) {
        return role == Role.BES
                ? EmptyState.ofPage(
                        Words.say("workspace.home.cases.none.title"), Words.say("workspace.home.cases.none"))
                : EmptyState.ofPage(
                        Words.say("workspace.home.role.none.title"),
                        Words.say("workspace.home.role.none", People.role(role)));
    }

    private Component now(
            Actor.Professional actor, List<HeldDossier> open, List<ProcedureHead> handled, List<AccessRequest> asked) {
        var section = new Section(new H2(Words.say("workspace.home.now")));
        section.addClassName("ve-stack");
        var now = clock.instant();
        var needs = Needs.of(open, handled, colleagues.waiting(actor, open, now), asked, CalendarDays.dayOf(now), now);
        if (needs.isEmpty()) {
            section.add(
                    new EmptyState(Words.say("workspace.home.now.none.title"), Words.say("workspace.home.now.none")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        needs.forEach(need -> list.add(new ListItem(card(need))));
        section.add(list);
        return section;
    }

    private static Component card(Needs.Need need) {
        var detail = new Paragraph(need.detail());
        detail.addClassName("ve-soft");
        var card = Card.task(new H3(need.words())).handle("need");
        need.due().map(CaseList::time).ifPresent(card::add);
        if (!need.detail().isEmpty()) {
            card.add(detail);
        }
        card.add(new Paragraph(ActionLink.quiet(need.path(), need.act()).heard(need.words())));
        return card;
    }

    private static Component overview(List<HeldDossier> open, List<ProcedureHead> handled, List<AccessRequest> asked) {
        var waiting = (int) asked.stream()
                .filter(request -> request.state() == AccessRequest.State.AANGEVRAAGD)
                .count();
        var list = new UnorderedList();
        for (var kind : COUNTED) {
            var many = (int) handled.stream()
                    .filter(head -> head.kind() == kind && !Needs.notReceived(head))
                    .count();
            if (many > 0) {
                var key = "workspace.home.count." + kind.name().toLowerCase(Locale.ROOT);
                list.add(new ListItem(tile("/" + CaseWords.list(kind), Words.count(key, many))));
            }
        }
        list.add(
                new ListItem(
                        tile("/" + WorkspacePaths.DOSSIERS, counted("workspace.home.count.dossiers", open.size()))),
                new ListItem(tile("/" + WorkspacePaths.REQUESTS, counted("workspace.home.count.waiting", waiting))));
        list.addClassName("ve-tiles");
        var section = new Section(new H2(Words.say("workspace.home.overview")), list);
        section.addClassName("ve-stack");
        return section;
    }

    private static String counted(String key, int number) {
        return number == 0 ? Words.say(key + ".none") : Words.count(key, number);
    }

    private static Component tile(String path, String words) {
        return ActionLink.secondary(path, words);
    }

    private Component worrying(Actor.Professional desk) {
        var count = new Paragraph(counted("workspace.home.count.worries", worries.count(desk)));
        count.setTestId("worry-count");
        var section = new Section(
                new H2(Words.say("workspace.worry.title")),
                count,
                new Paragraph(ActionLink.secondary("/" + WorkspacePaths.DESK, Words.say("workspace.home.worries.go"))));
        section.addClassName("ve-stack");
        return section;
    }

    private Component assigning() {
        var today = CalendarDays.dayOf(clock.instant());
        var waiting = desk.waiting(signedIn.professional()).stream()
                .filter(head -> !Needs.notReceived(head))
                .toList();
        var counts = new Div(new Span(counted("workspace.home.count.queue", waiting.size())));
        counts.addClassName("ve-row");
        counts.setTestId("queue-count");
        var over = (int)
                waiting.stream().filter(head -> CaseWords.over(head, today)).count();
        var soon = (int)
                waiting.stream().filter(head -> CaseWords.soon(head, today)).count();
        if (over > 0) {
            counts.add(new Badge(Tone.BAD, Words.count("workspace.home.count.queue.over", over)));
        }
        if (soon > 0) {
            counts.add(new Badge(Tone.WARN, Words.count("workspace.home.count.queue.soon", soon)));
        }
        var section = new Section(
                new H2(Words.say("workspace.home.assign")),
                counts,
                new Paragraph(
                        ActionLink.secondary("/" + WorkspacePaths.ASSIGN, Words.say("workspace.home.assign.go"))));
        section.addClassName("ve-stack");
        return section;
    }
}
