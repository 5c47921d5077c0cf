package nl.voorelkaar.dossier.procedure;

import nl.voorelkaar.consent.PartyId;

/** That somebody gave a case back. The reason is a code: who assigns reads it, and has no key for words. */
public record HandedBack(PartyId by, Why why) {

    /** Why somebody gives a case back. */
    public enum Why {
        NO_TIME,
        AWAY,
        OTHER_FIELD,
        /** Knows the resident, or has something else to do with the matter. */
        TOO_CLOSE,
        /** Not by the professional: the resident does not want this person. */
        REFUSED_BY_RESIDENT
    }
}
