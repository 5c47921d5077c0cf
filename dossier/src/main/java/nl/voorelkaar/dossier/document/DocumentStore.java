package nl.voorelkaar.dossier.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.entry.Attachments;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.stereotype.Component;

/**
 * Files as sealed chunks in the database. A file passes through memory 16 KiB at a time; what is not stored to its end
 * is gone with the transaction.
 */
@Component
class DocumentStore implements Attachments {

    /** What one dossier may hold, in bytes of originals. */
    static final long QUOTA = 500L * 1024 * 1024;

    private static final int STEP = 16 * 1024;

    private final DocumentRows rows;

    DocumentStore(DocumentRows rows) {
        this.rows = rows;
    }

    /**
     * @return size in bytes
     * @throws DocumentRefused when larger than {@link Documents#LARGEST} or more than the dossier may hold
     */
    long store(
            ResidentId resident, EntryId entry, UUID document, Section section, SectionKeys keys, InputStream content)
            throws IOException {
        if (rows.storedBytes(resident) >= QUOTA) {
            throw new DocumentRefused(DocumentRefused.Reason.FULL);
        }
        var chunks = new ChunkOutput((number, bytes) -> rows.insertChunk(resident, document, number, section, bytes));
        var sealed = keys.sealing(section, record(document), 1, chunks);
        var size = 0L;
        var buffer = new byte[STEP];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > Documents.LARGEST) {
                throw new DocumentRefused(DocumentRefused.Reason.TOO_LARGE);
            }
            sealed.write(buffer, 0, read);
        }
        // Closed only when all went well: a stream that broke off must not look complete.
        sealed.close();
        chunks.close();
        if (rows.addStoredBytes(resident, size) > QUOTA) {
            throw new DocumentRefused(DocumentRefused.Reason.FULL);
        }
        rows.insert(resident, document, entry, new DocumentRows.Stored(section, keys.epoch(section), size));
        return size;
    }

    /** @param chunks where the sealed chunks come from, by number */
    InputStream open(
            UUID document, DocumentRows.Stored stored, SectionKeys keys, IntFunction<Optional<byte[]>> chunks) {
        return keys.opening(stored.section(), stored.epoch(), record(document), 1, new ChunkInput(chunks));
    }

    /** Reads within the running transaction. */
    InputStream open(ResidentId resident, UUID document, DocumentRows.Stored stored, SectionKeys keys) {
        return open(document, stored, keys, number -> rows.chunk(resident, document, number));
    }

    @Override
    public UUID copy(
            ResidentId resident,
            EntryId entry,
            UUID document,
            Section from,
            SectionKeys fromKeys,
            Section to,
            SectionKeys toKeys) {
        var stored = rows.find(resident, document)
                .filter(found -> found.section() == from)
                .orElseThrow(() -> new SecurityException("the file is not where its entry is"));
        var copy = UUID.randomUUID();
        try (var content = open(resident, document, stored, fromKeys)) {
            store(resident, entry, copy, to, toKeys, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    @Override
    public void forget(ResidentId resident, EntryId entry) {
        var bytes = rows.bytesOf(resident, entry);
        if (bytes > 0) {
            rows.addStoredBytes(resident, -bytes);
        }
    }

    private static RecordId record(UUID document) {
        return new RecordId("document.content", document);
    }
}
