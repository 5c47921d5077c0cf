package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that happened to a dossier, in order, sealed for its resident. Append-only. Each line has a gapless number
 * per resident and a salted commitment, so that lines can later be sealed into a public tree and erased without breaking
 * it.
 */
public interface Ledger {

    /** Writes a line in the caller's transaction. @throws IllegalStateException when there is none */
    void append(LedgerEvent event);

    /** Writes a line in a transaction of its own that is committed when this returns: for refusals and failed attempts. */
    void appendNow(LedgerEvent event);

    /** Newest first. Reading is itself a line, written once per page of a session at most. */
    Page read(Actor.Resident actor, Filter filter);

    /**
     * @param before only lines with a lower sequence; empty for the newest
     * @param size 1 to 200
     */
    record Filter(
            Set<LedgerEvent.Kind> kinds,
            Optional<PartyId> by,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<Long> before,
            int size) {

        public static Filter newest(int size) {
            return new Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), size);
        }
    }

    record Page(List<LedgerLine> lines, boolean more) {}
}
