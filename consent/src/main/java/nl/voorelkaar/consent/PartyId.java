package nl.voorelkaar.consent;

import java.util.UUID;

/** A named professional, derived from issuer and subject of the staff login; stable over logins. */
public record PartyId(UUID value) {

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
