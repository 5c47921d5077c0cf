package nl.voorelkaar.dossier.vault;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.envelope.Cobblestone;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of each section, one per epoch, under a root key. Works in the transaction and the row scope of the caller. */
final class EpochKeys {

    private final JdbcClient sql;
    private final Contexts contexts;
    private final Clock clock;

    EpochKeys(JdbcClient sql, Contexts contexts, Clock clock) {
        this.sql = sql;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** Every epoch of these sections of one zone; a section without any gets its first. */
    Map<Section, TreeMap<Integer, SecretKeyBytes>> ensure(
            ResidentId resident, Set<Section> sections, RootKeys.Roots roots) {
        var keys = load(resident, sections, roots);
        var missing =
                sections.stream().filter(section -> !keys.containsKey(section)).collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return keys;
        }
        missing.forEach(section -> {
            try (var fresh = SecretKeyBytes.random()) {
                add(resident, section, 1, roots, fresh);
            }
        });
        // Read back: another node may have been first.
        keys.putAll(load(resident, missing, roots));
        return keys;
    }

    private Map<Section, TreeMap<Integer, SecretKeyBytes>> load(
            ResidentId resident, Set<Section> sections, RootKeys.Roots roots) {
        var keys = new EnumMap<Section, TreeMap<Integer, SecretKeyBytes>>(Section.class);
        sql.sql("""
                        select section, epoch, root_version, wrapped from dossier.section_key
                        where resident_id = :resident and section = any(:sections)
                        """)
                .param("resident", resident.value())
                .param("sections", Sql.sections(sections))
                .query((row, n) -> {
                    var section = Section.ofNumber(row.getInt(1));
                    var epoch = row.getInt(2);
                    return keys.computeIfAbsent(section, s -> new TreeMap<>())
                            .put(
                                    epoch,
                                    roots.unwrap(
                                            row.getInt(3),
                                            contexts.section(resident, section, epoch),
                                            row.getBytes(4)));
                })
                .list();
        return keys;
    }

    /** Starts a new epoch. @return its number and key; the caller wipes it */
    Map.Entry<Integer, SecretKeyBytes> advance(ResidentId resident, Section section, RootKeys.Roots roots) {
        var epoch = 1
                + sql.sql("""
                        select coalesce(max(epoch), 0) from dossier.section_key
                        where resident_id = :resident and section = :section
                        """)
                        .param("resident", resident.value())
                        .param("section", section.number())
                        .query(Integer.class)
                        .single();
        var fresh = SecretKeyBytes.random();
        if (add(resident, section, epoch, roots, fresh) == 0) {
            throw new IllegalStateException("another transaction started this epoch");
        }
        return Map.entry(epoch, fresh);
    }

    private int add(ResidentId resident, Section section, int epoch, RootKeys.Roots roots, SecretKeyBytes key) {
        return sql.sql("""
                        insert into dossier.section_key
                            (resident_id, section, epoch, zone, root_version, suite, wrapped, opened_at)
                        values (:resident, :section, :epoch, :zone, :root, :suite, :wrapped, :now)
                        on conflict do nothing
                        """)
                .param("resident", resident.value())
                .param("section", section.number())
                .param("epoch", epoch)
                .param("zone", Sql.zone(section.zone()))
                .param("root", roots.newest())
                .param("suite", Cobblestone.SUITE)
                .param("wrapped", roots.seal(contexts.section(resident, section, epoch), key.exposed()))
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    static Set<Section> in(Zone zone, Set<Section> sections) {
        return sections.stream().filter(section -> section.zone() == zone).collect(Collectors.toSet());
    }
}
