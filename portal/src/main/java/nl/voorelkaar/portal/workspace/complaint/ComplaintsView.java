package nl.voorelkaar.portal.workspace.complaint;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.RegisterLinks;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.CaseList;
import nl.voorelkaar.portal.workspace.cases.HandingBack;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;

/** The complaints that this professional handles, the first due first, and those that are over. */
@Route(value = WorkspacePaths.COMPLAINTS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class ComplaintsView extends Page {

    ComplaintsView(SignedIn signedIn, Procedures procedures, Caseload caseload, Clock clock) {
        super(Words.say("workspace.complaint.title"));
        lead(Words.say("workspace.complaint.lead"));
        HandingBack.said().ifPresent(this::add);
        var actor = signedIn.professional();
        var names = caseload.names();
        var today = CalendarDays.dayOf(clock.instant());
        add(new CaseList(Words.say("workspace.case.todo"), "complaint-row", names, today)
                .of(
                        complaints(procedures.handledBy(actor)),
                        Words.say("workspace.complaint.none"),
                        Words.say("workspace.complaint.none.why")));
        CaseList.closed(complaints(procedures.closedBy(actor)), "complaint-closed", names, today)
                .ifPresent(this::add);
        if (actor.role() == Role.KLB) {
            var dossiers = caseload.open().stream()
                    .filter(dossier -> dossier.sections().contains(Section.KLACHT))
                    .toList();
            if (!dossiers.isEmpty()) {
                add(new RegisterLinks(
                        Words.say("workspace.complaint.dossiers"),
                        Words.say("workspace.complaint.dossiers.what"),
                        WorkspacePaths.COMPLAINTS,
                        dossiers,
                        Words.say("workspace.complaint.register"),
                        "complaint-register"));
            }
        }
    }

    private static List<ProcedureHead> complaints(List<ProcedureHead> heads) {
        return heads.stream()
                .filter(head -> head.kind() == ProcedureKind.KLACHT)
                .toList();
    }
}
