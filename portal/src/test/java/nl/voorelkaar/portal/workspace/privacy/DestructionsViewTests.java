package nl.voorelkaar.portal.workspace.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.erasure.Destructions.Hold;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import nl.voorelkaar.portal.workspace.MemoryDestructions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DestructionsViewTests extends AtDesk {

    @Autowired
    private MemoryDestructions destructions;

    @Test
    void whatIsListedIsApprovedOrHeldWithoutANameInSight() {
        desk.actor = Desk.professional(Role.FG);
        look();
        assertThat(textOf("destruction-waiting"))
                .contains("15 jaar bewaren (Wmo 5.3.4)")
                .contains("Wacht op goedkeuring")
                .doesNotContain("Fatima");
        fill("destruction-hold-why", "jeugdwet");
        press("destruction-hold");
        assertThat(destructions.held).containsExactly(Hold.JEUGDWET);
        assertThat(textOf("destruction-waiting")).contains("Jeugdwet artikel 7.3.8");
        press("destruction-release");
        press("destruction-approve");
        assertThat(sees("destruction-approve")).isFalse();
        assertThat(textOf("destruction-waiting")).contains("Goedgekeurd door");
        destructions.finish();
        look();
        assertThat(textOf("destruction-over")).contains("Vernietigd");
        assertThat(sees("destruction-declaration")).isTrue();
        desk.actor = Desk.professional(Role.GSP);
        look();
        assertThat(screen()).contains("voor de teammanager en de toezichthouder privacy");
    }

    private void look() {
        UI.getCurrent().navigate("werkplek/privacy/vernietiging");
        roundTrip();
    }
}
