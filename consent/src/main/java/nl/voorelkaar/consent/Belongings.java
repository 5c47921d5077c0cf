package nl.voorelkaar.consent;

import java.util.Optional;

/**
 * Says whose something is, for the ledger only: what comes out of here is never told to whoever asked for the thing.
 * Each module answers for what it keeps.
 */
public interface Belongings {

    /** Empty when this module keeps nothing under that handle. */
    Optional<ResidentId> owner(Handle handle);
}
