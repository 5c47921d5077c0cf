package nl.voorelkaar.consent;

/**
 * The team that stands in for an absent professional. Names its organisation too: two organisations may use one word
 * for their teams, and colleagues elsewhere are no colleagues.
 */
public record TeamId(String value) {

    public TeamId {
        if (!value.matches("[a-z0-9-]{2,60}(/[a-z0-9-]{2,60})?")) {
            throw new IllegalArgumentException("a team is named by codes of 2 to 60 of a-z, 0-9 and -");
        }
    }

    /**
     * @param code as the staff identity provider names it within the organisation
     * @throws IllegalArgumentException when that is not 2 to 60 of a-z, 0-9 and -
     */
    public static TeamId of(OrganisationId organisation, String code) {
        if (code.contains("/")) {
            throw new IllegalArgumentException("a team code has no slash");
        }
        return new TeamId(organisation.value() + "/" + code);
    }

    @Override
    public String toString() {
        return value;
    }
}
