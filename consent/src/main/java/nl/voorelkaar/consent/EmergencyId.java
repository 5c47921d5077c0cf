package nl.voorelkaar.consent;

import java.util.UUID;

/** One emergency access, chosen by the caller: asking twice with one id asks once. */
public record EmergencyId(UUID value) {

    public static EmergencyId of(String text) {
        return new EmergencyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
