package nl.voorelkaar.consent.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Every hash of the format, in one place: {@code src/docs/proof-format.md} §1–3. All are SHA-256, 32 bytes. */
public final class Hashes {

    public static final int LENGTH = 32;

    private static final byte[] STORED = "voorelkaar/stored/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LEDGER = "voorelkaar/ledger/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LEAF = {0};
    private static final byte[] INNER = {1};
    private static final byte[] LINK = {2};

    private Hashes() {}

    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] leaf(byte[] entry) {
        return sha256(LEAF, entry);
    }

    static byte[] inner(byte[] left, byte[] right) {
        return sha256(INNER, left, right);
    }

    /** Where the chain of a resident begins. */
    public static byte[] firstLink(UUID resident) {
        return sha256(LEDGER, bytes(resident));
    }

    public static byte[] link(byte[] previous, byte[] commitment, byte[] stored) {
        return sha256(LINK, previous, commitment, stored);
    }

    /** The print of a row as it is kept: whoever has the row and no key sees by it that the row is another. */
    public static byte[] stored(UUID resident, long sequence, UUID event, Instant at, byte[] commitment, byte[] body) {
        var micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
        return sha256(
                STORED,
                bytes(resident),
                ByteBuffer.allocate(8).putLong(sequence).array(),
                bytes(event),
                ByteBuffer.allocate(8).putLong(micros).array(),
                commitment,
                body);
    }

    /** 0 to 255: the log of a resident is this modulo the number of logs. */
    public static int slot(UUID resident) {
        return Byte.toUnsignedInt(sha256(bytes(resident))[0]);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
