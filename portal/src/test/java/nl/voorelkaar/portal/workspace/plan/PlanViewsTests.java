package nl.voorelkaar.portal.workspace.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.UUID;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanItem;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.portal.plan.MemoryPlans;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanViewsTests extends AtDesk {

    @Autowired
    private MemoryPlans plans;

    @BeforeEach
    void aGespreksvoerderWithACase() {
        desk.actor = Desk.professional(Role.GSP);
        desk.caseOf(desk.fatima, "Wmo 2.3.2", Desk.TODAY.plusDays(42), Section.PLAN, Section.CONTACT);
        UI.getCurrent().navigate("werkplek/plan");
        roundTrip();
    }

    @Test
    void thePlansOfOnesCasesAreListedWithoutOpeningThem() {
        assertThat(screen()).contains("Fatima el Amrani");
        assertThat(sees("plan-open")).isTrue();
    }

    @Test
    void whoHasNoCaseFindsNoPlanAndTheAttemptIsKept() {
        var strange = UUID.randomUUID().toString();
        UI.getCurrent().navigate("werkplek/plan/" + strange);
        roundTrip();
        assertThat(sees("plan-start")).isFalse();
        assertThat(desk.tried).isNotEmpty();
    }

    @Test
    void aPlanWithGapsIsNotFrozenAndSaysWhatIsMissing() {
        open();
        press("plan-start");
        press("plan-freeze");
        assertThat(screen()).contains("Nog niet alles is ingevuld", "6. Hoe lang duurt het");

        for (var item : PlanItem.values()) {
            write(item.parts().getFirst());
        }
        press("plan-freeze");

        assertThat(plan().state()).isEqualTo(PlanState.TER_ONDERTEKENING);
        assertThat(sees("plan-sign")).isTrue();
    }

    @Test
    void theResidentsOwnWordsCannotBeWrittenHere() {
        open();
        press("plan-start");
        assertThat(sees("plan-edit-tijdpad")).isTrue();
        assertThat(sees("plan-edit-woorden")).isFalse();
    }

    @Test
    void aCasemanagerWritesButLeavesFreezingToTheGespreksvoerder() {
        desk.actor = Desk.professional(Role.CM);
        open();
        press("plan-start");
        assertThat(sees("plan-edit-tijdpad")).isTrue();
        assertThat(sees("plan-freeze")).isFalse();
    }

    private void open() {
        UI.getCurrent().navigate("werkplek/plan/" + desk.cases.getFirst().id());
        roundTrip();
    }

    private void write(PlanPart part) {
        press("plan-edit-" + part.name().toLowerCase(java.util.Locale.ROOT));
        fill("plan-text", "Over " + part);
        press("plan-save");
    }

    private Ondersteuningsplan plan() {
        return plans.of(desk.actor, desk.fatima).getFirst();
    }
}
