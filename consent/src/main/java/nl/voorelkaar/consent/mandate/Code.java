package nl.voorelkaar.consent.mandate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Ten characters that nobody confuses when reading aloud or copying from paper: 31 of them, so 8e14 codes, for a week,
 * at five tries in ten minutes.
 */
public record Code(String characters) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final int LONGEST_TYPED = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Code random() {
        return new Code(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString());
    }

    /** As typed: case, blanks and hyphens do not matter. Empty when no code looks like this. */
    public static Optional<Code> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var characters = text.replaceAll("[\\s\\-\u2010-\u2015]", "").toUpperCase(Locale.ROOT);
        var known = characters.length() == LENGTH
                && characters.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
        return known ? Optional.of(new Code(characters)) : Optional.empty();
    }

    /** Such as {@code 7KQ4A-M2XPB}. */
    public String shown() {
        return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "Code[redacted]";
    }
}
