package nl.voorelkaar.consent;

/** The function of a professional, from the claims of the staff login; abbreviations as in DOMAIN §2. */
public enum Role {
    /** Gespreksvoerder. */
    GSP,
    /** Casemanager, regisseur. */
    CM,
    /** Expert from the flexible pool. */
    SPEC,
    /** Worker of a care provider (aanbieder). */
    AANB,
    /** Desk (loket, klantcontactcentrum). */
    KCC,
    /** Mandated decider. */
    BES,
    /** Objection lawyer. */
    JUR,
    /** Complaint handler. */
    KLB,
    /** Team manager: figures only, and assigning cases. */
    TM,
    /** Privacy officer. */
    FG,
    /** Free, independent client supporter (cliëntondersteuner). */
    CO;

    /** Whether this role gives cases to colleagues: the team manager and the desk. */
    public boolean assignsCases() {
        return this == TM || this == KCC;
    }
}
