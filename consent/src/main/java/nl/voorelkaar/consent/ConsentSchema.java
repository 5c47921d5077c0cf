package nl.voorelkaar.consent;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of this module: schema {@code consent}, migrations in {@code db/migration/consent}. */
public final class ConsentSchema {

    private ConsentSchema() {}

    /** Brings the schema up to date. Run as the owner role, never as a face. Idempotent. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("consent")
                .locations("classpath:db/migration/consent")
                // Parts of the product number their own migrations; none depends on the order of another's.
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
