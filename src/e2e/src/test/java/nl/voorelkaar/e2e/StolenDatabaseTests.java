package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search must find what is there, in whatever form a column could hold it. */
class StolenDatabaseTests {

    private static final String SECRET = "Zij hoest, 's nachts";

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "{\"text\":\""})
    void aSecretIsFoundInClearInHexadecimalAndInBase64AtAnyPlace(String before) {
        var bytes = (before + SECRET + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(found(before + SECRET)).isTrue();
        assertThat(found(HexFormat.of().formatHex(bytes))).isTrue();
        assertThat(found(Base64.getEncoder().encodeToString(bytes))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zij lacht overdag", "c2VjcmV0", ""})
    void somethingElseIsNot(String column) {
        assertThat(found(column)).isFalse();
    }

    private static boolean found(String column) {
        return StolenDatabase.formsOf(SECRET).stream().anyMatch(column.toLowerCase(Locale.ROOT)::contains);
    }
}
