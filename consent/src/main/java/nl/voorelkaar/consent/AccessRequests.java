package nl.voorelkaar.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asking for access, and answering (DOMAIN §2.5). */
public interface AccessRequests {

    /**
     * What this role may ever ask a resident for: the sections that only consent opens for it (DOMAIN §4). Empty for
     * roles that never ask.
     */
    Set<Section> askable(Role role);

    /**
     * What this professional may ask this resident for: the sections that only consent opens for the role (DOMAIN §4),
     * without those that an assigned case opens already. Says nothing about whether there is a dossier.
     *
     * @return empty when the role never asks, or when the dossier is the professional's own or of the household
     */
    Set<Section> askable(Actor.Professional actor, ResidentId resident);

    /**
     * Asks a resident. The answer is the same whether or not that resident has a dossier.
     *
     * @param id chosen by the caller: asking twice with one id asks once
     * @throws ConsentRefused when a rule forbids asking; see its reason
     */
    AccessRequest ask(Actor.Professional actor, RequestId id, NewRequest request);

    /** @throws ConsentRefused when it is no longer open */
    void withdraw(Actor.Professional actor, RequestId id);

    /** Open requests, oldest first; at most 100. */
    List<AccessRequest> open(Actor.Resident actor);

    /** What this resident said no to, newest first; at most 100. */
    List<AccessRequest> refused(Actor.Resident actor);

    /** One request to this resident, in any state. @throws AccessRefused when it is not there for this resident */
    AccessRequest find(Actor.Resident actor, RequestId id);

    /** What this professional asked, newest first; at most 500. */
    List<AccessRequest> asked(Actor.Professional actor);

    /** One request of this professional, in any state; empty when it is not there for this professional. */
    Optional<AccessRequest> asked(Actor.Professional actor, RequestId id);

    /**
     * Says no. Recorded; the professional sees only "niet gegeven". Idempotent.
     *
     * @param shown the exact text that the resident confirmed
     */
    void refuse(Actor.Resident actor, RequestId id, ShownText shown);
}
