package nl.voorelkaar.dossier;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables of this module: schema {@code dossier} in the main database, schema {@code keystore} in the keystore
 * database.
 */
public final class DossierSchema {

    private DossierSchema() {}

    /** Brings the main database up to date. Run as the owner role, never as a face. Idempotent. */
    public static void migrate(DataSource owner) {
        migrate(owner, "dossier");
    }

    /** Brings the keystore database up to date. Run as its owner role. Idempotent. */
    public static void migrateKeystore(DataSource owner) {
        migrate(owner, "keystore");
    }

    private static void migrate(DataSource owner, String schema) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .locations("classpath:db/migration/" + schema)
                // Parts of the product number their own migrations; none depends on the order of another's.
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
