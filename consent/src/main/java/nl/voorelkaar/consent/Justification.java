package nl.voorelkaar.consent;

/**
 * Why an exception was needed, or was right, in somebody's own words: 30 to 1 000 characters after trimming. Content:
 * never logged.
 */
public record Justification(String text) {

    public static final int SHORTEST = 30;
    public static final int LONGEST = 1_000;

    public Justification {
        text = text.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new IllegalArgumentException("a justification has 30 to 1000 characters");
        }
    }

    @Override
    public String toString() {
        return "Justification[redacted]";
    }
}
