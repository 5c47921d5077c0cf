package nl.voorelkaar.consent;

/** The one legal ground of an access (DOMAIN, rule 2). The resident sees it on every line of the log. */
public enum Grondslag {
    /** A live grant by the resident. */
    TOESTEMMING,
    /** A named statute and an assigned case. */
    WETTELIJKE_TAAK,
    /** Break-glass; where the reason has an article of its own, the access names that too. */
    VITAAL_BELANG,
    /** The resident in the resident's own dossier. */
    EIGEN_DOSSIER,
    /** Somebody acts for the resident, by the resident's mandate (Awb 2:1). */
    MACHTIGING,
    /** Somebody speaks for the resident by law: gezag, curatele, mentorschap, bewind or a volmacht (DOMAIN §3.4). */
    VERTEGENWOORDIGING
}
