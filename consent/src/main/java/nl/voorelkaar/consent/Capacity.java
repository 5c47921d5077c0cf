package nl.voorelkaar.consent;

/**
 * As what somebody acts for a resident. It claims nothing: whether it holds, and how far, is for the access decision to say
 * at each act, from what the database has at that moment.
 */
public sealed interface Capacity {

    /** An informal carer, by the resident's own choice (Awb 2:1). */
    record Mandated(MandateId mandate) implements Capacity {}
}
