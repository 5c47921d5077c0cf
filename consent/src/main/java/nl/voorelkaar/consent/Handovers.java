package nl.voorelkaar.consent;

import java.time.Duration;
import java.util.List;

/**
 * Handing a case over to a colleague. All that one holds of a resident goes along, and in one transaction: who takes
 * over opens, who hands over does not any more, and keeps nothing. The resident sees it, and may refuse a person by
 * name. What is written about it is for the dossier to keep.
 */
public interface Handovers {

    /** How long an offer waits for the colleague. */
    Duration ACCEPT_WITHIN = Duration.ofDays(14);

    /**
     * Offers all that the actor holds of this resident by law; opens and closes nothing yet. Offering twice with one id
     * offers once.
     *
     * @throws HandoverRefused with the rule that forbids it
     */
    Handover offer(Actor.Professional actor, HandoverId id, ResidentId resident, PartyId to);

    /** Taken back by who offered, while nobody accepted. Idempotent. */
    void withdraw(Actor.Professional actor, HandoverId id);

    /** The colleague does not take it. Idempotent. */
    void decline(Actor.Professional actor, HandoverId id);

    /**
     * The colleague takes over: their keys are within reach, and the other's are gone, when this returns. Twice is
     * once.
     *
     * @throws HandoverRefused when it ended, or may no longer go to this person
     */
    Handover accept(Actor.Professional actor, HandoverId id);

    /**
     * The resident does not want the person that it goes, or went, to. Who manages the team gives it to somebody else,
     * and cannot give it to this person again. Nobody asks for a reason. Idempotent.
     *
     * @throws HandoverRefused when it never went to that person
     */
    Handover refusePerson(Actor.Resident actor, HandoverId id);

    /** Newest first; at most 50. */
    List<Handover> of(Actor.Resident actor);

    /** @throws AccessRefused when it is not there for this resident */
    Handover find(Actor.Resident actor, HandoverId id);

    /** From or to this professional, newest first; at most 50. */
    List<Handover> of(Actor.Professional actor);

    /** @throws AccessRefused when it is not theirs */
    Handover find(Actor.Professional actor, HandoverId id);
}
