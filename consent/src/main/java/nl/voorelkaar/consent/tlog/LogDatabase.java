package nl.voorelkaar.consent.tlog;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The main database in a role of its own, apart from the face's connections. Closes what it was given. */
public final class LogDatabase implements AutoCloseable {

    private final DataSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    /** @param source as {@code ve_sealer}, or {@code ve_auditor} */
    public LogDatabase(DataSource source) {
        this.source = source;
        this.sql = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    JdbcClient sql() {
        return sql;
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** Everything that is read is of one moment. */
    <T> T inSnapshot(Supplier<T> work) {
        return snapshot.execute(status -> work.get());
    }

    @Override
    public void close() throws Exception {
        if (source instanceof AutoCloseable pool) {
            pool.close();
        }
    }
}
