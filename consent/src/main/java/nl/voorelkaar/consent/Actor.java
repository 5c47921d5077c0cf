package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * Who acts, as the login established it. An actor proves nothing by itself: the key broker verifies the assertion again
 * before it releases a key.
 */
public sealed interface Actor {

    /** How sure the identity provider was of this login. */
    AssuranceLevel level();

    /** When the person last proved who they are (the {@code auth_time} claim). */
    Instant signedInAt();

    Assertion assertion();

    /** A resident in their own dossier. */
    record Resident(ResidentId id, AssuranceLevel level, Instant signedInAt, Assertion assertion) implements Actor {}

    /**
     * Somebody who acts for a resident, signed in as themselves. They may have no dossier of their own; what they have
     * of their own is not in reach here: only the dossier of {@code resident} is.
     *
     * @param person who signed in
     * @param resident for whom they act
     * @param capacity as what
     */
    record Acting(
            PersonId person,
            ResidentId resident,
            Capacity capacity,
            AssuranceLevel level,
            Instant signedInAt,
            Assertion assertion)
            implements Actor {}

    /** A professional, named and in one role. */
    record Professional(
            PartyId id,
            Role role,
            OrganisationId organisation,
            Optional<TeamId> team,
            AssuranceLevel level,
            Instant signedInAt,
            Assertion assertion)
            implements Actor {}
}
