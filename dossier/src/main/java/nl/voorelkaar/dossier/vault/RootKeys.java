package nl.voorelkaar.dossier.vault;

import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A resident's two root keys: one for <i>Mijn deel</i>, one for the municipal file. Works in the transaction and the
 * row scope of the caller.
 */
final class RootKeys {

    private final JdbcClient sql;
    private final BrokerDatabase keystore;
    private final BranchKeys branches;
    private final KeyParts parts;
    private final Contexts contexts;
    private final Clock clock;

    RootKeys(
            JdbcClient sql,
            BrokerDatabase keystore,
            BranchKeys branches,
            KeyParts parts,
            Contexts contexts,
            Clock clock) {
        this.sql = sql;
        this.keystore = keystore;
        this.branches = branches;
        this.parts = parts;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** All versions of one root key, unwrapped; wipe them by closing. */
    static final class Roots implements AutoCloseable {

        private final TreeMap<Integer, SecretKeyBytes> versions = new TreeMap<>();

        boolean isEmpty() {
            return versions.isEmpty();
        }

        int newest() {
            return versions.lastKey();
        }

        byte[] seal(Context context, byte[] plaintext) {
            return Cobblestone.seal(versions.lastEntry().getValue(), context, plaintext);
        }

        byte[] open(int version, Context context, byte[] sealed) {
            var key = versions.get(version);
            if (key == null) {
                throw new KeyNotHeld();
            }
            return Cobblestone.open(key, context, sealed);
        }

        SecretKeyBytes unwrap(int version, Context context, byte[] wrapped) {
            return SecretKeyBytes.owning(open(version, context, wrapped));
        }

        @Override
        public void close() {
            versions.values().forEach(SecretKeyBytes::close);
        }
    }

    /**
     * What is destroyed is not there, also when it came back from a copy of the main database.
     *
     * @throws KeyNotHeld when this face cannot unwrap this zone's keys
     */
    Roots load(ResidentId resident, Zone zone) {
        var roots = stored(resident, zone);
        if (zone == Zone.MIJN_DEEL) {
            var held = parts.ofRoot(resident);
            roots.versions.keySet().removeIf(version -> held.destroyed(KeyParts.OWN_ROOT, version));
            roots.versions.replaceAll((version, key) -> held.complete(KeyParts.OWN_ROOT, version, key));
        }
        return roots;
    }

    /** As the main database has them. */
    private Roots stored(ResidentId resident, Zone zone) {
        var kek = Sql.kek(zone);
        if (!branches.opens(kek)) {
            throw new KeyNotHeld();
        }
        var roots = new Roots();
        sql.sql("""
                        select version, branch_version, wrapped from dossier.root_key
                        where resident_id = :resident and zone = :zone
                        """)
                .param("resident", resident.value())
                .param("zone", Sql.zone(zone))
                .query((row, n) -> roots.versions.put(
                        row.getInt(1),
                        branches.unwrap(
                                kek,
                                resident.value(),
                                new BranchKeys.Wrapped(row.getInt(2), row.getBytes(3)),
                                contexts.root(resident, zone, row.getInt(1)))))
                .list();
        return roots;
    }

    /** Like {@link #load}; makes the key when there is none. */
    Roots ensure(ResidentId resident, Zone zone) {
        var roots = load(resident, zone);
        if (!roots.isEmpty()) {
            return roots;
        }
        add(resident, zone, zone == Zone.MIJN_DEEL ? parts.begin(resident, KeyParts.OWN_ROOT, 1) : 1);
        return load(resident, zone);
    }

    /**
     * Makes the next root key of <i>Mijn deel</i>, with a part of its own: what hangs on the one before can be
     * destroyed.
     *
     * @return the version of the one before; empty when there was none
     */
    Optional<Integer> renew(ResidentId resident) {
        var before = sql.sql("select max(version) from dossier.root_key where resident_id = :resident and zone = :zone")
                .param("resident", resident.value())
                .param("zone", Sql.zone(Zone.MIJN_DEEL))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single();
        before.ifPresent(
                version -> add(resident, Zone.MIJN_DEEL, parts.renew(resident, KeyParts.OWN_ROOT, version + 1)));
        return before;
    }

    private void add(ResidentId resident, Zone zone, int version) {
        var kek = Sql.kek(zone);
        try (var fresh = SecretKeyBytes.random()) {
            var wrapped = branches.wrap(kek, resident.value(), fresh, contexts.root(resident, zone, version));
            // First the list that rotation walks along: a name on it without a key does no harm, a key without a name
            // would.
            keystore.sql()
                    .sql("""
                            insert into keystore.rooted (kek, shard, resident_id, branch_version)
                            values (:kek, :shard, :resident, :branch) on conflict do nothing
                            """)
                    .param("kek", kek.number())
                    .param("shard", BranchKeys.shardOf(resident.value()))
                    .param("resident", resident.value())
                    .param("branch", wrapped.branchVersion())
                    .update();
            sql.sql("""
                            insert into dossier.root_key
                                (resident_id, zone, version, branch_version, suite, wrapped, created_at)
                            values (:resident, :zone, :version, :branch, :suite, :wrapped, :now) on conflict do nothing
                            """)
                    .param("resident", resident.value())
                    .param("zone", Sql.zone(zone))
                    .param("version", version)
                    .param("branch", wrapped.branchVersion())
                    .param("suite", Cobblestone.SUITE)
                    .param("wrapped", wrapped.bytes())
                    .param("now", Sql.time(clock.instant()))
                    .update();
        }
    }

    /** Holds the resident's keys for this transaction: grants that begin and end at once take turns. */
    void hold(ResidentId resident, Zone zone) {
        sql.sql("select version from dossier.root_key where resident_id = :resident and zone = :zone for update")
                .param("resident", resident.value())
                .param("zone", Sql.zone(zone))
                .query(Integer.class)
                .list();
    }

    /** Wraps one root key under the newest branch key. @return whether it was under an older one */
    boolean rewrap(ResidentId resident, Zone zone) {
        hold(resident, zone);
        var kek = Sql.kek(zone);
        var newest = branches.newest(kek, BranchKeys.shardOf(resident.value()));
        var changed = 0;
        try (var roots = stored(resident, zone)) {
            for (var version : roots.versions.entrySet()) {
                var wrapped = branches.wrap(
                        kek, resident.value(), version.getValue(), contexts.root(resident, zone, version.getKey()));
                changed += sql.sql("""
                                update dossier.root_key set branch_version = :branch, wrapped = :wrapped
                                where resident_id = :resident and zone = :zone and version = :version
                                  and branch_version < :newest
                                """)
                        .param("branch", wrapped.branchVersion())
                        .param("wrapped", wrapped.bytes())
                        .param("resident", resident.value())
                        .param("zone", Sql.zone(zone))
                        .param("version", version.getKey())
                        .param("newest", newest)
                        .update();
            }
        }
        return changed > 0;
    }
}
