package nl.voorelkaar.dossier;

import java.util.UUID;

/** One entry of a dossier. */
public record EntryId(UUID value) {

    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
