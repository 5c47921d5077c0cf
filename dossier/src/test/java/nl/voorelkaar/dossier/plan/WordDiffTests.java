package nl.voorelkaar.dossier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTests {

    @Test
    void oneOtherWordIsToldAsThatWord() {
        assertThat(WordDiff.between("Elke week hulp thuis", "Elke dag hulp thuis"))
                .containsExactly(
                        new WordDiff.Piece(WordDiff.Kind.SAME, "Elke"),
                        new WordDiff.Piece(WordDiff.Kind.GONE, " week"),
                        new WordDiff.Piece(WordDiff.Kind.NEW, " dag"),
                        new WordDiff.Piece(WordDiff.Kind.SAME, " hulp thuis"));
    }

    @Test
    void equalTextsAreOnePiece() {
        assertThat(WordDiff.between("a b", "a b")).hasSize(1);
        assertThat(WordDiff.between("", "")).isEmpty();
    }

    @Test
    void bothTextsCanBeReadFromTheDifference() {
        var random = new Random(42);
        for (var run = 0; run < 300; run++) {
            var before = text(random);
            var after = text(random);
            var pieces = WordDiff.between(before, after);
            assertThat(words(pieces, WordDiff.Kind.GONE))
                    .isEqualTo(before.replaceAll("\\s+", " ").strip());
            assertThat(words(pieces, WordDiff.Kind.NEW))
                    .isEqualTo(after.replaceAll("\\s+", " ").strip());
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 5)
                .mapToObj(number -> "woord" + number + (number == 4 ? "\n" : " "))
                .collect(Collectors.joining());
    }

    private static String words(java.util.List<WordDiff.Piece> pieces, WordDiff.Kind with) {
        return pieces.stream()
                .filter(piece -> piece.kind() == WordDiff.Kind.SAME || piece.kind() == with)
                .map(WordDiff.Piece::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
