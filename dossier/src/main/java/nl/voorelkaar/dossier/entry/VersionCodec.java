package nl.voorelkaar.dossier.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries to ciphertext and back. The day is sealed apart from the body, in 8 bytes, so that a dossier can be put in
 * order by opening its days only; neither says anything to the database.
 */
@Component
class VersionCodec {

    private record Body(
            String title,
            String text,
            @Nullable UUID by,
            @Nullable String byName,
            Entry.@Nullable Document document,
            @Nullable Boolean apart) {}

    /** Of its own: how entries are kept must not follow the settings of some web answer. */
    private final JsonMapper json = JsonMapper.builder().build();

    StoredVersion seal(
            SectionKeys keys,
            ResidentId resident,
            EntryId id,
            int version,
            NewEntry entry,
            Author author,
            Optional<Attached> attached,
            Instant createdAt,
            Instant changedAt) {
        var body = new Body(
                entry.title(),
                entry.text(),
                author.party().map(PartyId::value).orElse(null),
                author.name().orElse(null),
                attached.map(Attached::about).orElse(null),
                entry.apart() ? true : null);
        return new StoredVersion(
                resident,
                id,
                version,
                entry.section(),
                author.party(),
                createdAt,
                changedAt,
                Optional.empty(),
                keys.seal(entry.section(), dayOf(id), version, days(entry.date())),
                // By way of a string: an unpaired surrogate becomes a question mark there, and an error otherwise.
                keys.seal(
                        entry.section(),
                        bodyOf(id),
                        version,
                        json.writeValueAsString(body).getBytes(UTF_8)),
                attached.map(Attached::document),
                entry.apart());
    }

    LocalDate openDay(SectionKeys keys, StoredVersion stored) {
        var bytes = keys.open(stored.section(), dayOf(stored.id()), stored.version(), stored.day());
        return LocalDate.ofEpochDay(ByteBuffer.wrap(bytes).getLong());
    }

    /**
     * @throws SecurityException when altered, moved, or when the row says another author or mark than the sealed text
     */
    Entry open(SectionKeys keys, StoredVersion stored) {
        var bytes = keys.open(stored.section(), bodyOf(stored.id()), stored.version(), stored.body());
        var body = json.readValue(bytes, Body.class);
        if (!Optional.ofNullable(body.by()).map(PartyId::new).equals(stored.writtenBy())
                || Boolean.TRUE.equals(body.apart()) != stored.apart()) {
            throw new SecurityException("the row does not belong to this text");
        }
        return new Entry(
                stored.id(),
                stored.resident(),
                stored.section(),
                body.title(),
                body.text(),
                openDay(keys, stored),
                stored.writtenBy(),
                Optional.ofNullable(body.byName()),
                stored.createdAt(),
                stored.changedAt(),
                stored.version(),
                Optional.ofNullable(body.document()),
                stored.apart());
    }

    private static RecordId dayOf(EntryId id) {
        return new RecordId("entry.day", id.value());
    }

    private static RecordId bodyOf(EntryId id) {
        return new RecordId("entry.body", id.value());
    }

    private static byte[] days(LocalDate date) {
        return ByteBuffer.allocate(Long.BYTES).putLong(date.toEpochDay()).array();
    }

    /** Empty for the resident. */
    record Author(Optional<PartyId> party, Optional<String> name) {}
}
