package nl.voorelkaar.dossier.vault.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTests {

    private static final String PASSPHRASE = "vier woorden die u onthoudt";

    /**
     * "Goed bewaard.", made by the TypeScript implementation of the authors of the format, with a work factor of 10.
     */
    private static final byte[] MADE_ELSEWHERE = Base64.getDecoder()
            .decode("YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBFTW9LZXllMXhWejFTcVZJbTFmU2J3IDEwCmth"
                    + "dTEzM2xLYWhrTHRrdWo2djdRWmN6QUh6aWFFb0NkbTNaMEpkTS9aS3MKLS0tIExWS2NVbll6cmo2Nm9j"
                    + "MnhoRGNSNWgrYUpueE5oWWtLdzRYTTllcE5jZXcKdVWPVjUNZhnm9ywcP80CHO2/DFvK7NJ0DPvPtbjY"
                    + "86MfAdGn5U7I8L18+8CJ");

    private final Age age = Age.of(PASSPHRASE, 4);

    private byte[] sealed(byte[] content) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (var to = age.sealing(sealed)) {
            to.write(content);
        }
        return sealed.toByteArray();
    }

    private static byte[] opened(byte[] sealed, String passphrase) throws IOException {
        return Age.opening(new ByteArrayInputStream(sealed), passphrase).readAllBytes();
    }

    @Test
    void opensWhatAnotherProgramMade() throws IOException {
        assertThat(new String(opened(MADE_ELSEWHERE, PASSPHRASE), StandardCharsets.UTF_8))
                .isEqualTo("Goed bewaard.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
    void opensWhatItMadeItselfOfAnyLength(int length) throws IOException {
        var content = new byte[length];
        new Random(length).nextBytes(content);

        var sealed = sealed(content);

        assertThat(opened(sealed, PASSPHRASE)).isEqualTo(content);
        assertThat(age.length(length)).isEqualTo(sealed.length);
        assertThat(Age.begins(sealed)).isTrue();
        assertThat(sealed(content)).isNotEqualTo(sealed);
    }

    @Test
    void nothingThatWasChangedOrCutOffOpens() throws IOException {
        var sealed = sealed(new byte[70_000]);

        assertThatThrownBy(() -> opened(sealed, PASSPHRASE + " ")).isInstanceOf(DoesNotOpen.class);
        for (var at = 0; at < sealed.length; at += at < 220 ? 3 : 9_973) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> opened(changed, PASSPHRASE)).isInstanceOf(DoesNotOpen.class);
        }
        for (var length : new int[] {0, 21, 100, 190, 220, sealed.length - 1, sealed.length - 4_480}) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> opened(cut, PASSPHRASE)).isInstanceOf(DoesNotOpen.class);
        }
        var longer = java.util.Arrays.copyOf(sealed, sealed.length + 1);
        assertThatThrownBy(() -> opened(longer, PASSPHRASE)).isInstanceOf(DoesNotOpen.class);
    }

    @Test
    void whatWouldTakeAllMemoryIsNotTried() {
        var greedy = new String(MADE_ELSEWHERE, StandardCharsets.ISO_8859_1)
                .replace(" 10\n", " 30\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> opened(greedy, PASSPHRASE)).isInstanceOf(DoesNotOpen.class);
    }
}
