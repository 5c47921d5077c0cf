package nl.voorelkaar.portal.workspace.intake;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.cases.CaseList;
import nl.voorelkaar.portal.workspace.cases.HandingBack;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;

/**
 * The meldingen that this professional looks into, the first due first, and those that are over and may still be read.
 */
@Route(value = WorkspacePaths.INQUIRIES, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class InquiriesView extends Page {

    InquiriesView(SignedIn signedIn, Procedures procedures, Caseload caseload, Clock clock) {
        super(Words.say("workspace.inquiry.title"));
        lead(Words.say("workspace.inquiry.lead"));
        HandingBack.said().ifPresent(this::add);
        var actor = signedIn.professional();
        var names = caseload.names();
        var today = CalendarDays.dayOf(clock.instant());
        add(new CaseList(Words.say("workspace.case.todo"), "inquiry-row", names, today)
                .of(
                        inquiries(procedures.handledBy(actor)),
                        Words.say("workspace.inquiry.none"),
                        Words.say("workspace.inquiry.none.why")));
        CaseList.closed(inquiries(procedures.closedBy(actor)), "inquiry-closed", names, today)
                .ifPresent(this::add);
    }

    static List<ProcedureHead> inquiries(List<ProcedureHead> heads) {
        return heads.stream()
                .filter(head -> head.kind() == ProcedureKind.ONDERZOEK)
                .toList();
    }
}
