package nl.voorelkaar.dossier.erasure;

/** Makes the destruction list. For the scheduler of the resident face. */
public interface Retention {

    /**
     * Lists what no rule keeps any longer, once a day, at most 1 000 dossiers for each rule. Idempotent; safe on
     * several nodes at once.
     *
     * @return how much was listed
     */
    int listRested();
}
