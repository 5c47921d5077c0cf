package nl.voorelkaar.dossier.vault;

/**
 * Finds a row by a value that the database may not know. The index is a keyed hash (HMAC-SHA-256) whose key only the
 * key custody has.
 *
 * <p>Guarantee: without that key an index says nothing about the value, and indexes with different labels cannot be
 * compared. Not guaranteed: whoever can call this can try values; there are few BSNs, so every use belongs behind a
 * rate limit.
 */
public interface BlindIndex {

    String BSN = "bsn/v1";
    /** Of {@code issuer|subject} of a resident's login. */
    String SUBJECT = "subject/v1";
    /** Of a share code. */
    String SHARE_CODE = "share-code/v1";
    /** Of a code for somebody at home. */
    String HOUSEHOLD_CODE = "household-code/v1";

    /** @return 32 bytes, the same for the same label and value */
    byte[] index(String label, String value);
}
