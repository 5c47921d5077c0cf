package nl.voorelkaar.dossier.erasure;

import java.time.Instant;
import nl.voorelkaar.consent.ResidentId;

/**
 * Something came of an erasure. Published in the transaction in which it did. Tells nothing of what it is.
 *
 * @param at when it erases, for what was asked; when it happened, otherwise
 */
public record ErasureChanged(ResidentId resident, ErasureId erasure, What what, Instant at) {

    public enum What {
        ASKED,
        KEPT,
        DONE
    }
}
