package nl.voorelkaar.consent.tlog;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.TransparencyLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
@Face.OnResident
class PublishedTrees implements TransparencyLog {

    private final JdbcClient sql;

    PublishedTrees(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<PublishedLog> logs() {
        return sql.sql("SELECT log_id, origin, prefix, ed25519, ml_dsa_44 FROM consent.log ORDER BY log_id")
                .query((row, n) -> new PublishedLog(
                        row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    @Override
    public List<Witness> witnesses() {
        return sql.sql("SELECT name, key FROM consent.log_witness ORDER BY name")
                .query((row, n) -> new Witness(row.getString(1), row.getString(2)))
                .list();
    }

    @Override
    public Optional<String> keyPrint() {
        return logs().stream()
                .findFirst()
                .map(log -> print(VerifierKey.parse(log.ed25519()), VerifierKey.parse(log.mlDsa44())));
    }

    static String print(VerifierKey ed25519, VerifierKey mlDsa44) {
        var hex = HexFormat.of().formatHex(Hashes.sha256(ed25519.key(), mlDsa44.key()), 0, 8);
        return String.join("-", hex.substring(0, 4), hex.substring(4, 8), hex.substring(8, 12), hex.substring(12));
    }

    @Override
    public Optional<String> checkpoint(int log) {
        return sql.sql("""
                        SELECT note || coalesce((SELECT string_agg(c.line, '' ORDER BY c.witness) FROM consent.log_cosignature c
                                                 WHERE c.log_id = l.log_id AND c.size = l.size), '')
                        FROM consent.log l WHERE log_id = :log AND note IS NOT NULL""").param("log", log).query(String.class).optional();
    }

    @Override
    public Optional<byte[]> tile(int log, int level, long number, int width) {
        return sql.sql("""
                        SELECT hashes FROM consent.log_tile WHERE log_id = :log AND level = :level AND number = :number""")
                .param("log", log)
                .param("level", level)
                .param("number", number)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .filter(hashes -> hashes.length >= width * Hashes.LENGTH)
                .map(hashes -> Arrays.copyOf(hashes, width * Hashes.LENGTH));
    }

    @Override
    public Status status() {
        return sql.sql("""
                        SELECT coalesce(bool_and(lease_until > clock_timestamp()), false), min(behind_since) FROM consent.log""")
                .query((row, n) -> new Status(
                        row.getBoolean(1),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }
}
