package nl.voorelkaar.consent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Emergency access (noodtoegang, DOMAIN §2.7): {@code AANGEVRAAGD → ACTIEF → AFGELOPEN → IN_REVIEW → GERECHTVAARDIGD |
 * ONTERECHT}. Opens the least that the reason needs, to read, for hours; the resident is told, and the privacy officer
 * judges it afterwards.
 *
 * <p>Every method throws {@link AccessRefused} for what is not the actor's and for what does not exist, alike, and
 * {@link EmergencyRefused} when a rule forbids the step.
 */
public interface Emergencies {

    /** How long it opens, and how much an extension adds. */
    Duration LENGTH = Duration.ofHours(4);

    /** How long it lasts at most, extensions and all. */
    Duration LONGEST = Duration.ofHours(24);

    /** How long what was asked waits to be confirmed. */
    Duration TO_CONFIRM = Duration.ofHours(1);

    /** Working days for the review, after the day on which it ended. */
    int REVIEW_DAYS = 2;

    /** Days, after the opening, that telling the resident can be put off at most. */
    int LONGEST_DELAY = 7;

    /** After which the supervisor must have been told of a breach (AVG 33 lid 1). */
    Duration TO_REPORT = Duration.ofHours(72);

    /** Whether this role opens in an emergency. */
    boolean opens(Role role);

    /** What a reason opens at most. Never the resident's own part: no key of the workspace reaches that. */
    Set<Section> sections(EmergencyReason reason);

    /**
     * Opens nothing yet. One ledger line with reason and words. Own and household's dossiers are refused, and logged.
     */
    Emergency ask(Actor.Professional actor, EmergencyId id, ResidentId resident, NewEmergency asked);

    /**
     * Opens it, for somebody who signed in just now ({@link RecentLogin}). Idempotent.
     *
     * @throws EmergencyRefused among others with SIGN_IN_AGAIN
     */
    Emergency confirm(Actor.Professional actor, EmergencyId id);

    /** Four hours more from now, up to {@link #LONGEST} after the opening, for somebody who signed in just now. */
    Emergency extend(Actor.Professional actor, EmergencyId id, Justification why);

    /** Ends it at once; its keys go. Idempotent. */
    void end(Actor.Professional actor, EmergencyId id);

    /** This professional's own, newest first; at most 50. What was asked and not confirmed in time is left out. */
    List<Emergency> of(Actor.Professional actor);

    /** One of one's own, or any for the privacy officer. */
    Emergency find(Actor.Professional actor, EmergencyId id);

    /** For the privacy officer: all without an outcome, first those that are overdue; at most 200. */
    List<Emergency> toReview(Actor.Professional officer);

    /** For the privacy officer: all with an outcome, newest first; at most 200. */
    List<Emergency> reviewed(Actor.Professional officer);

    /**
     * Puts off telling the resident: no notice, no page and no line in the log until then; all of it after. Once, by
     * the privacy officer, for at most {@link #LONGEST_DELAY} days after the opening.
     */
    Emergency delay(Actor.Professional officer, EmergencyId id, int days, Justification why);

    /** Takes the review up. Never one's own use, nor that of one's own team. Idempotent for the same reviewer. */
    Emergency takeUp(Actor.Professional officer, EmergencyId id);

    /** Closes the review with words that the resident reads. What was not justified becomes a {@link Breach}. */
    Emergency judge(Actor.Professional officer, EmergencyId id, boolean justified, Justification words);

    /** For the privacy officer: open ones first, soonest end first; at most 200. */
    List<Breach> breaches(Actor.Professional officer);

    /** Writes down that the supervisor was told, or why not. Once. */
    void closeBreach(Actor.Professional officer, EmergencyId id, boolean reported, Justification words);

    /** Those that the resident is told of by now, newest first; at most 50. */
    List<Emergency> of(Actor.Resident actor);

    /** One that the resident is told of; empty for every other. */
    Optional<Emergency> find(Actor.Resident actor, EmergencyId id);
}
