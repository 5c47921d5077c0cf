package nl.voorelkaar.consent;

/** The team that stands in for an absent professional, as the staff identity provider names it. */
public record TeamId(String value) {

    public TeamId {
        if (!value.matches("[a-z0-9-]{2,60}")) {
            throw new IllegalArgumentException("team code must be 2 to 60 of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
