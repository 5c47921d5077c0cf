package nl.voorelkaar.consent.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;

/** All that a decision about somebody other than the resident looks at. What is not here does not exist. */
public record Facts(
        Relation relation,
        List<GivenGrant> grants,
        List<AssignedCase> cases,
        List<OpenedEmergency> emergencies,
        List<GivenMandate> mandates,
        List<Represented> represented,
        List<Consulted> consults) {

    /** Nothing known: what a resident's own access needs. */
    public static final Facts NONE = new Facts(Relation.NONE, List.of(), List.of());

    /** About a professional. */
    public Facts(Relation relation, List<GivenGrant> grants, List<AssignedCase> cases) {
        this(relation, grants, cases, List.of(), List.of(), List.of(), List.of());
    }

    /** About a professional who may have broken the glass. */
    public Facts(
            Relation relation, List<GivenGrant> grants, List<AssignedCase> cases, List<OpenedEmergency> emergencies) {
        this(relation, grants, cases, emergencies, List.of(), List.of(), List.of());
    }

    /** About a professional to whom questions may have been put, besides. */
    public Facts(
            Relation relation,
            List<GivenGrant> grants,
            List<AssignedCase> cases,
            List<OpenedEmergency> emergencies,
            List<Consulted> consults) {
        this(relation, grants, cases, emergencies, List.of(), List.of(), consults);
    }

    /** About somebody who acts by a mandate. */
    public static Facts of(List<GivenMandate> mandates) {
        return new Facts(Relation.NONE, List.of(), List.of(), List.of(), mandates, List.of(), List.of());
    }

    /** About somebody who speaks for a resident by law. */
    public static Facts represented(List<Represented> represented) {
        return new Facts(Relation.NONE, List.of(), List.of(), List.of(), List.of(), represented, List.of());
    }

    /** What the professional is to the resident. */
    public enum Relation {
        NONE,
        OWN,
        HOUSEHOLD
    }

    /**
     * @param team the team that may stand in; empty when the resident allowed the named person only
     * @param state as stored: the decision looks at the clock itself
     */
    public record GivenGrant(
            GrantId id,
            ResidentId resident,
            PartyId to,
            Optional<TeamId> team,
            Set<Section> sections,
            Set<Right> rights,
            Instant from,
            Instant until,
            Grant.State state) {}

    /**
     * @param keys of this version
     * @param boundary the one thing that it reaches to; empty when its scopes say how far it reaches
     * @param state as stored: the decision looks at the clock itself
     */
    public record GivenMandate(
            MandateId id,
            GrantId keys,
            ResidentId resident,
            PersonId to,
            Set<MandateScope> scopes,
            Instant from,
            Instant until,
            Mandate.State state,
            Optional<Boundary> boundary) {

        /** Without a boundary: as far as its scopes reach. */
        public GivenMandate(
                MandateId id,
                GrantId keys,
                ResidentId resident,
                PersonId to,
                Set<MandateScope> scopes,
                Instant from,
                Instant until,
                Mandate.State state) {
            this(id, keys, resident, to, scopes, from, until, state, Optional.empty());
        }
    }

    /**
     * A question to an expert, and what goes along with it.
     *
     * @param section where it is kept
     * @param from when the resident agreed
     * @param state as stored: the decision looks at the clock itself
     */
    public record Consulted(
            ConsultId id,
            ResidentId resident,
            PartyId to,
            Section section,
            Instant from,
            Instant until,
            Consult.State state) {}

    /**
     * @param subject the resident, as far as the law looks at who they are
     * @param until the end as known or as the desk ended it; {@link Instant#MAX} when no end is known
     */
    public record Represented(
            RepresentationId id,
            ResidentId resident,
            PersonId by,
            Representation.Kind kind,
            WhoDecides.Subject subject,
            Instant from,
            Instant until) {}

    /** @param until the end as planned, or as it was ended */
    public record AssignedCase(
            UUID id,
            ResidentId resident,
            PartyId to,
            String statute,
            Set<Section> sections,
            Instant from,
            Instant until) {}

    /** @param until the end as planned, or as it was ended */
    public record OpenedEmergency(
            EmergencyId id,
            ResidentId resident,
            PartyId to,
            EmergencyReason reason,
            Set<Section> sections,
            Instant from,
            Instant until) {}
}
