package nl.voorelkaar.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TeamIdTests {

    @Test
    void teamsOfOneNameInTwoOrganisationsAreTwoTeams() {
        var here = TeamId.of(new OrganisationId("gemeente-voorbeeldstad"), "team-noord");
        var elsewhere = TeamId.of(new OrganisationId("zorg-voorbeeld"), "team-noord");

        assertThat(here).isNotEqualTo(elsewhere);
        assertThat(here).isEqualTo(TeamId.of(new OrganisationId("gemeente-voorbeeldstad"), "team-noord"));
    }

    @Test
    void aTeamCannotNameItselfIntoAnotherOrganisation() {
        assertThatThrownBy(() -> TeamId.of(new OrganisationId("zorg-voorbeeld"), "gemeente-voorbeeldstad/team-noord"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
