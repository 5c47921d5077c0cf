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
    void cannotSayASecondNameToABrowser() {
        var two = FileName.of("brief\"; filename*=UTF-8''factuur.hta; x=\".txt");
        assertThat(two.text()).isEqualTo("brief__ filename_=UTF-8__factuur.hta_ x=_.txt");
        assertThat(two.extension()).isEqualTo("txt");
        assertThat(FileName.of("a*b%c<d>e:f|g?h.pdf").text()).isEqualTo("a_b_c_d_e_f_g_h.pdf");
        assertThat(FileName.of("brief.hta:.txt;").extension()).isEqualTo("txt_");
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
