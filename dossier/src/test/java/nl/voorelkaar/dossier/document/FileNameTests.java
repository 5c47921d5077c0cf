package nl.voorelkaar.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.voorelkaar.dossier.DocumentRefused;
import org.junit.jupiter.api.Test;

class FileNameTests {

    @Test
    void keepsOnlyTheLastPartOfAPath() {
        assertThat(FileName.of("../../etc/brief.pdf").text()).isEqualTo("brief.pdf");
        assertThat(FileName.of("C:\\Users\\Fatma\\brief.pdf").text()).isEqualTo("brief.pdf");
    }

    @Test
    void dropsMarksThatTurnTheReadingDirection() {
        var disguised = FileName.of("brief\u202Efdp.exe");
        assertThat(disguised.text()).isEqualTo("brieffdp.exe");
        assertThat(disguised.extension()).isEqualTo("exe");
    }

    @Test
    void keepsOtherScriptsAndEmoji() {
        assertThat(FileName.of("رسالة 😀.pdf").text()).isEqualTo("رسالة 😀.pdf");
    }

    @Test
    void aLongNameKeepsItsExtension() {
        var name = FileName.of("😀".repeat(400) + ".pdf");
        assertThat(name.text().codePointCount(0, name.text().length())).isEqualTo(200);
        assertThat(name.extension()).isEqualTo("pdf");
    }

    @Test
    void aNameOfWhichNothingIsLeftIsRefused() {
        for (var empty : new String[] {"", " ", "..", "map/", "\u0000\u202E"}) {
            assertThatThrownBy(() -> FileName.of(empty)).isInstanceOf(DocumentRefused.class);
        }
    }
}
