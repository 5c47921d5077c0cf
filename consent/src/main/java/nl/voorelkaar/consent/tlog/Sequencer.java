package nl.voorelkaar.consent.tlog;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts pending lines into the trees: each exactly once, those of a resident in order. A batch is one transaction:
 * lines, tiles and checkpoint are there together, or not at all and the lines still pending. So it may be killed at any
 * moment.
 *
 * <p>Several nodes may run one. Who has the lease of a log, by the database's clock, takes a batch while it holds the
 * row of that lease; nobody who writes a line waits for that row. Lines are found by being there, never by being newer
 * than the last: one that is committed late is taken late.
 *
 * <p>A line whose predecessor is neither sealed nor pending stays where it is, and the log says that it is behind:
 * something was taken away.
 */
final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final int BATCH = 20_000;
    static final Duration LEASE = Duration.ofSeconds(10);
    /** What takes longer than this is told. */
    private static final Duration BEHIND = Duration.ofSeconds(10);

    private final LogDatabase database;
    private final CheckpointSigner signer;
    private final UUID node = UUID.randomUUID();

    Sequencer(LogDatabase database, CheckpointSigner signer) {
        this.database = database;
        this.signer = signer;
    }

    /**
     * Makes the rows of the logs that are not there yet. Their number, origins and keys stay as they were made first.
     *
     * @throws IllegalStateException when the logs have other keys than these
     */
    void makeLogs(URI publicUrl, int count) {
        if (count < 1 || count > 256) {
            throw new IllegalArgumentException("there are 1 to 256 logs");
        }
        var strangers = database.inTransaction(() -> {
            if (logs().isEmpty()) {
                IntStream.range(0, count).mapToObj(LogId::new).forEach(log -> make(log, publicUrl));
            }
            return logs().stream().filter(Predicate.not(this::isOurs)).count();
        });
        if (strangers > 0) {
            throw new IllegalStateException("the logs were signed with other keys than this custody has");
        }
    }

    private record Named(String origin, String ed25519, String mlDsa44) {}

    private List<Named> logs() {
        return database.sql()
                .sql("SELECT origin, ed25519, ml_dsa_44 FROM consent.log ORDER BY log_id")
                .query((row, n) -> new Named(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private boolean isOurs(Named log) {
        return signer.ed25519(log.origin).text().equals(log.ed25519)
                && signer.mlDsa44(log.origin).text().equals(log.mlDsa44);
    }

    private void make(LogId log, URI publicUrl) {
        var prefix = publicUrl.toString().replaceAll("/+$", "") + log.path();
        var origin = prefix.replaceFirst("^https?://", "");
        database.sql()
                .sql("""
                        INSERT INTO consent.log (log_id, origin, prefix, ed25519, ml_dsa_44)
                        VALUES (:log, :origin, :prefix, :classic, :later) ON CONFLICT DO NOTHING""")
                .param("log", log.value())
                .param("origin", origin)
                .param("prefix", prefix)
                .param("classic", signer.ed25519(origin).text())
                .param("later", signer.mlDsa44(origin).text())
                .update();
    }

    /** @return how many lines were sealed, in the logs that this node has */
    int tick() {
        lease();
        var sealed = 0;
        for (var log : waiting()) {
            int batch;
            do {
                batch = database.inTransaction(() -> seal(log));
                sealed += batch;
            } while (batch == BATCH);
        }
        return sealed;
    }

    private void lease() {
        database.sql()
                .sql("""
                        UPDATE consent.log SET holder = :node, lease_until = clock_timestamp() + :lease * interval '1 second'
                        WHERE lease_until < clock_timestamp()
                           OR (holder = :node AND lease_until < clock_timestamp() + :half * interval '1 second')""")
                .param("node", node)
                .param("lease", LEASE.toSeconds())
                .param("half", LEASE.toSeconds() / 2)
                .update();
    }

    /** Gives the leases back, so that another node need not wait for their end. */
    void release() {
        database.sql()
                .sql("UPDATE consent.log SET lease_until = '-infinity' WHERE holder = :node")
                .param("node", node)
                .update();
    }

    private List<LogId> waiting() {
        return database.sql()
                .sql("""
                        SELECT log_id FROM consent.log l
                        WHERE holder = :node AND lease_until > clock_timestamp()
                          AND EXISTS (SELECT 1 FROM consent.audit_pending p
                                      WHERE p.slot % (SELECT count(*) FROM consent.log) = l.log_id)
                        ORDER BY log_id""")
                .param("node", node)
                .query((row, n) -> new LogId(row.getInt(1)))
                .list();
    }

    private record Head(String origin, long size) {}

    private record Pending(UUID resident, UUID event, long sequence, byte[] commitment, byte[] stored) {}

    private record Placed(Pending line, long index, byte[] link) {}

    private record Link(long sequence, byte[] hash) {}

    private int seal(LogId log) {
        // Whoever else would seal this log waits here, and then sees that it is not theirs.
        var head = held(log);
        if (head.isEmpty()) {
            return 0;
        }
        var pending = pending(log);
        var growth = new Growth(head.get().size(), new StoredTiles(database.sql(), log));
        var placed = place(pending, growth);
        if (placed.isEmpty()) {
            return 0;
        }
        write(log, placed);
        growth.changed().forEach(tile -> write(log, tile));
        var checkpoint = new Checkpoint(head.get().origin(), growth.size(), growth.root());
        database.sql()
                .sql("UPDATE consent.log SET size = :size, note = :note WHERE log_id = :log")
                .param("size", checkpoint.size())
                .param("note", signer.note(checkpoint))
                .param("log", log.value())
                .update();
        return placed.size();
    }

    private Optional<Head> held(LogId log) {
        return database.sql()
                .sql("""
                        SELECT origin, size FROM consent.log
                        WHERE log_id = :log AND holder = :node AND lease_until > clock_timestamp() FOR UPDATE""")
                .param("log", log.value())
                .param("node", node)
                .query((row, n) -> new Head(row.getString(1), row.getLong(2)))
                .optional();
    }

    private List<Pending> pending(LogId log) {
        return database.sql()
                .sql("""
                        SELECT resident_id, event_id, seq, commitment, stored FROM consent.audit_pending
                        WHERE slot % (SELECT count(*) FROM consent.log) = :log
                        ORDER BY resident_id, seq LIMIT :batch""")
                .param("log", log.value())
                .param("batch", BATCH)
                .query((row, n) -> new Pending(
                        row.getObject("resident_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getLong("seq"),
                        row.getBytes("commitment"),
                        row.getBytes("stored")))
                .list();
    }

    private List<Placed> place(List<Pending> pending, Growth growth) {
        var links = links(pending);
        var placed = new ArrayList<Placed>(pending.size());
        for (var line : pending) {
            var last = links.computeIfAbsent(line.resident, id -> new Link(0, Hashes.firstLink(id)));
            if (line.sequence == last.sequence + 1) {
                var link = Hashes.link(last.hash, line.commitment, line.stored);
                links.put(line.resident, new Link(line.sequence, link));
                placed.add(new Placed(line, growth.append(link), link));
            }
        }
        return placed;
    }

    /** The newest sealed line of each of these residents. */
    private Map<UUID, Link> links(List<Pending> pending) {
        var links = new HashMap<UUID, Link>();
        database.sql()
                .sql("""
                        SELECT r.id, s.seq, s.link FROM unnest(:residents) AS r(id)
                        CROSS JOIN LATERAL (SELECT seq, link FROM consent.sealed_line
                                            WHERE resident_id = r.id ORDER BY seq DESC LIMIT 1) s""")
                .param(
                        "residents",
                        pending.stream().map(Pending::resident).distinct().toArray(UUID[]::new))
                .query(row -> {
                    links.put(row.getObject(1, UUID.class), new Link(row.getLong(2), row.getBytes(3)));
                });
        return links;
    }

    private void write(LogId log, List<Placed> placed) {
        var residents = placed.stream().map(line -> line.line.resident).toArray(UUID[]::new);
        var events = placed.stream().map(line -> line.line.event).toArray(UUID[]::new);
        database.sql()
                .sql("""
                        INSERT INTO consent.sealed_line (resident_id, seq, log_id, leaf_index, commitment, stored, link)
                        SELECT r, s, :log, i, c, p, l FROM unnest(:residents, :sequences, :indexes, :commitments, :prints, :links)
                            AS t(r, s, i, c, p, l)""")
                .param("log", log.value())
                .param("residents", residents)
                .param(
                        "sequences",
                        placed.stream().map(line -> line.line.sequence).toArray(Long[]::new))
                .param("indexes", placed.stream().map(Placed::index).toArray(Long[]::new))
                .param(
                        "commitments",
                        placed.stream().map(line -> line.line.commitment).toArray(byte[][]::new))
                .param("prints", placed.stream().map(line -> line.line.stored).toArray(byte[][]::new))
                .param("links", placed.stream().map(Placed::link).toArray(byte[][]::new))
                .update();
        var gone = database.sql()
                .sql("""
                        DELETE FROM consent.audit_pending p USING unnest(:residents, :events) AS t(r, e)
                        WHERE p.resident_id = t.r AND p.event_id = t.e""")
                .param("residents", residents)
                .param("events", events)
                .update();
        if (gone != placed.size()) {
            throw new IllegalStateException("lines were taken away while they were sealed");
        }
    }

    private void write(LogId log, Growth.Tile tile) {
        database.sql()
                .sql("""
                        INSERT INTO consent.log_tile (log_id, level, number, hashes) VALUES (:log, :level, :number, :hashes)
                        ON CONFLICT (log_id, level, number) DO UPDATE SET hashes = excluded.hashes""")
                .param("log", log.value())
                .param("level", tile.level())
                .param("number", tile.number())
                .param("hashes", tile.bytes())
                .update();
    }

    /**
     * Says which of the logs are behind, in the database, where a face sees it. @return how long the oldest line waits
     */
    Duration watch() {
        database.sql()
                .sql("""
                        UPDATE consent.log l SET behind_since = oldest.at
                        FROM (SELECT l2.log_id, min(p.added_at) FILTER (
                                  WHERE p.added_at < clock_timestamp() - :behind * interval '1 second') AS at
                              FROM consent.log l2
                              LEFT JOIN consent.audit_pending p ON p.slot % (SELECT count(*) FROM consent.log) = l2.log_id
                              WHERE l2.holder = :node GROUP BY l2.log_id) oldest
                        WHERE l.log_id = oldest.log_id AND l.behind_since IS DISTINCT FROM oldest.at""")
                .param("behind", BEHIND.toSeconds())
                .param("node", node)
                .update();
        var seconds = database.sql()
                .sql(
                        "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(added_at)), 0) FROM consent.audit_pending")
                .query(Double.class)
                .single();
        var waits = Duration.ofMillis((long) (seconds * 1_000));
        if (waits.compareTo(BEHIND) > 0) {
            LOG.error("sealing is behind: the oldest line waits for {} s", waits.toSeconds());
        }
        return waits;
    }
}
