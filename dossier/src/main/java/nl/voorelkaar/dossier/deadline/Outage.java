package nl.voorelkaar.dossier.deadline;

import java.time.Instant;

/**
 * A time in which people could not send anything through the portal. {@code until} is the first moment that they could.
 */
public record Outage(Instant from, Instant until) {

    public Outage {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("an outage ends after it began");
        }
    }
}
