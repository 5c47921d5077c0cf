package nl.voorelkaar.portal.resident.objection;

import java.util.Locale;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.portal.ui.Words;

/** Where an objection stands, in the resident's words. */
final class ObjectionWords {

    private ObjectionWords() {}

    static String state(Bezwaar bezwaar) {
        return bezwaar.decision()
                .map(decided ->
                        Words.say("bezwaar.outcome." + decided.outcome().name().toLowerCase(Locale.ROOT)))
                .orElseGet(() ->
                        Words.say("bezwaar.state." + bezwaar.state().name().toLowerCase(Locale.ROOT)));
    }
}
