package nl.voorelkaar.dossier.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * Destroys keys for good. In three steps, each of which can be repeated: draw the line, destroy the parts in the
 * keystore, take the keys out of the main database. After the second, no copy of the main database opens what was
 * sealed before the line, with whatever keys, grants or branch keys; only a copy of the keystore from before it would,
 * as long as there is one.
 *
 * <p>Not guaranteed: anything about who copied content or a key before.
 */
public interface KeyDestruction {

    /**
     * What was sealed until here goes, and what is sealed from now on stays.
     *
     * @param lastEpochs by section; without sections that never had a key
     * @param lastRoot the last version of the root key of <i>Mijn deel</i> that goes; empty when it stays
     */
    record Line(Map<Section, Integer> lastEpochs, Optional<Integer> lastRoot) {

        public Line {
            lastEpochs = Map.copyOf(lastEpochs);
        }
    }

    /**
     * Starts new keys for what is written from now on; grants that are live get them. In the transaction and the row
     * scope of the caller.
     *
     * @param root whether all that hangs on the root key of <i>Mijn deel</i> goes too, such as what is still being
     *     typed
     */
    Line draw(ResidentId resident, Set<Section> sections, boolean root);

    /** Whose keys were destroyed until where, as the keystore remembers it for ever. */
    record Destroyed(ResidentId resident, Line line) {}

    /**
     * In the order of their ids, from after this one.
     *
     * @param most how many residents at most
     */
    List<Destroyed> destroyed(Optional<ResidentId> after, int most);

    /** In the keystore, in a transaction of its own, committed when this returns. Idempotent. */
    void destroy(ResidentId resident, Line line);

    /**
     * Takes what is left of the keys out of the main database. In the transaction and the row scope of the caller.
     * Idempotent.
     *
     * @return how many keys went now
     */
    int clear(ResidentId resident, Line line);
}
