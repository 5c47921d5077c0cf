package nl.voorelkaar.dossier.procedure;

import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;

/** Who took a step. */
public sealed interface Author {

    /** The resident whose dossier it is. */
    record Resident() implements Author {}

    /** @param name as it was when the step was taken */
    record Professional(PartyId party, Role role, String name) implements Author {

        @Override
        public String toString() {
            return "Professional[" + party + "]";
        }
    }

    /** Nobody: a moment passed. */
    record Clock() implements Author {}
}
