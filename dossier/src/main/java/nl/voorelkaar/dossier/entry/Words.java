package nl.voorelkaar.dossier.entry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.voorelkaar.dossier.Entry;

/** Words to look for: without accents, without case, all of them, anywhere in a title, text or file name. */
record Words(List<String> folded) {

    static final int LONGEST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Reads at most {@link #LONGEST} characters of what was typed. */
    static Words of(String typed) {
        var read = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return new Words(Arrays.stream(fold(read).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    boolean none() {
        return folded.isEmpty();
    }

    boolean in(Entry entry) {
        var places = Stream.concat(
                        Stream.of(entry.title(), entry.text()),
                        entry.document().stream().map(Entry.Document::fileName))
                .map(Words::fold)
                .toList();
        return folded.stream().allMatch(word -> places.stream().anyMatch(place -> place.contains(word)));
    }

    private static String fold(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Words[redacted]";
    }
}
