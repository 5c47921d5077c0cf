package nl.voorelkaar.portal.workspace.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.plan.PlanWords;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.dossiers.Caseload;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;

/** The plans of this professional's cases. Opens no content: who lists plans reads none. */
@Route(value = WorkspacePaths.PLAN, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class PlansView extends Page {

    PlansView(SignedIn signedIn, Caseload caseload, Procedures procedures) {
        super(Words.say("workspace.plan.title"));
        lead(Words.say("workspace.plan.lead"));
        var dossiers = caseload.open().stream()
                .filter(held -> held.sections().contains(Section.PLAN))
                .toList();
        if (dossiers.isEmpty()) {
            add(EmptyState.ofPage(Words.say("workspace.plan.none"), Words.say("workspace.plan.none.why")));
            return;
        }
        var heads = newest(procedures.handledBy(signedIn.professional()));
        var list = new Div();
        list.addClassName("ve-stack");
        dossiers.forEach(held -> list.add(card(held, heads)));
        add(list);
    }

    private static Map<ResidentId, ProcedureHead> newest(List<ProcedureHead> heads) {
        return heads.stream()
                .filter(head -> head.kind() == ProcedureKind.PLAN)
                .collect(Collectors.toMap(
                        ProcedureHead::resident,
                        Function.identity(),
                        (one, other) -> one.startedAt().isAfter(other.startedAt()) ? one : other));
    }

    private static Component card(HeldDossier held, Map<ResidentId, ProcedureHead> heads) {
        var name = held.name().orElseGet(() -> Words.say("workspace.dossiers.noname"));
        var head = new Div(new H2(name));
        head.addClassName("ve-row-apart");
        var card = new Card(head);
        var plan = heads.get(held.resident());
        if (plan == null) {
            head.add(new Badge(Tone.QUIET, Words.say("workspace.plan.unknown")));
        } else {
            var state = PlanState.valueOf(plan.state());
            head.add(new Badge(PlanWords.tone(state), PlanWords.state(state)));
            card.add(new Paragraph(Words.say("workspace.plan.changed", Dates.moment(plan.changedAt()))));
            plan.due().ifPresent(due -> card.add(new Paragraph(Words.say("workspace.plan.thinking", Dates.day(due)))));
        }
        card.add(ActionLink.primary(ClientPlans.path(held), Words.say("workspace.plan.open"))
                .heard(name)
                .handle("plan-open"));
        card.handle("plan-row");
        return card;
    }
}
