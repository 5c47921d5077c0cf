package nl.voorelkaar.consent.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequest.State;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import org.jspecify.annotations.Nullable;

/** A question to a resident and what became of it. Its words are sealed. */
@Entity
@Table(schema = "consent", name = "access_request")
class StoredRequest {

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private UUID partyId;

    private StoredTerms terms;

    @Column(updatable = false)
    private byte[] purpose;

    @Column(updatable = false)
    private byte[] whatIfNo;

    @Column(updatable = false)
    private byte @Nullable [] newReason;

    @Column(updatable = false)
    private byte @Nullable [] found;

    @Column(updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant stateSince;

    @Version
    private @Nullable Integer rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected StoredRequest() {}

    StoredRequest(
            ResidentId resident, RequestId id, PartyId by, Terms terms, Words words, Instant now, Instant expiresAt) {
        this.key = new Key(resident.value(), id.value());
        this.partyId = by.value();
        this.terms = StoredTerms.of(terms, terms.team());
        this.purpose = words.purpose;
        this.whatIfNo = words.whatIfNo;
        this.newReason = words.newReason;
        this.found = words.found;
        this.askedAt = now;
        this.expiresAt = expiresAt;
        this.state = State.AANGEVRAAGD;
        this.stateSince = now;
    }

    /** DOMAIN §2.5: from AANGEVRAAGD once to one of the other states. */
    void become(State answer, Instant now) {
        if (!isOpen(now)) {
            throw new ConsentRefused(ConsentRefused.Reason.NO_LONGER_OPEN);
        }
        state = answer;
        stateSince = now;
    }

    /** For the job that follows the clock; the state was already so for everybody who looked. */
    boolean lapse(Instant now) {
        if (state != State.AANGEVRAAGD || now.isBefore(expiresAt)) {
            return false;
        }
        state = State.VERVALLEN;
        stateSince = expiresAt;
        return true;
    }

    boolean isOpen(Instant now) {
        return state(now) == State.AANGEVRAAGD;
    }

    State state(Instant now) {
        return state == State.AANGEVRAAGD && !now.isBefore(expiresAt) ? State.VERVALLEN : state;
    }

    Instant stateSince() {
        return stateSince;
    }

    ResidentId resident() {
        return new ResidentId(key.residentId);
    }

    RequestId id() {
        return new RequestId(key.requestId);
    }

    PartyId by() {
        return new PartyId(partyId);
    }

    Terms terms() {
        return terms.terms();
    }

    Set<Section> sections() {
        return terms().sections();
    }

    Words words() {
        return new Words(purpose, whatIfNo, newReason, found);
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Embeddable
    record Key(UUID residentId, UUID requestId) {}

    /** Sealed. */
    record Words(byte[] purpose, byte[] whatIfNo, byte @Nullable [] newReason, byte @Nullable [] found) {}
}
