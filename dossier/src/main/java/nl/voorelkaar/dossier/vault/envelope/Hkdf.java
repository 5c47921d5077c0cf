package nl.voorelkaar.dossier.vault.envelope;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-512 (RFC 5869), for one 32-byte key; and the HMAC underneath. */
public final class Hkdf {

    private Hkdf() {}

    /** Extract without salt, then expand. Both inputs are joined; each has its own fixed length. */
    public static SecretKeyBytes derive(SecretKeyBytes first, SecretKeyBytes second, Context info) {
        var input = new byte[2 * SecretKeyBytes.LENGTH];
        System.arraycopy(first.exposed(), 0, input, 0, SecretKeyBytes.LENGTH);
        System.arraycopy(second.exposed(), 0, input, SecretKeyBytes.LENGTH, SecretKeyBytes.LENGTH);
        var prk = hmac("HmacSHA512", new byte[64], input);
        Arrays.fill(input, (byte) 0);
        var bound = info.bytes();
        var okm = hmac("HmacSHA512", prk, Arrays.copyOf(bound, bound.length + 1), (byte) 1);
        Arrays.fill(prk, (byte) 0);
        return SecretKeyBytes.owning(Arrays.copyOf(okm, SecretKeyBytes.LENGTH));
    }

    /** HMAC-SHA-256: 32 bytes. */
    public static byte[] hmacSha256(SecretKeyBytes key, byte[] message) {
        return hmac("HmacSHA256", key.exposed(), message);
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] message, byte counter) {
        message[message.length - 1] = counter;
        return hmac(algorithm, key, message);
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(algorithm, "SunJCE");
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw Cobblestone.missingFromTheJdk(e);
        }
    }
}
