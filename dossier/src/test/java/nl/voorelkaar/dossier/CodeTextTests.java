package nl.voorelkaar.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CodeTextTests {

    @Test
    void hasNoCharactersThatLookAlike() {
        for (int time = 0; time < 10_000; time++) {
            assertThat(CodeText.random().characters()).matches("[2-9A-HJKMNP-Z]{8}");
        }
    }

    @Test
    void isDifferentEachTime() {
        var seen = new HashSet<CodeText>();
        for (int time = 0; time < 10_000; time++) {
            assertThat(seen.add(CodeText.random())).isTrue();
        }
    }

    @Test
    void isReadAsPeopleTypeIt() {
        var code = CodeText.random();
        var shown = code.shown();
        assertThat(shown).hasSize(9);
        assertThat(CodeText.typed(shown)).contains(code);
        assertThat(CodeText.typed(" " + shown.toLowerCase().replace('-', ' ') + "\n"))
                .contains(code);
        assertThat(CodeText.typed(shown.replace('-', '\u2013'))).contains(code);
    }

    @Test
    void whatCannotBeACodeIsNone() {
        for (var text : new String[] {"", "7KQ4", "7KQ4-M2X0", "7KQ4-M2XPP", "7KQ4-M2X!", "A".repeat(1_000)}) {
            assertThat(CodeText.typed(text)).isEmpty();
        }
    }
}
