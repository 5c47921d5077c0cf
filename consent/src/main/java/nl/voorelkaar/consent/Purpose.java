package nl.voorelkaar.consent;

/**
 * What the access is for, in the professional's own plain words: 10 to 500 characters after trimming. Content: never
 * logged.
 */
public record Purpose(String text) {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 500;

    public Purpose {
        text = text.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new IllegalArgumentException("a purpose has 10 to 500 characters");
        }
    }

    @Override
    public String toString() {
        return "Purpose[redacted]";
    }
}
