package nl.voorelkaar.portal.resident.sharing;

import java.util.Locale;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.portal.ui.Words;

/** Why a step of consent was refused, in the words of a resident. */
final class Refusals {

    private Refusals() {}

    static String words(ConsentRefused refused) {
        return words(refused.reason());
    }

    static String words(ConsentRefused.Reason reason) {
        return Words.say("consent.refused." + reason.name().toLowerCase(Locale.ROOT));
    }
}
