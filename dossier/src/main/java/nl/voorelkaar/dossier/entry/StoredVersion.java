package nl.voorelkaar.dossier.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.vault.SealedRecord;

/**
 * One version of an entry as it lies in the database: everything that tells something is in {@code day} and
 * {@code body}, sealed under the section of that version.
 */
record StoredVersion(
        ResidentId resident,
        EntryId id,
        int version,
        Section section,
        Optional<PartyId> writtenBy,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> removedAt,
        SealedRecord day,
        SealedRecord body,
        Optional<UUID> document,
        boolean apart) {

    EntryRows.Place place() {
        return new EntryRows.Place(section, version, removedAt.isPresent(), writtenBy, apart);
    }
}
