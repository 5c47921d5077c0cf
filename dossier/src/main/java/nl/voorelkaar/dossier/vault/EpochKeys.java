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

/**
 * The keys of each section, one per epoch, under a root key. Works in the transaction and the row scope of the caller.
 */
final class EpochKeys {

    private final JdbcClient sql;
    private final KeyParts parts;
    private final Contexts contexts;
    private final Clock clock;

    EpochKeys(JdbcClient sql, KeyParts parts, Contexts contexts, Clock clock) {
        this.sql = sql;
        this.parts = parts;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** What opens every epoch of these sections of one zone; a section without any gets its first. */
    Map<Section, TreeMap<Integer, SecretKeyBytes>> ensure(
            ResidentId resident, Set<Section> sections, RootKeys.Roots roots) {
        var keys = ensureStored(resident, sections, roots);
        complete(resident, keys);
        return keys;
    }

    /** Makes of keys as the main database has them those that content is sealed under; without what was destroyed. */
    void complete(ResidentId resident, Map<Section, TreeMap<Integer, SecretKeyBytes>> keys) {
        complete(parts.of(resident, keys.keySet()), keys);
    }

    /** @param held the parts of at least these sections */
    static void complete(KeyParts.Held held, Map<Section, TreeMap<Integer, SecretKeyBytes>> keys) {
        keys.forEach((section, epochs) -> {
            epochs.keySet().removeIf(epoch -> held.destroyed(section.number(), epoch));
            epochs.replaceAll((epoch, key) -> held.complete(section.number(), epoch, key));
        });
    }

    /** As the main database has them: what goes along with a grant, which opens nothing without its part. */
    Map<Section, TreeMap<Integer, SecretKeyBytes>> ensureStored(
            ResidentId resident, Set<Section> sections, RootKeys.Roots roots) {
        var keys = load(resident, sections, roots);
        var missing =
                sections.stream().filter(section -> !keys.containsKey(section)).collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return keys;
        }
        missing.forEach(section -> {
            try (var fresh = SecretKeyBytes.random()) {
                add(
                        resident,
                        section,
                        parts.begin(resident, section.number(), 1 + newest(resident, section)),
                        roots,
                        fresh);
            }
        });
        // Read back: another node may have been first.
        keys.putAll(load(resident, missing, roots));
        return keys;
    }

    private Map<Section, TreeMap<Integer, SecretKeyBytes>> load(
            ResidentId resident, Set<Section> sections, RootKeys.Roots roots) {
        var keys = new EnumMap<Section, TreeMap<Integer, SecretKeyBytes>>(Section.class);
        var held = parts.of(resident, sections);
        sql.sql("""
                        select section, epoch, root_version, wrapped from dossier.section_key
                        where resident_id = :resident and section = any(:sections)
                        """)
                .param("resident", resident.value())
                .param("sections", Sql.sections(sections))
                .query((row, n) -> {
                    var section = Section.ofNumber(row.getInt(1));
                    var epoch = row.getInt(2);
                    if (held.destroyed(section.number(), epoch)) {
                        return section;
                    }
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

    /** The last epoch that the main database knows; 0 for none. */
    int newest(ResidentId resident, Section section) {
        return sql.sql("""
                        select coalesce(max(epoch), 0) from dossier.section_key
                        where resident_id = :resident and section = :section
                        """)
                .param("resident", resident.value())
                .param("section", section.number())
                .query(Integer.class)
                .single();
    }

    /**
     * Starts a new epoch.
     *
     * @param apart with a part of its own, so that what was sealed before can be destroyed
     * @return its number and key, as the main database has it; the caller wipes it
     */
    Map.Entry<Integer, SecretKeyBytes> advance(
            ResidentId resident, Section section, RootKeys.Roots roots, boolean apart) {
        var next = 1 + newest(resident, section);
        var epoch =
                apart ? parts.renew(resident, section.number(), next) : parts.begin(resident, section.number(), next);
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
