package nl.voorelkaar.portal.workspace.experts;

import java.util.Locale;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultRefused;
import nl.voorelkaar.dossier.expert.QuestionRefused;
import nl.voorelkaar.portal.ui.Words;

/** Questions to experts in words. */
final class ConsultWords {

    private ConsultWords() {}

    static String state(Consult consult) {
        return Words.say("consult.state." + code(consult.state()));
    }

    static String refused(ConsultRefused refused) {
        return Words.say("consult.refused." + code(refused.reason()));
    }

    static String refused(QuestionRefused refused) {
        return Words.say("consult.refused." + code(refused.reason()));
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
