package nl.voorelkaar.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Giving, narrowing, pausing and stopping (DOMAIN §2.5). Every change is decided by the clock and the database, written
 * with its ledger line in one transaction, and published as an event so that keys follow. Giving and stopping ask for a
 * recent login, see {@link RecentLogin}.
 */
public interface Grants {

    /**
     * Says yes to a request, with the same terms or narrower ones.
     *
     * @param shown the exact text that the resident confirmed
     * @return the grant; a second call for a request that was answered with yes returns that first grant
     * @throws ConsentRefused when the request is not open, the terms are wider than asked or too long, or the login is
     *     too old
     */
    Grant give(Actor.Resident actor, RequestId request, Terms terms, ShownText shown);

    /**
     * Less than before, at once; the answer is a new version.
     *
     * @param shown here and below: the exact text that the resident confirmed, for the evidence
     * @throws ConsentRefused when that is not less
     */
    Grant narrow(Actor.Resident actor, GrantId grant, Terms terms, ShownText shown);

    /** No reads until resumed. Idempotent. */
    void pause(Actor.Resident actor, GrantId grant, ShownText shown);

    /** Idempotent. @throws ConsentRefused when it has ended */
    void resume(Actor.Resident actor, GrantId grant, ShownText shown);

    /** Stops at once and for good: the keys are gone when this returns. No reason asked. Idempotent. */
    void stop(Actor.Resident actor, GrantId grant, ShownText shown);

    /** All grants of this resident, live ones first, then newest first; at most 200. */
    List<Grant> of(Actor.Resident actor);

    /** @throws AccessRefused when it is not there for this resident */
    Grant find(Actor.Resident actor, GrantId grant);

    /** Live grants for this professional, own ones and those of the team, soonest end first; at most 500. */
    List<Grant> heldBy(Actor.Professional actor);

    /**
     * How far a live grant for this professional, own or of the team, reaches; empty when it is not there for this
     * professional, or over.
     */
    Optional<Reach> held(Actor.Professional actor, GrantId grant);

    /** Which sections of whose dossier. */
    record Reach(ResidentId resident, Set<Section> sections) {}

    /** The newest evidence about this version. @throws AccessRefused when it is not there for this resident */
    ConsentRecord record(Actor.Resident actor, GrantId grant);

    /**
     * All evidence about one request and what came of it, newest first; empty when it is not there for this resident.
     */
    List<ConsentRecord> records(Actor.Resident actor, RequestId request);

    /** All evidence of this resident, newest first; at most 1 000. */
    List<ConsentRecord> records(Actor.Resident actor);
}
