package nl.voorelkaar.portal.resident.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErasureWords;
import nl.voorelkaar.portal.ui.Words;

/**
 * The proof of destruction, on the screen and on paper. Dated when it was destroyed, so that it stays the same file.
 */
final class ErasurePdf {

    private ErasurePdf() {}

    static Paper paper(Erasure erasure, Erasure.Destroyed destroyed, String resident, Locale language) {
        var paper = Paper.in(
                        language,
                        Words.say(language, "erased.receipt"),
                        erasure.endedAt().orElseThrow())
                .reference(erasure.id().toString())
                .facts(facts(erasure, destroyed, resident, language))
                .heading(2, Words.say(language, "erased.backups"));
        ErasureWords.backups(destroyed, language).forEach(paper::paragraph);
        return paper.heading(2, Words.say(language, "erase.stays"))
                .bullets(List.of(
                        Words.say(language, "erase.stays.file"),
                        Words.say(language, "erase.stays.signed"),
                        Words.say(language, "erase.stays.log"),
                        Words.say(language, "erase.stays.copies")))
                .build();
    }

    static Map<String, String> facts(Erasure erasure, Erasure.Destroyed destroyed, String resident, Locale language) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(Words.say(language, "erased.resident"), resident);
        facts.put(Words.say(language, "erased.what"), ErasedPage.name(language, erasure.sections()));
        if (erasure.rule().isEmpty()) {
            facts.put(Words.say(language, "erased.asked"), Dates.moment(erasure.askedAt(), language));
        }
        facts.put(
                Words.say(language, "erased.done"),
                Dates.moment(erasure.endedAt().orElseThrow(), language));
        facts.putAll(ErasureWords.counts(destroyed, language));
        facts.put(Words.say(language, "receipt.number"), erasure.id().toString());
        return facts;
    }
}
