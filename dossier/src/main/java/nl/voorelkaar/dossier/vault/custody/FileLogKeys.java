package nl.voorelkaar.dossier.vault.custody;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import nl.voorelkaar.consent.LogKeys;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.Ed25519;
import nl.voorelkaar.dossier.vault.envelope.MlDsa44;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/**
 * The keys of the transparency log in a file of their own, {@code log.keys}, with a password of its own: who seals
 * needs no key of a face, and the other way round. {@code log.pub} beside it is for whoever checks: the two public
 * keys, a line each in base64, first Ed25519, then ML-DSA-44.
 */
public final class FileLogKeys implements LogKeys {

    private static final String FILE = "log.keys";
    private static final String PUBLIC_FILE = "log.pub";
    private static final int SALT = 16;
    private static final Context CONTEXT = Context.of("custody/v1", "LOG");
    private static final String CLASSIC = "log.ed25519";
    private static final String LATER = "log.mldsa44";

    private final SecretKeyBytes classic;
    private final SecretKeyBytes later;
    private final byte[] classicPublic;
    private final byte[] laterPublic;

    private FileLogKeys(KeyRing ring) {
        this.classic = ring.secret(CLASSIC, 1);
        this.later = ring.secret(LATER, 1);
        this.classicPublic = Ed25519.publicKeyOf(classic);
        this.laterPublic = MlDsa44.publicKeyOf(later);
    }

    /** Makes the keys where there are none. @return whether they were made now */
    public static boolean initialise(Path path, CustodyPassword password) {
        var directory = new CustodyDirectory(path);
        directory.create();
        return directory.alone(() -> {
            if (directory.has(FILE)) {
                return false;
            }
            var salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            var ring = KeyRing.empty()
                    .with(CLASSIC, 1, SecretKeyBytes.random().exposed())
                    .with(LATER, 1, SecretKeyBytes.random().exposed());
            var sealed = ring.sealed(password.stretch(salt), CONTEXT);
            var file = Arrays.copyOf(salt, SALT + sealed.length);
            System.arraycopy(sealed, 0, file, SALT, sealed.length);
            var keys = new FileLogKeys(ring);
            var base64 = Base64.getEncoder();
            var published =
                    base64.encodeToString(keys.classicPublic) + "\n" + base64.encodeToString(keys.laterPublic) + "\n";
            directory.replace(PUBLIC_FILE, published.getBytes(StandardCharsets.US_ASCII));
            directory.replace(FILE, file);
            return true;
        });
    }

    /**
     * @throws KeyNotHeld when there are none in this directory
     * @throws SecurityException when the password does not open them
     */
    public static FileLogKeys open(Path path, CustodyPassword password) {
        var file = new CustodyDirectory(path).read(FILE).orElseThrow(KeyNotHeld::new);
        if (file.length < SALT) {
            throw new KeyNotHeld();
        }
        return new FileLogKeys(KeyRing.open(
                password.stretch(Arrays.copyOf(file, SALT)), CONTEXT, Arrays.copyOfRange(file, SALT, file.length)));
    }

    @Override
    public byte[] ed25519() {
        return classicPublic.clone();
    }

    @Override
    public byte[] mlDsa44() {
        return laterPublic.clone();
    }

    @Override
    public byte[] signEd25519(byte[] message) {
        return Ed25519.sign(classic, message);
    }

    @Override
    public byte[] signMlDsa44(byte[] message) {
        return MlDsa44.sign(later, message);
    }
}
