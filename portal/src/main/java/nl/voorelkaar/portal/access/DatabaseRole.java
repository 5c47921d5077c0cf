package nl.voorelkaar.portal.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Row-level security is the second line of defence, and it does not hold for a superuser, for a role that may bypass
 * it, or for who owns the tables, nor for who can take such a role. With such a role this face does not become ready.
 */
@Component
class DatabaseRole implements ApplicationRunner {

    private final JdbcClient sql;

    DatabaseRole(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var tooMighty = sql.sql("""
                        select exists (
                            select 1 from pg_roles might
                            where pg_has_role(current_user, might.oid, 'MEMBER')
                                and (might.rolsuper or might.rolbypassrls or might.rolcreaterole
                                    or exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                               where c.relowner = might.oid
                                                   and n.nspname in ('consent', 'dossier', 'portal'))))
                        """).query(Boolean.class).single();
        if (tooMighty) {
            throw new IllegalStateException("The database role of this face is too mighty: row-level security would not"
                    + " hold for it. Use a role that owns nothing, without SUPERUSER, BYPASSRLS and CREATEROLE.");
        }
    }
}
