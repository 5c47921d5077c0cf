package nl.voorelkaar.consent.party;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dossier that this professional may never open. */
@Entity
@Table(schema = "consent", name = "relation")
class ForbiddenDossier {

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Version
    private @Nullable Integer rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected ForbiddenDossier() {}

    ForbiddenDossier(Key key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    Key key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    void become(Kind kind) {
        this.kind = kind;
    }

    enum Kind {
        OWN,
        HOUSEHOLD
    }

    @Embeddable
    record Key(UUID residentId, UUID partyId) {}
}
