package nl.voorelkaar.dossier.procedure;

import java.util.Optional;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Role;

/** Who took a step. */
public sealed interface Author {

    /** Who took it in the resident's name; empty when the resident did in person, and for everybody else. */
    default Optional<Carer> carer() {
        return this instanceof Resident resident ? resident.through() : Optional.empty();
    }

    /**
     * The resident whose dossier it is.
     *
     * @param through who took the step in the resident's name; empty when the resident did in person
     */
    record Resident(Optional<Carer> through) implements Author {

        public Resident() {
            this(Optional.empty());
        }
    }

    /** @param name as it was when the step was taken */
    record Carer(PersonId person, String name) {

        @Override
        public String toString() {
            return "Carer[" + person + "]";
        }
    }

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
