package nl.voorelkaar.dossier.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces keys while the product runs. Data are never encrypted again, only the keys above them.
 *
 * <p>For the operator: rotate a KEK yearly and at every suspicion ({@link Level#KEK}, at most 4 096 small rows); rotate
 * branch keys when the keystore database may have leaked together with a KEK ({@link Level#BRANCH}, one row per
 * resident, per section and per live grant). Run it on a face that holds the KEK: OWN on the resident face, GRANTEES on
 * the workspace face. Call {@link #start}, then {@link #step} until it says finished; stop and go on whenever you like,
 * on any node. Everything opens at every moment: each row names the version that it is under, and old versions stay.
 * Destroy an old KEK version in the custody only after its rotation finished and the backups of the keystore from
 * before it are gone.
 *
 * <p>What the directory and the register keep stays under the branch key of the day it was written; what is written
 * after the start is under the new one.
 */
public final class KeyRotation {

    private static final int BATCH = 200;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final RowScope rows;
    private final BrokerDatabase keystore;
    private final KeyCustody custody;
    private final BranchKeys branches;
    private final RootKeys roots;
    private final KeyParts parts;
    private final GrantLeases leases;
    private final GranteeRegister grantees;
    private final CarerKeys carers;
    private final Contexts contexts;
    private final Clock clock;

    KeyRotation(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            RowScope rows,
            BrokerDatabase keystore,
            KeyCustody custody,
            BranchKeys branches,
            RootKeys roots,
            KeyParts parts,
            GrantLeases leases,
            GranteeRegister grantees,
            CarerKeys carers,
            Contexts contexts,
            Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.rows = rows;
        this.keystore = keystore;
        this.custody = custody;
        this.branches = branches;
        this.roots = roots;
        this.parts = parts;
        this.leases = leases;
        this.grantees = grantees;
        this.carers = carers;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** Which layer of keys is replaced. */
    public enum Level {
        KEK,
        BRANCH
    }

    /**
     * @param total keys to wrap again, counted at the start
     * @param done of those; may pass the total by what was written under an old key meanwhile
     */
    public record Progress(Kek kek, Level level, int toVersion, long total, long done, boolean finished) {}

    /**
     * Makes the new version, which everything uses from now on, unless a rotation of this kind is still running: then
     * that one goes on.
     *
     * @throws KeyNotHeld when this face does not hold the KEK
     */
    public Progress start(Kek kek, Level level) {
        if (!custody.holds(kek)) {
            throw new KeyNotHeld();
        }
        var running = running(kek, level);
        if (running.isPresent()) {
            return running.get().progress();
        }
        var to = level == Level.KEK ? custody.rotate(kek) : newestBranch(kek) + 1;
        keystore.sql()
                .sql("""
                        insert into keystore.rotation (kek, level, to_version, total, done, started_at)
                        values (:kek, :level, :to, 0, 0, :now)
                        """)
                .param("kek", kek.number())
                .param("level", level.name())
                .param("to", to)
                .param("now", Sql.time(clock.instant()))
                .update();
        if (level == Level.BRANCH) {
            addBranches(kek, to);
        }
        keystore.sql()
                .sql("""
                        update keystore.rotation set total = :total
                        where kek = :kek and level = :level and to_version = :to
                        """)
                .param("total", remaining(kek, level, to))
                .param("kek", kek.number())
                .param("level", level.name())
                .param("to", to)
                .update();
        return running(kek, level).orElseThrow().progress();
    }

    /**
     * Wraps the next batch again. Finishes at the earliest five minutes after the start, when no node remembers the old
     * version as the newest.
     *
     * @throws IllegalStateException when no such rotation is running
     */
    public Progress step(Kek kek, Level level) {
        var run = running(kek, level).orElseThrow(() -> new IllegalStateException("no such rotation is running"));
        var to = run.progress().toVersion();
        var done = run.progress().done()
                + switch (level) {
                    case KEK -> rewrapBranches(kek, to);
                    case BRANCH -> rewrapBelow(kek, to);
                };
        var finished = remaining(kek, level, to) == 0
                && !clock.instant().isBefore(run.startedAt().plus(BranchKeys.REMEMBERED));
        keystore.sql()
                .sql("""
                        update keystore.rotation set done = :done, finished_at = :finished
                        where kek = :kek and level = :level and to_version = :to
                        """)
                .param("done", done)
                .param("finished", finished ? Sql.time(clock.instant()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("kek", kek.number())
                .param("level", level.name())
                .param("to", to)
                .update();
        return new Progress(kek, level, to, run.progress().total(), done, finished);
    }

    /** All rotations, the newest first. */
    public List<Progress> progress() {
        return keystore.sql()
                .sql("select * from keystore.rotation order by started_at desc, kek, level")
                .query((row, n) -> read(row).progress())
                .list();
    }

    private record Run(Progress progress, Instant startedAt) {}

    private Optional<Run> running(Kek kek, Level level) {
        return keystore.sql()
                .sql("""
                        select * from keystore.rotation
                        where kek = :kek and level = :level and finished_at is null
                        order by to_version desc limit 1
                        """)
                .param("kek", kek.number())
                .param("level", level.name())
                .query((row, n) -> read(row))
                .optional();
    }

    private static Run read(ResultSet row) throws SQLException {
        var number = row.getInt("kek");
        var kek = Arrays.stream(Kek.values())
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
        return new Run(
                new Progress(
                        kek,
                        Level.valueOf(row.getString("level")),
                        row.getInt("to_version"),
                        row.getLong("total"),
                        row.getLong("done"),
                        row.getObject("finished_at") != null),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }

    private int newestBranch(Kek kek) {
        return keystore.sql()
                .sql("select coalesce(max(version), 1) from keystore.branch_key where kek = :kek")
                .param("kek", kek.number())
                .query(Integer.class)
                .single();
    }

    private void addBranches(Kek kek, int to) {
        keystore.sql()
                .sql("""
                        select shard from keystore.branch_key where kek = :kek
                        group by shard having max(version) < :to
                        """)
                .param("kek", kek.number())
                .param("to", to)
                .query(Integer.class)
                .list()
                .forEach(shard -> {
                    branches.add(kek, shard, to);
                    branches.forget(kek, shard);
                });
    }

    private long remaining(Kek kek, Level level, int to) {
        var count = switch (level) {
            case KEK -> "select count(*) from keystore.branch_key where kek = :kek and kek_version < :to";
            case BRANCH -> """
                    select (select count(*) from keystore.rooted where kek = :kek and branch_version < :to)
                         + (select count(*) from keystore.grant_lease where kek = :kek and branch_version < :to)
                         + (select count(*) from keystore.key_part
                            where kek = :kek and branch_version < :to and wrapped is not null)
                         + (select count(*) from keystore.grantee_seed where :kek = 4 and branch_version < :to)
                         + (select count(*) from keystore.carer_seed where :kek = 1 and branch_version < :to)
                    """;
        };
        return keystore.sql()
                .sql(count)
                .param("kek", kek.number())
                .param("to", to)
                .query(Long.class)
                .single();
    }

    private record BranchRow(int shard, int version, int kekVersion, byte[] wrapped) {}

    private int rewrapBranches(Kek kek, int to) {
        return keystore.inTransaction(() -> {
            var batch = keystore.sql()
                    .sql("""
                            select shard, version, kek_version, wrapped from keystore.branch_key
                            where kek = :kek and kek_version < :to limit :batch for update skip locked
                            """)
                    .param("kek", kek.number())
                    .param("to", to)
                    .param("batch", BATCH)
                    .query(BranchRow.class)
                    .list();
            for (var row : batch) {
                var context = contexts.branch(kek, row.shard(), row.version());
                try (var key = custody.unwrap(kek, row.kekVersion(), row.wrapped(), context)) {
                    keystore.sql()
                            .sql("""
                                    update keystore.branch_key set kek_version = :to, wrapped = :wrapped
                                    where kek = :kek and shard = :shard and version = :version
                                    """)
                            .param("to", to)
                            .param("wrapped", custody.wrap(kek, to, key, context))
                            .param("kek", kek.number())
                            .param("shard", row.shard())
                            .param("version", row.version())
                            .update();
                }
            }
            return batch.size();
        });
    }

    private int rewrapBelow(Kek kek, int to) {
        // A node that did not know yet may have opened a shard under the version before.
        addBranches(kek, to);
        return rewrapRoots(kek, to)
                + rewrapLeases(kek, to)
                + parts.rewrap(kek, to, BATCH)
                + (kek == Kek.GRANTEES ? rewrapSeeds(to) : 0)
                + (kek == Kek.OWN ? rewrapCarers(to) : 0);
    }

    private int rewrapRoots(Kek kek, int to) {
        var batch = keystore.sql()
                .sql("select resident_id from keystore.rooted where kek = :kek and branch_version < :to limit :batch")
                .param("kek", kek.number())
                .param("to", to)
                .param("batch", BATCH)
                .query((row, n) -> new ResidentId(row.getObject(1, UUID.class)))
                .list();
        var zone = kek == Kek.OWN ? Zone.MIJN_DEEL : Zone.GEMEENTELIJK;
        for (var resident : batch) {
            var shard = BranchKeys.shardOf(resident.value());
            branches.forget(kek, shard);
            transaction.executeWithoutResult(status -> {
                rows.enter(resident);
                roots.rewrap(resident, zone);
            });
            keystore.sql()
                    .sql("""
                            update keystore.rooted set branch_version = :to
                            where kek = :kek and shard = :shard and resident_id = :resident
                            """)
                    .param("to", to)
                    .param("kek", kek.number())
                    .param("shard", shard)
                    .param("resident", resident.value())
                    .update();
        }
        return batch.size();
    }

    private record LeaseOf(ResidentId resident, GrantId grant) {}

    private int rewrapLeases(Kek kek, int to) {
        var batch = keystore.sql()
                .sql("""
                        select resident_id, grant_id from keystore.grant_lease
                        where kek = :kek and branch_version < :to limit :batch
                        """)
                .param("kek", kek.number())
                .param("to", to)
                .param("batch", BATCH)
                .query((row, n) -> new LeaseOf(
                        new ResidentId(row.getObject(1, UUID.class)), new GrantId(row.getObject(2, UUID.class))))
                .list();
        for (var lease : batch) {
            branches.forget(kek, BranchKeys.shardOf(lease.resident().value()));
            leases.rewrap(lease.resident(), lease.grant(), kek);
        }
        return batch.size();
    }

    private int rewrapCarers(int to) {
        var batch = keystore.sql()
                .sql("select holder from keystore.carer_seed where branch_version < :to limit :batch")
                .param("to", to)
                .param("batch", BATCH)
                .query((row, n) -> new Holder(row.getString(1)))
                .list();
        batch.forEach(carers::rewrap);
        return batch.size();
    }

    private int rewrapSeeds(int to) {
        var batch = keystore.sql()
                .sql("select key_id from keystore.grantee_seed where branch_version < :to limit :batch")
                .param("to", to)
                .param("batch", BATCH)
                .query((row, n) -> row.getBytes(1))
                .list();
        batch.forEach(grantees::rewrap);
        return batch.size();
    }
}
