package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a resident holds in hand: that their log is whole, to check without us ({@code src/docs/proof-format.md} §8–10).
 */
public interface Proofs {

    /** Every line before this moment is sealed; empty while none is. */
    Optional<Instant> completeUntil(Actor.Resident actor);

    /** The newest sealed line, as a code to keep; empty while none is sealed. */
    Optional<Stand> stand(Actor.Resident actor);

    /**
     * Writes that it was made, waits until that is sealed, and gives everything up to and with that line.
     *
     * @throws NotSealedYet when that takes too long; the line is written
     */
    Proof make(Actor.Resident actor);

    /**
     * The same, for somebody who may know of one permission only: tells the lines of that request or mandate and of
     * what was given on it, also who looked or acted by it. Of all others it holds no more than their hash: that they
     * are there, unchanged.
     *
     * @param about the request or the mandate
     * @param grants the versions of what was given
     * @throws NotSealedYet as {@link #make(Actor.Resident)}
     */
    Proof make(Actor.Resident actor, Handle about, Set<GrantId> grants);

    /** @param code fixes all lines up to this one */
    record Stand(long sequence, String code) {}

    /** @param json the archive, UTF-8 */
    record Proof(byte[] json, Instant made, Stand stand) {

        @Override
        public String toString() {
            return "Proof[" + stand.sequence + " lines]";
        }
    }

    /** Sealing is behind. */
    final class NotSealedYet extends RuntimeException {

        public NotSealedYet() {
            super("the newest lines are not sealed yet");
        }
    }
}
