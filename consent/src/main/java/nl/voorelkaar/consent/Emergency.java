package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An emergency access (noodtoegang, DOMAIN §2.7) as it is now. Prints nothing of what people wrote.
 *
 * @param why the professional's words
 * @param statute the article behind the reason; empty where the vital interest alone is the ground (AVG 6 lid 1 d)
 * @param from when it opened; empty while only asked
 * @param until when it ends or ended; empty while only asked
 * @param delay that the privacy officer put off telling the resident
 * @param reviewBefore last moment for the review, exclusive; empty while it lasts
 * @param overdue whether that moment passed without an outcome
 */
public record Emergency(
        EmergencyId id,
        ResidentId resident,
        Party by,
        EmergencyReason reason,
        Optional<String> statute,
        Set<Section> sections,
        Justification why,
        State state,
        Instant askedAt,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Delay> delay,
        Optional<Instant> reviewBefore,
        boolean overdue,
        Optional<Review> review) {

    public Emergency {
        sections = Set.copyOf(sections);
    }

    @Override
    public String toString() {
        return "Emergency[" + id + ", " + state + "]";
    }

    public enum State {
        AANGEVRAAGD,
        ACTIEF,
        AFGELOPEN,
        IN_REVIEW,
        GERECHTVAARDIGD,
        ONTERECHT
    }

    /**
     * @param days 1 to 7, after the opening
     * @param why the privacy officer's words
     */
    public record Delay(Party by, int days, Justification why) {}

    /** @param outcome empty while the review goes on */
    public record Review(Party by, Optional<Outcome> outcome) {}

    public record Outcome(boolean justified, Instant at, Justification words) {}

    /** Whether it opens something at this moment. */
    public boolean open() {
        return state == State.ACTIEF;
    }
}
