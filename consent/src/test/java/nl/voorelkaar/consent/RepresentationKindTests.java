package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Representation.Evidence.BRP;
import static nl.voorelkaar.consent.Representation.Evidence.COURT_DECISION;
import static nl.voorelkaar.consent.Representation.Evidence.REGISTER;
import static nl.voorelkaar.consent.Representation.Evidence.WRITTEN_POWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Representation.Evidence;
import nl.voorelkaar.consent.Representation.Kind;
import org.junit.jupiter.api.Test;

class RepresentationKindTests {

    @Test
    void mentorschapIsInNoPublicRegisterSoTheDecisionIsAskedFor() {
        assertThat(evidenceOf(Kind.MENTOR)).containsExactly(COURT_DECISION);
    }

    @Test
    void curateleAndBewindAreInTheRegisterAndInTheDecision() {
        assertThat(evidenceOf(Kind.CURATOR)).containsExactlyInAnyOrder(REGISTER, COURT_DECISION);
        assertThat(evidenceOf(Kind.BEWINDVOERDER)).containsExactlyInAnyOrder(REGISTER, COURT_DECISION);
    }

    @Test
    void gezagIsInTheBrpAndInTheDecision() {
        assertThat(evidenceOf(Kind.OUDER)).containsExactlyInAnyOrder(BRP, COURT_DECISION);
        assertThat(evidenceOf(Kind.VOOGD)).containsExactlyInAnyOrder(BRP, COURT_DECISION);
    }

    @Test
    void aVolmachtIsOnPaper() {
        assertThat(evidenceOf(Kind.GEVOLMACHTIGDE)).containsExactly(WRITTEN_POWER);
    }

    @Test
    void onlyGezagIsOverMinors() {
        assertThat(Arrays.stream(Kind.values()).filter(Kind::ofMinors)).containsExactly(Kind.OUDER, Kind.VOOGD);
    }

    private static Set<Evidence> evidenceOf(Kind kind) {
        return Arrays.stream(Evidence.values())
                .filter(evidence -> evidence.shows(kind))
                .collect(Collectors.toSet());
    }
}
