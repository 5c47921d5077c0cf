package nl.bench.bulk;

import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.Random;

/**
 * Every {@link SecureRandom} that is made from now on, whoever makes it: on a thread that asked for it, the same
 * numbers each time. So the product needs no way in for tests.
 */
public final class SeededRandomness extends SecureRandomSpi {

    private static final ThreadLocal<Random> SEEDED = new ThreadLocal<>();

    private final SecureRandom real;

    public SeededRandomness() throws NoSuchAlgorithmException, NoSuchProviderException {
        real = SecureRandom.getInstance("NativePRNGNonBlocking", "SUN");
    }

    static void install() {
        Security.insertProviderAt(new Seeded(), 1);
    }

    static void remove() {
        SEEDED.remove();
        Security.removeProvider("Seeded");
    }

    /** On this thread, from now on. */
    static void begin(long seed) {
        SEEDED.set(new Random(seed));
    }

    static void end() {
        SEEDED.remove();
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
        // What comes is known already.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
        if (SEEDED.get() == null) {
            real.nextBytes(bytes);
        } else {
            SEEDED.get().nextBytes(bytes);
        }
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
        var seed = new byte[length];
        engineNextBytes(seed);
        return seed;
    }

    private static final class Seeded extends Provider {

        Seeded() {
            super("Seeded", "1", "Random numbers that a test knows");
            put("SecureRandom.Seeded", SeededRandomness.class.getName());
        }
    }
}
