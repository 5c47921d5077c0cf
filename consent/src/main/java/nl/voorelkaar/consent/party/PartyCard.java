package nl.voorelkaar.consent.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A professional; all that people read about them is sealed. */
@Entity
@Table(schema = "consent", name = "party")
class PartyCard {

    @Id
    @Column(updatable = false)
    private UUID partyId;

    private String organisation;
    private boolean expert;
    private byte[] card;
    private Instant updatedAt;

    @Version
    private @Nullable Integer rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected PartyCard() {}

    PartyCard(UUID partyId, String organisation, boolean expert, byte[] card, Instant now) {
        this.partyId = partyId;
        this.organisation = organisation;
        this.expert = expert;
        this.card = card;
        this.updatedAt = now;
    }

    void update(String organisation, boolean expert, byte[] card, Instant now) {
        this.organisation = organisation;
        this.expert = expert;
        this.card = card;
        this.updatedAt = now;
    }

    UUID partyId() {
        return partyId;
    }

    boolean expert() {
        return expert;
    }

    byte[] card() {
        return card;
    }
}
