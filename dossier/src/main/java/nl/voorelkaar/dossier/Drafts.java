package nl.voorelkaar.dossier;

import java.time.Duration;
import java.util.List;
import nl.voorelkaar.consent.Actor;

/**
 * Typed text that is not saved yet, so that a reload, another language or the end of a session loses nothing. Each
 * window has a draft of its own: a draft never takes the place of another one, nor of anything that was saved.
 *
 * <p>Guarantee: sealed under the resident's own root key, to which no grant, no case and no other face leads; opens for
 * this resident only, and not when moved or changed. Nothing is written in the ledger: a draft is not in the dossier,
 * and nobody else can see it. Not guaranteed: the size of a draft, its form and the time of the last keystroke are
 * visible in the database.
 */
public interface Drafts {

    /** In bytes of UTF-8, all fields together. */
    int LARGEST = 256 * 1024;

    /** Of one resident. */
    int MOST = 50;

    /** Since it was kept last; then it is destroyed. */
    Duration KEPT = Duration.ofDays(30);

    /**
     * What this resident typed in this form and did not save, newest first.
     *
     * @throws SecurityException when one does not open: the database was tampered with
     */
    List<Draft> of(Actor.Resident actor, FormKey form);

    /** What this resident typed last, in whichever form. */
    List<Draft> newest(Actor.Resident actor, int most);

    /**
     * Keeps what is typed now, instead of what this draft held before.
     *
     * @return the draft as it is kept: give that one the next time
     * @throws DraftRefused when it is not kept
     */
    Draft keep(Actor.Resident actor, Draft draft);

    /** For what was saved, or is not wanted any more. Destroys it at once. Idempotent. */
    void discard(Actor.Resident actor, DraftId id);

    /**
     * Destroys drafts that were kept last {@link #KEPT} ago or longer, by the clock. Idempotent; for the scheduler of
     * the resident face. Takes at most 1 000 residents a call.
     *
     * @return how many went
     */
    int sweep();
}
