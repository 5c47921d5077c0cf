package nl.voorelkaar.dossier.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.function.Supplier;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/**
 * Spares the inner lock of a grant, which takes as long as everything else together, for who opened it in the last five
 * minutes. What is remembered is not the key of the grant: it is that key under the outer lock, which is open only
 * while the lease is there and the day key was not destroyed. Both are asked each time, and so are the decision and the
 * grantee's own key. A stop therefore works at once, and who sees this memory has nothing without them.
 */
final class OpenedBoxes {

    private static final int MOST = 20_000;

    private final Cache<ByteBuffer, byte[]> remembered;

    OpenedBoxes(Clock clock) {
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(BranchKeys.REMEMBERED)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    /**
     * @param outer the key of the outer lock, as it is open now
     * @param terms what the inner lock is bound to
     * @param inner what the outer lock held
     * @param open opens the inner lock
     * @return the key of the grant; the caller wipes it
     */
    SecretKeyBytes key(SecretKeyBytes outer, Context terms, byte[] inner, Supplier<SecretKeyBytes> open) {
        var which = which(terms, inner);
        var known = remembered.getIfPresent(which);
        if (known != null) {
            return SecretKeyBytes.owning(Cobblestone.open(outer, terms, known));
        }
        var key = open.get();
        remembered.put(which, Cobblestone.seal(outer, terms, key.exposed()));
        return key;
    }

    private static ByteBuffer which(Context terms, byte[] inner) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(terms.sha256());
            return ByteBuffer.wrap(digest.digest(inner));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
