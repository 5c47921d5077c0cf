package nl.voorelkaar.portal.resident.intake;

import java.util.Locale;
import nl.voorelkaar.dossier.intake.Onderzoek;

/** Where an onderzoek stands, as the ending of a key. */
final class MeldingWords {

    private MeldingWords() {}

    static String state(Onderzoek onderzoek) {
        return onderzoek.state().open() && onderzoek.overdue()
                ? "overdue"
                : onderzoek.state().name().toLowerCase(Locale.ROOT);
    }
}
