package nl.voorelkaar.consent.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sealed lines of one resident, with what proves them. In the caller's transaction and in the scope of that
 * resident.
 */
@Component
@Face.OnResident
public final class SealedChain {

    private final JdbcClient sql;

    SealedChain(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param stored the print of the row, see {@link Hashes#stored} */
    public record Line(long sequence, int log, long index, byte[] commitment, byte[] stored, byte[] link) {}

    /**
     * A tree as it is now.
     *
     * @param note a signed checkpoint
     * @param ed25519 verifier key
     * @param mlDsa44 verifier key
     */
    public record Signed(int log, String origin, long size, String note, String ed25519, String mlDsa44) {}

    /**
     * An earlier checkpoint that somebody else saw.
     *
     * @param note signed by the log, with the cosignatures
     * @param consistency from it to the tree that was asked about
     */
    public record Anchor(long size, String note, Optional<byte[]> token, List<byte[]> consistency) {}

    public Optional<Line> newest(UUID resident) {
        return lines(resident, "ORDER BY seq DESC LIMIT 1").stream().findFirst();
    }

    public List<Line> lines(UUID resident) {
        return lines(resident, "ORDER BY seq");
    }

    private List<Line> lines(UUID resident, String which) {
        return sql.sql("""
                        SELECT seq, log_id, leaf_index, commitment, stored, link FROM consent.sealed_line
                        WHERE resident_id = :resident\s""" + which)
                .param("resident", resident)
                .query((row, n) -> new Line(
                        row.getLong(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getBytes(4),
                        row.getBytes(5),
                        row.getBytes(6)))
                .list();
    }

    public Signed signed(int log) {
        return sql.sql("SELECT log_id, origin, size, note, ed25519, ml_dsa_44 FROM consent.log WHERE log_id = :log")
                .param("log", log)
                .query((row, n) -> new Signed(
                        row.getInt(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .single();
    }

    /** Inclusion proofs of these leaves, in their order. */
    public List<List<byte[]>> inclusions(Signed tree, List<Long> indexes) {
        var tiles = tiles(tree.log());
        return indexes.stream()
                .map(index -> Tree.inclusion(tiles, index, tree.size()))
                .toList();
    }

    /**
     * Of these leaves: for each the first checkpoint with it that was stamped; and the newest that was stamped, and the
     * newest that each witness signed. Smallest first.
     */
    public List<Anchor> anchors(Signed tree, List<Long> indexes) {
        var stamped = new TreeMap<Long, Boolean>();
        sql.sql("SELECT size FROM consent.log_stamp WHERE log_id = :log AND size <= :size ORDER BY size")
                .param("log", tree.log())
                .param("size", tree.size())
                .query(Long.class)
                .list()
                .forEach(size -> stamped.put(size, true));
        var sizes = new TreeMap<Long, Boolean>();
        for (var index : indexes) {
            Optional.ofNullable(stamped.higherKey(index)).ifPresent(size -> sizes.put(size, true));
        }
        if (!stamped.isEmpty()) {
            sizes.put(stamped.lastKey(), true);
        }
        sql.sql("""
                        SELECT max(size) FROM consent.log_cosignature WHERE log_id = :log AND size <= :size GROUP BY witness""")
                .param("log", tree.log())
                .param("size", tree.size())
                .query(Long.class)
                .list()
                .forEach(size -> sizes.put(size, true));
        var tiles = tiles(tree.log());
        var anchors = new ArrayList<Anchor>();
        for (var size : sizes.keySet()) {
            anchors.add(anchor(tree, size, tiles));
        }
        return anchors;
    }

    private Anchor anchor(Signed tree, long size, Tree.Subtrees tiles) {
        return sql.sql("""
                        SELECT c.note || coalesce((SELECT string_agg(w.line, '' ORDER BY w.witness) FROM consent.log_cosignature w
                                                   WHERE w.log_id = c.log_id AND w.size = c.size), ''),
                               (SELECT s.token FROM consent.log_stamp s WHERE s.log_id = c.log_id AND s.size = c.size)
                        FROM consent.log_checkpoint c WHERE c.log_id = :log AND c.size = :size""")
                .param("log", tree.log())
                .param("size", size)
                .query((row, n) -> new Anchor(
                        size,
                        row.getString(1),
                        Optional.ofNullable(row.getBytes(2)),
                        Tree.consistency(tiles, size, tree.size())))
                .single();
    }

    private Tree.Subtrees tiles(int log) {
        return new Tiles(new StoredTiles(sql, new LogId(log)));
    }
}
