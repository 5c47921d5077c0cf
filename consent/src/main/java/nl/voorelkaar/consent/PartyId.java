package nl.voorelkaar.consent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A named professional, derived from issuer and subject of the staff login; stable over logins. */
public record PartyId(UUID value) {

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    /**
     * The id of who signed in: a UUID of version 8 (RFC 9562) from the SHA-256 of {@code issuer|subject}.
     *
     * @param issuer {@code iss} of the ID token
     * @param subject {@code sub} of the ID token
     */
    public static PartyId ofLogin(String issuer, String subject) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((issuer + "|" + subject).getBytes(StandardCharsets.UTF_8));
            hash[6] = (byte) (hash[6] & 0x0f | 0x80);
            hash[8] = (byte) (hash[8] & 0x3f | 0x80);
            var bytes = ByteBuffer.wrap(hash);
            return new PartyId(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
