package nl.voorelkaar.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The key that a program sends along so that a repeated request is done once ({@code Idempotency-Key}). It becomes the
 * id of what is made, so that what was made is also what remembers it: nothing is stored beside it, and nothing
 * expires.
 */
record OnceOnly(String key) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    OnceOnly {
        if (key.isBlank() || key.length() > LONGEST) {
            throw new BadRequest(HEADER);
        }
    }

    /**
     * The id of what is made: a UUID of version 8 (RFC 9562).
     *
     * @param what is made, where and by whom: the same key elsewhere is another one
     */
    UUID idOf(Object... what) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var part : what) {
                hash.update(part.toString().getBytes(UTF_8));
                hash.update((byte) 0);
            }
            var bytes = hash.digest(key.getBytes(UTF_8));
            bytes[6] = (byte) (bytes[6] & 0x0f | 0x80);
            bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
            var id = ByteBuffer.wrap(bytes);
            return new UUID(id.getLong(), id.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key was used before, for something else. */
    static final class Reused extends RuntimeException {

        Reused() {
            super("key used before");
        }
    }
}
