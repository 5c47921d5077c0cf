package nl.voorelkaar.consent;

/** The two halves of every dossier (DOMAIN, rule 3). */
public enum Zone {
    /** The resident's own part: read by consent only, erased on request. */
    MIJN_DEEL,
    /** The municipal file: the college is controller (Wmo 5.1.1(7)); kept by law, not erased by withdrawing consent. */
    GEMEENTELIJK
}
