package nl.voorelkaar.dossier.vault.custody;

import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Opens the file of one face. Stretched with Argon2id (RFC 9106, second recommended option: 64 MiB, three passes). */
public final class CustodyPassword {

    private static final int SHORTEST = 8;

    private final String characters;

    /** @throws IllegalArgumentException when shorter than 8 characters; the message does not repeat it */
    public CustodyPassword(String characters) {
        if (characters.length() < SHORTEST) {
            throw new IllegalArgumentException("a custody password has at least 8 characters");
        }
        this.characters = characters;
    }

    SecretKeyBytes stretch(byte[] salt) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(64 * 1024)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(salt)
                .build());
        var key = new byte[SecretKeyBytes.LENGTH];
        argon2.generateBytes(characters.toCharArray(), key);
        return SecretKeyBytes.owning(key);
    }

    @Override
    public String toString() {
        return "CustodyPassword[redacted]";
    }
}
