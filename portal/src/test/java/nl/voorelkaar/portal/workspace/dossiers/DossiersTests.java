package nl.voorelkaar.portal.workspace.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.util.Set;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.Test;

class DossiersTests extends AtDesk {

    @Test
    void whatEndsFirstIsOnTop() {
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        desk.granted(desk.jan, Set.of(Right.READ), Desk.TODAY.plusDays(5), Section.WONEN);

        navigate(DossiersView.class);

        assertThat(handles("dossier-row")).hasSize(2);
        assertThat(screen().indexOf("Jan Postma")).isLessThan(screen().indexOf("Fatima el Amrani"));
        assertThat(screen()).contains("Stopt binnenkort").contains("nog 5 dagen");
    }

    @Test
    void aDossierWithTwoGroundsIsOneLineWithBoth() {
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        desk.caseOf(desk.fatima, "Wmo 2.3.2", Desk.TODAY.plusMonths(1), Section.MELDING);

        navigate(DossiersView.class);

        assertThat(handles("dossier-row")).hasSize(1);
        assertThat(screen())
                .contains("Wet: onderzoek na een melding (Wmo artikel 2.3.2) · Toestemming")
                .contains("5 november 2026");
    }

    @Test
    void standingInForAColleagueIsSaid() {
        desk.granted(
                desk.fatima,
                Desk.colleague("Anouk Meijer"),
                Set.of(Right.READ),
                Desk.TODAY.plusMonths(3),
                Section.GEZONDHEID);

        navigate(DossiersView.class);

        assertThat(screen()).contains("Toestemming, u valt in voor Anouk Meijer");
    }

    @Test
    void theFilterLeavesWhatMatches() {
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);
        desk.granted(desk.jan, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.WONEN);
        var view = navigate(DossiersView.class);

        view.filter("POST");

        assertThat(handles("dossier-row")).hasSize(1);
        assertThat(screen()).contains("Jan Postma").contains("1 van 2 dossiers").doesNotContain("Fatima");
    }

    @Test
    void namesAreAskedForOnceASession() {
        desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);

        navigate(DossiersView.class);
        navigate(DossiersView.class);

        assertThat(desk.listed).containsExactly(desk.fatima);
    }

    @Test
    void aRowLeadsToAnAddressThatNamesNobody() {
        var grant = desk.granted(desk.fatima, Set.of(Right.READ), Desk.TODAY.plusMonths(3), Section.GEZONDHEID);

        navigate(DossiersView.class);

        assertThat(((Anchor) handle("dossier-row")).getHref()).isEqualTo("/werkplek/dossiers/" + grant.id());
    }

    @Test
    void nothingOpenSaysHowADossierComesHere() {
        navigate(DossiersView.class);

        assertThat(screen()).contains("Er is nu geen dossier open voor u").contains("Vraag toegang");
    }

    @Test
    void aRoleThatNeverAsksIsNotSentToAsk() {
        desk.actor = Desk.professional(Role.FG);

        navigate(DossiersView.class);

        assertThat(screen()).contains("Er is nu geen dossier open voor u").doesNotContain("Vraag toegang");
    }
}
