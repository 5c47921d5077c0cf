package nl.voorelkaar.dossier.vault;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import nl.voorelkaar.dossier.vault.envelope.XWing;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key pairs of professionals and teams: public halves in the main database, signed by the organisation; private
 * halves in the keystore database, wrapped for the workspace face.
 */
final class GranteeRegister {

    private final JdbcClient sql;
    private final BrokerDatabase keystore;
    private final BranchKeys branches;
    private final CarerKeys carers;
    private final KeyCustody custody;
    private final Contexts contexts;
    private final Clock clock;

    GranteeRegister(
            JdbcClient sql,
            BrokerDatabase keystore,
            BranchKeys branches,
            CarerKeys carers,
            KeyCustody custody,
            Contexts contexts,
            Clock clock) {
        this.sql = sql;
        this.keystore = keystore;
        this.branches = branches;
        this.carers = carers;
        this.custody = custody;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** A public key whose signature was verified. */
    record Grantee(byte[] keyId, byte[] publicKey) {}

    /**
     * The key of this holder, as the organisation signed it. Resident face only.
     *
     * @return empty when none was published
     * @throws SecurityException when what is published was not signed for this holder: somebody put another key in its
     *     place
     */
    Optional<Grantee> find(Holder holder) {
        return holder.isPerson() ? carers.find(holder) : published(holder);
    }

    private Optional<Grantee> published(Holder holder) {
        return sql.sql("select key_id, suite, public_key, signature from dossier.grantee_key where holder = :holder")
                .param("holder", holder.text())
                .query((row, n) -> {
                    var keyId = row.getBytes("key_id");
                    var publicKey = row.getBytes("public_key");
                    var published = contexts.publication(holder, row.getInt("suite"), keyId, publicKey);
                    if (!Arrays.equals(keyId, idOf(publicKey))
                            || !custody.signedByOrganisation(published.bytes(), row.getBytes("signature"))) {
                        throw new SecurityException("a grantee key is not the one that was signed");
                    }
                    return new Grantee(keyId, publicKey);
                })
                .optional();
    }

    /** Makes and publishes a key pair unless there is one. In the caller's transaction. Workspace face only. */
    void ensure(Holder holder) {
        var published = sql.sql("select count(*) from dossier.grantee_key where holder = :holder")
                .param("holder", holder.text())
                .query(Integer.class)
                .single();
        if (published > 0) {
            return;
        }
        try (var seed = SecretKeyBytes.random()) {
            var publicKey = XWing.publicKeyOf(seed);
            var keyId = idOf(publicKey);
            // The private half first: published without it, a key would take grants that nobody can open.
            var wrapped = branches.wrap(Kek.GRANTEES, ownerOf(keyId), seed, contexts.seed(holder, keyId));
            keystore.sql()
                    .sql("""
                            insert into keystore.grantee_seed (key_id, branch_version, suite, wrapped)
                            values (:key, :branch, :suite, :wrapped)
                            """)
                    .param("key", keyId)
                    .param("branch", wrapped.branchVersion())
                    .param("suite", XWing.SUITE)
                    .param("wrapped", wrapped.bytes())
                    .update();
            sql.sql("""
                            insert into dossier.grantee_key
                                (key_id, holder, suite, public_key, signature, published_at)
                            values (:key, :holder, :suite, :public, :signature, :now) on conflict do nothing
                            """)
                    .param("key", keyId)
                    .param("holder", holder.text())
                    .param("suite", XWing.SUITE)
                    .param("public", publicKey)
                    .param(
                            "signature",
                            custody.sign(contexts.publication(holder, XWing.SUITE, keyId, publicKey)
                                    .bytes()))
                    .param("now", Sql.time(clock.instant()))
                    .update();
        }
    }

    /** The private half, when this key is this holder's. The caller wipes it. */
    Optional<SecretKeyBytes> seed(Holder holder, byte[] keyId) {
        if (holder.isPerson()) {
            return carers.seed(holder, keyId);
        }
        return keystore.sql()
                .sql("select branch_version, wrapped from keystore.grantee_seed where key_id = :key")
                .param("key", keyId)
                .query((row, n) -> new BranchKeys.Wrapped(row.getInt(1), row.getBytes(2)))
                .optional()
                .flatMap(wrapped -> unwrap(holder, keyId, wrapped));
    }

    /** The same, of who is at work, when what the keystore has was fetched already. */
    Optional<SecretKeyBytes> unwrap(Holder holder, byte[] keyId, BranchKeys.Wrapped wrapped) {
        try {
            return Optional.of(branches.unwrap(Kek.GRANTEES, ownerOf(keyId), wrapped, contexts.seed(holder, keyId)));
        } catch (DoesNotOpen e) {
            return Optional.empty();
        }
    }

    /** Wraps a private half again under the newest branch key. */
    void rewrap(byte[] keyId) {
        branches.forget(Kek.GRANTEES, BranchKeys.shardOf(ownerOf(keyId)));
        holderOf(keyId)
                .flatMap(holder -> seed(holder, keyId).map(seed -> {
                    try (seed) {
                        return branches.wrap(Kek.GRANTEES, ownerOf(keyId), seed, contexts.seed(holder, keyId));
                    }
                }))
                .ifPresent(wrapped -> keystore.sql()
                        .sql("""
                                update keystore.grantee_seed set branch_version = :branch, wrapped = :wrapped
                                where key_id = :key
                                """)
                        .param("branch", wrapped.branchVersion())
                        .param("wrapped", wrapped.bytes())
                        .param("key", keyId)
                        .update());
    }

    private Optional<Holder> holderOf(byte[] keyId) {
        return sql.sql("select holder from dossier.grantee_key where key_id = :key")
                .param("key", keyId)
                .query(String.class)
                .optional()
                .map(Holder::new);
    }

    private static UUID ownerOf(byte[] keyId) {
        var bytes = ByteBuffer.wrap(keyId);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] idOf(byte[] publicKey) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(publicKey), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
