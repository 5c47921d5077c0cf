package nl.voorelkaar.portal.workspace.assigning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
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
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.dossier.erasure.Destructions;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.find.FindDesk;

/**
 * The cases that this team manager or desk gave, and giving another. Names a resident only whose dossier is open for
 * the assigner too; another case is known by when and to whom it was given.
 */
@Route(value = WorkspacePaths.ASSIGN, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class AssignmentsView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient CaseAssignments cases;
    private final transient Caseload caseload;
    private final transient FindDesk find;
    private final transient CaseDesk desk;
    private final transient Parties parties;
    private final transient Clock clock;

    AssignmentsView(
            SignedIn signedIn,
            CaseAssignments cases,
            Caseload caseload,
            FindDesk find,
            CaseDesk desk,
            Parties parties,
            Clock clock) {
        super(Words.say("workspace.assign.title"));
        this.signedIn = signedIn;
        this.cases = cases;
        this.caseload = caseload;
        this.find = find;
        this.desk = desk;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!signedIn.professional().role().assignsCases()) {
            throw new NotFoundException();
        }
        show();
        Given.take(event.getUI())
                .ifPresent(given -> addComponentAtIndex(
                        1,
                        new Notice(
                                        Tone.GOOD,
                                        Words.say("workspace.assign.done.title"),
                                        Words.say("workspace.assign.done", given.to(), Dates.day(given.until())))
                                .spoken()));
    }

    private void show() {
        clear();
        lead(Words.say("workspace.assign.lead"));
        var columns = new Div(current(), find.toAssign());
        columns.addClassName("ve-ws-beside");
        add(new WaitingCases(signedIn, desk, parties, clock), columns);
        if (Destructions.isFor(signedIn.professional().role())) {
            add(ActionLink.quiet("/" + WorkspacePaths.DESTRUCTION, Words.say("destruction.go")));
        }
    }

    private Component current() {
        var section = new Section(new H2(Words.say("workspace.assign.current")));
        section.addClassName("ve-stack");
        var given = cases.assignedBy(signedIn.professional());
        if (given.isEmpty()) {
            section.add(new Paragraph(Words.say("workspace.assign.current.none")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        var names = caseload.names();
        given.forEach(assignment ->
                list.add(new ListItem(card(assignment, Optional.ofNullable(names.get(assignment.resident()))))));
        section.add(list);
        return section;
    }

    private Article card(CaseAssignment assignment, Optional<String> name) {
        var moment = Words.say("workspace.assign.row.given", Dates.moment(assignment.from()));
        var to = Words.say(
                "workspace.assign.row",
                assignment.to().name(),
                People.role(assignment.to().role()));
        var facts = new Div(
                new Span(People.statuteFirst(assignment.statute())),
                new Span(Words.say("workspace.assign.row.until", Dates.shortDay(Dates.lastDay(assignment.until())))));
        facts.addClassName("ve-entry-facts");
        name.ifPresent(_ -> facts.add(new Span(moment)));
        var acts = new Div();
        acts.addClassName("ve-entry-actions");
        offer(assignment, acts);
        var card = new Article(
                new H3(name.orElse(moment)), new Paragraph(Words.say("workspace.assign.row.to", to)), facts, acts);
        card.addClassName("ve-entry");
        card.setTestId("assignment");
        return card;
    }

    private void offer(CaseAssignment assignment, Div acts) {
        acts.removeAll();
        acts.add(Action.quiet(Words.say("workspace.assign.end"), _ -> sure(assignment, acts))
                .heard(heard(assignment))
                .handle("assignment-end"));
    }

    private static String heard(CaseAssignment assignment) {
        return assignment.to().name() + ", " + Dates.moment(assignment.from());
    }

    private void sure(CaseAssignment assignment, Div acts) {
        acts.removeAll();
        var question =
                new Span(Words.say("workspace.assign.end.sure", assignment.to().name()));
        question.getElement().setAttribute("role", "status");
        var yes = Action.danger(Words.say("workspace.assign.end.yes"), _ -> {
                    cases.end(signedIn.professional(), assignment.id());
                    show();
                    Toast.show(Words.say("workspace.assign.ended"));
                })
                .handle("assignment-end-confirm");
        acts.add(question, yes, Action.quiet(Words.say("workspace.assign.end.no"), _ -> offer(assignment, acts)));
        yes.focus();
    }
}
