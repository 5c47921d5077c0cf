package nl.voorelkaar.dossier.erasure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;

/**
 * Erasing what is the resident's alone (AVG 17): parts of <i>Mijn deel</i>, by the resident in person and by nobody who
 * acts for them. First the key, then the data, then the proof; whatever comes between, the clock finishes it.
 *
 * <p>Others see nothing of it from the moment the resident asks. For {@link #REFLECTION} the resident can keep it after
 * all, or erase it at once. What came into those parts after it began to be erased is not touched.
 *
 * <p>Not guaranteed: anything about copies that somebody made before. The municipal file, the log, the proof of what
 * was consented to, and signed plans and decisions stay: the law keeps those.
 */
public interface Erasures {

    /** As long as one can think better of it. */
    Duration REFLECTION = Duration.ofDays(7);

    /**
     * Closes these parts to everybody else, and erases them after {@link #REFLECTION}. Asking twice with one id asks
     * once.
     *
     * @param sections of <i>Mijn deel</i>
     * @param shown the exact text that the resident confirmed, which says who can no longer see it
     * @throws nl.voorelkaar.dossier.procedure.StepRefused with an {@link ErasureRefusal}; nothing changed then
     * @throws AccessRefused when the login does not hold
     */
    Erasure ask(Actor.Resident actor, ErasureId id, Set<Section> sections, ShownText shown);

    /** Keeps it after all. What others could see stays closed to them until it is shared anew. Idempotent. */
    Erasure keep(Actor.Resident actor, ErasureId id);

    /** Erases now instead of later: gone when this returns. Idempotent. */
    Erasure hasten(Actor.Resident actor, ErasureId id);

    /** Newest first; at most 50. */
    List<Erasure> of(Actor.Resident actor);

    /** @throws AccessRefused when it is not there for this resident */
    Erasure find(Actor.Resident actor, ErasureId id);

    /**
     * Erases what is due, and finishes what was interrupted. For the scheduler; idempotent, safe on several nodes at
     * once.
     *
     * @return how many erasures were finished
     */
    int eraseDue();

    /**
     * Erases again what came back with an old copy of the main database: whatever the keystore says is destroyed.
     * Idempotent.
     *
     * @return for how many residents there was something
     */
    int reconcile();
}
