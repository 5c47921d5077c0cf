package nl.voorelkaar.portal.workspace.complaint;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;

/** The complaints that this professional handles, the first due first. */
@Route(value = WorkspacePaths.COMPLAINTS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ComplaintsView extends Page {

    ComplaintsView(SignedIn signedIn, Procedures procedures, Caseload caseload, Clock clock) {
        super(Words.say("workspace.complaint.title"));
        var mine = procedures.handledBy(signedIn.professional()).stream()
                .filter(head -> head.kind() == ProcedureKind.KLACHT)
                .toList();
        if (mine.isEmpty()) {
            add(EmptyState.ofPage(Words.say("workspace.complaint.none"), Words.say("workspace.complaint.none.why")));
            return;
        }
        lead(Words.say("workspace.complaint.lead"));
        var today = CalendarDays.dayOf(clock.instant());
        var list = new UnorderedList();
        list.addClassName("ve-list");
        var names = caseload.names();
        mine.forEach(head -> list.add(new ListItem(
                row(head, names.getOrDefault(head.resident(), Words.say("workspace.complaint.somebody")), today))));
        add(list);
    }

    private static Article row(ProcedureHead head, String name, LocalDate today) {
        var facts = new Div(
                new Span(Words.say("workspace.complaint.state." + head.state().toLowerCase(Locale.ROOT))));
        head.due()
                .ifPresent(due -> facts.add(new Span(
                        due.isBefore(today)
                                ? Words.say("workspace.complaint.due.passed", Dates.day(due))
                                : Words.say("workspace.complaint.due", Dates.day(due), Dates.left(today, due)))));
        facts.addClassName("ve-entry-facts");
        var row = new Article(
                new H2(name),
                facts,
                ActionLink.secondary(
                                "/" + WorkspacePaths.COMPLAINTS + "/" + head.id(),
                                Words.say("workspace.complaint.look"))
                        .heard(name)
                        .handle("complaint-open"));
        row.addClassName("ve-entry");
        row.setTestId("complaint-row");
        return row;
    }
}
