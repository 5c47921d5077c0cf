package nl.voorelkaar.portal.workspace.assigning;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import org.junit.jupiter.api.Test;

class AssigningTests extends AtDesk {

    @Test
    void givesAColleagueACaseUnderAStatuteAndEndsIt() {
        desk.actor = Desk.professional(Role.TM);
        find("7KQ4-M2XP");
        fill("assign-to", Desk.colleague("Anouk Meijer").id().toString());
        fill("assign-statute", "Wmo 2.3.2");
        press("assign-send");

        assertThat(desk.assigned).singleElement().satisfies(assignment -> {
            assertThat(assignment.resident()).isEqualTo(desk.fatima);
            assertThat(assignment.statute()).isEqualTo("Wmo 2.3.2");
        });
        assertThat(screen())
                .contains("De zaak is gegeven")
                .contains("Gegeven op maandag 5 oktober 2026 om 9.00 uur")
                .contains("Aan Anouk Meijer, gespreksvoerder")
                .contains("Onderzoek na een melding (Wmo artikel 2.3.2)")
                .doesNotContain("Fatima");

        press("assignment-end");
        assertThat(desk.assigned).hasSize(1);
        press("assignment-end-confirm");

        assertThat(desk.assigned).isEmpty();
    }

    @Test
    void aCaseIsNamedAfterTheResidentOnlyWhenThatDossierIsOpenForTheAssignerToo() {
        desk.actor = Desk.professional(Role.KCC);
        desk.caseOf(desk.fatima, "Wmo 2.3.2", Desk.TODAY.plusMonths(1), Section.CONTACT);
        desk.gave(desk.fatima);
        desk.gave(desk.jan);

        navigate(AssignmentsView.class);

        assertThat(handles("assignment")).hasSize(2);
        assertThat(screen()).contains("Fatima el Amrani").doesNotContain("Jan Postma");
    }

    @Test
    void nothingChosenGivesNothing() {
        desk.actor = Desk.professional(Role.KCC);
        find("7KQ4-M2XP");

        press("assign-send");

        assertThat(desk.assigned).isEmpty();
        assertThat(screen()).contains("Kies een collega.").contains("Kies een wet.");
    }

    @Test
    void ownDossiersAreGivenByNobody() {
        desk.actor = Desk.professional(Role.TM);

        find("AAAA-AAAA");

        assertThat(sees("own-dossier")).isTrue();
        assertThat(sees("assign-send")).isFalse();
        assertThat(desk.attempts).hasSize(1);
    }

    @Test
    void forOtherRolesThereIsNoSuchPage() {
        desk.actor = Desk.professional(Role.CM);

        UI.getCurrent().navigate(WorkspacePaths.ASSIGN);

        assertThat(screen()).contains("Deze pagina is er niet");
        assertThat(sees("find-submit")).isFalse();
    }

    private void find(String code) {
        navigate(AssignmentsView.class);
        fill("find-code", code);
        press("find-submit");
    }
}
