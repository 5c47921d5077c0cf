package nl.voorelkaar.portal.workspace.decisions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
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

/** Applications and decisions that this professional handles: the first due first, with a warning from ten days before. */
@Route(value = WorkspacePaths.DECISIONS, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class DecisionsView extends Page implements BeforeEnterObserver {

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
        var handled = procedures.handledBy(signedIn.professional());
        var names = caseload.open().stream()
                .filter(dossier -> dossier.name().isPresent())
                .collect(Collectors.toMap(
                        HeldDossier::resident, dossier -> dossier.name().orElseThrow()));
        add(section("workspace.decisions.todo", of(handled, ProcedureKind.AANVRAAG), names));
        add(section("workspace.decisions.taken", of(handled, ProcedureKind.BESLUIT), names));
    }

    /** What is only prepared was not received: nobody works on it. */
    private static List<ProcedureHead> of(List<ProcedureHead> handled, ProcedureKind kind) {
        return handled.stream()
                .filter(head -> head.kind() == kind && !head.state().equals(Aanvraag.State.KLAARGEZET.name()))
                .toList();
    }

    private Component section(String key, List<ProcedureHead> heads, Map<ResidentId, String> names) {
        var section = new Section(new H2(Words.say(key)));
        section.addClassName("ve-stack");
        if (heads.isEmpty()) {
            section.add(new EmptyState(Words.say(key + ".none"), Words.say(key + ".none.why")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        var today = CalendarDays.dayOf(clock.instant());
        heads.forEach(head -> list.add(new ListItem(
                card(head, names.getOrDefault(head.resident(), Words.say("workspace.dossiers.noname")), today))));
        section.add(list);
        return section;
    }

    private static Component card(ProcedureHead head, String name, LocalDate today) {
        var top = new Div(new H3(name));
        top.addClassName("ve-row-apart");
        var code = head.state().toLowerCase(Locale.ROOT);
        var kind = head.kind() == ProcedureKind.AANVRAAG ? "aanvraag" : "besluit";
        top.add(new Badge(Tone.QUIET, Words.say("workspace." + kind + ".state." + code)));
        var card = new Card(top);
        head.due().ifPresent(due -> {
            var left = ChronoUnit.DAYS.between(today, due);
            var words = Words.say(
                    "workspace." + kind + (left < 0 ? ".passed" : ".due"), Dates.day(due), Dates.left(today, due));
            if (kind.equals("aanvraag") && left <= Aanvraag.WARNING_DAYS) {
                card.add(new Badge(left < 0 ? Tone.BAD : Tone.WARN, words));
            } else {
                card.add(new Paragraph(words));
            }
        });
        card.add(new Div(ActionLink.secondary(
                        "/" + WorkspacePaths.DECISIONS + "/" + head.id(), Words.say("workspace.decisions.open"))
                .heard(name)
                .handle("case-open")));
        return card.handle("case");
    }
}
