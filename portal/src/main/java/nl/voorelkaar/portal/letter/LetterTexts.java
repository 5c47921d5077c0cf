package nl.voorelkaar.portal.letter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.DeadlineWords;
import nl.voorelkaar.dossier.paper.Wording;

/** Where the texts of letters are. */
public final class LetterTexts {

    public static final Wording WORDING = Wording.beside(LetterTexts.class, "letters");

    /** How a last day came about, each step with its article. */
    static List<String> steps(Deadline deadline) {
        var words = new DeadlineWords(DecisionLetter.LANGUAGE);
        return deadline.steps().stream()
                .map(step -> words.of(step) + " (" + words.of(step.article()) + ")")
                .toList();
    }

    /**
     * What a letter says in short, in English: beside the Dutch text, which is the one that counts (Awb 2:6). Every
     * value is in English.
     */
    static Wording.Text inEnglish(String key, Map<String, ?> values) {
        return WORDING.text(Locale.ENGLISH, key, values);
    }

    private LetterTexts() {}
}
