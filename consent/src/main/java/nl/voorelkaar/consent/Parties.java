package nl.voorelkaar.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The register of professionals who ever signed in. */
public interface Parties {

    /** Records what the staff login said about this person. Idempotent. */
    void signedIn(Party party);

    /**
     * Records whose dossiers this professional may never open.
     *
     * @param own the professional as a resident
     * @param household the other members of the household
     */
    void related(PartyId party, Set<ResidentId> own, Set<ResidentId> household);

    /** The parties that are known among these ids; at most 500 ids a call. */
    Map<PartyId, Party> find(Collection<PartyId> ids);

    /**
     * Who of the actor's organisation can be given a case: everybody there who ever signed in, by name, without the
     * actor; at most 500.
     */
    List<Party> colleagues(Actor.Professional actor);

    /**
     * The pool of experts, of whichever organisation, who signed in before; by name, at most 500. Without the actor.
     */
    List<Party> experts(Actor.Professional actor);
}
