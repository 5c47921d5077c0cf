package nl.voorelkaar.dossier.procedure;

import java.time.Instant;

/**
 * Something that happened.
 *
 * @param number 1 for the first; no gaps
 */
public record Step<E>(int number, StepId id, Instant at, Author by, E event) {

    @Override
    public String toString() {
        return "Step[" + number + "]";
    }
}
