package nl.voorelkaar.dossier.draft;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.DraftId;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.vault.SealedRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code draft}. Every method runs in the caller's transaction and row scope. */
@Component
@Face.OnResident
class DraftRows {

    private final JdbcClient sql;

    DraftRows(JdbcClient sql) {
        this.sql = sql;
    }

    record Row(DraftId id, FormKey form, int version, SealedRecord body, Instant keptAt) {}

    List<Row> all(ResidentId resident, Instant since) {
        return sql.sql("""
                        select draft_id, form, version, suite, root_version, body, kept_at from dossier.draft
                         where resident_id = :resident and kept_at > :since
                         order by kept_at desc
                        """)
                .param("resident", resident.value())
                .param("since", at(since))
                .query((row, n) -> new Row(
                        new DraftId(row.getObject("draft_id", UUID.class)),
                        new FormKey(row.getString("form")),
                        row.getInt("version"),
                        new SealedRecord(row.getInt("suite"), row.getInt("root_version"), row.getBytes("body")),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    int count(ResidentId resident) {
        return sql.sql("select count(*) from dossier.draft where resident_id = :resident")
                .param("resident", resident.value())
                .query(Integer.class)
                .single();
    }

    /** @return false when there is a draft with this id already */
    boolean insert(ResidentId resident, Row row) {
        return sql.sql("""
                                insert into dossier.draft
                                    (resident_id, draft_id, form, version, root_version, suite, body, kept_at)
                                values (:resident, :draft, :form, :version, :root, :suite, :body, :now)
                                on conflict (resident_id, draft_id) do nothing
                                """)
                        .param("resident", resident.value())
                        .param("draft", row.id().value())
                        .param("form", row.form().value())
                        .param("version", row.version())
                        .param("root", row.body().epoch())
                        .param("suite", row.body().suite())
                        .param("body", row.body().bytes())
                        .param("now", at(row.keptAt()))
                        .update()
                == 1;
    }

    /** @return false when it is not at the version before this one */
    boolean update(ResidentId resident, Row row) {
        return sql.sql("""
                                update dossier.draft
                                   set version = :version, root_version = :root, suite = :suite, body = :body,
                                       kept_at = :now
                                 where resident_id = :resident and draft_id = :draft and form = :form
                                   and version = :version - 1
                                """)
                        .param("resident", resident.value())
                        .param("draft", row.id().value())
                        .param("form", row.form().value())
                        .param("version", row.version())
                        .param("root", row.body().epoch())
                        .param("suite", row.body().suite())
                        .param("body", row.body().bytes())
                        .param("now", at(row.keptAt()))
                        .update()
                == 1;
    }

    void delete(ResidentId resident, DraftId id) {
        sql.sql("delete from dossier.draft where resident_id = :resident and draft_id = :draft")
                .param("resident", resident.value())
                .param("draft", id.value())
                .update();
    }

    List<ResidentId> residentsWithOld(Instant before, int most) {
        sql.sql("select set_config('app.task', 'purge', true)")
                .query(String.class)
                .single();
        return sql.sql("select distinct resident_id from dossier.draft where kept_at <= :before limit :most")
                .param("before", at(before))
                .param("most", most)
                .query((row, n) -> new ResidentId(row.getObject(1, UUID.class)))
                .list();
    }

    int deleteOld(ResidentId resident, Instant before) {
        return sql.sql("delete from dossier.draft where resident_id = :resident and kept_at <= :before")
                .param("resident", resident.value())
                .param("before", at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
