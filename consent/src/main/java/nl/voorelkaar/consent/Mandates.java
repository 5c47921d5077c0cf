package nl.voorelkaar.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Letting an informal carer act in one's name (DOMAIN §2.6). Inviting, confirming and changing are for the resident in
 * person, with a recent login ({@link RecentLogin}): nobody who acts for another can mandate further, so no method here
 * takes an {@link Actor.Acting} but the carer's own giving up.
 *
 * <p>Every change is decided by the clock and the database, written with its ledger line in one transaction, and
 * published as an event so that keys follow.
 */
public interface Mandates {

    /** How long a code can be used. */
    Duration CODE_VALID = Duration.ofDays(7);

    /** How long an accepted invitation waits for the resident. */
    Duration CONFIRM_WITHIN = Duration.ofDays(14);

    /** The longest that a mandate lasts. */
    Period LONGEST = Period.ofMonths(12);

    /** How long before the end both hear of it. */
    int REMIND_DAYS_BEFORE = 30;

    /**
     * Makes a single-use code. Asking twice with one id invites once.
     *
     * @throws MandateRefused when the login is too old, or there are too many open mandates
     */
    Invitation invite(Actor.Resident actor, MandateId id);

    /**
     * The same for somebody who helps with one thing (DOMAIN §2.4: companion, client supporter, interpreter): what was
     * named here cannot be changed later.
     *
     * @throws MandateRefused when the login is too old, or there are too many open mandates
     */
    Invitation invite(Actor.Resident actor, MandateId id, Boundary boundary);

    /**
     * Lets the person who accepted into the one thing that the invitation names, to read it. The keys are made before
     * this returns. It ends on that day, or with the thing when that is sooner.
     *
     * @throws MandateRefused as {@link #confirm}, and when the invitation was for no thing
     */
    Mandate confirmHelp(Actor.Resident actor, MandateId id, LocalDate lastDay, String name, ShownText shown);

    /**
     * The code again, while it can be used: to show or print. @throws AccessRefused when it is not there for this
     * resident
     */
    Optional<Invitation> invitation(Actor.Resident actor, MandateId id);

    /**
     * Accepts an invitation, as oneself: opens nothing yet. Accepting twice accepts once.
     *
     * @param code as typed: case, blanks and hyphens do not matter
     * @param name of the carer, as the identity provider gave it
     * @throws MandateRefused when the code cannot be used by this person; its reason says why in a way that tells a
     *     guesser nothing about codes that exist
     */
    Mandate accept(Actor.Resident carer, String code, String name);

    /**
     * Gives what the resident chose, to the person who accepted. The keys are made before this returns.
     *
     * @param name of the resident, for the carer to see for whom they act
     * @param shown here and below: the exact text that was confirmed, for the evidence
     * @throws MandateRefused when nobody accepted, nothing was chosen, the day is past or too far, or the login is too
     *     old
     */
    Mandate confirm(
            Actor.Resident actor,
            MandateId id,
            Set<MandateScope> scopes,
            LocalDate lastDay,
            Mandate.Digest digest,
            String name,
            ShownText shown);

    /** Less than before, at once. @throws MandateRefused when that is not less */
    Mandate narrow(Actor.Resident actor, MandateId id, Set<MandateScope> scopes, LocalDate lastDay, ShownText shown);

    /** The sections that these scopes let a carer read: what a preview shows. */
    Set<Section> opens(Set<MandateScope> scopes);

    /** How often the resident hears of it. */
    void digest(Actor.Resident actor, MandateId id, Mandate.Digest digest);

    /**
     * Stops at once and for good, also an invitation: the keys are gone when this returns. No reason asked. Idempotent.
     */
    void stop(Actor.Resident actor, MandateId id, ShownText shown);

    /**
     * The carer ends it; the keys are gone when this returns. Idempotent. @throws AccessRefused when it is not there
     */
    void giveUp(Actor.Resident carer, MandateId id, ShownText shown);

    /** All mandates of this resident, open ones first, then newest first; at most 100. */
    List<Mandate> of(Actor.Resident actor);

    /** @throws AccessRefused when it is not there for this resident */
    Mandate find(Actor.Resident actor, MandateId id);

    /** All evidence about this mandate, newest first. @throws AccessRefused when it is not there for this resident */
    List<ConsentRecord> records(Actor.Resident actor, MandateId id);

    /** Mandates that this person holds now, or accepted and waits for, by the resident's name; at most 100. */
    List<Mandate> heldBy(Actor.Resident carer);

    /**
     * This person, acting for the resident of that mandate, in this browser tab.
     *
     * @return empty when they hold no such mandate now; each act is decided again all the same
     */
    Optional<Actor.Acting> acting(Actor.Resident carer, MandateId id);

    /** @param code as shown, such as {@code 7KQ4-M2XP} */
    record Invitation(MandateId id, String code, Instant expiresAt) {

        @Override
        public String toString() {
            return "Invitation[" + id + "]";
        }
    }
}
