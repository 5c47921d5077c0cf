package nl.voorelkaar.consent.tlog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tiles of one log as the database has them; remembers the last that it read. For one transaction and one thread. */
final class StoredTiles implements Tiles.Source {

    private static final int REMEMBERED = 512;
    private static final byte[] NONE = {};

    private final JdbcClient sql;
    private final LogId log;

    private final Map<Place, byte[]> read = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Place(int level, long number) {}

    StoredTiles(JdbcClient sql, LogId log) {
        this.sql = sql;
        this.log = log;
    }

    @Override
    public byte[] read(int level, long number) {
        return read.computeIfAbsent(
                new Place(level, number),
                place -> sql.sql(
                                "SELECT hashes FROM consent.log_tile WHERE log_id = :log AND level = :level AND number = :n")
                        .param("log", log.value())
                        .param("level", level)
                        .param("n", number)
                        .query((row, n) -> row.getBytes(1))
                        .optional()
                        .orElse(NONE));
    }
}
