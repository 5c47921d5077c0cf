package nl.voorelkaar.dossier.plan;

/** What the resident wants with the application, chosen when signing. Stored by name. */
public enum Apply {
    /** File it at once. */
    NOW,
    /** File it when the time to come back on the signature is over; can be stopped before. */
    AFTER,
    NOT_YET
}
