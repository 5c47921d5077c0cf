package nl.voorelkaar.dossier.vault.envelope;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * C2SP chunked-encryption in its instantiation Cobblestone-256: HKDF-Expand with SHA-512, AES-256-GCM, chunks of 16 KiB
 * (c2sp.org/chunked-encryption).
 *
 * <p>Guarantee: confidentiality and integrity of the whole message, its length included; the ciphertext opens under one
 * key and one context only (32-byte commitment); 2^77 messages under one key. Not guaranteed: the length is visible,
 * and a ciphertext can be replaced by an older one for the same context.
 *
 * <p>Format: salt (24 bytes), commitment (32), then each chunk with its tag (16). The last chunk is shorter than 16 KiB
 * and may be empty.
 */
public final class Cobblestone {

    /** The number of this format in every {@code suite} column. */
    public static final int SUITE = 1;

    static final int SALT = 24;
    static final int COMMITMENT = 32;
    /** In bytes; what {@link #openerOf} needs of a ciphertext. */
    public static final int HEADER = SALT + COMMITMENT;

    /** In bytes. */
    static final int OPENER = SecretKeyBytes.LENGTH + MessageKey.NONCE + COMMITMENT;

    static final int CHUNK = 16 * 1024;
    static final int TAG = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Cobblestone() {}

    /** @return {@code plaintext.length + 72} bytes or, from 16 KiB on, 16 bytes more for every 16 KiB */
    public static byte[] seal(SecretKeyBytes key, Context context, byte[] plaintext) {
        return seal(key, context, plaintext, freshSalt());
    }

    /**
     * With a given salt: for published vectors and the self-test. A salt that repeats under one key breaks the cipher.
     */
    static byte[] seal(SecretKeyBytes key, Context context, byte[] plaintext, byte[] salt) {
        var message = MessageKey.derive(key, salt, context);
        var chunks = plaintext.length / CHUNK + 1;
        var sealed = new byte[Math.addExact(HEADER, Math.addExact(plaintext.length, chunks * TAG))];
        System.arraycopy(salt, 0, sealed, 0, SALT);
        System.arraycopy(message.commitment(), 0, sealed, SALT, COMMITMENT);
        var at = HEADER;
        for (var from = 0; ; from += CHUNK) {
            var length = Math.min(CHUNK, plaintext.length - from);
            at += message.sealNext(plaintext, from, length, sealed, at);
            if (length < CHUNK) {
                return sealed;
            }
        }
    }

    /** @throws DoesNotOpen when altered, cut, moved to another context, or under another key */
    public static byte[] open(SecretKeyBytes key, Context context, byte[] sealed) {
        requireWhole(sealed);
        return open(MessageKey.derive(key, Arrays.copyOf(sealed, SALT), context), sealed);
    }

    /**
     * What opens this one ciphertext and nothing else under the key: for who may read one record of many. Wipe it after
     * use.
     *
     * @param sealed the ciphertext, or its first {@link #HEADER} bytes
     * @return {@link #OPENER} bytes
     * @throws DoesNotOpen when it is under another key or of another context
     */
    public static byte[] openerOf(SecretKeyBytes key, Context context, byte[] sealed) {
        if (sealed.length < HEADER) {
            throw new DoesNotOpen();
        }
        var message = MessageKey.derive(key, Arrays.copyOf(sealed, SALT), context);
        message.requireCommitment(sealed, SALT);
        return message.bytes();
    }

    /** @throws DoesNotOpen when altered, cut, or another ciphertext than the opener is of */
    public static byte[] openWith(byte[] opener, byte[] sealed) {
        requireWhole(sealed);
        return open(MessageKey.of(opener), sealed);
    }

    private static void requireWhole(byte[] sealed) {
        var body = sealed.length - HEADER;
        if (body < TAG || body % (CHUNK + TAG) < TAG) {
            throw new DoesNotOpen();
        }
    }

    private static byte[] open(MessageKey message, byte[] sealed) {
        message.requireCommitment(sealed, SALT);
        var body = sealed.length - HEADER;
        var plaintext = new byte[body - (body / (CHUNK + TAG) + 1) * TAG];
        var at = 0;
        for (var from = HEADER; from < sealed.length; from += CHUNK + TAG) {
            at += message.openNext(sealed, from, Math.min(CHUNK + TAG, sealed.length - from), plaintext, at);
        }
        return plaintext;
    }

    /**
     * Encrypts while written, in the memory of one chunk. Closing it writes the last chunk and closes {@code sealed};
     * what was not closed does not open. Who writes into it and fails halfway must throw the result away: closing makes
     * it whole.
     */
    public static OutputStream sealing(SecretKeyBytes key, Context context, OutputStream sealed) {
        var salt = freshSalt();
        return new SealingStream(MessageKey.derive(key, salt, context), salt, sealed);
    }

    /**
     * Decrypts while read, in the memory of one chunk. Hands out only what was verified, and reaches the end only when
     * the message is whole: reading throws {@link DoesNotOpen} otherwise.
     */
    public static InputStream opening(SecretKeyBytes key, Context context, InputStream sealed) {
        return new OpeningStream(key, context, sealed);
    }

    private static byte[] freshSalt() {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    static IllegalStateException missingFromTheJdk(GeneralSecurityException e) {
        return new IllegalStateException("the JDK lacks a cipher that it must have", e);
    }
}
