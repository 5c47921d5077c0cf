package nl.voorelkaar.dossier.vault.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XWingTests {

    private final SecretKeyBytes seed = SecretKeyBytes.random();
    private final byte[] publicKey = XWing.publicKeyOf(seed);
    private final byte[] info = {1, 2, 3};
    private final byte[] message = new byte[32];

    @Test
    void opensWithTheSeedAndTheTermsThatItWasSealedFor() {
        var sealed = XWing.seal(publicKey, info, message);
        assertThat(sealed).hasSize(1120 + 32 + 16);
        assertThat(publicKey).hasSize(XWing.PUBLIC_KEY);
        assertThat(XWing.open(seed, info, sealed)).isEqualTo(message);
    }

    @Test
    void staysClosedWithOtherTermsOrAnotherSeed() {
        var sealed = XWing.seal(publicKey, info, message);
        assertThatExceptionOfType(DoesNotOpen.class).isThrownBy(() -> XWing.open(seed, new byte[] {1, 2, 4}, sealed));
        assertThatExceptionOfType(DoesNotOpen.class)
                .isThrownBy(() -> XWing.open(SecretKeyBytes.random(), info, sealed));
    }

    @Test
    void aThousandRandomMutationsAllStayClosed() {
        var random = new Random(1);
        var sealed = XWing.seal(publicKey, info, message);
        for (int i = 0; i < 1000; i++) {
            var mutated = i % 5 == 0 ? Arrays.copyOf(sealed, random.nextInt(sealed.length)) : sealed.clone();
            if (mutated.length == sealed.length) {
                mutated[random.nextInt(mutated.length)] ^= (byte) (1 + random.nextInt(255));
            }
            assertThatExceptionOfType(DoesNotOpen.class).isThrownBy(() -> XWing.open(seed, info, mutated));
        }
    }
}
