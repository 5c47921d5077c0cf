package nl.voorelkaar.dossier.vault.envelope;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** Fixed inputs and the outputs that they must have, made with another implementation (pyca/cryptography 50). */
public final class KnownAnswers {

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(2);
    private static final int ROUNDS = 20_000;
    private static final int MESSAGE = 8 * 1024;

    private static final String MESSAGE_OF_11_BYTES =
            "0468c5963dc9c3ca24876eb41167b7dea7183145ebdc9998595901fabaab724a5e43bf51754fb1b09144e355a0955ae8"
                    + "0415f7d364612d582d384fd0c6e7cbe2ce682fe350bd121f5dab13e1914801c465b766";

    private KnownAnswers() {}

    /** @throws IllegalStateException when a cipher gives another answer than the published format */
    public static void check() {
        var key = new byte[SecretKeyBytes.LENGTH];
        var message = new byte[11];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) (7 * i);
        }
        var sealed = HexFormat.of().parseHex(MESSAGE_OF_11_BYTES);
        var secret = SecretKeyBytes.owning(key);
        var context = new Context("test");
        require(Arrays.equals(message, Cobblestone.open(secret, context, sealed)));
        require(Arrays.equals(
                sealed, Cobblestone.seal(secret, context, message, Arrays.copyOf(sealed, Cobblestone.SALT))));
        sealed[sealed.length - 1] ^= 1;
        try {
            Cobblestone.open(secret, context, sealed);
            require(false);
        } catch (DoesNotOpen expected) {
            // What must not open did not.
        }
        var info = new byte[] {1};
        require(Arrays.equals(message, XWing.open(secret, info, XWing.seal(XWing.publicKeyOf(secret), info, message))));
        require(Ed25519.verify(Ed25519.publicKeyOf(secret), message, Ed25519.sign(secret, message)));
    }

    /**
     * Seals and opens until the virtual machine has compiled the ciphers: about 0.6 s of one processor. Two seconds at
     * most: one that never compiles them well gets no faster by waiting.
     */
    public static void warmUp() {
        var enough = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        try (var key = SecretKeyBytes.random()) {
            var context = new Context("warm-up");
            var message = new byte[MESSAGE];
            for (int i = 0; i < ROUNDS && System.nanoTime() < enough; i++) {
                require(Cobblestone.open(key, context, Cobblestone.seal(key, context, message)).length == MESSAGE);
            }
        }
    }

    private static void require(boolean asKnown) {
        if (!asKnown) {
            throw new IllegalStateException("a cipher does not give the known answer");
        }
    }
}
