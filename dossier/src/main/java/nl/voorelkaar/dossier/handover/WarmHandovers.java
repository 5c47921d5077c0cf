package nl.voorelkaar.dossier.handover;

import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;

/**
 * The words that go along when a case goes from one colleague to another, so that the resident tells the story once.
 * The resident reads them as well. Accepting and refusing is for {@link nl.voorelkaar.consent.Handovers}.
 */
public interface WarmHandovers {

    int LONGEST = 10_000;

    /**
     * Offers the case with a note. Twice with one id is once.
     *
     * @throws IllegalArgumentException when the note is blank or too long
     * @throws nl.voorelkaar.consent.AccessRefused when the actor has no case here in which they can take steps
     * @throws nl.voorelkaar.consent.HandoverRefused when another rule forbids it
     */
    Handover offer(Actor.Professional actor, HandoverId id, ResidentId resident, PartyId to, String note);

    /** @throws nl.voorelkaar.consent.AccessRefused when it is not there for this resident */
    String note(Actor.Resident actor, HandoverId id);

    /**
     * For who has the case now: the one before it was accepted, the other after.
     *
     * @throws nl.voorelkaar.consent.AccessRefused when the actor has not
     */
    String note(Actor.Professional actor, HandoverId id);
}
