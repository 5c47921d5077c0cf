package nl.voorelkaar.consent.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.GrantId;
import org.jspecify.annotations.Nullable;

/** A consent record, sealed under the resident's own key. Never changed. */
@Entity
@Table(schema = "consent", name = "consent_record")
class StoredRecord {

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private UUID requestId;

    @Column(updatable = false)
    private @Nullable UUID grantId;

    @Column(updatable = false)
    private @Nullable UUID previousId;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private String language;

    @Column(updatable = false)
    private byte[] record;

    @Column(updatable = false)
    private byte[] shown;

    @Column(updatable = false)
    private byte @Nullable [] signature;

    @Version
    private @Nullable Integer rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected StoredRecord() {}

    StoredRecord(
            Key key,
            UUID requestId,
            Optional<UUID> grantId,
            Optional<UUID> previousId,
            Instant recordedAt,
            String language,
            byte[] record,
            byte[] shown,
            byte[] signature) {
        this.key = key;
        this.requestId = requestId;
        this.grantId = grantId.orElse(null);
        this.previousId = previousId.orElse(null);
        this.recordedAt = recordedAt;
        this.language = language;
        this.record = record;
        this.shown = shown;
        this.signature = signature;
    }

    Key key() {
        return key;
    }

    Optional<GrantId> grant() {
        return Optional.ofNullable(grantId).map(GrantId::new);
    }

    Optional<UUID> previous() {
        return Optional.ofNullable(previousId);
    }

    Instant at() {
        return recordedAt;
    }

    Optional<byte[]> signature() {
        return Optional.ofNullable(signature);
    }

    String language() {
        return language;
    }

    byte[] record() {
        return record;
    }

    byte[] shown() {
        return shown;
    }

    @Embeddable
    record Key(UUID residentId, UUID recordId) {}
}
