package nl.voorelkaar.portal.workspace.requests;

import static org.assertj.core.api.Assertions.assertThat;

import nl.voorelkaar.portal.workspace.requests.PlainLanguage.Advice;
import org.junit.jupiter.api.Test;

class PlainLanguageTests {

    @Test
    void hasNothingToSayAboutShortPlainSentences() {
        assertThat(PlainLanguage.on("Wij willen hulp in huis regelen. Daarvoor moet ik weten hoe u slaapt."))
                .isEmpty();
    }

    @Test
    void pointsAtASentenceThatIsTooLong() {
        var text = "Kort. " + "Dit is een zin die maar blijft doorgaan en doorgaan en waarin steeds weer iets nieuws"
                + " wordt gezegd zodat niemand hem nog volgt.";

        assertThat(PlainLanguage.on(text)).containsExactly(new Advice.LongSentence(23, "Dit is een zin"));
    }

    @Test
    void offersACommonWordForAHardOneOnce() {
        assertThat(PlainLanguage.on("Middels dit traject, en middels hulp. M.b.t. uw huis."))
                .containsExactly(
                        new Advice.HardWord("middels", "met"),
                        new Advice.HardWord("traject", "hulp"),
                        new Advice.HardWord("m.b.t.", "over"));
    }

    @Test
    void doesNotTakeAWordForAPartOfAnother() {
        assertThat(PlainLanguage.on("Wij bespreken de contrajectie niet.")).isEmpty();
    }

    @Test
    void saysNoMoreThanFourThings() {
        assertThat(PlainLanguage.on("inzake middels conform teneinde tevens traject"))
                .hasSize(4);
    }
}
