package nl.voorelkaar.dossier.vault;

/**
 * Keyed hashes by which something can be found again without being stored. Deterministic per kind and value; the key never
 * leaves the custody.
 *
 * <p>Guarantee: without the key, an index tells nothing about its value, and indexes of two kinds cannot be compared.
 * Non-guarantee: whoever can call this can test guesses, so callers limit how often they ask.
 */
public interface BlindIndex {

    /** @return 32 bytes */
    byte[] of(Kind kind, String value);

    enum Kind {
        BSN,
        /** Issuer and subject of a login. */
        SUBJECT,
        SHARE_CODE
    }
}
