package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTests {

    @ParameterizedTest
    @CsvSource({
        "https://dossier.example,             https://dossier.example",
        "https://dossier.example:443/mijn?x,  https://dossier.example",
        "http://localhost:80,                 http://localhost",
        "http://localhost:443,                http://localhost:443",
        "HTTPS://Dossier.Example:8443/,       https://dossier.example:8443"
    })
    void isWrittenAsBrowsersWriteIt(String address, String origin) {
        assertThat(Origin.of(address)).isEqualTo(origin);
    }

    @Test
    void aPathHasNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Origin.of("/mijn"));
    }
}
