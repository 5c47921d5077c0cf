package nl.voorelkaar.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What happened to consent, published inside the transaction that did it: a listener that throws undoes it. Ids, enums
 * and days only, but for {@code by}: an {@link Actor} carries the assertion of a login, so that keys can be made in
 * that person's name. These events are handled at once and never stored, queued or sent.
 */
public sealed interface ConsentEvent {

    ResidentId resident();

    /**
     * A grant begins to hold: keys must be boxed for the grantee. {@code by} just gave it: the resident, or who speaks
     * for them; with a {@code letter}, {@code by} wrote it down and the code in that letter stands in for a login.
     */
    record Granted(
            ResidentId resident,
            GrantId grant,
            PartyId to,
            Optional<TeamId> team,
            Set<Section> sections,
            LocalDate lastDay,
            Optional<GrantId> replaces,
            Actor by,
            Optional<LetterCode> letter)
            implements ConsentEvent {

        public Granted(
                ResidentId resident,
                GrantId grant,
                PartyId to,
                Optional<TeamId> team,
                Set<Section> sections,
                LocalDate lastDay,
                Optional<GrantId> replaces,
                Actor by) {
            this(resident, grant, to, team, sections, lastDay, replaces, by, Optional.empty());
        }
    }

    /**
     * A grant ended by the resident, or by who decides for them: box and lease must be gone before the transaction
     * commits.
     */
    record Stopped(ResidentId resident, GrantId grant, Set<Section> sections, Actor by) implements ConsentEvent {}

    /** The resident stopped it at the desk: the lease must be gone before the transaction commits, the rest follows. */
    record StoppedAtDesk(ResidentId resident, GrantId grant) implements ConsentEvent {}

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
     * A mandate begins to hold, or holds for less than before: keys must be boxed for the carer. {@code by} is the
     * resident who just decided, or, with a {@code letter}, who wrote it down.
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
            Actor by,
            Optional<LetterCode> letter)
            implements ConsentEvent {

        public Mandated(
                ResidentId resident,
                MandateId mandate,
                GrantId keys,
                PersonId to,
                Set<Section> sections,
                LocalDate lastDay,
                Optional<GrantId> replaces,
                Actor by) {
            this(resident, mandate, keys, to, sections, lastDay, replaces, by, Optional.empty());
        }
    }

    /** A mandate ended: box and lease must be gone before the transaction commits. */
    record MandateEnded(ResidentId resident, MandateId mandate, GrantId keys, PersonId to, Mandate.State how)
            implements ConsentEvent {}

    /**
     * A carer did something in the resident's name: more than looking. {@code digest} is how the resident wants to hear
     * of it.
     */
    record ActedFor(ResidentId resident, PersonId by, Mandate.Digest digest) implements ConsentEvent {}

    /** Thirty days before a mandate ends: for both. */
    record MandateEndsSoon(ResidentId resident, MandateId mandate, PersonId to) implements ConsentEvent {}

    /** Sixty days before a birthday that changes what a young person may do: for them and for who has gezag. */
    record AgeSoon(ResidentId resident, int age, Set<PersonId> authority) implements ConsentEvent {}

    /** 00:00 of that birthday. */
    record AgeReached(ResidentId resident, int age, Set<PersonId> authority) implements ConsentEvent {}

    /** The desk registered that somebody speaks for a resident by law, or that they no longer do. */
    record RepresentationChanged(ResidentId resident, RepresentationId representation, PersonId by)
            implements ConsentEvent {}

    /**
     * Who decides for a resident changed, now: curatele began or ended, or others have gezag. What was given before is
     * to be given anew.
     *
     * @param since what was given from then on stays
     * @param curatele whether the resident is under curatele now, and so can mandate nobody
     */
    record MeasureChanged(ResidentId resident, Instant since, boolean curatele) implements ConsentEvent {}

    /**
     * The resident died, as is known from now on: what was given, mandated, asked or spoken for them is over.
     * {@code on} is the day of death. Published once on the resident face, and again when the desk took it back and
     * registered it anew.
     */
    record Died(ResidentId resident, LocalDate on) implements ConsentEvent {}

    /** Parents answered a request differently. */
    record Disagreed(ResidentId resident, RequestId request) implements ConsentEvent {}

    /** @param leaves who has no case of this resident any more; empty while they have another */
    record AssignmentEnded(ResidentId resident, UUID assignment, Optional<PartyId> leaves) implements ConsentEvent {}

    /** Keys must be within reach of the professional who just proved who they are, until then and no longer. */
    record EmergencyOpened(
            ResidentId resident, EmergencyId emergency, Set<Section> sections, Instant until, Actor.Professional by)
            implements ConsentEvent {}

    record EmergencyExtended(ResidentId resident, EmergencyId emergency, Instant until, Actor.Professional by)
            implements ConsentEvent {}

    record EmergencyEnded(ResidentId resident, EmergencyId emergency) implements ConsentEvent {}

    /** The resident may know of it from now on. */
    record EmergencyTold(ResidentId resident, EmergencyId emergency) implements ConsentEvent {}

    /** The review did not come in time. */
    record EmergencyOverdue(ResidentId resident, EmergencyId emergency) implements ConsentEvent {}

    /** There is an outcome, that the resident may read. */
    record EmergencyJudged(ResidentId resident, EmergencyId emergency) implements ConsentEvent {}

    /**
     * Somebody is let into one thing: its key must be boxed for them. {@code by} just decided.
     *
     * @param party a professional, or else
     * @param person somebody who acts for the resident
     */
    record Bounded(
            ResidentId resident,
            GrantId keys,
            Optional<PartyId> party,
            Optional<PersonId> person,
            Thing thing,
            Section section,
            LocalDate lastDay,
            Actor.Resident by)
            implements ConsentEvent {}

    /** It is over with that, on whichever face: box and lease must be gone before the transaction commits. */
    record BoundedEnded(ResidentId resident, GrantId keys) implements ConsentEvent {}

    /** A question to an expert waits for the resident. */
    record ConsultAsked(ResidentId resident, ConsultId consult) implements ConsentEvent {}

    record ConsultAnswered(ResidentId resident, ConsultId consult) implements ConsentEvent {}

    /**
     * A case went from one professional to another, before the assignments of the first end.
     *
     * @param cases the assignments that the other got, by those that they take the place of
     */
    record HandedOver(ResidentId resident, PartyId from, PartyId to, Map<UUID, UUID> cases) implements ConsentEvent {

        public HandedOver {
            cases = Map.copyOf(cases);
        }
    }

    /** The resident does not want this person, whose assignments end next. */
    record PersonRefused(ResidentId resident, PartyId party, Set<UUID> cases) implements ConsentEvent {

        public PersonRefused {
            cases = Set.copyOf(cases);
        }
    }
}
