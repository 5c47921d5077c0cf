package nl.voorelkaar.dossier.seal;

import java.time.Instant;

/**
 * One seal, as the file itself tells.
 *
 * @param claimed the moment that the product wrote down; the timestamp, a moment later, is the proof
 * @param reason the declaration with the hash of the evidence
 */
public record Sealed(String place, String signer, String reason, Instant claimed) {

    @Override
    public String toString() {
        return "Sealed[" + place + "]";
    }
}
