package nl.voorelkaar.dossier.vault;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of this vault, destroyed. */
final class DestroyedKeys implements KeyDestruction {

    private final JdbcClient sql;
    private final RootKeys roots;
    private final EpochKeys epochs;
    private final GrantKeys grants;
    private final KeyParts parts;

    DestroyedKeys(JdbcClient sql, RootKeys roots, EpochKeys epochs, GrantKeys grants, KeyParts parts) {
        this.sql = sql;
        this.roots = roots;
        this.epochs = epochs;
        this.grants = grants;
        this.parts = parts;
    }

    @Override
    public Line draw(ResidentId resident, Set<Section> sections, boolean root) {
        roots.hold(resident, Zone.MIJN_DEEL);
        var before = new EnumMap<Section, Integer>(Section.class);
        for (var section : sections) {
            var newest = epochs.newest(resident, section);
            if (newest > 0) {
                before.put(section, newest);
            }
        }
        Optional<Integer> lastRoot = root ? roots.renew(resident) : Optional.empty();
        if (lastRoot.isPresent()) {
            grants.rewrap(resident);
        }
        grants.startNewEpochs(resident, before.keySet(), true);
        return new Line(before, lastRoot);
    }

    @Override
    public List<Destroyed> destroyed(Optional<ResidentId> after, int most) {
        return parts.destroyed(after, most);
    }

    @Override
    public void destroy(ResidentId resident, Line line) {
        line.lastEpochs().forEach((section, last) -> parts.destroy(resident, section.number(), last));
        line.lastRoot().ifPresent(last -> parts.destroy(resident, KeyParts.OWN_ROOT, last));
    }

    @Override
    public int clear(ResidentId resident, Line line) {
        var gone = 0;
        for (var section : line.lastEpochs().entrySet()) {
            for (var table : List.of("grant_section_key", "bounded_key", "section_key")) {
                gone += sql.sql("delete from dossier." + table
                                + " where resident_id = :resident and section = :section and epoch <= :last")
                        .param("resident", resident.value())
                        .param("section", section.getKey().number())
                        .param("last", section.getValue())
                        .update();
            }
        }
        if (line.lastRoot().isPresent()) {
            gone += sql.sql(
                            "delete from dossier.root_key where resident_id = :resident and zone = :zone and version <= :last")
                    .param("resident", resident.value())
                    .param("zone", Sql.zone(Zone.MIJN_DEEL))
                    .param("last", line.lastRoot().get())
                    .update();
        }
        return gone;
    }
}
