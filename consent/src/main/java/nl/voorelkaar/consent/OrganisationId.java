package nl.voorelkaar.consent;

/**
 * The employer of a professional, as the staff identity provider names it: a short code such as
 * {@code wij-voorbeeldstad}.
 */
public record OrganisationId(String value) {

    public OrganisationId {
        if (!value.matches("[a-z0-9-]{2,60}")) {
            throw new IllegalArgumentException("organisation code must be 2 to 60 of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
