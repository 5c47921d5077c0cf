package nl.voorelkaar.portal.ui;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.voorelkaar.dossier.erasure.Erasure;

/** What a proof of destruction says, for who erased it and for the archive of the municipality alike. */
public final class ErasureWords {

    private ErasureWords() {}

    public static Map<String, String> counts(Erasure.Destroyed destroyed, Locale language) {
        var counts = new LinkedHashMap<String, String>();
        counts.put(Words.say(language, "erased.entries"), String.valueOf(destroyed.entries()));
        counts.put(Words.say(language, "erased.documents"), String.valueOf(destroyed.documents()));
        counts.put(Words.say(language, "erased.keys"), String.valueOf(destroyed.keys()));
        return counts;
    }

    /** Until when which backup may hold it, and after when nothing does. */
    public static List<String> backups(Erasure.Destroyed destroyed, Locale language) {
        var last = Stream.of(destroyed.mainUntil(), destroyed.keystoreUntil())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return List.of(
                Words.say(language, "erased.backups.main", Dates.day(destroyed.mainUntil(), language)),
                Words.say(language, "erased.backups.keystore", Dates.day(destroyed.keystoreUntil(), language)),
                Words.say(language, "erased.backups.after", Dates.day(last, language)));
    }
}
