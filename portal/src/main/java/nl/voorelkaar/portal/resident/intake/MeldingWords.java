package nl.voorelkaar.portal.resident.intake;

import java.util.Locale;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.portal.ui.Words;

/** Where an onderzoek stands, as the ending of a key. */
final class MeldingWords {

    private MeldingWords() {}

    static String state(Onderzoek onderzoek) {
        return onderzoek.state().open() && onderzoek.overdue()
                ? "overdue"
                : onderzoek.state().name().toLowerCase(Locale.ROOT);
    }

    /** How it came, for the resident: who told it only when they may be named. */
    static String source(Happened.Source source) {
        return switch (source.way()) {
            case BY_PHONE, AT_THE_DESK, BY_LETTER ->
                Words.say("melding.source." + source.way().name().toLowerCase(Locale.ROOT));
            case WORRIED ->
                source.who()
                        .map(who -> Words.say("melding.source.worried.by", who))
                        .orElseGet(() -> Words.say("melding.source.worried"));
        };
    }
}
