package nl.voorelkaar.dossier.vault.envelope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Key, base nonce and commitment of one message, and how far its chunks were counted. */
final class MessageKey {

    private static final byte[] LABEL =
            "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(StandardCharsets.US_ASCII);

    /** The specification's bound; one more would reuse a nonce of a neighbour. */
    private static final long MOST_CHUNKS = 1L << 38;

    static final int NONCE = 12;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] baseNonce;
    private final byte[] commitment;
    private long chunk;

    private MessageKey(Cipher cipher, SecretKeySpec key, byte[] baseNonce, byte[] commitment) {
        this.cipher = cipher;
        this.key = key;
        this.baseNonce = baseNonce;
        this.commitment = commitment;
    }

    static MessageKey derive(SecretKeyBytes inputKey, byte[] salt, Context context) {
        try {
            // By HMAC, twice: the KDF class of JDK 25 refuses to expand a 32-byte key with SHA-512.
            var mac = Mac.getInstance("HmacSHA512", "SunJCE");
            mac.init(new SecretKeySpec(inputKey.exposed(), "HmacSHA512"));
            var bound = context.bytes();
            var first = expand(mac, new byte[0], salt, bound, 1);
            var second = expand(mac, first, salt, bound, 2);
            var commitment = new byte[Cobblestone.COMMITMENT];
            var ofFirst = 64 - SecretKeyBytes.LENGTH - NONCE;
            System.arraycopy(first, SecretKeyBytes.LENGTH + NONCE, commitment, 0, ofFirst);
            System.arraycopy(second, 0, commitment, ofFirst, Cobblestone.COMMITMENT - ofFirst);
            var derived = new MessageKey(
                    Cipher.getInstance("AES/GCM/NoPadding", "SunJCE"),
                    new SecretKeySpec(first, 0, SecretKeyBytes.LENGTH, "AES"),
                    Arrays.copyOfRange(first, SecretKeyBytes.LENGTH, SecretKeyBytes.LENGTH + NONCE),
                    commitment);
            Arrays.fill(first, (byte) 0);
            return derived;
        } catch (GeneralSecurityException e) {
            throw Cobblestone.missingFromTheJdk(e);
        }
    }

    private static byte[] expand(Mac mac, byte[] previous, byte[] salt, byte[] context, int block) {
        mac.update(previous);
        mac.update(LABEL);
        mac.update(salt);
        mac.update(context);
        return mac.doFinal(new byte[] {(byte) block});
    }

    /** @param opener see {@link #bytes} */
    static MessageKey of(byte[] opener) {
        if (opener.length != Cobblestone.OPENER) {
            throw new DoesNotOpen();
        }
        try {
            return new MessageKey(
                    Cipher.getInstance("AES/GCM/NoPadding", "SunJCE"),
                    new SecretKeySpec(opener, 0, SecretKeyBytes.LENGTH, "AES"),
                    Arrays.copyOfRange(opener, SecretKeyBytes.LENGTH, SecretKeyBytes.LENGTH + NONCE),
                    Arrays.copyOfRange(opener, SecretKeyBytes.LENGTH + NONCE, opener.length));
        } catch (GeneralSecurityException e) {
            throw Cobblestone.missingFromTheJdk(e);
        }
    }

    /** Key, base nonce and commitment. */
    byte[] bytes() {
        var bytes = new byte[Cobblestone.OPENER];
        var secret = key.getEncoded();
        System.arraycopy(secret, 0, bytes, 0, SecretKeyBytes.LENGTH);
        System.arraycopy(baseNonce, 0, bytes, SecretKeyBytes.LENGTH, NONCE);
        System.arraycopy(commitment, 0, bytes, SecretKeyBytes.LENGTH + NONCE, Cobblestone.COMMITMENT);
        Arrays.fill(secret, (byte) 0);
        return bytes;
    }

    byte[] commitment() {
        return commitment;
    }

    void requireCommitment(byte[] sealed, int at) {
        if (!MessageDigest.isEqual(commitment, Arrays.copyOfRange(sealed, at, at + Cobblestone.COMMITMENT))) {
            throw new DoesNotOpen();
        }
    }

    int sealNext(byte[] plaintext, int from, int length, byte[] to, int at) {
        return next(Cipher.ENCRYPT_MODE, plaintext, from, length, to, at);
    }

    int openNext(byte[] sealed, int from, int length, byte[] to, int at) {
        return next(Cipher.DECRYPT_MODE, sealed, from, length, to, at);
    }

    private int next(int mode, byte[] input, int from, int length, byte[] to, int at) {
        if (chunk >= MOST_CHUNKS) {
            throw new DoesNotOpen();
        }
        var nonce = baseNonce.clone();
        for (int i = 0; i < 5; i++) {
            nonce[NONCE - 1 - i] ^= (byte) (chunk >>> 8 * i);
        }
        chunk++;
        try {
            cipher.init(mode, key, new GCMParameterSpec(8 * Cobblestone.TAG, nonce));
            return cipher.doFinal(input, from, length, to, at);
        } catch (AEADBadTagException e) {
            throw new DoesNotOpen();
        } catch (GeneralSecurityException e) {
            throw Cobblestone.missingFromTheJdk(e);
        }
    }
}
