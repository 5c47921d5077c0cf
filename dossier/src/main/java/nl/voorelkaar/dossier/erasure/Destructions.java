package nl.voorelkaar.dossier.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;

/**
 * The destruction list of the municipal file. What no law keeps any longer is listed by the clock, approved by two
 * people of different roles, and erased then as everything is: key, data, proof. Shows no name and no content.
 *
 * <p>Nothing is listed while any procedure of that resident is open: a bezwaar, a klacht or a request keeps all of it.
 *
 * <p>All methods throw {@link nl.voorelkaar.consent.AccessRefused} for every role but those two, and
 * {@link nl.voorelkaar.dossier.procedure.StepRefused} with an {@link ErasureRefusal} when the rules say no.
 */
public interface Destructions {

    /** Newest first, at most 200. */
    List<Listed> list(Actor.Professional actor);

    /** The second of two different people makes it final. Idempotent for who approved it. */
    void approve(Actor.Professional actor, ErasureId id);

    /**
     * Legal hold: it is kept until the hold is lifted. For the privacy officer. What was approved is to be approved
     * anew.
     */
    void hold(Actor.Professional actor, ErasureId id, Hold why);

    /** Lifts the hold. For the privacy officer. */
    void release(Actor.Professional actor, ErasureId id);

    /** Who answers for the work, and who guards the law. */
    static boolean isFor(Role role) {
        return role == Role.TM || role == Role.FG;
    }

    /** Why something is kept longer. The names are stored. */
    enum Hold {
        /** Bezwaar, beroep or hoger beroep that runs elsewhere. */
        BEROEP,
        KLACHT_OF_CLAIM,
        /** It belongs to a file under the Jeugdwet: twenty years (Jeugdwet 7.3.8). */
        JEUGDWET,
        /** Care that needs it, or an important interest of somebody else (Wmo 5.3.4, 5.3.5). */
        ZORG_OF_BELANG
    }

    /**
     * @param lastChange of what is listed
     * @param approvedBy none, one or two
     * @param destroyed there when it is gone
     */
    record Listed(
            ErasureId id,
            KeepingRule rule,
            Erasure.State state,
            Instant lastChange,
            List<Approval> approvedBy,
            Optional<Hold> hold,
            Optional<Instant> endedAt,
            Optional<Erasure.Destroyed> destroyed) {

        public Listed {
            approvedBy = List.copyOf(approvedBy);
        }

        public boolean approvedBy(PartyId party) {
            return approvedBy.stream().anyMatch(approval -> approval.by().equals(party));
        }
    }

    record Approval(PartyId by, Instant at) {}
}
