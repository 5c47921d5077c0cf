package nl.voorelkaar.consent;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What stands in for a login when a resident has none: the code from a letter to their own address. The key broker
 * checks it itself before it makes a key, as it checks a login.
 *
 * @param act what was written down
 * @param sealed the code as the resident face made it, bound to who gets which sections: see {@link #context}
 * @param typed as the resident gave it
 */
public record LetterCode(DeskActId act, byte[] sealed, String typed) {

    /** Under which the code was sealed. With another person or other sections it does not open. */
    public static String context(DeskActId act, UUID to, Set<Section> sections) {
        return "consent.desk_act/" + act + "/code/" + to + "/"
                + sections.stream()
                        .map(Section::number)
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return "LetterCode[" + act + "]";
    }
}
