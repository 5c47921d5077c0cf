package nl.voorelkaar.portal.workspace.assigning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.FindForm;
import nl.voorelkaar.portal.workspace.find.FoundResidents;

/** The cases that this team manager or desk gave, and giving another. Names colleagues, never residents. */
@Route(value = WorkspacePaths.ASSIGN, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class AssignmentsView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient CaseAssignments cases;
    private final transient FoundResidents found;
    private final transient ShareCodes codes;
    private final transient Lookups lookups;

    AssignmentsView(SignedIn signedIn, CaseAssignments cases, FoundResidents found, ShareCodes codes, Lookups lookups) {
        super(Words.say("workspace.assign.title"));
        this.signedIn = signedIn;
        this.cases = cases;
        this.found = found;
        this.codes = codes;
        this.lookups = lookups;
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
        var columns = new Div(current(), find());
        columns.addClassName("ve-ws-beside");
        add(columns);
    }

    private Component find() {
        var find = new Section(
                new H2(Words.say("workspace.assign.new")),
                new FindForm(
                        signedIn,
                        codes,
                        lookups,
                        Words.say("workspace.assign.find"),
                        resident -> UI.getCurrent()
                                .navigate(WorkspacePaths.assign(found.keep(resident))
                                        .substring(1))));
        find.addClassName("ve-card");
        return find;
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
        given.forEach(assignment -> list.add(new ListItem(card(assignment))));
        section.add(list);
        return section;
    }

    private Article card(CaseAssignment assignment) {
        var facts = new Div(new Span(Words.say(
                "workspace.assign.row.detail",
                assignment.statute(),
                Dates.shortDay(CalendarDays.dayOf(assignment.from())),
                Dates.shortDay(Dates.lastDay(assignment.until())))));
        facts.addClassName("ve-entry-facts");
        var acts = new Div();
        acts.addClassName("ve-entry-actions");
        offer(assignment, acts);
        var card = new Article(
                new H3(Words.say(
                        "workspace.assign.row",
                        assignment.to().name(),
                        People.role(assignment.to().role()))),
                facts,
                acts);
        card.addClassName("ve-entry");
        card.setTestId("assignment");
        return card;
    }

    private void offer(CaseAssignment assignment, Div acts) {
        acts.removeAll();
        acts.add(Action.quiet(Words.say("workspace.assign.end"), _ -> sure(assignment, acts))
                .heard(assignment.to().name())
                .handle("assignment-end"));
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
