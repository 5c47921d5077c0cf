package nl.voorelkaar.dossier.procedure;

import java.time.Instant;

/**
 * A step that the clock takes. Recorded as taken at that moment, however late the work runs; until then the procedure's
 * own rules must look at the clock.
 *
 * @param state what the procedure is in from then on
 */
public record Alarm(Instant at, String verb, String state) {}
