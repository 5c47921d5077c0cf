package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who works on whose case by law. */
public interface CaseAssignments {

    /** The statutes under which a case can be assigned, in the order to offer them. */
    List<String> statutes();

    /** Whether a case under this statute can be given to somebody in this role. */
    boolean isTaskOf(String statute, Role role);

    /**
     * Assigns a case. Only a team manager (TM) or the desk (KCC) assigns, never to themselves.
     *
     * @param statute one of the statutes that the product knows, such as {@code Wmo 2.3.2}
     * @throws AccessRefused when the actor may not assign, or the assignee is related to the resident
     */
    CaseAssignment assign(Actor.Professional actor, ResidentId resident, PartyId to, String statute, LocalDate until);

    /**
     * Gives the desk (KCC) the writing of one melding for this resident, until the end of today: the only case that
     * somebody takes for themselves. Opens the section of meldingen and nothing else, and lets nobody read there.
     *
     * @throws AccessRefused for every other role, and when the actor is related to the resident
     */
    CaseAssignment takeIn(Actor.Professional actor, ResidentId resident);

    /** The same, with an id that the caller chose: a version 7 UUID of this moment, never used before. */
    CaseAssignment assign(
            Actor.Professional actor, UUID id, ResidentId resident, PartyId to, String statute, LocalDate until);

    /**
     * Gives the privacy officer (FG) a request of this resident about their data: nobody gives it to them, so that
     * nobody chooses who looks into it (AVG 38 lid 3). Opens what is kept of such requests and nothing else.
     *
     * @param id a version 7 UUID of this moment, never used before
     * @param until the last day, at most a year from now
     * @throws AccessRefused for every other role, and when the actor is related to the resident
     */
    CaseAssignment takeUp(Actor.Professional actor, UUID id, ResidentId resident, LocalDate until);

    /** Ends an assignment at once; its keys go. */
    void end(Actor.Professional actor, UUID assignment);

    /** Statutory access that exists now to this resident's dossier, for "Wie kan mijn gegevens zien?". */
    List<CaseAssignment> of(Actor.Resident actor);

    /** Cases of this professional that are open now; at most 500. */
    List<CaseAssignment> heldBy(Actor.Professional actor);

    /** A case of this professional that is open now; empty when it is not there for this professional, or over. */
    Optional<CaseAssignment> held(Actor.Professional actor, UUID assignment);

    /** Cases that this actor assigned and that hold now, soonest end first; at most 500. */
    List<CaseAssignment> assignedBy(Actor.Professional actor);
}
