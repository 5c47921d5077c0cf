package nl.voorelkaar.consent.mandate;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A name made short: "Youssef el Amrani" becomes "Y. el A.". Who knows the person recognises it; a stranger learns
 * little.
 */
public final class Initials {

    private Initials() {}

    public static String of(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .map(word -> Character.isLowerCase(word.codePointAt(0))
                        ? word
                        : new StringBuilder()
                                .appendCodePoint(word.codePointAt(0))
                                .append('.')
                                .toString())
                .collect(Collectors.joining(" "));
    }
}
