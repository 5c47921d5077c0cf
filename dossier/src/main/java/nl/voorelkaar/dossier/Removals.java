package nl.voorelkaar.dossier;

/** Destroys for good what was removed and not brought back. For the scheduler of the resident face. */
public interface Removals {

    /**
     * Destroys entries, with all versions and files, that were removed 30 days ago or longer, by the clock. Idempotent;
     * safe to run on several nodes at once. Takes at most 1 000 dossiers a call.
     *
     * @return how many entries went
     */
    int purgeRemoved();
}
