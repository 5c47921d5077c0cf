package nl.voorelkaar.dossier.vault.envelope;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * HPKE (RFC 9180, base mode) with the hybrid KEM X-Wing (X25519 and ML-KEM-768), HKDF-SHA-256 and AES-256-GCM: what is
 * sealed today stays closed for a quantum computer, and for whoever breaks ML-KEM.
 *
 * <p>Not guaranteed: who sealed it. Public keys must be authenticated before they are used.
 *
 * <p>Format of a sealed message: encapsulation (1120 bytes), then the ciphertext with its tag (16).
 */
public final class XWing {

    /**
     * The number of this format in every {@code suite} column. X-Wing is still a draft: a final version gets a new one.
     */
    public static final int SUITE = 2;

    public static final int PUBLIC_KEY = 1216;
    private static final int ENCAPSULATION = 1120;
    private static final int TAG = 16;

    private XWing() {}

    /** The seed is the private key: formats of providers differ, 32 bytes do not. */
    public static byte[] publicKeyOf(SecretKeyBytes seed) {
        var hpke = suite();
        return hpke.serializePublicKey(
                hpke.deserializePrivateKey(seed.exposed(), null).getPublic());
    }

    /** @param info what the message is for; bound into its key */
    public static byte[] seal(byte[] publicKey, byte[] info, byte[] message) {
        try {
            var hpke = suite();
            var parts = hpke.seal(hpke.deserializePublicKey(publicKey), info, new byte[0], message, null, null, null);
            var sealed = Arrays.copyOf(parts[1], ENCAPSULATION + parts[0].length);
            System.arraycopy(parts[0], 0, sealed, ENCAPSULATION, parts[0].length);
            return sealed;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("could not seal", e);
        }
    }

    /** @throws DoesNotOpen when altered, for another key, or with other info */
    public static byte[] open(SecretKeyBytes seed, byte[] info, byte[] sealed) {
        if (sealed.length < ENCAPSULATION + TAG) {
            throw new DoesNotOpen();
        }
        try {
            var hpke = suite();
            return hpke.open(
                    Arrays.copyOf(sealed, ENCAPSULATION),
                    hpke.deserializePrivateKey(seed.exposed(), null),
                    info,
                    new byte[0],
                    Arrays.copyOfRange(sealed, ENCAPSULATION, sealed.length),
                    null,
                    null,
                    null);
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            throw new DoesNotOpen();
        }
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
