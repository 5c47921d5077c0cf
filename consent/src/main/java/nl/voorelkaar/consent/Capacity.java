package nl.voorelkaar.consent;

/**
 * As what somebody acts for a resident. It claims nothing: whether it holds, and how far, is for the access decision to
 * say at each act, from what the database has at that moment.
 */
public sealed interface Capacity {

    /** An informal carer, by the resident's own choice (Awb 2:1). */
    record Mandated(MandateId mandate) implements Capacity {}

    /** By law: a parent with gezag, a voogd, a curator, a mentor, a bewindvoerder or a gevolmachtigde (DOMAIN §3.4). */
    record Represents(RepresentationId representation) implements Capacity {}
}
