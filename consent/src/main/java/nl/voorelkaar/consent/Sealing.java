package nl.voorelkaar.consent;

import java.util.UUID;

/**
 * Encryption for what consent itself keeps: names, purposes, ledger bodies. The dossier's vault provides it.
 * Authenticated: what was changed, or moved to another owner or context, does not open.
 */
public interface Sealing {

    /**
     * @param owner whose key: a resident for {@link Kind#LEDGER}, any stable id for {@link Kind#DIRECTORY}
     * @param context names table, row and column, for instance {@code consent.request/<id>/purpose}; bound to the
     *     result
     */
    byte[] seal(Kind kind, UUID owner, String context, byte[] plaintext);

    /** @throws SecurityException when it does not open; it never says why */
    byte[] open(Kind kind, UUID owner, String context, byte[] sealed);

    /**
     * A keyed hash of a value, to find a row by what the database may not know: 32 bytes, the same for the same label
     * and value, on both faces. Whoever can call this can try values, so every use belongs behind a rate limit.
     */
    byte[] index(String label, String value);

    /**
     * Does what {@link #seal} would have to do first, such as making a key, so that it need not be done while a lock is
     * held or a connection is in use. Never needed for a right result.
     */
    default void prepare(Kind kind, UUID owner) {}

    enum Kind {
        /** The resident's audit key: both faces may seal, only the resident face opens. */
        LEDGER,
        /** Staff names and request texts: both faces. */
        DIRECTORY,
        /** What the register keeps of a resident, such as the BSN: the resident face only. */
        PROFILE
    }
}
