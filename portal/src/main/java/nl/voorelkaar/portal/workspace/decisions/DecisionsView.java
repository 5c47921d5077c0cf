package nl.voorelkaar.portal.workspace.decisions;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.decision.Aanvraag;
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
 * Applications and decisions that this professional handles: the first due first, with a warning from ten days before.
 */
@Route(value = WorkspacePaths.DECISIONS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class DecisionsView extends Page implements BeforeEnterObserver {

    /** What is only prepared was not received; what was decided is on the list of decisions. */
    private static final Set<String> NOT_LISTED =
            Set.of(Aanvraag.State.KLAARGEZET.name(), Aanvraag.State.BESLOTEN.name());

    private final transient SignedIn signedIn;
    private final transient Procedures procedures;
    private final transient Caseload caseload;
    private final transient Clock clock;

    DecisionsView(SignedIn signedIn, Procedures procedures, Caseload caseload, Clock clock) {
        super(Words.say("workspace.decisions.title"));
        this.signedIn = signedIn;
        this.procedures = procedures;
        this.caseload = caseload;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        lead(Words.say("workspace.decisions.lead"));
        HandingBack.said().ifPresent(this::add);
        var handled = procedures.handledBy(signedIn.professional());
        var names = caseload.names();
        var today = CalendarDays.dayOf(clock.instant());
        add(new CaseList(Words.say("workspace.decisions.todo"), "case", names, today)
                .of(
                        of(handled, ProcedureKind.AANVRAAG),
                        Words.say("workspace.decisions.todo.none"),
                        Words.say("workspace.decisions.todo.none.why")));
        add(new CaseList(Words.say("workspace.decisions.taken"), "case", names, today)
                .of(
                        of(handled, ProcedureKind.BESLUIT),
                        Words.say("workspace.decisions.taken.none"),
                        Words.say("workspace.decisions.taken.none.why")));
        var closed = procedures.closedBy(signedIn.professional()).stream()
                .filter(head -> head.kind() == ProcedureKind.AANVRAAG || head.kind() == ProcedureKind.BESLUIT)
                .filter(head -> !NOT_LISTED.contains(head.state()))
                .toList();
        CaseList.closed(closed, "case-closed", names, today).ifPresent(this::add);
    }

    private static List<ProcedureHead> of(List<ProcedureHead> handled, ProcedureKind kind) {
        return handled.stream()
                .filter(head -> head.kind() == kind && !NOT_LISTED.contains(head.state()))
                .toList();
    }
}
