package nl.voorelkaar.dossier.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.PartyId;

/**
 * What a kind of procedure is, as a pure value: how its steps add up to where it stands.
 *
 * @param <A> where it stands: an immutable value, made of its steps only
 * @param <E> what can happen in it: a sealed interface of records that a JSON mapper can write and read
 */
public interface ProcedureType<A, E> {

    ProcedureKind kind();

    /** Before the first step. */
    A begin(Case of);

    A after(A before, Step<E> step);

    /** Every event by its verb. Verbs are stored in clear and are never reused: 1 to 40 of a-z and dashes. */
    Map<String, Class<? extends E>> verbs();

    /** The event for a verb of {@link #alarms}: what the clock does brings no text. */
    E byClock(String verb);

    /** The state to store in clear, for lists: 1 to 40 of A-Z and underscores. */
    String state(A now);

    /** Whether nothing more can happen. */
    boolean closed(A now);

    /** Until when the municipality, or the resident, has to act; for work lists. */
    Optional<LocalDate> due(A now);

    /** When the resident is expected somewhere; for the resident's own list. */
    default Optional<Instant> appointment(A now) {
        return Optional.empty();
    }

    /** What the clock will do if nothing happens before. */
    List<Alarm> alarms(A now);

    /** Whether a professional who starts it handles it from then on; otherwise it waits to be given to somebody. */
    default boolean handledByWhoStarts(A now) {
        return true;
    }

    /** Whether somebody else than who handles it has to decide now (Awb 7:5). */
    default boolean needsDecider(A now) {
        return false;
    }

    /** Who may not handle it or decide in it, such as the decider whose decision is objected to. */
    Set<PartyId> excluded(A now);
}
