package nl.voorelkaar.dossier.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.ChangeId;
import nl.voorelkaar.dossier.DossierChanged;
import nl.voorelkaar.dossier.Dossiers.Change;
import nl.voorelkaar.dossier.EntryId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to entries, in the transaction in which it happened. */
@Repository
class EntryChanges {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    EntryChanges(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /**
     * Only who wrote an entry changes it, so that is who did this.
     *
     * @param at what the id sorts by as well
     */
    void happened(Change.Kind kind, StoredVersion entry, Instant at) {
        sql.sql("""
                        insert into dossier.entry_change
                            (resident_id, change_id, entry_id, section, version, kind, changed_at)
                        values (:resident, :change, :entry, :section, :version, :kind, :at)
                        """)
                .param("resident", entry.resident().value())
                .param("change", UuidV7.at(at))
                .param("entry", entry.id().value())
                .param("section", entry.section().number())
                .param("version", entry.version())
                .param("kind", kind.name())
                .param("at", EntryRows.at(at))
                .update();
        events.publishEvent(new DossierChanged(entry.resident(), entry.section(), entry.writtenBy()));
    }

    List<Change> since(ResidentId resident, Set<Section> sections, ChangeId after, int most) {
        return sql.sql("""
                        select change_id, entry_id, section, version, kind, changed_at from dossier.entry_change
                         where resident_id = :resident and change_id > :after and section = any(:sections)
                         order by change_id limit :most
                        """)
                .param("resident", resident.value())
                .param("after", after.value())
                .param("sections", EntryRows.numbers(sections))
                .param("most", most)
                .query((row, n) -> new Change(
                        new ChangeId(row.getObject(1, UUID.class)),
                        new EntryId(row.getObject(2, UUID.class)),
                        Section.ofNumber(row.getInt(3)),
                        row.getInt(4),
                        Change.Kind.valueOf(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }
}
