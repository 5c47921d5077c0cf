package nl.voorelkaar.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GroundTableTests extends Situation {

    @Autowired
    private GroundTable grounds;

    /** Fails on a row that was changed without a new day. */
    @Test
    void everyRowSaysSinceWhenItIsAsItIs() {
        assertThat(grounds.byLaw()).extracting(GroundTable.ByLaw::since).contains(LocalDate.of(2026, 11, 22));
        assertThat(grounds.byConsent()).extracting(GroundTable.ByConsent::since).contains(LocalDate.of(2026, 11, 22));
    }
}
