package nl.voorelkaar.portal.workspace.objection;

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
import java.util.List;
import java.util.Locale;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Role;
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

/** The objections that this professional handles, the first due first. */
@Route(value = WorkspacePaths.OBJECTIONS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ObjectionsView extends Page {

    /** From this many days before the end a term stands out (issue of the late decision). */
    private static final int SOON_DAYS = 10;

    ObjectionsView(SignedIn signedIn, Procedures procedures, Caseload caseload, Clock clock) {
        super(Words.say("workspace.objection.title"));
        var rows = signedIn.professional().role() == Role.BES
                ? toDecide(caseload)
                : handled(procedures.handledBy(signedIn.professional()), caseload, CalendarDays.dayOf(clock.instant()));
        if (rows.isEmpty()) {
            add(EmptyState.ofPage(Words.say("workspace.objection.none"), Words.say("workspace.objection.none.why")));
            return;
        }
        lead(Words.say("workspace.objection.lead"));
        var list = new UnorderedList();
        list.addClassName("ve-list");
        rows.forEach(row -> list.add(new ListItem(row)));
        add(list);
    }

    private static List<Article> handled(List<ProcedureHead> heads, Caseload caseload, LocalDate today) {
        var names = caseload.names();
        return heads.stream()
                .filter(head -> head.kind() == ProcedureKind.BEZWAAR)
                .map(head -> row(
                        head, names.getOrDefault(head.resident(), Words.say("workspace.objection.somebody")), today))
                .toList();
    }

    /** Dossiers of residents for whom this decider has a case; what is in them is opened one by one. */
    private static List<Article> toDecide(Caseload caseload) {
        return caseload.open().stream()
                .map(dossier -> {
                    var name = dossier.name().orElse(Words.say("workspace.objection.somebody"));
                    return row(name, new Div(), dossier.handle());
                })
                .toList();
    }

    private static Article row(ProcedureHead head, String name, LocalDate today) {
        var facts = new Div(
                new Span(Words.say("workspace.objection.state." + head.state().toLowerCase(Locale.ROOT))));
        facts.addClassName("ve-entry-facts");
        head.due().ifPresent(due -> facts.add(new Span(due(due, today))));
        return row(name, facts, head.id().toString());
    }

    private static Article row(String name, Div facts, String handle) {
        var row = new Article(
                new H2(name),
                facts,
                ActionLink.secondary(
                                "/" + WorkspacePaths.OBJECTIONS + "/" + handle, Words.say("workspace.objection.look"))
                        .heard(name));
        row.addClassName("ve-entry");
        row.setTestId("objection-row");
        return row;
    }

    static String due(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            return Words.say("workspace.objection.due.passed", Dates.day(due));
        }
        return Words.say(
                due.isAfter(today.plusDays(SOON_DAYS)) ? "workspace.objection.due" : "workspace.objection.due.soon",
                Dates.day(due),
                Dates.left(today, due));
    }
}
