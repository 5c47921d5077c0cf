package nl.voorelkaar.dossier.vault.envelope;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * 32 secret bytes. Prints nothing, is compared in constant time, and can be wiped.
 *
 * <p>Wiping is best effort: the virtual machine may have copied the bytes while it moved memory. Not safe to wipe while
 * another thread uses it.
 */
public final class SecretKeyBytes implements AutoCloseable {

    /** In bytes. */
    public static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private boolean wiped;

    private SecretKeyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static SecretKeyBytes random() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new SecretKeyBytes(bytes);
    }

    /** Takes the array over: the caller must not keep it. */
    public static SecretKeyBytes owning(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        return new SecretKeyBytes(bytes);
    }

    /**
     * The bytes themselves, not a copy, for a cipher or a wrapping and nothing else.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public byte[] exposed() {
        if (wiped) {
            throw new IllegalStateException("this key was wiped");
        }
        return bytes;
    }

    public SecretKeyBytes copy() {
        return new SecretKeyBytes(exposed().clone());
    }

    @Override
    public void close() {
        wiped = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretKeyBytes that && MessageDigest.isEqual(bytes, that.bytes);
    }

    /** The same for all: a hash of a secret would say something about it. */
    @Override
    public int hashCode() {
        return SecretKeyBytes.class.hashCode();
    }

    @Override
    public String toString() {
        return "SecretKeyBytes[redacted]";
    }
}
