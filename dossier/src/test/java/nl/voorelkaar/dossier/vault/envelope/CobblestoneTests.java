package nl.voorelkaar.dossier.vault.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CobblestoneTests {

    private static final Context CONTEXT = new Context("nl.voorelkaar");
    private final SecretKeyBytes key = SecretKeyBytes.random();

    /** Ciphertexts made by another implementation, pyca/cryptography 50.0.2, with these salts. */
    @ParameterizedTest
    @CsvSource({
        "0, '', dcc948e5422c6c97b2d1d1b58210f09482119172d798368b, 41dd166a6a57d1fa93559434912faba8f29985b2b606a1c4aeee427d3bea5174",
        "16383, nl.voorelkaar, a0e70a51000c72a7cf1e312af63d4abc5f4220db12ac2a80,"
                + " a017ac460434a7c48076374fb6834ba6f145f0886e400a5314c6aed4dae34d61",
        "16384, nl.voorelkaar, 04ce38ce2532c3ca0a7b8894034dc270f406f5d0dc7445c8,"
                + " 619532c77266a422fe5046b8cd054c24194e630c9c15de0b1391b983257abc2e",
        "40000, nl.voorelkaar, 6c52b901f7e32f611a05c719a6a9e371de5b5ca5ea74dbc7,"
                + " 286a7473ea0e559fe6c1a611958df17925f0eb529b5a432c3b5fa5aa128e1cbd"
    })
    void isThePublishedFormat(int length, String context, String salt, String sha256) throws Exception {
        var counting = new byte[32];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) i;
        }
        var message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) (i * 7 + i / 256);
        }
        var sealed = Cobblestone.seal(
                SecretKeyBytes.owning(counting),
                new Context(context),
                message,
                HexFormat.of().parseHex(salt));
        assertThat(HexFormat.of().formatHex(sha256(sealed))).isEqualTo(sha256);
    }

    @Test
    void theSelfTestHoldsHere() {
        KnownAnswers.check();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 16383, 16384, 16385, 32768, 100_000})
    void whatWasSealedOpensAtOnceAndAsAStream(int length) throws IOException {
        var message = random(length);
        var sealed = Cobblestone.seal(key, CONTEXT, message);
        assertThat(sealed).hasSize(56 + length + 16 * (length / 16384 + 1));
        assertThat(Cobblestone.open(key, CONTEXT, sealed)).isEqualTo(message);
        assertThat(Cobblestone.opening(key, CONTEXT, new ByteArrayInputStream(sealed))
                        .readAllBytes())
                .isEqualTo(message);
        var streamed = new ByteArrayOutputStream();
        try (var stream = Cobblestone.sealing(key, CONTEXT, streamed)) {
            stream.write(message, 0, length / 3);
            stream.write(message, length / 3, length - length / 3);
        }
        assertThat(streamed.size()).isEqualTo(sealed.length);
        assertThat(Cobblestone.open(key, CONTEXT, streamed.toByteArray())).isEqualTo(message);
    }

    @Test
    void tenThousandRandomMutationsAllStayClosed() {
        var random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            var message = new byte[random.nextInt(40_000) * (i % 10 == 0 ? 1 : 0) + random.nextInt(200)];
            random.nextBytes(message);
            var sealed = Cobblestone.seal(key, CONTEXT, message);
            var mutated = mutated(sealed, random);
            assertThatExceptionOfType(DoesNotOpen.class)
                    .as("mutation %s", i)
                    .isThrownBy(() -> Cobblestone.open(key, CONTEXT, mutated));
            assertThatExceptionOfType(DoesNotOpen.class)
                    .as("mutation %s, streamed", i)
                    .isThrownBy(() -> Cobblestone.opening(key, CONTEXT, new ByteArrayInputStream(mutated))
                            .readAllBytes());
        }
    }

    private static byte[] mutated(byte[] sealed, Random random) {
        var at = random.nextInt(sealed.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                var flipped = sealed.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(sealed, at);
            case 2 -> Arrays.copyOf(sealed, sealed.length + 1 + random.nextInt(20_000));
            default -> {
                var overwritten = sealed.clone();
                overwritten[at] ^= (byte) (1 + random.nextInt(255));
                overwritten[random.nextInt(sealed.length)] ^= (byte) 0x55;
                if (Arrays.equals(overwritten, sealed)) {
                    overwritten[at] ^= 1;
                }
                yield overwritten;
            }
        };
    }

    @Test
    void everyCutOfAMessageOfTwoChunksIsNoticed() {
        var sealed = Cobblestone.seal(key, CONTEXT, random(16_400));
        for (int length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatExceptionOfType(DoesNotOpen.class).isThrownBy(() -> Cobblestone.open(key, CONTEXT, cut));
        }
    }

    @Test
    void chunksCannotTradePlaces() {
        var sealed = Cobblestone.seal(key, CONTEXT, random(3 * 16_384));
        var swapped = sealed.clone();
        System.arraycopy(sealed, 56, swapped, 56 + 16_400, 16_400);
        System.arraycopy(sealed, 56 + 16_400, swapped, 56, 16_400);
        assertThatExceptionOfType(DoesNotOpen.class).isThrownBy(() -> Cobblestone.open(key, CONTEXT, swapped));
    }

    @Test
    void anotherContextOrKeyStaysClosed() {
        var sealed = Cobblestone.seal(key, CONTEXT, "tekst".getBytes(UTF_8));
        assertThatExceptionOfType(DoesNotOpen.class)
                .isThrownBy(() -> Cobblestone.open(key, new Context("nl.voorelkaar2"), sealed));
        assertThatExceptionOfType(DoesNotOpen.class)
                .isThrownBy(() -> Cobblestone.open(SecretKeyBytes.random(), CONTEXT, sealed));
    }

    @Test
    void partsOfAContextCannotRunIntoEachOther() {
        assertThat(Context.of("a", "b|c")).isNotEqualTo(Context.of("a", "b", "c"));
        assertThat(Context.of("a", "b%7Cc")).isNotEqualTo(Context.of("a", "b|c"));
    }

    @Test
    void aGigabyteStreamsThroughTheMemoryOfAFewChunks() throws IOException {
        var length = 1L << 30;
        var digest = new ByteCounter();
        // Opening reads what sealing writes, through a pipe that holds one piece at a time.
        var sealed = new PieceByPiece(key, length);
        var before = usedMemory();
        try (var opened = Cobblestone.opening(key, CONTEXT, sealed)) {
            opened.transferTo(digest);
        }
        assertThat(digest.count).isEqualTo(length);
        assertThat(usedMemory() - before).isLessThan(64L << 20);
    }

    private static long usedMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void aKeyThatWasWipedDoesNothingMore() {
        var wiped = SecretKeyBytes.random();
        wiped.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Cobblestone.seal(wiped, CONTEXT, new byte[1]));
        assertThat(wiped).hasToString("SecretKeyBytes[redacted]");
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static final class ByteCounter extends OutputStream {

        long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }

    /** A sealed message of zeros, made while it is read. */
    private static final class PieceByPiece extends InputStream {

        private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
        private final OutputStream sealing;
        private final byte[] zeros = new byte[16_384];
        private long left;
        private byte[] ready = new byte[0];
        private int at;
        private boolean closed;

        PieceByPiece(SecretKeyBytes key, long length) {
            sealing = Cobblestone.sealing(key, CONTEXT, piece);
            left = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            while (at == ready.length) {
                if (closed) {
                    return -1;
                }
                if (left > 0) {
                    sealing.write(zeros);
                    left -= zeros.length;
                } else {
                    sealing.close();
                    closed = true;
                }
                ready = piece.toByteArray();
                piece.reset();
                at = 0;
            }
            var taken = Math.min(length, ready.length - at);
            System.arraycopy(ready, at, to, offset, taken);
            at += taken;
            return taken;
        }
    }
}
