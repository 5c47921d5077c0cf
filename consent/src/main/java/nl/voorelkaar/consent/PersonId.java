package nl.voorelkaar.consent;

import java.util.UUID;

/**
 * Somebody who signed in on the resident face, whether or not they have a dossier there. A type of its own, so that who
 * acts and whose dossier it is cannot be exchanged by mistake.
 */
public record PersonId(UUID value) {

    /** The same person as the owner of this dossier, who has or would have that dossier under this id. */
    public static PersonId of(ResidentId own) {
        return new PersonId(own.value());
    }

    /** The dossier that this person has, or would have. */
    public ResidentId own() {
        return new ResidentId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
