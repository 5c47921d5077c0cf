package nl.voorelkaar.dossier.vault;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Connections of the broker's own. Not a {@link DataSource} bean, nor a transaction manager: nothing else in the
 * program can take it for the main database or reach it by accident.
 */
final class BrokerDatabase implements AutoCloseable {

    private final DataSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    BrokerDatabase(DataSource source) {
        this.source = source;
        this.sql = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    JdbcClient sql() {
        return sql;
    }

    /** In a transaction of its own, whatever the caller has going on. */
    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    @Override
    public void close() throws Exception {
        if (source instanceof AutoCloseable pool) {
            pool.close();
        }
    }
}
