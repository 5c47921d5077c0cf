package nl.voorelkaar.consent;

import java.util.UUID;

/** One thing that a resident did outside the portal, as the desk wrote it down. */
public record DeskActId(UUID value) {

    public static DeskActId of(String text) {
        return new DeskActId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
