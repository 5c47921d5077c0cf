package nl.voorelkaar.dossier.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The difference between two texts, word by word. */
public final class WordDiff {

    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

    private WordDiff() {}

    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** Words in a row with one fate, with the white space before them. */
    public record Piece(Kind kind, String text) {

        @Override
        public String toString() {
            return "Piece[" + kind + "]";
        }
    }

    /**
     * The fewest words that go and come. {@code SAME} and {@code GONE} together are the words of {@code before} in
     * order, {@code SAME} and {@code NEW} those of {@code after}; white space is told as in the text that a piece comes
     * from.
     */
    public static List<Piece> between(String before, String after) {
        var old = words(before);
        var fresh = words(after);
        var length = new int[old.size() + 1][fresh.size() + 1];
        for (var i = old.size() - 1; i >= 0; i--) {
            for (var j = fresh.size() - 1; j >= 0; j--) {
                length[i][j] = same(old.get(i), fresh.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        var pieces = new ArrayList<Piece>();
        var i = 0;
        var j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && same(old.get(i), fresh.get(j))) {
                add(pieces, Kind.SAME, fresh.get(j++));
                i++;
            } else if (i < old.size() && (j == fresh.size() || length[i + 1][j] >= length[i][j + 1])) {
                add(pieces, Kind.GONE, old.get(i++));
            } else {
                add(pieces, Kind.NEW, fresh.get(j++));
            }
        }
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, Kind kind, String next) {
        // The first word of a text has no white space before it, and may come to stand after another.
        var word = pieces.isEmpty() || Character.isWhitespace(next.codePointAt(0)) ? next : " " + next;
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, pieces.getLast().text() + word));
        } else {
            pieces.add(new Piece(kind, word));
        }
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }
}
