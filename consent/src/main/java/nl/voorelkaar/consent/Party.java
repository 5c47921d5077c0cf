package nl.voorelkaar.consent;

import java.util.Optional;

/** A professional as residents see them. Stored sealed: staff are residents too. */
public record Party(
        PartyId id,
        String name,
        Role role,
        OrganisationId organisation,
        String organisationName,
        Optional<TeamId> team) {

    @Override
    public String toString() {
        return "Party[" + id + "]";
    }
}
