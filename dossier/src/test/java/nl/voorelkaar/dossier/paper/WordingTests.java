package nl.voorelkaar.dossier.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.dossier.paper.Wording.Text.Part;
import org.junit.jupiter.api.Test;

class WordingTests {

    private static final Locale DUTCH = Locale.of("nl");
    private static final Wording WORDS = Wording.beside(WordingTests.class, "letter");

    @Test
    void readsMarksBeforeValues() {
        var text = WORDS.text(
                DUTCH, "example", Map.of("naam", "# Kop\n- punt {stappen}", "stappen", List.of("een", "twee")));

        assertThat(text.parts())
                .containsExactly(
                        new Part.Paragraph("Beste # Kop\n- punt {stappen},"),
                        new Part.Paragraph("Dit gaat er nu gebeuren."),
                        new Part.Heading(2, "De stappen"),
                        new Part.Items(List.of("een", "twee", "en dan klaar"), false),
                        new Part.Quote("Uw eigen woorden, # Kop\n- punt {stappen}."));
    }

    @Test
    void givesAMailTheSameWords() {
        assertThat(WORDS.text(DUTCH, "example", Map.of("naam", "Fatima", "stappen", List.of("een")))
                        .plain())
                .isEqualTo("""
                        Beste Fatima,

                        Dit gaat er nu gebeuren.

                        De stappen

                        - een
                        - en dan klaar

                        "Uw eigen woorden, Fatima.\"""");
    }

    @Test
    void saysWhichValueIsMissing() {
        assertThat(WORDS.values(DUTCH, "example")).containsExactly("naam", "stappen");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORDS.text(DUTCH, "example", Map.of("naam", "Fatima")))
                .withMessageContaining("{stappen}");
    }

    @Test
    void isDutchWhereThereIsNoOtherText() {
        assertThat(WORDS.text(Locale.ENGLISH, "example", Map.of("naam", "Fatima", "stappen", List.of()))
                        .plain())
                .startsWith("Beste Fatima");
    }
}
