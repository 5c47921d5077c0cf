package nl.voorelkaar.consent.due;

/** What the clock can do. The names are stored. */
public enum DueKind {
    REQUEST_LAPSES,
    GRANT_ENDS,
    GRANT_ENDS_SOON,
    CASE_ENDS,
    MANDATE_LAPSES,
    MANDATE_ENDS,
    MANDATE_ENDS_SOON,
    EMERGENCY_ENDS,
    EMERGENCY_TOLD,
    EMERGENCY_REVIEW,
    AGE_SOON,
    AGE_REACHED,
    REPRESENTATION_RECHECK,
    REPRESENTATION_LAPSES,
    MEASURE_CHANGED,
    CONSULT_ENDS,
    DIED
}
