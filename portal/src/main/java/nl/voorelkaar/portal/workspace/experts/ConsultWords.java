package nl.voorelkaar.portal.workspace.experts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultRefused;
import nl.voorelkaar.dossier.expert.QuestionRefused;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.dossiers.HeldDossier;

/** Questions to experts in words. */
final class ConsultWords {

    private ConsultWords() {}

    static String state(Consult consult) {
        return Words.first(Words.say("consult.state." + code(consult.state())));
    }

    /** Whom it is about, for who works on it now. */
    static Optional<String> about(Consult consult, List<HeldDossier> open) {
        return open.stream()
                .filter(dossier -> dossier.resident().equals(consult.of()))
                .findFirst()
                .map(dossier -> dossier.name().orElseGet(() -> Words.say("workspace.dossiers.noname")));
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
