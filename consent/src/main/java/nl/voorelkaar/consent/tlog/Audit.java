package nl.voorelkaar.consent.tlog;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether what is stored is what was sealed: hashes every row of the ledger again, and every tile from those
 * below it, and holds every checkpoint that was ever kept against the tiles. Has a database role that changes nothing,
 * no key of a dossier, and the public keys of the log from a file, not from the database that it looks at.
 *
 * <p>Takes all of it or a random share. Keeps how far it is after every tile: a run that was interrupted goes on where
 * it was, when the same is asked again. Everything wrong is a finding; one finding never hides another.
 *
 * <p>Not found: a line that was never written, and one that was taken away before it was sealed together with its
 * pending row and its number; and whatever somebody does who also has the log's private keys, for which there are
 * witnesses.
 */
public final class Audit {

    private static final int RESIDENTS = -1;
    private static final int RESIDENTS_AT_ONCE = 500;
    private static final int MOST_TOLD = 100;

    private final LogDatabase database;
    private final byte[] ed25519;
    private final byte[] mlDsa44;

    /**
     * @param database as {@code ve_auditor}
     * @param ed25519 the log's public key
     * @param mlDsa44 the log's public key
     */
    public Audit(LogDatabase database, byte[] ed25519, byte[] mlDsa44) {
        this.database = database;
        this.ed25519 = ed25519.clone();
        this.mlDsa44 = mlDsa44.clone();
    }

    /** What can be wrong. The names are stored. */
    public enum Kind {
        /** A row of the ledger, or where it was sealed, is not what was sealed. */
        LINE_CHANGED,
        /** A sealed line is not in the ledger, or its predecessor is not. */
        LINE_GONE,
        /** The tree has an entry of which no line is known, or more than one. */
        ENTRY_WITHOUT_LINE,
        /** The ledger has a line that is neither sealed nor waiting for it. */
        NEVER_SEALED,
        /** The last number that was given out is not that of the last line. */
        WRONG_LAST_NUMBER,
        /** A line is in the log of other residents, or beyond the end of its log. */
        WRONG_PLACE,
        /** A tile is not what the lines, or the tiles below it, hash to; or not whole. */
        TILE_CHANGED,
        /** A checkpoint is not signed by the log, or has another root than the tiles. */
        CHECKPOINT_WRONG,
        /** A cosignature does not hold. */
        COSIGNATURE_WRONG,
        /** A timestamp is of something else. */
        STAMP_WRONG
    }

    /**
     * @param log -1 for none
     * @param position index in the log, number of the line, number of the tile or size, as the kind has it
     */
    public record Finding(Kind kind, int log, long position, Optional<UUID> resident) {}

    /** @param findings at most 100 of them; all are in the database */
    public record Report(long checked, long found, List<Finding> findings) {

        public boolean clean() {
            return found == 0;
        }
    }

    private record Run(UUID id, double share, long seed) {

        boolean takes(int log, long tile) {
            return share >= 1 || new SplittableRandom(seed ^ (log * 0x9E3779B97F4A7C15L + tile)).nextDouble() < share;
        }
    }

    private record Part(
            int log, long size, long next, @Nullable UUID after, long checked, boolean finished) {}

    private record Log(int id, String origin, long size, Optional<String> note) {}

    /**
     * @param share above 0, and 1 for everything
     * @param progress gets a line now and then
     */
    public Report run(double share, Consumer<String> progress) {
        var run = begin(share);
        for (var part : parts(run)) {
            if (part.log != RESIDENTS && !part.finished) {
                tiles(run, part, progress);
                checkpoints(run, part);
                finish(run, part.log);
            }
        }
        residents(run, progress);
        database.sql()
                .sql("UPDATE consent.audit_run SET finished_at = now() WHERE run_id = :run")
                .param("run", run.id)
                .update();
        return report(run);
    }

    private Run begin(double share) {
        return database.inTransaction(() -> database.sql()
                .sql("""
                        SELECT run_id, share, seed FROM consent.audit_run
                        WHERE finished_at IS NULL AND share = :share ORDER BY started_at DESC LIMIT 1""")
                .param("share", share)
                .query((row, n) -> new Run(row.getObject(1, UUID.class), row.getDouble(2), row.getLong(3)))
                .optional()
                .orElseGet(() -> start(new Run(UUID.randomUUID(), share, new SecureRandom().nextLong()))));
    }

