package nl.voorelkaar.consent.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Grant.State;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.request.StoredTerms;
import org.jspecify.annotations.Nullable;

/** One version of a permission. Its terms never change; its state does, one way (DOMAIN §2.5). */
@Entity
@Table(schema = "consent", name = "access_grant")
class StoredGrant {

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private UUID requestId;

    @Column(updatable = false)
    private UUID partyId;

    @Column(updatable = false)
    private @Nullable String team;

    private StoredTerms terms;

    @Column(updatable = false)
    private byte[] purpose;

    @Column(updatable = false)
    private Instant validFrom;

    @Column(updatable = false)
    private Instant validUntil;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant stateSince;

    @Column(updatable = false)
    private @Nullable UUID previousId;

    private @Nullable UUID replacedBy;

    @Version
    private @Nullable Integer rowVersion;

    @SuppressWarnings("NullAway.Init")
    protected StoredGrant() {}

    /**
     * @param team the team of the grantee, kept only when the terms let the team look
     * @param until the end of the last day of the terms, or a birthday before it
     */
    StoredGrant(
            ResidentId resident,
            GrantId id,
            RequestId request,
            PartyId to,
            Optional<TeamId> team,
            Terms terms,
            byte[] purpose,
            Instant now,
            Instant until) {
        this.key = new Key(resident.value(), id.value());
        this.requestId = request.value();
        this.partyId = to.value();
        this.terms = StoredTerms.of(terms, terms.team() && team.isPresent());
        this.team = team.filter(_ -> this.terms.teamShared()).map(TeamId::value).orElse(null);
        this.purpose = purpose;
        this.validFrom = now;
        this.validUntil = until;
        this.state = State.ACTIEF;
        this.stateSince = now;
    }

    /** A narrower version of this one, in the same state; this one is over. */
    StoredGrant narrowed(GrantId successor, Terms terms, byte[] purpose, Instant now, Instant until) {
        requireLive(now);
        if (!terms.within(terms()) || terms.equals(terms())) {
            throw new ConsentRefused(ConsentRefused.Reason.NOT_NARROWER);
        }
        var narrower = new StoredGrant(resident(), successor, request(), to(), team(), terms, purpose, now, until);
        narrower.previousId = key.grantId;
        narrower.state = state;
        replacedBy = successor.value();
        enter(State.VERVANGEN, now);
        return narrower;
    }

    /** @return false when it was paused already */
    boolean pause(Instant now) {
        requireLive(now);
        return state != State.GEPAUZEERD && enter(State.GEPAUZEERD, now);
    }

    /** @return false when it was not paused */
    boolean resume(Instant now) {
        requireLive(now);
        return state != State.ACTIEF && enter(State.ACTIEF, now);
    }

    /** @return false when it had ended already */
    boolean stop(Instant now) {
        return isLive(now) && enter(State.INGETROKKEN, now);
    }

    /** Who decides for the resident changed: to be given anew. @return false when it had ended already */
    boolean end(Instant now) {
        return isLive(now) && enter(State.BEEINDIGD, now);
    }

    /** For the job that follows the clock. @return false when it had ended otherwise, or its time has not come */
    boolean expire(Instant now) {
        return (state == State.ACTIEF || state == State.GEPAUZEERD)
                && !now.isBefore(validUntil)
                && enter(over(), validUntil);
    }

    private boolean enter(State next, Instant since) {
        state = next;
        stateSince = since;
        return true;
    }

    private void requireLive(Instant now) {
        if (!isLive(now)) {
            throw new ConsentRefused(ConsentRefused.Reason.HAS_ENDED);
        }
    }

    boolean isLive(Instant now) {
        return state(now) == State.ACTIEF || state(now) == State.GEPAUZEERD;
    }

    State state(Instant now) {
        return (state == State.ACTIEF || state == State.GEPAUZEERD) && !now.isBefore(validUntil) ? over() : state;
    }

    /** Before its last day it ended by a birthday, and is to be given anew (HERBEVESTIGEN). */
    State over() {
        return validUntil.isBefore(CalendarDays.endOf(terms.lastDay())) ? State.BEEINDIGD : State.VERLOPEN;
    }

    Instant stateSince(Instant now) {
        return state(now) == state ? stateSince : validUntil;
    }

    Optional<GrantId> replacedBy() {
        return Optional.ofNullable(replacedBy).map(GrantId::new);
    }

    Optional<GrantId> previous() {
        return Optional.ofNullable(previousId).map(GrantId::new);
    }

    ResidentId resident() {
        return new ResidentId(key.residentId);
    }

    GrantId id() {
        return new GrantId(key.grantId);
    }

    RequestId request() {
        return new RequestId(requestId);
    }

    PartyId to() {
        return new PartyId(partyId);
    }

    Optional<TeamId> team() {
        return Optional.ofNullable(team).map(TeamId::new);
    }

    Terms terms() {
        return terms.terms();
    }

    byte[] purpose() {
        return purpose;
    }

    Instant from() {
        return validFrom;
    }

    Instant until() {
        return validUntil;
    }

    @Embeddable
    record Key(UUID residentId, UUID grantId) {}
}
