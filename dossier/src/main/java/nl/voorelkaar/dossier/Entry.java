package nl.voorelkaar.dossier;

import java.time.Instant;
import java.time.LocalDate;
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
        boolean apart) {

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
