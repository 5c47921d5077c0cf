package nl.voorelkaar.consent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.voorelkaar.ConsentTestApplication;
import org.springframework.stereotype.Component;

/** AES-256-GCM with a key per kind and owner and the context as associated data; as strict about faces as the vault. */
@Component
final class TestSealing implements Sealing {

    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret = new byte[32];

    TestSealing() {
        RANDOM.nextBytes(secret);
    }

    @Override
    public byte[] seal(Kind kind, UUID owner, String context, byte[] plaintext) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, kind, owner, context, nonce, plaintext, 0);
        var both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return both;
    }

    @Override
    public byte[] open(Kind kind, UUID owner, String context, byte[] sealed) {
        if (kind != Kind.DIRECTORY && ConsentTestApplication.current() == Face.WORKSPACE) {
            throw new SecurityException("does not open");
        }
        return crypt(Cipher.DECRYPT_MODE, kind, owner, context, Arrays.copyOf(sealed, NONCE), sealed, NONCE);
    }

    @Override
    public byte[] index(String label, String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return digest.digest((label + "|" + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] crypt(int mode, Kind kind, UUID owner, String context, byte[] nonce, byte[] input, int offset) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            digest.update((kind + "|" + owner).getBytes(StandardCharsets.UTF_8));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(digest.digest(), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new SecurityException("does not open");
        }
    }
}
