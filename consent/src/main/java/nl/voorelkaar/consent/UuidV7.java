package nl.voorelkaar.consent;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that sort by time (RFC 9562, version 7): 48 bits of milliseconds and 74 random bits. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    /** The least id that can be made from this millisecond on. */
    public static UUID first(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L);
    }

    public static UUID at(Instant time) {
        var high = time.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(1 << 12);
        var low = 0x8000000000000000L | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
