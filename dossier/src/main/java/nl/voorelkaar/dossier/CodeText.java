package nl.voorelkaar.dossier;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Eight characters that nobody confuses when reading aloud or copying by hand: 31 of them, so 8.5e11 codes. Few enough
 * to be said over the telephone, too many to find one within its hour under the rate limit.
 */
public record CodeText(String characters) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static CodeText random() {
        return new CodeText(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString());
    }

    /** As typed: case, blanks and hyphens do not matter. Empty when no code looks like this. */
    public static Optional<CodeText> typed(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        var characters = text.replaceAll("[\\s\\-\u2010-\u2015]", "").toUpperCase(Locale.ROOT);
        var known = characters.length() == LENGTH
                && characters.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
        return known ? Optional.of(new CodeText(characters)) : Optional.empty();
    }

    /** Such as {@code 7KQ4-M2XP}. */
    public String shown() {
        return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "CodeText[redacted]";
    }
}
