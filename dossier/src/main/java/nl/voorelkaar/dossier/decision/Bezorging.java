package nl.voorelkaar.dossier.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a resident gets decisions in the portal (Awb 2:8): off until they say so themselves, changeable at any time.
 * Made of the resident's own steps only.
 *
 * @param inPortal whether they chose the portal
 * @param since when they chose last; empty when they never did
 */
public record Bezorging(boolean inPortal, Optional<Instant> since) {

    /** Nothing was chosen: letters. */
    public static final Bezorging LETTERS = new Bezorging(false, Optional.empty());
}
