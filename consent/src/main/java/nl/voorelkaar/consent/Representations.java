package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who speaks for whom by law (DOMAIN §3.4). The desk registers what it saw evidence of; nobody in the dossier gives or
 * stops it. Whether it carries an act is decided at each act, from the age on the day and the matter.
 */
public interface Representations {

    /** How long the desk may go without looking at the evidence again. */
    java.time.Period RECHECK_AFTER = java.time.Period.ofYears(1);

    /**
     * Registers who speaks for a resident. Of gezag this is the whole of it: who had gezag and is not named, no longer
     * has. Registering what is there already looks at the evidence anew, and makes no second entry.
     *
     * @return what now holds of this kind
     * @throws RepresentationRefused when the evidence does not show it, the age does not fit, or it is not this actor's
     *     to register
     */
    List<Representation> register(Actor.Professional actor, Registration registration);

    /**
     * The desk saw the evidence again: it holds for a year more. @throws RepresentationRefused when it is not this
     * actor's, or over
     */
    void seenAgain(Actor.Professional actor, ResidentId resident, RepresentationId id);

    /**
     * Of whom the desk must see the evidence within sixty days, or should have: soonest first, at most 100. Without
     * those of this actor's own household.
     *
     * @throws RepresentationRefused when it is not this actor's to look at
     */
    List<Recheck> toRecheck(Actor.Professional actor);

    /**
     * The register of persons says who has gezag over this resident. When that is somebody else than the desk wrote
     * down, the desk must see the evidence again from today on; until it did, or did not in time, it stays as it is.
     * Idempotent. Resident face only.
     *
     * @param holders all who have gezag; empty when the register cannot tell
     * @return whether the desk has to look
     */
    boolean gezagIsWith(ResidentId resident, Set<PersonId> holders);

    /** It is over, from now on. Idempotent. @throws RepresentationRefused when it is not this actor's to end */
    void end(Actor.Professional actor, ResidentId resident, RepresentationId id);

    /** What the desk sees of a resident: who speaks for them now. */
    List<Representation> at(Actor.Professional actor, ResidentId resident);

    /**
     * Who can now, by law, ask something about the data of this resident (UAVG 5 lid 4): for the privacy officer. Not
     * looked at: how old a minor is, which nobody at work can see here; from sixteen on a parent no longer asks, from
     * twelve on together.
     *
     * @param about the part that it is about; empty for all of it
     * @throws AccessRefused for every other role, and when the actor is related to the resident
     */
    List<Representation> whoMayAsk(Actor.Professional officer, ResidentId resident, Optional<Section> about);

    /** Who speaks for this resident, and who did; newest first, at most 100. Residents always see it. */
    List<Representation> of(Actor.Resident actor);

    /** For whom this person speaks now; at most 100. */
    List<Held> heldBy(Actor.Resident person);

    /** This person, speaking for that resident, in this browser tab. @return empty when they do not now */
    Optional<Actor.Acting> acting(Actor.Resident person, RepresentationId id);

    /**
     * @param name of who speaks
     * @param residentName of the resident; both as the desk wrote them
     */
    record Recheck(Representation representation, String name, String residentName) {

        @Override
        public String toString() {
            return "Recheck[" + representation.id() + "]";
        }
    }

    /** @param name of the resident, as the desk wrote it */
    record Held(Representation representation, String name) {

        @Override
        public String toString() {
            return "Held[" + representation.id() + "]";
        }
    }

    /**
     * @param speakers one or two; of gezag, all who have it
     * @param from the first day that it holds
     * @param lastDay empty when no end is known
     */
    record Registration(
            ResidentId resident,
            String residentName,
            LocalDate born,
            List<Speaker> speakers,
            Representation.Kind kind,
            Representation.Evidence evidence,
            LocalDate from,
            Optional<LocalDate> lastDay) {

        public Registration {
            speakers = List.copyOf(speakers);
        }

        @Override
        public String toString() {
            return "Registration[" + resident + ", " + kind + "]";
        }
    }

    record Speaker(PersonId person, String name) {

        @Override
        public String toString() {
            return "Speaker[" + person + "]";
        }
    }
}
