package nl.voorelkaar.dossier.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.vault.GranteeRegister.Grantee;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import nl.voorelkaar.dossier.vault.envelope.XWing;

/**
 * The key pairs of people who act for residents. Only the private half is stored, wrapped for the resident face alone;
 * the public half is made from it each time, so that there is none to put another in the place of. Resident face only.
 */
final class CarerKeys {

    private final BrokerDatabase keystore;
    private final BranchKeys branches;
    private final Contexts contexts;

    CarerKeys(BrokerDatabase keystore, BranchKeys branches, Contexts contexts) {
        this.keystore = keystore;
        this.branches = branches;
        this.contexts = contexts;
    }

    /** Makes a key pair unless there is one. */
    void ensure(Holder holder) {
        try (var seed = SecretKeyBytes.random()) {
            var keyId = idOf(XWing.publicKeyOf(seed));
            var wrapped = branches.wrap(Kek.OWN, ownerOf(holder), seed, contexts.seed(holder, keyId));
            keystore.sql()
                    .sql("""
                            insert into keystore.carer_seed (holder, key_id, branch_version, suite, wrapped)
                            values (:holder, :key, :branch, :suite, :wrapped) on conflict do nothing
                            """)
                    .param("holder", holder.text())
                    .param("key", keyId)
                    .param("branch", wrapped.branchVersion())
                    .param("suite", XWing.SUITE)
                    .param("wrapped", wrapped.bytes())
                    .update();
        }
    }

    Optional<Grantee> find(Holder holder) {
        return stored(holder).map(stored -> {
            try (var seed = open(holder, stored)) {
                return new Grantee(stored.keyId(), XWing.publicKeyOf(seed));
            }
        });
    }

    /** The private half, when this key is this holder's. The caller wipes it. */
    Optional<SecretKeyBytes> seed(Holder holder, byte[] keyId) {
        return stored(holder)
                .filter(stored -> Arrays.equals(stored.keyId(), keyId))
                .flatMap(stored -> {
                    try {
                        return Optional.of(open(holder, stored));
                    } catch (DoesNotOpen e) {
                        return Optional.empty();
                    }
                });
    }

    /** Wraps again under the newest branch key. */
    void rewrap(Holder holder) {
        branches.forget(Kek.OWN, BranchKeys.shardOf(ownerOf(holder)));
        stored(holder).ifPresent(stored -> {
            try (var seed = open(holder, stored)) {
                var wrapped = branches.wrap(Kek.OWN, ownerOf(holder), seed, contexts.seed(holder, stored.keyId()));
                keystore.sql()
                        .sql("""
                                update keystore.carer_seed set branch_version = :branch, wrapped = :wrapped
                                where holder = :holder
                                """)
                        .param("branch", wrapped.branchVersion())
                        .param("wrapped", wrapped.bytes())
                        .param("holder", holder.text())
                        .update();
            }
        });
    }

    private record Stored(byte[] keyId, BranchKeys.Wrapped wrapped) {}

    private Optional<Stored> stored(Holder holder) {
        return keystore.sql()
                .sql("select key_id, branch_version, wrapped from keystore.carer_seed where holder = :holder")
                .param("holder", holder.text())
                .query((row, n) -> new Stored(row.getBytes(1), new BranchKeys.Wrapped(row.getInt(2), row.getBytes(3))))
                .optional();
    }

    private SecretKeyBytes open(Holder holder, Stored stored) {
        return branches.unwrap(Kek.OWN, ownerOf(holder), stored.wrapped(), contexts.seed(holder, stored.keyId()));
    }

    private static UUID ownerOf(Holder holder) {
        return UUID.fromString(holder.text().substring(Holder.PERSON.length()));
    }

    private static byte[] idOf(byte[] publicKey) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(publicKey), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
