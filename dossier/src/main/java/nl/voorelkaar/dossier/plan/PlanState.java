package nl.voorelkaar.dossier.plan;

/** Where a plan stands (DOMAIN §2.2). */
public enum PlanState {
    CONCEPT,
    TER_ONDERTEKENING,
    DEELS_ONDERTEKEND,
    IN_BEDENKTERMIJN,
    DEFINITIEF,
    NIET_AKKOORD,
    HERROEPEN,
    IN_EVALUATIE,
    /** Being changed after an evaluation; what was final before stays what was agreed until the new version is. */
    BIJGESTELD,
    AFGESLOTEN;

    /** Whether its text can be changed. */
    public boolean writable() {
        return this == CONCEPT || this == BIJGESTELD;
    }

    /** Whether a frozen version waits for signatures. */
    public boolean waitsForSignatures() {
        return this == TER_ONDERTEKENING || this == DEELS_ONDERTEKEND;
    }
}
