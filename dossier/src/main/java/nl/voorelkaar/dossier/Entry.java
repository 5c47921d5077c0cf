package nl.voorelkaar.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * An opened entry: decrypted, for the eyes of who asked. Can only be made by this module.
 *
 * @param writtenBy the professional who wrote it; empty when the resident did
 * @param authorName as it was when written; empty for the resident
 * @param version 1 for the first; every edit adds one
 * @param apart whether who wrote it keeps it from who acts for the resident: about somebody else, or about safety
 * @param beside what the resident says beside it, where it stays as it is (AVG 16); the oldest first
 */
public record Entry(
        EntryId id,
        ResidentId resident,
        Section section,
        String title,
        String text,
        LocalDate date,
        Optional<PartyId> writtenBy,
        Optional<String> authorName,
        Instant createdAt,
        Instant changedAt,
        int version,
        Optional<Document> document,
        boolean apart,
        List<Statement> beside) {

    public Entry {
        beside = List.copyOf(beside);
    }

    /** With nothing beside it. */
    public Entry(
            EntryId id,
            ResidentId resident,
            Section section,
            String title,
            String text,
            LocalDate date,
            Optional<PartyId> writtenBy,
            Optional<String> authorName,
            Instant createdAt,
            Instant changedAt,
            int version,
            Optional<Document> document,
            boolean apart) {
        this(
                id,
                resident,
                section,
                title,
                text,
                date,
                writtenBy,
                authorName,
                createdAt,
                changedAt,
                version,
                document,
                apart,
                List.of());
    }

    /** The same with this beside it. */
    public Entry beside(List<Statement> statements) {
        return new Entry(
                id,
                resident,
                section,
                title,
                text,
                date,
                writtenBy,
                authorName,
                createdAt,
                changedAt,
                version,
                document,
                apart,
                statements);
    }

    @Override
    public String toString() {
        return "Entry[" + id + "]";
    }

    /**
     * A file that belongs to the entry.
     *
     * @param mediaType as detected from the bytes, never as claimed
     * @param size in bytes, of the original
     * @param pages number of pages that can be shown as pictures: 1 for an image, 0 when there is no preview
     */
    public record Document(String fileName, String mediaType, long size, int pages) {

        @Override
        public String toString() {
            return "Document[redacted]";
        }
    }
}
