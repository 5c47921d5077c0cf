package nl.voorelkaar.consent;

import java.util.UUID;

/** One representation by law, as the desk registered it. */
public record RepresentationId(UUID value) {

    public static RepresentationId of(String text) {
        return new RepresentationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
