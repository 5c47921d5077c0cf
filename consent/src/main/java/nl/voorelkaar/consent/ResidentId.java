package nl.voorelkaar.consent;

import java.util.UUID;

/** A resident and, one to one, that resident's dossier. Random; says nothing about the person. */
public record ResidentId(UUID value) {

    public static ResidentId of(String text) {
        return new ResidentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
