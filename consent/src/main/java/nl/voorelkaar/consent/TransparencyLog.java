package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is published of the ledger: trees of hashes that say nothing about anybody, and by which everybody can see that
 * nothing was taken away or changed later ({@code src/docs/proof-format.md} §7).
 */
public interface TransparencyLog {

    /** Hashes in a whole tile. */
    int WHOLE = 256;

    /** The level of the entries themselves. */
    int ENTRIES = -1;

    List<PublishedLog> logs();

    List<Witness> witnesses();

    /** For people to compare the keys by; empty before the first start of a sequencer. */
    Optional<String> keyPrint();

    /** The newest checkpoint as a signed note; empty while the log is, or does not exist. */
    Optional<String> checkpoint(int log);

    /**
     * @param level 0 and up, or {@link #ENTRIES}
     * @param width 1 to {@link #WHOLE}
     * @return that many hashes of 32 bytes; empty when there are not so many
     */
    Optional<byte[]> tile(int log, int level, long number, int width);

    /** How sealing goes. */
    Status status();

    /**
     * @param prefix where it is published
     * @param ed25519 a C2SP verifier key
     * @param mlDsa44 a C2SP verifier key
     */
    record PublishedLog(int number, String origin, String prefix, String ed25519, String mlDsa44) {}

    /** @param key a C2SP verifier key */
    record Witness(String name, String key) {}

    /**
     * @param running whether some node seals each log
     * @param behindSince since when the oldest line waits that waits too long
     */
    record Status(boolean running, Optional<Instant> behindSince) {

        public boolean good() {
            return running && behindSince.isEmpty();
        }
    }
}
