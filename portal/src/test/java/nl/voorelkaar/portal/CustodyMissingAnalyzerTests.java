package nl.voorelkaar.portal;

import static org.assertj.core.api.Assertions.assertThat;

import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class CustodyMissingAnalyzerTests {

    @Test
    void saysWhereTheKeysShouldBeAndThatNewOnesOpenNothing() {
        var said =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, failure) -> {})
                        .stream()
                        .filter(CustodyMissingAnalyzer.class::isInstance)
                        .map(analyzer -> analyzer.analyze(new IllegalStateException(new KeyNotHeld())))
                        .findFirst()
                        .orElseThrow();

        assertThat(said.getDescription()).contains("voorelkaar.custody.directory");
        assertThat(said.getAction()).contains("nothing that is stored opens with new ones");
    }
}
