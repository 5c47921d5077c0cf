package nl.voorelkaar.dossier.procedure;

import java.util.Optional;
import java.util.function.Supplier;

/** What people type, as procedures keep it: without the white around it. */
public final class TypedText {

    private TypedText() {}

    /**
     * Empty when nothing but white was typed.
     *
     * @param longest in characters, as people count them
     * @param tooLong thrown when there are more
     */
    public static Optional<String> of(String typed, int longest, Supplier<StepRefused> tooLong) {
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw tooLong.get();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
