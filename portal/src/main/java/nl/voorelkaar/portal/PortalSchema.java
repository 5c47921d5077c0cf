package nl.voorelkaar.portal;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of this module: schema {@code portal}, migrations in {@code db/migration/portal}. */
public final class PortalSchema {

    private PortalSchema() {}

    /** Brings the schema up to date. Run as the owner role, never as a face. Idempotent. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("portal")
                .locations("classpath:db/migration/portal")
                .load()
                .migrate();
    }
}
