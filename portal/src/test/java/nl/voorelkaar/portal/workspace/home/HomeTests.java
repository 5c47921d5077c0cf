package nl.voorelkaar.portal.workspace.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Set;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.Test;

class HomeTests extends AtDesk {

    @Test
    void aFreshYesAndAnEndThatIsNearNeedMeNow() {
        desk.granted(desk.jan, Set.of(Right.READ), Desk.TODAY.plusDays(14), Section.WONEN);

        navigate(HomeView.class);

        assertThat(handles("need")).hasSize(2);
        assertThat(screen())
                .contains("Jan Postma: u mag dit dossier nu lezen")
                .contains("Jan Postma: uw toegang stopt over 14 dagen");
    }

    @Test
    void anEndThatIsFarAwayDoesNot() {
        desk.caseOf(desk.jan, "Wmo 2.3.2", Desk.TODAY.plusDays(15), Section.MELDING);

        navigate(HomeView.class);

        assertThat(handles("need")).isEmpty();
        assertThat(screen()).contains("Er ligt nu niets voor u klaar").contains("1 dossier open voor u");
    }

    @Test
    void aRequestThatLapsesSoonNeedsMe() {
        desk.request(desk.jan, AccessRequest.State.AANGEVRAAGD, Period.ofDays(12), Section.WONEN);
        desk.request(desk.fatima, AccessRequest.State.AANGEVRAAGD, Period.ofDays(1), Section.WONEN);

        navigate(HomeView.class);

        assertThat(handles("need")).hasSize(1);
        assertThat(screen())
                .contains("2 verzoeken wachten op antwoord")
                .contains("Uw verzoek van woensdag 23 september 2026 om 9.00 uur verloopt op")
                .contains("Doel: Hulp in huis regelen die bij u past. · Gevonden met het BSN")
                .doesNotContain("Jan Postma");
    }

    @Test
    void aRoleWithoutDossiersGetsACalmExplanation() {
        desk.actor = Desk.professional(Role.FG);

        navigate(HomeView.class);

        assertThat(sees("find-submit")).isFalse();
        assertThat(screen()).contains("Met uw functie opent u geen dossiers");
    }

    @Test
    void aTeamManagerStartsFromAssigning() {
        desk.actor = Desk.professional(Role.TM);

        navigate(HomeView.class);

        assertThat(sees("find-submit")).isFalse();
        assertThat(screen()).contains("Zaken toewijzen");
    }
}
