package nl.voorelkaar.consent.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.voorelkaar.consent.RateLimits.Limit;
import org.junit.jupiter.api.Test;

class TurnBucketsTests {

    private static final UUID ANOUK = new UUID(2, 1);
    private static final UUID BRAM = new UUID(2, 2);

    private Instant now = Instant.parse("2026-10-05T07:00:00Z");
    private final InstantSource source = () -> now;
    private final TurnBuckets limits = new TurnBuckets(source.withZone(ZoneOffset.UTC));

    private void useUp(Limit limit, UUID who) {
        for (var turn = 0; turn < limit.turns(); turn++) {
            assertThat(limits.take(limit, who)).isTrue();
        }
        assertThat(limits.take(limit, who)).isFalse();
    }

    @Test
    void everybodyHasTheirOwnTurnsForEveryLimit() {
        useUp(Limit.CODE_REDEMPTION, ANOUK);

        useUp(Limit.CODE_REDEMPTION, BRAM);
        useUp(Limit.BSN_LOOKUP, ANOUK);
        useUp(Limit.REQUEST, ANOUK);
    }

    @Test
    void turnsComeBackEvenlyByTheProductsClock() {
        useUp(Limit.CODE_REDEMPTION, ANOUK);

        now = now.plus(Duration.ofMinutes(1));
        assertThat(limits.take(Limit.CODE_REDEMPTION, ANOUK)).isTrue();
        assertThat(limits.take(Limit.CODE_REDEMPTION, ANOUK)).isFalse();
        now = now.plus(Limit.CODE_REDEMPTION.period());
        useUp(Limit.CODE_REDEMPTION, ANOUK);
    }

    @Test
    void aTurnThatIsGivenBackCanBeTakenAgainAndNoneIsWon() {
        limits.giveBack(Limit.CODE_REDEMPTION, ANOUK);
        useUp(Limit.CODE_REDEMPTION, ANOUK);

        limits.giveBack(Limit.CODE_REDEMPTION, ANOUK);

        assertThat(limits.take(Limit.CODE_REDEMPTION, ANOUK)).isTrue();
        assertThat(limits.take(Limit.CODE_REDEMPTION, ANOUK)).isFalse();
    }

    @Test
    void aClockSetBackwardsLocksNobodyOut() {
        now = now.plus(Duration.ofDays(1));
        useUp(Limit.CODE_REDEMPTION, ANOUK);

        now = now.minus(Duration.ofDays(1));

        useUp(Limit.CODE_REDEMPTION, ANOUK);
    }
}
