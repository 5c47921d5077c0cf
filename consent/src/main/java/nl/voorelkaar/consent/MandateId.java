package nl.voorelkaar.consent;

import java.util.UUID;

/** One mandate, whatever its versions. */
public record MandateId(UUID value) {

    public static MandateId of(String text) {
        return new MandateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
