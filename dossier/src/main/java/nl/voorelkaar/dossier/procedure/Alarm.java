package nl.voorelkaar.dossier.procedure;

import java.time.Instant;

/**
 * A step that the clock takes. Recorded as taken at that moment, however late the work runs; until then the procedure's
 * own rules must look at the clock.
 *
 * @param state what the procedure is in from then on
 * @param closes whether the procedure is over then, and asks nothing of anybody
 */
public record Alarm(Instant at, String verb, String state, boolean closes) {

    public Alarm(Instant at, String verb, String state) {
        this(at, verb, state, false);
    }
}
