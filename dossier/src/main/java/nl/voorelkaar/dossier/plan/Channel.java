package nl.voorelkaar.dossier.plan;

/** How somebody told it. Stored by name. */
public enum Channel {
    PORTAL,
    PHONE,
    DESK,
    LETTER
}
