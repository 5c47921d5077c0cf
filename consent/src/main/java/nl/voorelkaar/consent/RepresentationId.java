package nl.voorelkaar.consent;

import java.util.UUID;

public record RepresentationId(UUID value) {

    public static RepresentationId of(String text) {
        return new RepresentationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
