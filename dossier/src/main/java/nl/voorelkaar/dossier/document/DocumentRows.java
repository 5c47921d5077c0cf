package nl.voorelkaar.dossier.document;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.EntryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of files. Every method runs in the caller's transaction and row scope. */
@Component
class DocumentRows {

    /** As the table bounds it; a query never brings more than one. */
    static final int CHUNK = 256 * 1024;

    /** Which key opens a file. */
    record Stored(Section section, int epoch, long size) {}

    private final JdbcClient sql;
    private final Clock clock;

    DocumentRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insertChunk(ResidentId resident, UUID document, int number, Section section, byte[] bytes) {
        sql.sql("""
                        insert into dossier.document_chunk (resident_id, document_id, chunk_no, section, bytes)
                        values (:resident, :document, :number, :section, :bytes)
                        """)
                .param("resident", resident.value())
                .param("document", document)
                .param("number", number)
                .param("section", section.number())
                .param("bytes", bytes)
                .update();
    }

    void insert(ResidentId resident, UUID document, EntryId entry, Stored stored) {
        sql.sql("""
                        insert into dossier.document
                            (resident_id, document_id, entry_id, section, epoch, size, stored_at)
                        values (:resident, :document, :entry, :section, :epoch, :size, :now)
                        """)
                .param("resident", resident.value())
                .param("document", document)
                .param("entry", entry.value())
                .param("section", stored.section().number())
                .param("epoch", stored.epoch())
                .param("size", stored.size())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Stored> find(ResidentId resident, UUID document) {
        return sql.sql("""
                        select section, epoch, size from dossier.document
                         where resident_id = :resident and document_id = :document
                        """)
                .param("resident", resident.value())
                .param("document", document)
                .query((row, n) -> new Stored(Section.ofNumber(row.getInt(1)), row.getInt(2), row.getLong(3)))
                .optional();
    }

    Optional<byte[]> chunk(ResidentId resident, UUID document, int number) {
        return sql.sql("""
                        select bytes from dossier.document_chunk
                         where resident_id = :resident and document_id = :document and chunk_no = :number
                        """)
                .param("resident", resident.value())
                .param("document", document)
                .param("number", number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    long storedBytes(ResidentId resident) {
        return sql.sql("select bytes from dossier.stored_bytes where resident_id = :resident")
                .param("resident", resident.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** @return the new total; another upload to this dossier waits here until the transaction ends */
    long addStoredBytes(ResidentId resident, long bytes) {
        return sql.sql("""
                        insert into dossier.stored_bytes (resident_id, bytes) values (:resident, greatest(0, :bytes))
                        on conflict (resident_id) do update
                           set bytes = greatest(0, stored_bytes.bytes + :bytes)
                        returning bytes
                        """)
                .param("resident", resident.value())
                .param("bytes", bytes)
                .query(Long.class)
                .single();
    }

    long bytesOf(ResidentId resident, EntryId entry) {
        return sql.sql("""
                        select coalesce(sum(size), 0) from dossier.document
                         where resident_id = :resident and entry_id = :entry
                        """)
                .param("resident", resident.value())
                .param("entry", entry.value())
                .query(Long.class)
                .single();
    }
}
