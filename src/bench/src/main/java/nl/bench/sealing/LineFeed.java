package nl.bench.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.bench.measure.Pause;
import nl.bench.measure.RunningProduct;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.tlog.Hashes;

/**
 * Lines of residents who exist nowhere else, as many in one commit as a busy ledger would not get: the rows are the
 * ledger's own, their bodies are noise of the usual length. Residents take turns, so that a batch has one line of each.
 */
final class LineFeed implements AutoCloseable {

    static final int BATCH = 500;
    private static final int RESIDENTS = 5_000;
    private static final int BODY = 420;

    private final List<Writer> writers = new ArrayList<>();

    /** @param writers how many connections write, each for residents of its own */
    LineFeed(RunningProduct product, int writers) throws SQLException {
        for (var writer = 0; writer < writers; writer++) {
            this.writers.add(new Writer(product.connect(), writer));
        }
    }

    /**
     * @param perSecond of all writers together; {@link Double#POSITIVE_INFINITY} is as fast as they can. @return how
     *     many lines
     */
    long write(double perSecond, double seconds) {
        try (var threads = Executors.newFixedThreadPool(writers.size())) {
            var begin = System.nanoTime();
            var counts = writers.stream()
                    .map(writer -> threads.submit(() -> writer.write(begin, perSecond / writers.size(), seconds)))
                    .toList();
            var lines = 0L;
            for (var count : counts) {
                lines += count.get();
            }
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static final class Writer {

        private final Connection connection;
        private final Random random;
        private final List<UUID> residents;
        private final long[] sequences = new long[RESIDENTS];
        private int turn;

        Writer(Connection connection, int seed) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            random = new Random(seed);
            residents = IntStream.range(0, RESIDENTS)
                    .mapToObj(i -> UUID.randomUUID())
                    .toList();
        }

        long write(long begin, double perSecond, double seconds) throws SQLException {
            var end = begin + (long) (seconds * 1e9);
            var lines = 0L;
            while (System.nanoTime() < end) {
                Pause.until(begin + (long) (lines / perSecond * 1e9));
                batch();
                lines += BATCH;
            }
            return lines;
        }

        private void batch() throws SQLException {
            var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
            try (var head = connection.prepareStatement("""
                            INSERT INTO consent.ledger_head AS head (resident_id, last_seq) VALUES (?, ?)
                            ON CONFLICT (resident_id) DO UPDATE SET last_seq = excluded.last_seq""");
                    var entry = connection.prepareStatement("""
                            INSERT INTO consent.ledger_entry (resident_id, seq, event_id, at, commitment, body)
                            VALUES (?, ?, ?, ?, ?, ?)""");
                    var pending = connection.prepareStatement("""
                            INSERT INTO consent.audit_pending (resident_id, event_id, seq, commitment, slot, stored)
                            VALUES (?, ?, ?, ?, ?, ?)""")) {
                for (var line = 0; line < BATCH; line++, turn = (turn + 1) % RESIDENTS) {
                    var resident = residents.get(turn);
                    var sequence = ++sequences[turn];
                    var event = UuidV7.at(at);
                    var commitment = new byte[32];
                    var body = new byte[BODY];
                    random.nextBytes(commitment);
                    random.nextBytes(body);
                    head.setObject(1, resident);
                    head.setLong(2, sequence);
                    head.addBatch();
                    entry.setObject(1, resident);
                    entry.setLong(2, sequence);
                    entry.setObject(3, event);
                    entry.setObject(4, at.atOffset(ZoneOffset.UTC));
                    entry.setBytes(5, commitment);
                    entry.setBytes(6, body);
                    entry.addBatch();
                    pending.setObject(1, resident);
                    pending.setObject(2, event);
                    pending.setLong(3, sequence);
                    pending.setBytes(4, commitment);
                    pending.setInt(5, Hashes.slot(resident));
                    pending.setBytes(6, Hashes.stored(resident, sequence, event, at, commitment, body));
                    pending.addBatch();
                }
                head.executeBatch();
                entry.executeBatch();
                pending.executeBatch();
            }
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var writer : writers) {
            writer.connection.close();
        }
    }
}