    private Run start(Run run) {
        database.sql()
                .sql("INSERT INTO consent.audit_run (run_id, share, seed) VALUES (:run, :share, :seed)")
                .param("run", run.id)
                .param("share", run.share)
                .param("seed", run.seed)
                .update();
        database.sql().sql("""
                        INSERT INTO consent.audit_part (run_id, log_id, size)
                        SELECT :run, log_id, size FROM consent.log UNION ALL SELECT :run, -1, 0""").param("run", run.id).update();
        return run;
    }

    private List<Part> parts(Run run) {
        return database.sql()
                .sql("""
                        SELECT log_id, size, next_tile, after_resident, checked, finished FROM consent.audit_part
                        WHERE run_id = :run ORDER BY log_id""")
                .param("run", run.id)
                .query((row, n) -> new Part(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, UUID.class),
                        row.getLong(5),
                        row.getBoolean(6)))
                .list();
    }

    private void tiles(Run run, Part part, Consumer<String> progress) {
        var logs = database.sql()
                .sql("SELECT count(*) FROM consent.log")
                .query(Integer.class)
                .single();
        var tiles = (part.size + Tiles.WIDTH - 1) / Tiles.WIDTH;
        var told = part.next;
        for (var tile = part.next; tile < tiles; tile++) {
            if (!run.takes(part.log, tile)) {
                continue;
            }
            var number = tile;
            database.inTransaction(() -> {
                var findings = new ArrayList<Finding>();
                var lines = lines(part, number, logs, findings);
                upwards(part, number, findings);
                return keep(run, part.log, number + 1, lines, findings);
            });
            if (tile - told >= Math.max(1, tiles / 20)) {
                told = tile;
                progress.accept("log " + part.log + ": " + 100 * (tile + 1) / tiles + " %");
            }
        }
        progress.accept("log " + part.log + ": tiles done");
    }

    private record Row(
            long index,
            UUID resident,
            long sequence,
            byte[] commitment,
            byte[] stored,
            byte[] link,
            byte @Nullable [] previous,
            Optional<Entry> entry) {}

    private record Entry(UUID event, Instant at, byte[] commitment, byte[] body) {}

    /** The lines of one tile against the rows of the ledger, and against the tile. @return how many there were */
    private long lines(Part part, long tile, int logs, List<Finding> findings) {
        var from = tile * Tiles.WIDTH;
        var until = Math.min(from + Tiles.WIDTH, part.size);
        var entries = read(part.log, Tiles.ENTRIES, tile);
        var leaves = read(part.log, 0, tile);
        var width = (int) (until - from) * Hashes.LENGTH;
        if (entries.length < width || leaves.length < width) {
            findings.add(new Finding(Kind.TILE_CHANGED, part.log, tile, Optional.empty()));
            return 0;
        }
        var expected = from;
        for (var row : rows(part.log, from, until)) {
            for (; expected < row.index; expected++) {
                findings.add(new Finding(Kind.ENTRY_WITHOUT_LINE, part.log, expected, Optional.empty()));
            }
            if (row.index < expected) {
                findings.add(new Finding(Kind.ENTRY_WITHOUT_LINE, part.log, row.index, Optional.of(row.resident)));
                continue;
            }
            expected++;
            check(part.log, logs, row, findings);
            var offset = (int) (row.index - from);
            if (!Arrays.equals(Tiles.hash(entries, offset), row.link)
                    || !Arrays.equals(Tiles.hash(leaves, offset), Hashes.leaf(row.link))) {
                findings.add(new Finding(Kind.TILE_CHANGED, part.log, row.index, Optional.of(row.resident)));
            }
        }
        for (; expected < until; expected++) {
            findings.add(new Finding(Kind.ENTRY_WITHOUT_LINE, part.log, expected, Optional.empty()));
        }
        return until - from;
    }

    private static void check(int log, int logs, Row row, List<Finding> findings) {
        var resident = Optional.of(row.resident);
        if (Hashes.slot(row.resident) % logs != log) {
            findings.add(new Finding(Kind.WRONG_PLACE, log, row.index, resident));
        }
        var previous = row.sequence == 1 ? Hashes.firstLink(row.resident) : row.previous;
        if (previous == null) {
            findings.add(new Finding(Kind.LINE_GONE, log, row.sequence - 1, resident));
        } else if (!Arrays.equals(Hashes.link(previous, row.commitment, row.stored), row.link)) {
            findings.add(new Finding(Kind.LINE_CHANGED, log, row.sequence, resident));
        }
        if (row.entry.isEmpty()) {
            findings.add(new Finding(Kind.LINE_GONE, log, row.sequence, resident));
            return;
        }
        var entry = row.entry.get();
        var print = Hashes.stored(row.resident, row.sequence, entry.event, entry.at, entry.commitment, entry.body);
        if (!Arrays.equals(print, row.stored) || !Arrays.equals(entry.commitment, row.commitment)) {
            findings.add(new Finding(Kind.LINE_CHANGED, log, row.sequence, resident));
        }
    }

    private List<Row> rows(int log, long from, long until) {
        return database.sql()
                .sql("""
                        SELECT s.leaf_index, s.resident_id, s.seq, s.commitment, s.stored, s.link, p.link,
                               e.event_id, e.at, e.commitment, e.body
                        FROM consent.sealed_line s
                        LEFT JOIN consent.sealed_line p ON p.resident_id = s.resident_id AND p.seq = s.seq - 1
                        LEFT JOIN consent.ledger_entry e ON e.resident_id = s.resident_id AND e.seq = s.seq
                        WHERE s.log_id = :log AND s.leaf_index >= :from AND s.leaf_index < :until
                        ORDER BY s.leaf_index""")
                .param("log", log)
                .param("from", from)
                .param("until", until)
                .query((row, n) -> new Row(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getBytes(4),
                        row.getBytes(5),
                        row.getBytes(6),
                        row.getBytes(7),
                        Optional.ofNullable(row.getObject(8, UUID.class)).map(event -> entry(event, row))))
                .list();
    }

    private static Entry entry(UUID event, java.sql.ResultSet row) {
        try {
            return new Entry(
                    event, row.getObject(9, OffsetDateTime.class).toInstant(), row.getBytes(10), row.getBytes(11));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A whole tile against the hash of it one level up, and so on while those are whole too. */
    private void upwards(Part part, long tile, List<Finding> findings) {
        var number = tile;
        for (var level = 0; (number + 1) * Tiles.WIDTH <= Tiles.count(part.size, level); level++) {
            var below = read(part.log, level, number);
            var above = read(part.log, level + 1, number / Tiles.WIDTH);
            var offset = (int) (number % Tiles.WIDTH);
            if (below.length != Tiles.WIDTH * Hashes.LENGTH
                    || above.length < (offset + 1) * Hashes.LENGTH
                    || !Arrays.equals(Tiles.root(below, 0, Tiles.WIDTH), Tiles.hash(above, offset))) {
                findings.add(new Finding(Kind.TILE_CHANGED, part.log, number, Optional.empty()));
            }
            if ((number + 1) % Tiles.WIDTH != 0) {
                return;
            }
            number /= Tiles.WIDTH;
        }
    }

    private byte[] read(int log, int level, long number) {
        return new StoredTiles(database.sql(), new LogId(log)).read(level, number);
    }

    private record Kept(long size, String note) {}

    private void checkpoints(Run run, Part part) {
        database.inSnapshot(() -> {
            var findings = new ArrayList<Finding>();
            var log = database.sql()
                    .sql("SELECT log_id, origin, size, note FROM consent.log WHERE log_id = :log")
                    .param("log", part.log)
                    .query((row, n) -> new Log(
                            row.getInt(1), row.getString(2), row.getLong(3), Optional.ofNullable(row.getString(4))))
                    .single();
            var tiles = new Tiles(new StoredTiles(database.sql(), new LogId(part.log)));
            log.note.ifPresent(note -> checkpoint(log, new Kept(log.size, note), tiles, findings));
            if (log.note.isEmpty() != (log.size == 0) || log.size < part.size) {
                findings.add(new Finding(Kind.CHECKPOINT_WRONG, part.log, log.size, Optional.empty()));
            }
            database.sql()
                    .sql("SELECT size, note FROM consent.log_checkpoint WHERE log_id = :log ORDER BY size")
                    .param("log", part.log)
                    .query((row, n) -> new Kept(row.getLong(1), row.getString(2)))
                    .list()
                    .forEach(kept -> checkpoint(log, kept, tiles, findings));
            return keep(run, part.log, part.size / Tiles.WIDTH + 1, 0, findings);
        });
    }

    private void checkpoint(Log log, Kept kept, Tiles tiles, List<Finding> findings) {
        try {
            var note = Checkpoint.Note.parse(kept.note);
            var head = note.checkpoint();
            var good = head.origin().equals(log.origin)
                    && head.size() == kept.size
                    && head.size() <= log.size
                    && note.signedBy(new VerifierKey(log.origin, VerifierKey.Type.ED25519, ed25519))
                    && note.signedBy(new VerifierKey(log.origin, VerifierKey.Type.ML_DSA_44, mlDsa44))
                    && Arrays.equals(Tree.root(tiles, head.size()), head.root());
            if (!good) {
                findings.add(new Finding(Kind.CHECKPOINT_WRONG, log.id, kept.size, Optional.empty()));
            }
            others(log, note, findings);
        } catch (IllegalArgumentException | Tiles.MissingTile e) {
            findings.add(new Finding(Kind.CHECKPOINT_WRONG, log.id, kept.size, Optional.empty()));
        }
    }

    /** What witnesses and the timestamp authority said of this checkpoint. */
    private void others(Log log, Checkpoint.Note note, List<Finding> findings) {
        record Cosignature(String line, String key) {}
        var size = note.checkpoint().size();
        var cosignatures = database.sql()
                .sql("""
                        SELECT c.line, w.key FROM consent.log_cosignature c JOIN consent.log_witness w ON w.name = c.witness
                        WHERE c.log_id = :log AND c.size = :size""")
                .param("log", log.id)
                .param("size", size)
                .query((row, n) -> new Cosignature(row.getString(1), row.getString(2)))
                .list();
        for (var cosignature : cosignatures) {
            if (!new Checkpoint.Note(note.checkpoint(), List.of(cosignature.line.strip()))
                    .signedBy(VerifierKey.parse(cosignature.key))) {
                findings.add(new Finding(Kind.COSIGNATURE_WRONG, log.id, size, Optional.empty()));
            }
        }
        database.sql()
                .sql("SELECT token FROM consent.log_stamp WHERE log_id = :log AND size = :size")
                .param("log", log.id)
                .param("size", size)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .filter(token ->
                        !contains(token, Hashes.sha256(note.checkpoint().bodyBytes())))
                .ifPresent(token -> findings.add(new Finding(Kind.STAMP_WRONG, log.id, size, Optional.empty())));
    }

    /** A token holds the hash of what it is of as it is; who trusts its signature is for whoever reads the proof. */
    private static boolean contains(byte[] token, byte[] hash) {
        for (var from = 0; from + hash.length <= token.length; from++) {
            if (Arrays.equals(token, from, from + hash.length, hash, 0, hash.length)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Each resident's lines without gaps, up to the last number, sealed or waiting. A share takes some of the
     * residents.
     */
    private void residents(Run run, Consumer<String> progress) {
        var part = parts(run).getFirst();
        var after = part.after;
        for (var chunk = heads(after); !chunk.isEmpty(); chunk = heads(after)) {
            after = chunk.getLast().resident;
            var last = after;
            var taken = chunk.stream()
                    .filter(head -> run.takes(RESIDENTS, head.resident.getLeastSignificantBits()))
                    .toList();
            database.inTransaction(() -> {
                var findings = new ArrayList<Finding>();
                taken.forEach(head -> check(head, findings));
                keep(run, findings);
                return database.sql()
                        .sql("""
                                UPDATE consent.audit_part SET after_resident = :last, checked = checked + :checked
                                WHERE run_id = :run AND log_id = -1""")
                        .param("last", last)
                        .param("checked", taken.size())
                        .param("run", run.id)
                        .update();
            });
            progress.accept("residents: up to " + after.toString().substring(0, 4) + "…");
        }
        database.inTransaction(() -> {
            keep(run, strays());
            return 0;
        });
        finish(run, RESIDENTS);
    }

    private record Head(UUID resident, long last, long lines, long highest, long sealed, long waiting) {}

    /** One statement, so that all is of one moment. */
    private List<Head> heads(@Nullable UUID after) {
        return database.sql()
                .sql("""
                        SELECT h.resident_id, h.last_seq, e.n, e.highest, s.n, p.n FROM
                            (SELECT resident_id, last_seq FROM consent.ledger_head
                             WHERE resident_id > :after ORDER BY resident_id LIMIT :most) h
                        CROSS JOIN LATERAL (SELECT count(*) AS n, coalesce(max(seq), 0) AS highest
                                            FROM consent.ledger_entry e WHERE e.resident_id = h.resident_id) e
                        CROSS JOIN LATERAL (SELECT count(*) AS n FROM consent.sealed_line s
                                            WHERE s.resident_id = h.resident_id) s
                        CROSS JOIN LATERAL (SELECT count(*) AS n FROM consent.audit_pending p
                                            WHERE p.resident_id = h.resident_id) p
                        ORDER BY h.resident_id""")
                .param("after", Objects.requireNonNullElse(after, new UUID(0, 0)))
                .param("most", RESIDENTS_AT_ONCE)
                .query((row, n) -> new Head(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    private static void check(Head head, List<Finding> findings) {
        var resident = Optional.of(head.resident);
        if (head.lines != head.highest) {
            findings.add(new Finding(Kind.LINE_GONE, RESIDENTS, head.lines, resident));
        }
        if (head.last != head.highest) {
            findings.add(new Finding(Kind.WRONG_LAST_NUMBER, RESIDENTS, head.last, resident));
        }
        if (head.sealed + head.waiting < head.highest) {
            findings.add(new Finding(Kind.NEVER_SEALED, RESIDENTS, head.sealed + head.waiting, resident));
        }
    }

    /** Rows that no walk along heads and trees would meet. */
    private List<Finding> strays() {
        var findings = new ArrayList<Finding>();
        var seen = new HashSet<UUID>();
        database.sql()
                .sql("""
                        SELECT DISTINCT resident_id FROM consent.ledger_entry e
                        WHERE seq = 1 AND NOT EXISTS (SELECT 1 FROM consent.ledger_head h WHERE h.resident_id = e.resident_id)""")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .forEach(resident -> addOnce(Kind.WRONG_LAST_NUMBER, resident, seen, findings));
        database.sql()
                .sql("""
                        SELECT s.resident_id, s.log_id, s.leaf_index FROM consent.sealed_line s
                        LEFT JOIN consent.log l ON l.log_id = s.log_id WHERE l.size IS NULL OR s.leaf_index >= l.size""")
                .query((row, n) -> new Finding(
                        Kind.WRONG_PLACE, row.getInt(2), row.getLong(3), Optional.of(row.getObject(1, UUID.class))))
                .list()
                .forEach(findings::add);
        return findings;
    }

    private static void addOnce(Kind kind, UUID resident, Set<UUID> seen, List<Finding> findings) {
        if (seen.add(resident)) {
            findings.add(new Finding(kind, RESIDENTS, 0, Optional.of(resident)));
        }
    }

    private int keep(Run run, int log, long next, long checked, List<Finding> findings) {
        keep(run, findings);
        return database.sql()
                .sql("""
                        UPDATE consent.audit_part SET next_tile = :next, checked = checked + :checked
                        WHERE run_id = :run AND log_id = :log""")
                .param("next", next)
                .param("checked", checked)
                .param("run", run.id)
                .param("log", log)
                .update();
    }

    private void keep(Run run, List<Finding> findings) {
        for (var finding : findings) {
            database.sql()
                    .sql("""
                            INSERT INTO consent.audit_finding (run_id, finding_id, kind, log_id, position, resident_id)
                            VALUES (:run, :id, :kind, :log, :position, :resident)""")
                    .param("run", run.id)
                    .param("id", UUID.randomUUID())
                    .param("kind", finding.kind.name())
                    .param("log", finding.log)
                    .param("position", finding.position)
                    .param("resident", finding.resident.orElse(null), java.sql.Types.OTHER)
                    .update();
        }
    }

    private void finish(Run run, int log) {
        database.sql()
                .sql("UPDATE consent.audit_part SET finished = true WHERE run_id = :run AND log_id = :log")
                .param("run", run.id)
                .param("log", log)
                .update();
    }

    private Report report(Run run) {
        var checked = parts(run).stream()
                .filter(part -> part.log != RESIDENTS)
                .mapToLong(Part::checked)
                .sum();
        var found = database.sql()
                .sql("SELECT count(*) FROM consent.audit_finding WHERE run_id = :run")
                .param("run", run.id)
                .query(Long.class)
                .single();
        var findings = database.sql()
                .sql("""
                        SELECT kind, log_id, position, resident_id FROM consent.audit_finding WHERE run_id = :run
                        ORDER BY found_at, finding_id LIMIT :most""")
                .param("run", run.id)
                .param("most", MOST_TOLD)
                .query((row, n) -> new Finding(
                        Kind.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getObject(4, UUID.class))))
                .list();
        return new Report(checked, found, findings);
    }
}
