package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The name by which a resident is recognised, once under each root key. */
final class Labels {

    private final JdbcClient sql;
    private final Contexts contexts;

    Labels(JdbcClient sql, Contexts contexts) {
        this.sql = sql;
        this.contexts = contexts;
    }

    Optional<String> find(ResidentId resident, Zone zone, RootKeys.Roots roots) {
        return sql.sql("""
                        select root_version, sealed from dossier.name_label
                        where resident_id = :resident and zone = :zone
                        """)
                .param("resident", resident.value())
                .param("zone", Sql.zone(zone))
                .query((row, n) ->
                        new String(roots.open(row.getInt(1), contexts.label(resident, zone), row.getBytes(2)), UTF_8))
                .optional();
    }

    void keep(ResidentId resident, Zone zone, RootKeys.Roots roots, String name) {
        if (find(resident, zone, roots).filter(name::equals).isPresent()) {
            return;
        }
        put(resident, zone, roots, name);
    }

    /** Under the newest root key, also when it is there already. */
    void put(ResidentId resident, Zone zone, RootKeys.Roots roots, String name) {
        sql.sql("""
                        insert into dossier.name_label (resident_id, zone, root_version, suite, sealed)
                        values (:resident, :zone, :root, :suite, :sealed)
                        on conflict (resident_id, zone) do update
                            set root_version = excluded.root_version, suite = excluded.suite, sealed = excluded.sealed
                        """)
                .param("resident", resident.value())
                .param("zone", Sql.zone(zone))
                .param("root", roots.newest())
                .param("suite", Cobblestone.SUITE)
                .param("sealed", roots.seal(contexts.label(resident, zone), name.getBytes(UTF_8)))
                .update();
    }
}
