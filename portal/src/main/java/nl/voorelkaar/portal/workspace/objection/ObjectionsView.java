package nl.voorelkaar.portal.workspace.objection;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.RegisterLinks;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.CaseList;
import nl.voorelkaar.portal.workspace.cases.CaseWords;
import nl.voorelkaar.portal.workspace.cases.HandingBack;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;

/** The objections that this professional handles or decides on, the first due first, and those that are over. */
@Route(value = WorkspacePaths.OBJECTIONS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ObjectionsView extends Page {

    ObjectionsView(SignedIn signedIn, Procedures procedures, Caseload caseload, Clock clock) {
        super(Words.say("workspace.objection.title"));
        lead(Words.say("workspace.objection.lead"));
        HandingBack.said().ifPresent(this::add);
        var actor = signedIn.professional();
        var names = caseload.names();
        var today = CalendarDays.dayOf(clock.instant());
        add(new CaseList(Words.say("workspace.case.todo"), "objection-row", names, today)
                .of(
                        objections(procedures.handledBy(actor)),
                        Words.say("workspace.objection.none"),
                        Words.say("workspace.objection.none.why")));
        CaseList.closed(objections(procedures.closedBy(actor)), "objection-closed", names, today)
                .ifPresent(this::add);
        if (actor.role() == Role.JUR) {
            var dossiers = caseload.open().stream()
                    .filter(dossier -> dossier.sections().contains(Section.BESLUITEN))
                    .toList();
            if (!dossiers.isEmpty()) {
                add(new RegisterLinks(
                        Words.say("workspace.objection.dossiers"),
                        Words.say("workspace.objection.dossiers.what"),
                        WorkspacePaths.OBJECTIONS,
                        dossiers,
                        Words.say("workspace.objection.register"),
                        "objection-register"));
            }
        }
    }

    private static List<ProcedureHead> objections(List<ProcedureHead> heads) {
        return heads.stream()
                .filter(head -> head.kind() == ProcedureKind.BEZWAAR)
                .toList();
    }

    static String due(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            return Words.say("workspace.objection.due.passed", Dates.day(due));
        }
        return Words.say(
                due.isAfter(today.plusDays(CaseWords.SOON_DAYS))
                        ? "workspace.objection.due"
                        : "workspace.objection.due.soon",
                Dates.day(due),
                Dates.left(today, due));
    }
}
