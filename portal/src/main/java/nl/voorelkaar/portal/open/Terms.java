package nl.voorelkaar.portal.open;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.dossier.deadline.BadFacts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.portal.ui.Words;

/** What the calculator and its form for machines have in common. */
final class Terms {

    private Terms() {}

    static boolean isPenalty(Map<String, List<String>> fields) {
        return List.of(Rule.DEFAULT_NOTICE.code()).equals(fields.get("regel"));
    }

    static String code(BadFacts.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sentence(BadFacts.Reason reason, Locale language) {
        return Words.say(language, "terms.problem." + code(reason));
    }
}
