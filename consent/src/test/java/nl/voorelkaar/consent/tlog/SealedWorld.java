package nl.voorelkaar.consent.tlog;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import nl.devservices.postgres.TestPostgres;
import nl.voorelkaar.consent.ConsentSchema;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ledgers, their logs and a sequencer on a real PostgreSQL, without an application around them. Emptied before each
 * test.
 */
abstract class SealedWorld {

    private static final URI PUBLIC_URL = URI.create("https://voorelkaar.example");

    static final TestPostgres.Databases DATABASES =
            TestPostgres.shared().databases("consent", fresh -> ConsentSchema.migrate(fresh.owner()));
    static final DataSource SEALER = SealingByHand.pool(DATABASES.sealer());
    static final DataSource AUDITOR = SealingByHand.pool(DATABASES.auditor());
    static final DataSource WRITER = SealingByHand.pool(DATABASES.residentFace());
    static final DataSource SUPERUSER = SealingByHand.pool(DATABASES.superuser());
    final JdbcClient superuser = JdbcClient.create(SUPERUSER);
    final TestLogKeys keys = new TestLogKeys();
    final LogDatabase database = new LogDatabase(SEALER);
    final Sequencer sequencer = sequencer(database);
    final Ledgers ledgers = new Ledgers(WRITER);

    final Sequencer sequencer(LogDatabase in) {
        return new Sequencer(in, new CheckpointSigner(keys, Clock.systemUTC()));
    }

    @BeforeEach
    void begin() {
        superuser.sql("""
                        TRUNCATE consent.log, consent.log_tile, consent.sealed_line, consent.audit_pending,
                                 consent.ledger_entry, consent.ledger_head, consent.audit_run, consent.audit_part,
                                 consent.audit_finding""").update();
        superuser.sql("ALTER TABLE consent.log_tile ENABLE TRIGGER only_grows").update();
        sequencer.makeLogs(PUBLIC_URL, 4);
    }

    /** Writes lines as the ledger does, without what they say. */
    static final class Ledgers {

        private final DataSource source;
        private final Random random = new Random(1);

        Ledgers(DataSource source) {
            this.source = source;
        }

        /** @return the number of the line */
        long write(UUID resident) {
            return write(resident, () -> {});
        }

        long write(UUID resident, Runnable beforeCommit) {
            try (var pool = new SingleConnection(source)) {
                return pool.inTransaction(sql -> {
                    var sequence = insert(sql, resident);
                    beforeCommit.run();
                    return sequence;
                });
            }
        }

        long insert(JdbcClient sql, UUID resident) {
            sql.sql("SELECT set_config('app.resident', :r, true)")
                    .param("r", resident.toString())
                    .query()
                    .singleValue();
            var sequence = sql.sql("""
                            INSERT INTO consent.ledger_head AS head (resident_id, last_seq) VALUES (:r, 1)
                            ON CONFLICT (resident_id) DO UPDATE SET last_seq = head.last_seq + 1 RETURNING last_seq""").param("r", resident).query(Long.class).single();
            var at = Instant.parse("2026-10-05T09:00:00.123456Z").plusSeconds(sequence);
            var event = UUID.randomUUID();
            var commitment = new byte[32];
            var body = new byte[80];
            synchronized (random) {
                random.nextBytes(commitment);
                random.nextBytes(body);
            }
            sql.sql("""
                            INSERT INTO consent.ledger_entry (resident_id, seq, event_id, at, commitment, body)
                            VALUES (:r, :s, :e, :at, :c, :b)""")
                    .param("r", resident)
                    .param("s", sequence)
                    .param("e", event)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("c", commitment)
                    .param("b", body)
                    .update();
            sql.sql("""
                            INSERT INTO consent.audit_pending (resident_id, event_id, seq, commitment, slot, stored)
                            VALUES (:r, :e, :s, :c, :slot, :stored)""")
                    .param("r", resident)
                    .param("e", event)
                    .param("s", sequence)
                    .param("c", commitment)
                    .param("slot", Hashes.slot(resident))
                    .param("stored", Hashes.stored(resident, sequence, event, at, commitment, body))
                    .update();
            return sequence;
        }
    }

    /** One connection, with transactions. */
    static final class SingleConnection implements AutoCloseable {

        final SingleConnectionDataSource source;
        final JdbcClient sql;
        final TransactionTemplate transaction;

        SingleConnection(DataSource from) {
            try {
                source = new SingleConnectionDataSource(from.getConnection(), true);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            sql = JdbcClient.create(source);
            transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        }

        <T> T inTransaction(java.util.function.Function<JdbcClient, T> work) {
            return transaction.execute(status -> work.apply(sql));
        }

        @Override
        public void close() {
            source.destroy();
        }
    }
}
