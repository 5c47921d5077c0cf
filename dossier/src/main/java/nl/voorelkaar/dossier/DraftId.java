package nl.voorelkaar.dossier;

import java.util.UUID;

/** One draft. Tells nothing: it may stand in the address of a page. */
public record DraftId(UUID value) {

    /** @throws IllegalArgumentException when this is no id */
    public static DraftId of(String text) {
        return new DraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
