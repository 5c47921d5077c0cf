package nl.bench.rules;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Sealing and opening an entry of 4 KiB as the vault does: a key of its own for each message, a commitment to it, and
 * AES-256-GCM. Beside it, AES-256-GCM of the JDK alone, under one key, of the same bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VaultTimes {

    private static final int ENTRY = 4096;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeyBytes key = SecretKeyBytes.random();
    private final SecretKeySpec aes = new SecretKeySpec(key.exposed(), "AES");
    private final Context context = Context.of("rec/v1", "bench", "entry", 1);
    private final byte[] entry = new byte[ENTRY];
    private Cipher cipher;
    private byte[] sealed;
    private byte[] nonce;
    private byte[] plainlySealed;

    @Setup
    public void write() throws GeneralSecurityException {
        random.nextBytes(entry);
        cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        sealed = seal();
        plainlySealed = plainSeal();
    }

    @Benchmark
    public byte[] seal() {
        return Cobblestone.seal(key, context, entry);
    }

    @Benchmark
    public byte[] open() {
        return Cobblestone.open(key, context, sealed);
    }

    @Benchmark
    public byte[] plainSeal() throws GeneralSecurityException {
        nonce = new byte[NONCE];
        random.nextBytes(nonce);
        cipher.init(Cipher.ENCRYPT_MODE, aes, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(entry);
    }

    @Benchmark
    public byte[] plainOpen() throws GeneralSecurityException {
        cipher.init(Cipher.DECRYPT_MODE, aes, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(plainlySealed);
    }
}
