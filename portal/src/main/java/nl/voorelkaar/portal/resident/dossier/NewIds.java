package nl.voorelkaar.portal.resident.dossier;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import nl.voorelkaar.dossier.EntryId;

/** Ids that the screen chooses, so that doing something twice does it once: UUID version 7 (RFC 9562 §5.7). */
final class NewIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private NewIds() {}

    static EntryId entry(Instant now) {
        var high = now.toEpochMilli() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        var low = RANDOM.nextLong() >>> 2 | 0x8000000000000000L;
        return new EntryId(new UUID(high, low));
    }
}
