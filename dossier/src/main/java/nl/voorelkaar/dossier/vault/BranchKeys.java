package nl.voorelkaar.dossier.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/**
 * The keys between the custody and the residents: 4 096 per KEK, so that the custody is asked once per shard in five
 * minutes and not once per page. Wrapped in the keystore database; unwrapped only in this memory.
 */
final class BranchKeys {

    static final int SHARDS = 4096;
    /** How long a node may still use what another node replaced. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final BrokerDatabase keystore;
    private final KeyCustody custody;
    private final Contexts contexts;
    private final Clock clock;
    private final Cache<Branch, SecretKeyBytes> keys;
    private final Cache<Place, Integer> newest;

    private record Place(Kek kek, int shard) {}

    private record Branch(Kek kek, int shard, int version) {}

    /** A key under a branch key, and the version of that. */
    record Wrapped(int branchVersion, byte[] bytes) {}

    BranchKeys(BrokerDatabase keystore, KeyCustody custody, Contexts contexts, Clock clock) {
        this.keystore = keystore;
        this.custody = custody;
        this.contexts = contexts;
        this.clock = clock;
        this.keys = remembering(4L * SHARDS);
        this.newest = remembering(4L * SHARDS);
    }

    private <K, V> Cache<K, V> remembering(long most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    static int shardOf(UUID owner) {
        // The last bits: the first ones of a UUIDv7 are the time, and would fill one shard after another.
        return (int) (owner.getLeastSignificantBits() & (SHARDS - 1));
    }

    boolean opens(Kek kek) {
        return custody.holds(kek);
    }

    Wrapped wrap(Kek kek, UUID owner, SecretKeyBytes key, Context context) {
        return seal(kek, owner, key.exposed(), context);
    }

    SecretKeyBytes unwrap(Kek kek, UUID owner, Wrapped wrapped, Context context) {
        return SecretKeyBytes.owning(open(kek, owner, wrapped, context));
    }

    Wrapped seal(Kek kek, UUID owner, byte[] plaintext, Context context) {
        var shard = shardOf(owner);
        var version = newest(kek, shard);
        return new Wrapped(version, Cobblestone.seal(key(new Branch(kek, shard, version)), context, plaintext));
    }

    byte[] open(Kek kek, UUID owner, Wrapped sealed, Context context) {
        return Cobblestone.open(key(new Branch(kek, shardOf(owner), sealed.branchVersion())), context, sealed.bytes());
    }

    int newest(Kek kek, int shard) {
        return newest.get(
                new Place(kek, shard),
                place -> newestStored(kek, shard)
                        .or(() -> {
                            add(kek, shard, firstOfShard(kek));
                            return newestStored(kek, shard);
                        })
                        .orElseThrow());
    }

    private Optional<Integer> newestStored(Kek kek, int shard) {
        return keystore.sql()
                .sql(
                        "select max(version) from keystore.branch_key where kek = :kek and shard = :shard having count(*) > 0")
                .param("kek", kek.number())
                .param("shard", shard)
                .query(Integer.class)
                .optional();
    }

    /** A shard that opens late opens at the version of the others, so that a rotation passed it too. */
    private int firstOfShard(Kek kek) {
        return keystore.sql()
                .sql("select coalesce(max(version), 1) from keystore.branch_key where kek = :kek")
                .param("kek", kek.number())
                .query(Integer.class)
                .single();
    }

    /** Makes a version unless somebody else just did. */
    void add(Kek kek, int shard, int version) {
        var kekVersion = custody.newest(kek);
        try (var fresh = SecretKeyBytes.random()) {
            keystore.sql()
                    .sql("""
                            insert into keystore.branch_key (kek, shard, version, suite, kek_version, wrapped, created_at)
                            values (:kek, :shard, :version, :suite, :kekVersion, :wrapped, :now)
                            on conflict do nothing
                            """)
                    .param("kek", kek.number())
                    .param("shard", shard)
                    .param("version", version)
                    .param("suite", Cobblestone.SUITE)
                    .param("kekVersion", kekVersion)
                    .param("wrapped", custody.wrap(kek, kekVersion, fresh, contexts.branch(kek, shard, version)))
                    .param("now", Sql.time(clock.instant()))
                    .update();
        }
    }

    /** Looks again which version is the newest, instead of within five minutes. */
    void forget(Kek kek, int shard) {
        newest.invalidate(new Place(kek, shard));
    }

    private SecretKeyBytes key(Branch branch) {
        if (!custody.holds(branch.kek())) {
            throw new KeyNotHeld();
        }
        return keys.get(branch, this::unwrapped);
    }

    private SecretKeyBytes unwrapped(Branch branch) {
        return keystore.sql()
                .sql("""
                        select kek_version, wrapped from keystore.branch_key
                        where kek = :kek and shard = :shard and version = :version
                        """)
                .param("kek", branch.kek().number())
                .param("shard", branch.shard())
                .param("version", branch.version())
                .query((row, n) -> custody.unwrap(
                        branch.kek(),
                        row.getInt(1),
                        row.getBytes(2),
                        contexts.branch(branch.kek(), branch.shard(), branch.version())))
                .optional()
                .orElseThrow(KeyNotHeld::new);
    }
}
