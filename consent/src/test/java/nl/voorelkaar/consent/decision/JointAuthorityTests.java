package nl.voorelkaar.consent.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.decision.JointAuthority.Outcome;
import org.junit.jupiter.api.Test;

class JointAuthorityTests {

    private static final PersonId MARIEKE = new PersonId(new UUID(1, 7));
    private static final PersonId RUUD = new PersonId(new UUID(1, 8));
    private static final PersonId GRANDMOTHER = new PersonId(new UUID(1, 9));
    private static final Set<PersonId> BOTH = Set.of(MARIEKE, RUUD);

    @Test
    void oneYesOfTwoWaits() {
        assertThat(JointAuthority.of(BOTH, Map.of(MARIEKE, true))).isEqualTo(Outcome.WAITS);
    }

    @Test
    void oneNoOfTwoWaitsForTheOtherAndOpensNothing() {
        assertThat(JointAuthority.of(BOTH, Map.of(RUUD, false))).isEqualTo(Outcome.WAITS);
    }

    @Test
    void twoTimesYesIsYes() {
        assertThat(JointAuthority.of(BOTH, Map.of(MARIEKE, true, RUUD, true))).isEqualTo(Outcome.AGREED);
    }

    @Test
    void twoTimesNoIsNo() {
        assertThat(JointAuthority.of(BOTH, Map.of(MARIEKE, false, RUUD, false))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void yesAndNoIsForAPerson() {
        assertThat(JointAuthority.of(BOTH, Map.of(MARIEKE, true, RUUD, false))).isEqualTo(Outcome.DISAGREED);
    }

    @Test
    void whoHasGezagAloneAnswersAlone() {
        assertThat(JointAuthority.of(Set.of(MARIEKE), Map.of(MARIEKE, true))).isEqualTo(Outcome.AGREED);
        assertThat(JointAuthority.of(Set.of(MARIEKE), Map.of(MARIEKE, false))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void anAnswerOfSomebodyWithoutGezagDoesNotCount() {
        assertThat(JointAuthority.of(Set.of(MARIEKE), Map.of(MARIEKE, true, RUUD, false)))
                .isEqualTo(Outcome.AGREED);
        assertThat(JointAuthority.of(BOTH, Map.of(MARIEKE, true, GRANDMOTHER, true)))
                .isEqualTo(Outcome.WAITS);
    }

    @Test
    void whereNobodyHasGezagNothingIsAgreed() {
        assertThat(JointAuthority.of(Set.of(), Map.of(GRANDMOTHER, true))).isEqualTo(Outcome.WAITS);
    }
}
