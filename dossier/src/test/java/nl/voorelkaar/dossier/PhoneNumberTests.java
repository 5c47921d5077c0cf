package nl.voorelkaar.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "0612345678, +31612345678",
        "06-12 34 56 78, +31612345678",
        "+31 6 12345678, +31612345678",
        "0031612345678, +31612345678",
        "+32 470 12 34 56, +32470123456"
    })
    void isReadAsPeopleWriteIt(String typed, String digits) {
        assertThat(PhoneNumber.of(typed).revealDigits()).isEqualTo(digits);
        assertThat(PhoneNumber.of(typed).toString()).doesNotContain("12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678",
                "020 1234567",
                "061234567",
                "06123456789",
                "+31201234567",
                "+0612345678",
                "06abcdefgh"
            })
    void whatGetsNoTextMessagesIsNone(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.of(typed))
                .withMessageNotContaining("12");
    }
}
