package nl.voorelkaar.consent.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;

/** All that a decision about a professional looks at. What is not here does not exist. */
public record Facts(Relation relation, List<GivenGrant> grants, List<AssignedCase> cases) {

    /** Nothing known: what a resident's own access needs. */
    public static final Facts NONE = new Facts(Relation.NONE, List.of(), List.of());

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

    /** @param until the end as planned, or as it was ended */
    public record AssignedCase(
            UUID id,
            ResidentId resident,
            PartyId to,
            String statute,
            Set<Section> sections,
            Instant from,
            Instant until) {}
}
