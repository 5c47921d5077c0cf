package nl.voorelkaar.consent.tlog;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Timestamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a checkpoint now and then and shows it to others: to witnesses at once, to a timestamp authority each hour.
 * What they answer is kept beside it. Who does not answer is asked again the next time, about the newest.
 */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration STAMPED_EVERY = Duration.ofHours(1);

    private final LogDatabase database;
    private final List<Witness> witnesses;
    private final Optional<Timestamps> timestamps;
    private final Duration keptEvery;
    private final Clock clock;

    /**
     * @param keptEvery how long a checkpoint that was shown stays the last, by the machine's time, when the log grows
     */
    Publisher(
            LogDatabase database,
            List<Witness> witnesses,
            Optional<Timestamps> timestamps,
            Duration keptEvery,
            Clock clock) {
        this.database = database;
        this.witnesses = List.copyOf(witnesses);
        this.timestamps = timestamps;
        this.keptEvery = keptEvery;
        this.clock = clock;
    }

    private record Kept(LogId log, Checkpoint.Note note) {

        long size() {
            return note.checkpoint().size();
        }
    }

    void introduceWitnesses() {
        for (var witness : witnesses) {
            database.sql()
                    .sql("""
                            INSERT INTO consent.log_witness (name, key) VALUES (:name, :key)
                            ON CONFLICT (name) DO UPDATE SET key = excluded.key""")
                    .param("name", witness.key().name())
                    .param("key", witness.key().text())
                    .update();
        }
    }

    void publish() throws InterruptedException {
        keep();
        for (var kept : newest()) {
            for (var witness : witnesses) {
                show(kept, witness);
            }
            timestamps.ifPresent(authority -> stamp(kept, authority));
        }
    }

    private void keep() {
        database.sql().sql("""
                        INSERT INTO consent.log_checkpoint (log_id, size, note, kept_at)
                        SELECT log_id, size, note, clock_timestamp() FROM consent.log l
                        WHERE size > 0 AND NOT EXISTS (
                            SELECT 1 FROM consent.log_checkpoint c WHERE c.log_id = l.log_id
                                AND (c.size = l.size OR c.kept_at > clock_timestamp() - :every * interval '1 millisecond'))
                        ON CONFLICT DO NOTHING""").param("every", keptEvery.toMillis()).update();
    }

    private List<Kept> newest() {
        return database.sql()
                .sql("SELECT DISTINCT ON (log_id) log_id, note FROM consent.log_checkpoint ORDER BY log_id, size DESC")
                .query((row, n) -> new Kept(new LogId(row.getInt(1)), Checkpoint.Note.parse(row.getString(2))))
                .list();
    }

    private void show(Kept kept, Witness witness) throws InterruptedException {
        var known = cosigned(kept.log(), witness);
        if (known == kept.size()) {
            return;
        }
        try {
            var answer = show(kept, witness, known);
            if (answer instanceof Witness.Answer.SawSize saw && saw.size() <= kept.size()) {
                answer = show(kept, witness, saw.size());
            }
            switch (answer) {
                case Witness.Answer.Cosigned cosigned -> keep(kept, witness, cosigned.line());
                case Witness.Answer.SawSize saw
                when saw.size() <= largest(kept.log()) ->
                    LOG.info("log {}: another node showed more of it to witness {}", kept.log(), witness.key());
                case Witness.Answer.SawSize saw ->
                    LOG.error(
                            "log {}: witness {} saw size {}, we have {}: is this database an older copy?",
                            kept.log(),
                            witness.key(),
                            saw.size(),
                            kept.size());
                case Witness.Answer.Contradicts _ ->
                    LOG.error(
                            "log {}: witness {} saw another log at or before size {}: a security incident",
                            kept.log(),
                            witness.key(),
                            kept.size());
            }
        } catch (IOException e) {
            LOG.warn("log {}: witness {} does not answer: {}", kept.log(), witness.key(), e.getMessage());
        }
    }

    private Witness.Answer show(Kept kept, Witness witness, long known) throws IOException, InterruptedException {
        return witness.show(
                kept.note(),
                known,
                size -> Tree.consistency(new Tiles(new StoredTiles(database.sql(), kept.log())), size, kept.size()));
    }

    private long cosigned(LogId log, Witness witness) {
        return database.sql()
                .sql("""
                        SELECT coalesce(max(size), 0) FROM consent.log_cosignature WHERE log_id = :log AND witness = :witness""")
                .param("log", log.value())
                .param("witness", witness.key().name())
                .query(Long.class)
                .single();
    }

    /** Any node keeps a checkpoint before it shows it. */
    private long largest(LogId log) {
        return database.sql()
                .sql("SELECT coalesce(max(size), 0) FROM consent.log_checkpoint WHERE log_id = :log")
                .param("log", log.value())
                .query(Long.class)
                .single();
    }

    private void keep(Kept kept, Witness witness, String line) {
        database.sql()
                .sql("""
                        INSERT INTO consent.log_cosignature (log_id, size, witness, line)
                        VALUES (:log, :size, :witness, :line) ON CONFLICT DO NOTHING""")
                .param("log", kept.log().value())
                .param("size", kept.size())
                .param("witness", witness.key().name())
                .param("line", line)
                .update();
    }

    private void stamp(Kept kept, Timestamps authority) {
        if (!dueForStamp(kept)) {
            return;
        }
        try {
            var stamp = authority.stamp(Hashes.sha256(kept.note().checkpoint().bodyBytes()));
            database.sql()
                    .sql("""
                            INSERT INTO consent.log_stamp (log_id, size, token, stamped_at)
                            VALUES (:log, :size, :token, :at) ON CONFLICT DO NOTHING""")
                    .param("log", kept.log().value())
                    .param("size", kept.size())
                    .param("token", stamp.token())
                    .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (RuntimeException e) {
            LOG.warn("log {}: no timestamp: {}", kept.log(), e.getClass().getName());
        }
    }

    /** By the product's clock, which may have been moved back. */
    private boolean dueForStamp(Kept kept) {
        record Last(long size, Instant at) {}
        var last = database.sql()
                .sql("SELECT size, stamped_at FROM consent.log_stamp WHERE log_id = :log ORDER BY size DESC LIMIT 1")
                .param("log", kept.log().value())
                .query((row, n) -> new Last(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
        return last.isEmpty()
                || last.get().size() < kept.size()
                        && Duration.between(last.get().at(), clock.instant())
                                        .abs()
                                        .compareTo(STAMPED_EVERY)
                                >= 0;
    }
}
