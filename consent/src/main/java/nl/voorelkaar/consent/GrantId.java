package nl.voorelkaar.consent;

import java.util.UUID;

/** One version of one grant. */
public record GrantId(UUID value) {

    public static GrantId of(String text) {
        return new GrantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
