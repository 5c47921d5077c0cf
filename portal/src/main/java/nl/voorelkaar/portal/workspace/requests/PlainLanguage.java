package nl.voorelkaar.portal.workspace.requests;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Advice on words that a resident will read, after the rules for B1 (DOMAIN §7): short sentences, common words. It
 * advises and never refuses; it knows Dutch only.
 */
final class PlainLanguage {

    /** Longest sentence, in words, that reads easily. */
    static final int LONGEST_SENTENCE = 18;

    private static final Map<String, String> HARD_WORDS = hardWords();

    private PlainLanguage() {}

    /** What would make this easier to read: nothing for a text that is fine; at most four, in the order of the text. */
    static List<Advice> on(String text) {
        var advice = new ArrayList<Advice>();
        for (var sentence : text.split("(?<=[.!?])\\s+|\\R")) {
            var words = sentence.strip().split("\\s+");
            if (words.length > LONGEST_SENTENCE) {
                advice.add(new Advice.LongSentence(words.length, opening(words)));
            }
        }
        var lower = text.toLowerCase(Locale.ROOT);
        for (var word : Arrays.stream(lower.split("[\\s,;:()!?\"“”]+"))
                .map(token -> HARD_WORDS.containsKey(token) ? token : token.replaceAll("\\.+$", ""))
                .distinct()
                .toList()) {
            var better = HARD_WORDS.get(word);
            if (better != null) {
                advice.add(new Advice.HardWord(word, better));
            }
        }
        return advice.stream().limit(4).toList();
    }

    private static String opening(String[] words) {
        return String.join(" ", Arrays.copyOf(words, 4));
    }

    private static Map<String, String> hardWords() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(PlainLanguage.class.getResourceAsStream("hard-words.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new TreeMap<String, String>();
        properties.forEach((hard, plain) -> words.put((String) hard, (String) plain));
        return words;
    }

    sealed interface Advice {

        /** @param opening the first words, to find it by */
        record LongSentence(int words, String opening) implements Advice {}

        record HardWord(String word, String better) implements Advice {}
    }
}
