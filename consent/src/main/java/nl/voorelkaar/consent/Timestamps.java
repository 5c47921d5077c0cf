package nl.voorelkaar.consent;

import java.time.Instant;

/** Proof by somebody else that something existed at a moment (RFC 3161). The dossier's seal provides it. */
public interface Timestamps {

    /**
     * @param sha256 of what is stamped, 32 bytes
     * @throws RuntimeException when there is no right timestamp now: nobody answers, or the answer is wrong
     */
    Stamp stamp(byte[] sha256);

    /** @param token a TimeStampToken, DER */
    record Stamp(byte[] token, Instant at) {}
}
