package nl.voorelkaar.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;

/**
 * Reading and writing dossiers. Every operation asks the key broker first, which verifies who signed in, asks consent,
 * writes the ledger line, and only then releases keys. Every operation throws {@code AccessRefused} for what is not
 * allowed and for what does not exist, alike.
 */
public interface Dossiers {

    /** Every section that this actor may read now. One ledger line. */
    DossierView open(Actor actor, ResidentId resident);

    /** One section, or some. All or nothing. */
    DossierView open(Actor actor, ResidentId resident, Set<Section> sections);

    /** One entry as it is now. One ledger line. */
    Entry find(Actor actor, ResidentId resident, EntryId id);

    /**
     * Some sections as one line in time, newest date first. All or nothing. What is added, or removed, between two
     * pages shifts nothing.
     *
     * @param after the last entry of the page before; empty for the first page
     * @param size 1 to 200
     */
    Timeline page(Actor actor, ResidentId resident, Set<Section> sections, Optional<EntryId> after, int size);

    /**
     * What the asker of this request would see under these terms: the value that {@link #open} would give them, but for
     * the id of the grant, which is made when the resident says yes. One PREVIEWED line.
     *
     * @throws nl.voorelkaar.consent.ConsentRefused when the terms are wider than asked
     */
    DossierView preview(Actor.Resident actor, RequestId request, Terms terms);

    /**
     * What a carer would see of these sections, by a mandate until this day.
     *
     * @param adds whether the carer may add to them
     */
    DossierView preview(Actor.Resident actor, MandateId mandate, Set<Section> sections, boolean adds, LocalDate until);

    /** @param id chosen by the caller: adding twice with one id adds once and returns the first */
    Entry add(Actor actor, ResidentId resident, EntryId id, NewEntry entry);

    /**
     * Changes an entry that this actor wrote. The earlier version stays. In another section, to which this actor must
     * be allowed to add, the entry and its file are sealed anew under the key of that section.
     *
     * @throws EntryChanged when it is no longer at this version: nothing is overwritten
     */
    Entry edit(Actor actor, ResidentId resident, EntryId id, int version, NewEntry entry);

    /**
     * All versions, newest first; at most 100. A professional sees earlier versions of what that professional wrote,
     * and of what others wrote only the newest: what a resident took out is not shown after all, and a preview stays
     * true.
     */
    List<Entry> versions(Actor actor, ResidentId resident, EntryId id);

    /** Makes an earlier version the newest again, as a new version. */
    Entry restore(Actor actor, ResidentId resident, EntryId id, int version);

    /** Takes away an entry that this actor wrote. Can be undone for 30 days. Idempotent. */
    void remove(Actor actor, ResidentId resident, EntryId id);

    /** Brings back what was removed less than 30 days ago. Idempotent. */
    Entry undoRemove(Actor actor, ResidentId resident, EntryId id);

    /** Removed entries that can still be brought back; at most 100. */
    List<Entry> removed(Actor.Resident actor);

    /** Finds words in titles, texts and file names of one's own dossier, after decryption. At most 100. */
    List<Entry> search(Actor.Resident actor, String words);

    /** All of the own dossier, like {@link #page}. */
    Timeline timeline(Actor.Resident actor, Optional<EntryId> after, int size);

    record Timeline(List<Entry> entries, boolean more) {}

    /**
     * What happened to entries of these sections, oldest first to the millisecond, for a program that follows a
     * dossier. All or nothing; one READ line when there is something to tell, none when there is not: nothing was seen
     * then.
     *
     * <p>Guarantee: who goes on from {@link Changes#next} each time is told of everything. What happened in the last
     * minute may be told again. Not told: what an entry said, and changes of entries that were destroyed since.
     *
     * @param after where the answer before ended; empty to begin now
     * @param size 1 to 200
     */
    Changes changes(Actor actor, ResidentId resident, Set<Section> sections, Optional<ChangeId> after, int size);

    /**
     * @param version of the entry then
     * @param at when, by the clock of who changed it
     */
    record Change(ChangeId id, EntryId entry, Section section, int version, Kind kind, Instant at) {

        public enum Kind {
            ADDED,
            EDITED,
            REMOVED,
            RESTORED,
            /** It is in another section now. Who may read that one finds it there as added. */
            MOVED
        }
    }

    /**
     * @param next where to go on
     * @param more whether there is more already
     */
    record Changes(List<Change> changes, ChangeId next, boolean more) {}
}
