package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What happened to consent, published inside the transaction that did it: a listener that throws undoes it. Ids, enums
 * and days only, but for {@code by}: an {@link Actor.Resident} carries the assertion of a login, so that keys can be made
 * in the resident's name. These events are handled at once and never stored, queued or sent.
 */
public sealed interface ConsentEvent {

    ResidentId resident();

    /** A grant begins to hold: keys must be boxed for the grantee. {@code by} is the resident who just gave it. */
    record Granted(
            ResidentId resident,
            GrantId grant,
            PartyId to,
            Optional<TeamId> team,
            Set<Section> sections,
            LocalDate lastDay,
            Optional<GrantId> replaces,
            Actor.Resident by)
            implements ConsentEvent {}

    /** A grant ended by the resident: box and lease must be gone before the transaction commits. */
    record Stopped(ResidentId resident, GrantId grant, Set<Section> sections, Actor.Resident by)
            implements ConsentEvent {}

    record Paused(ResidentId resident, GrantId grant) implements ConsentEvent {}

    record Resumed(ResidentId resident, GrantId grant) implements ConsentEvent {}

    /** A grant ended by the clock. */
    record Expired(ResidentId resident, GrantId grant, LocalDate lastDay) implements ConsentEvent {}

    record Asked(ResidentId resident, RequestId request) implements ConsentEvent {}

    record Refused(ResidentId resident, RequestId request) implements ConsentEvent {}

    /** Fourteen days before a grant ends. */
    record EndsSoon(ResidentId resident, GrantId grant) implements ConsentEvent {}

    record Assigned(ResidentId resident, UUID assignment, PartyId to, Set<Section> sections, LocalDate lastDay)
            implements ConsentEvent {}

    /** A carer said yes to an invitation, and needs a key pair of their own before anything can be given. */
    record MandateAccepted(ResidentId resident, MandateId mandate, Actor.Resident carer) implements ConsentEvent {}

    /**
     * A mandate begins to hold, or holds for less than before: keys must be boxed for the carer. {@code by} is the resident
     * who just decided.
     *
     * @param keys of this version
     * @param replaces of the version before
     */
    record Mandated(
            ResidentId resident,
            MandateId mandate,
            GrantId keys,
            PersonId to,
            Set<Section> sections,
            LocalDate lastDay,
            Optional<GrantId> replaces,
            Actor.Resident by)
            implements ConsentEvent {}

    /** A mandate ended: box and lease must be gone before the transaction commits. */
    record MandateEnded(ResidentId resident, MandateId mandate, GrantId keys, PersonId to, Mandate.State how)
            implements ConsentEvent {}

    /** Thirty days before a mandate ends: for both. */
    record MandateEndsSoon(ResidentId resident, MandateId mandate, PersonId to) implements ConsentEvent {}

    record AssignmentEnded(ResidentId resident, UUID assignment) implements ConsentEvent {}
}
