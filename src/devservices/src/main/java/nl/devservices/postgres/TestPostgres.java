package nl.devservices.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One embedded PostgreSQL per test run. Each {@link #databases} call gives a fresh main database and keystore database,
 * copied from a template that was migrated once per distinct migration.
 */
public final class TestPostgres {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final java.util.Map<String, Databases> TEMPLATES = new java.util.HashMap<>();

    private final EmbeddedPostgres server;

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static TestPostgres shared() {
        return Holder.SHARED;
    }

    /**
     * Fresh databases.
     *
     * @param template name of the migration; the migration runs once per name and test run
     * @param migration receives the template's databases and migrates them as owner
     */
    public synchronized Databases databases(String template, Consumer<Databases> migration) {
        var source = TEMPLATES.get(template);
        if (source == null) {
            source = create("template_" + template, null);
            migration.accept(source);
            TEMPLATES.put(template, source);
        }
        return create("test_" + COUNTER.incrementAndGet(), source);
    }

    private Databases create(String name, @org.jspecify.annotations.Nullable Databases template) {
        execute("CREATE DATABASE " + name + " OWNER " + Roles.OWNER
                + (template == null ? "" : " TEMPLATE " + template.name));
        execute("CREATE DATABASE " + name + "_keys OWNER " + Roles.KEYS_OWNER
                + (template == null ? "" : " TEMPLATE " + template.name + "_keys"));
        return new Databases(name);
    }

    private void execute(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Holder {
        static final TestPostgres SHARED = start();

        private static TestPostgres start() {
            try {
                var postgres = new TestPostgres(EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start());
                Roles.all().forEach(postgres::execute);
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A main database and a keystore database, reachable as each role. */
    public final class Databases {

        private final String name;

        private Databases(String name) {
            this.name = name;
        }

        /** Owner of the main database: migrations only. */
        public DataSource owner() {
            return as(name, Roles.OWNER);
        }

        public DataSource residentFace() {
            return as(name, Roles.RESIDENT_FACE);
        }

        public DataSource workspaceFace() {
            return as(name, Roles.WORKSPACE_FACE);
        }

        /** Who seals lines into the transparency log. */
        public DataSource sealer() {
            return as(name, Roles.SEALER);
        }

        public DataSource auditor() {
            return as(name, Roles.AUDITOR);
        }

        public DataSource keysOwner() {
            return as(name + "_keys", Roles.KEYS_OWNER);
        }

        /** The key broker's role in the keystore database. */
        public DataSource broker() {
            return as(name + "_keys", Roles.BROKER);
        }

        /** Sees everything, past row-level security: for looking at what is stored. */
        public DataSource superuser() {
            return as(name, "postgres");
        }

        public DataSource keysSuperuser() {
            return as(name + "_keys", "postgres");
        }

        private DataSource as(String database, String role) {
            var source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"localhost"});
            source.setPortNumbers(new int[] {server.getPort()});
            source.setDatabaseName(database);
            source.setUser(role);
            source.setPassword(role);
            return source;
        }
    }
}
