package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that happened to a dossier, in order, sealed for its resident. Append-only. Each line has a gapless number
 * per resident and a salted commitment, so that lines can later be sealed into a public tree and erased without
 * breaking it.
 */
public interface Ledger {

    /**
     * Writes a line in the caller's transaction. Do this last: until the transaction ends, nobody else can write a line
     * for this resident.
     *
     * @throws IllegalStateException when there is none
     */
    void append(LedgerEvent event);

    /**
     * Writes a line in a transaction of its own that is committed when this returns: for refusals and failed attempts.
     *
     * @throws IllegalStateException when the caller's transaction already wrote a line for this resident: the two would
     *     wait for each other
     */
    default void appendNow(LedgerEvent event) {
        appendNow(List.of(event));
    }

    /** Like {@link #appendNow(LedgerEvent)}: all of these lines, or none. */
    void appendNow(List<LedgerEvent> events);

    /**
     * Newest first. Reading is itself a line, written once per sign-in: not for every page and every filter. Kinds and
     * parties are sealed, so filtering opens lines; one call opens at most 2 000 of them.
     *
     * <p>Lines about an emergency access of which telling was put off ({@link Emergencies#delay}) are left out until
     * then, and are there from then on.
     *
     * @throws SecurityException when a line does not open or is not what was committed to: the log was tampered with
     */
    Page read(Actor.Resident actor, Filter filter);

    /**
     * The log on paper, that the resident asked for at the desk: the line that says so was written when it was asked.
     * The same lines as {@link #read}. Resident face only: the other one opens no line.
     */
    Page forLetter(ResidentId resident, Filter filter);

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

    /**
     * @param lines those that match, newest first; may be fewer than asked, or none, while there is a {@code next}
     * @param next what to give as {@code before} for what follows; empty at the end of the log
     */
    record Page(List<LedgerLine> lines, Optional<Long> next) {

        public boolean more() {
            return next.isPresent();
        }
    }
}
