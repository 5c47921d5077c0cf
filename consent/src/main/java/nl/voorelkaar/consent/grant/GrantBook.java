package nl.voorelkaar.consent.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.ConsentRefused.Reason;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LetterCode;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RecentLogin;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.decision.WhoDecides;
import nl.voorelkaar.consent.decision.WhoDecides.Matter;
import nl.voorelkaar.consent.decision.WhoDecides.Voice;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.receipt.About;
import nl.voorelkaar.consent.receipt.Receipts;
import nl.voorelkaar.consent.receipt.Told;
import nl.voorelkaar.consent.request.Asked;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every step locks what it changes, publishes, and writes its ledger line last: the line's lock is held the shortest,
 * and a listener that throws leaves nothing behind.
 */
@Service
class GrantBook implements Grants, DeskGrants {

    private static final Limit OF_AT_MOST = Limit.of(200);
    private static final Limit HELD_AT_MOST = Limit.of(500);
    private static final int REMIND_DAYS_BEFORE = 14;

    /** How far the identity provider's clock may be ahead of ours. */
    private final StoredGrants grants;

    private final GrantHolders holders;
    private final Asked requests;
    private final Receipts receipts;
    private final Parties parties;
    private final Sealing sealing;
    private final DueList due;
    private final Subjects subjects;
    private final RowScope scope;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final Clock clock;

    GrantBook(
            StoredGrants grants,
            GrantHolders holders,
            Asked requests,
            Receipts receipts,
            Parties parties,
            Sealing sealing,
            DueList due,
            Subjects subjects,
            RowScope scope,
            Ledger ledger,
            Attempts attempts,
            ApplicationEventPublisher events,
            EntityManager entities,
            Clock clock) {
        this.grants = grants;
        this.holders = holders;
        this.requests = requests;
        this.receipts = receipts;
        this.parties = parties;
        this.sealing = sealing;
        this.due = due;
        this.subjects = subjects;
        this.scope = scope;
        this.ledger = ledger;
        this.attempts = attempts;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Grant give(Actor.Resident actor, RequestId id, Terms terms, ShownText shown) {
        requireRecent(actor);
        scope.enter(actor.id());
        var request = requests.lock(actor.id(), id).orElseThrow(() -> refused(actor, new Handle(id.value())));
        if (request.state() == AccessRequest.State.GEGEVEN) {
            return grants.findByKeyResidentIdAndRequestIdAndPreviousIdIsNull(
                            actor.id().value(), id.value())
                    .map(this::asGrant)
                    .orElseThrow();
        }
        requireGivable(request, terms);
        return give(actor, request, terms, shown, Optional.empty());
    }

    /** What is known of young people and of people under a measure is not theirs alone to share (DOMAIN §3.4). */
    private void requireTheirs(ResidentId resident, Set<Section> sections) {
        var subject = subjects.of(resident);
        var today = CalendarDays.dayOf(now());
        if (!sections.stream()
                .allMatch(section ->
                        WhoDecides.settles(Set.of(Voice.SELF), Matter.ofSharing(section), section, subject, today))) {
            throw new ConsentRefused(Reason.OTHERS_DECIDE);
        }
    }

    /**
     * In the scope of the resident; who gives it may give it, and the request is locked and open.
     *
     * @param article by which law somebody gives it for the resident; empty when the resident does
     */
    Grant give(Actor actor, AccessRequest request, Terms terms, ShownText shown, Optional<String> article) {
        var resident = request.resident();
        var id = request.id();
        var grantId = new GrantId(UuidV7.at(now()));
        var given = new StoredGrant(
                resident,
                grantId,
                id,
                request.by().id(),
                request.by().team(),
                terms,
                seal(resident, grantId, request.purpose()),
                now(),
                until(resident, terms));
        requests.given(resident, id);
        begin(given);
        var grant = asGrant(given, request.by());
        var evidence = receipts.given(Told.online(actor), About.of(grant), shown);
        publishGranted(actor, given, Optional.empty());
        ledger.append(evidence.in(line(given, LedgerEvent.Kind.GRANTED, Optional.of(actor), article)));
        return grant;
    }

    @Override
    public List<Grant> live(ResidentId resident) {
        return asGrants(grants.liveFirst(resident.value(), now(), OF_AT_MOST)).stream()
                .filter(Grant::live)
                .toList();
    }

    @Override
    public Optional<Grant> find(ResidentId resident, GrantId id) {
        return stored(resident, id).map(this::asGrant);
    }

    @Override
    public void requireGivable(AccessRequest request, Terms terms) {
        if (request.state() != AccessRequest.State.AANGEVRAAGD) {
            throw new ConsentRefused(Reason.NO_LONGER_OPEN);
        }
        requireSound(terms);
        if (!terms.within(request.terms())) {
            throw new ConsentRefused(Reason.WIDER_THAN_ASKED);
        }
        requireTheirs(request.resident(), terms.sections());
    }

    @Override
    public Grant give(Told told, AccessRequest request, Terms terms, ShownText shown, LetterCode letter) {
        requireGivable(request, terms);
        var resident = request.resident();
        var grantId = new GrantId(UuidV7.at(now()));
        var given = new StoredGrant(
                resident,
                grantId,
                request.id(),
                request.by().id(),
                request.by().team(),
                terms,
                seal(resident, grantId, request.purpose()),
                now(),
                until(resident, terms));
        requests.given(resident, request.id());
        begin(given);
        var grant = asGrant(given, request.by());
        var evidence = receipts.given(told, About.of(grant), shown);
        publishGranted(told.by(), given, Optional.of(letter));
        ledger.append(evidence.in(told.line(line(given, LedgerEvent.Kind.GRANTED, Optional.of(told.by())))));
        return grant;
    }

    @Override
    public boolean stop(Told told, ResidentId resident, GrantId id, ShownText shown) {
        var found = stored(resident, id);
        if (found.isEmpty()) {
            return false;
        }
        var grant = locked(found.get());
        while (grant.replacedBy().isPresent()) {
            grant = locked(stored(resident, grant.replacedBy().get()).orElseThrow());
        }
        if (!grant.stop(now())) {
            return false;
        }
        grants.flush();
        var evidence = receipts.withdrawn(told, About.of(asGrant(grant)), shown);
        events.publishEvent(
                new ConsentEvent.Stopped(resident, grant.id(), grant.terms().sections(), told.by()));
        ledger.append(evidence.in(told.line(line(grant, LedgerEvent.Kind.STOPPED, Optional.of(told.by())))));
        return true;
    }

    private Instant until(ResidentId resident, Terms terms) {
        return subjects.bounded(resident, CalendarDays.endOf(terms.until()));
    }

    @Override
    @Transactional
    public Grant narrow(Actor.Resident actor, GrantId id, Terms terms, ShownText shown) {
        requireLevel(actor);
        scope.enter(actor.id());
        var before = locked(found(actor, actor.id(), id));
        if (!before.isLive(now())) {
            throw new ConsentRefused(Reason.HAS_ENDED);
        }
        requireSound(terms);
        var versionBefore = asGrant(before);
        var successor = new GrantId(UuidV7.at(now()));
        var after = before.narrowed(
                successor,
                terms,
                seal(actor.id(), successor, versionBefore.purpose()),
                now(),
                until(actor.id(), terms));
        begin(after);
        var grant = asGrant(after, versionBefore.to());
        var evidence = receipts.narrowed(Told.online(actor), About.of(versionBefore), About.of(grant), shown);
        publishGranted(actor, after, Optional.empty());
        if (grant.state() == Grant.State.GEPAUZEERD) {
            events.publishEvent(new ConsentEvent.Paused(actor.id(), successor));
        }
        ledger.append(evidence.in(line(after, LedgerEvent.Kind.NARROWED, Optional.of(actor))));
        return grant;
    }

    private void begin(StoredGrant grant) {
        grants.saveAndFlush(grant);
        due.add(DueKind.GRANT_ENDS, grant.resident(), grant.id().value(), grant.until());
        var remindAt = CalendarDays.endOf(grant.terms().until().minusDays(REMIND_DAYS_BEFORE));
        if (remindAt.isAfter(now())) {
            due.add(DueKind.GRANT_ENDS_SOON, grant.resident(), grant.id().value(), remindAt);
        }
    }

    private void publishGranted(Actor actor, StoredGrant grant, Optional<LetterCode> letter) {
        events.publishEvent(new ConsentEvent.Granted(
                grant.resident(),
                grant.id(),
                grant.to(),
                grant.team(),
                grant.terms().sections(),
                CalendarDays.dayOf(grant.until().minusNanos(1)),
                grant.previous(),
                actor,
                letter));
    }

    @Override
    @Transactional
    public void pause(Actor.Resident actor, GrantId id, ShownText shown) {
        requireLevel(actor);
        scope.enter(actor.id());
        pause(actor, newestVersion(actor, actor.id(), id), shown);
    }

    /** In the scope of the resident; who pauses it may. @return whether it was not paused before */
    boolean pause(Actor actor, StoredGrant grant, ShownText shown) {
        if (!grant.pause(now())) {
            return false;
        }
        grants.flush();
        var evidence = receipts.paused(Told.online(actor), About.of(asGrant(grant)), shown);
        events.publishEvent(new ConsentEvent.Paused(grant.resident(), grant.id()));
        ledger.append(evidence.in(line(grant, LedgerEvent.Kind.PAUSED, Optional.of(actor))));
        return true;
    }

    @Override
    @Transactional
    public void resume(Actor.Resident actor, GrantId id, ShownText shown) {
        requireLevel(actor);
        scope.enter(actor.id());
        var grant = locked(found(actor, actor.id(), id));
        if (grant.resume(now())) {
            grants.flush();
            var evidence = receipts.resumed(Told.online(actor), About.of(asGrant(grant)), shown);
            events.publishEvent(new ConsentEvent.Resumed(actor.id(), id));
            ledger.append(evidence.in(line(grant, LedgerEvent.Kind.RESUMED, Optional.of(actor))));
        }
    }

    @Override
    @Transactional
    public void stop(Actor.Resident actor, GrantId id, ShownText shown) {
        requireRecent(actor);
        scope.enter(actor.id());
        stop(actor, newestVersion(actor, actor.id(), id), Optional.empty(), shown);
    }

    /**
     * In the scope of the resident; who stops it may stop it.
     *
     * @param article by which law somebody stops it for the resident; empty when the resident does, or a carer
     * @return whether it had not ended before
     */
    boolean stop(Actor actor, StoredGrant grant, Optional<String> article, ShownText shown) {
        if (!grant.stop(now())) {
            return false;
        }
        grants.flush();
        var evidence = receipts.withdrawn(Told.online(actor), About.of(asGrant(grant)), shown);
        events.publishEvent(new ConsentEvent.Stopped(
                grant.resident(), grant.id(), grant.terms().sections(), actor));
        ledger.append(evidence.in(line(grant, LedgerEvent.Kind.STOPPED, Optional.of(actor), article)));
        return true;
    }

    /** In the scope of the resident, and nobody else changes it until this transaction ends. */
    Optional<StoredGrant> lock(ResidentId resident, GrantId id) {
        return stored(resident, id).map(this::locked);
    }

    /** What was given before others came to decide is to be given anew (HERBEVESTIGEN). */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.MeasureChanged changed) {
        endAll(changed.resident(), grant -> grant.from().isBefore(changed.since()), LedgerEvent.Kind.ENDED_BY_MEASURE);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.Died died) {
        endAll(died.resident(), _ -> true, LedgerEvent.Kind.ENDED_BY_DEATH);
    }

    private void endAll(ResidentId resident, Predicate<StoredGrant> which, LedgerEvent.Kind why) {
        grants.liveFirst(resident.value(), now(), OF_AT_MOST).stream()
                .filter(which)
                .map(this::locked)
                .filter(grant -> grant.end(now()))
                .forEach(grant -> {
                    grants.flush();
                    var evidence = receipts.ended(About.of(asGrant(grant)));
                    events.publishEvent(new ConsentEvent.Expired(
                            grant.resident(), grant.id(), grant.terms().until()));
                    ledger.append(evidence.in(line(grant, why, Optional.empty())));
                });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> of(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        return asGrants(grants.liveFirst(actor.id().value(), now(), OF_AT_MOST));
    }

    @Override
    @Transactional(readOnly = true)
    public Grant find(Actor.Resident actor, GrantId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return asGrant(found(actor, actor.id(), id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> heldBy(Actor.Professional actor) {
        requireLevel(actor);
        scope.enter(actor);
        return asGrants(grants.heldBy(
                actor.id().value(), actor.team().map(TeamId::value).orElse(""), now(), HELD_AT_MOST));
    }

    @Override
    public Optional<Reach> held(Actor.Professional actor, GrantId id) {
        requireLevel(actor);
        return holders.reach(actor, id, now());
    }

    @Override
    @Transactional(readOnly = true)
    public ConsentRecord record(Actor.Resident actor, GrantId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return receipts.of(actor, asGrant(found(actor, actor.id(), id)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConsentRecord> records(Actor.Resident actor, RequestId request) {
        requireLevel(actor);
        scope.enter(actor.id());
        return receipts.of(actor, request.value());
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConsentRecord> records(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        return receipts.of(actor);
    }

    /** In the scope of the resident. @return whether it ended now */
    boolean expire(ResidentId resident, GrantId id) {
        var grant = locked(stored(resident, id).orElseThrow());
        if (!grant.expire(now())) {
            return false;
        }
        grants.flush();
        var evidence = receipts.ended(About.of(asGrant(grant)));
        events.publishEvent(new ConsentEvent.Expired(resident, id, grant.terms().until()));
        ledger.append(evidence.in(line(
                grant,
                grant.over() == Grant.State.VERLOPEN ? LedgerEvent.Kind.EXPIRED : LedgerEvent.Kind.TO_RECONFIRM,
                Optional.empty())));
        return true;
    }

    /** In the scope of the resident. @return whether there was still something to remind of */
    boolean remind(ResidentId resident, GrantId id) {
        var grant = locked(stored(resident, id).orElseThrow());
        if (!grant.isLive(now())) {
            return false;
        }
        events.publishEvent(new ConsentEvent.EndsSoon(resident, id));
        ledger.append(line(grant, LedgerEvent.Kind.REMINDED, Optional.empty()));
        return true;
    }

    /** A stop in one tab must not miss what another tab made of the same grant a moment ago. */
    private StoredGrant newestVersion(Actor actor, ResidentId resident, GrantId id) {
        var grant = locked(found(actor, resident, id));
        while (grant.replacedBy().isPresent()) {
            grant = locked(found(actor, resident, grant.replacedBy().get()));
        }
        return grant;
    }

    private StoredGrant locked(StoredGrant grant) {
        entities.refresh(grant, LockModeType.PESSIMISTIC_WRITE);
        return grant;
    }

    private StoredGrant found(Actor actor, ResidentId resident, GrantId id) {
        return stored(resident, id).orElseThrow(() -> refused(actor, new Handle(id.value())));
    }

    private Optional<StoredGrant> stored(ResidentId resident, GrantId id) {
        return grants.findById(new StoredGrant.Key(resident.value(), id.value()));
    }

    private AccessRefused refused(Actor actor, Handle handle) {
        attempts.tried(actor, handle);
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }

    private void requireSound(Terms terms) {
        var today = CalendarDays.dayOf(now());
        if (terms.sections().isEmpty() || !terms.rights().contains(Right.READ)) {
            throw new ConsentRefused(Reason.NOTHING_ASKED);
        }
        if (terms.until().isBefore(today)) {
            throw new ConsentRefused(Reason.UNTIL_IN_THE_PAST);
        }
        if (terms.until().isAfter(today.plus(Terms.LONGEST))) {
            throw new ConsentRefused(Reason.LONGER_THAN_TWELVE_MONTHS);
        }
    }

    void requireRecent(Actor actor) {
        requireLevel(actor);
        if (!RecentLogin.holds(actor.signedInAt(), clock.instant())) {
            throw new ConsentRefused(Reason.SIGN_IN_AGAIN);
        }
    }

    private static void requireLevel(Actor actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new ConsentRefused(Reason.ASSURANCE_TOO_LOW);
        }
    }

    private List<Grant> asGrants(List<StoredGrant> stored) {
        var to = parties.find(stored.stream().map(StoredGrant::to).distinct().toList());
        return stored.stream().map(grant -> asGrant(grant, to.get(grant.to()))).toList();
    }

    private Grant asGrant(StoredGrant stored) {
        return asGrants(List.of(stored)).getFirst();
    }

    private Grant asGrant(StoredGrant stored, Party to) {
        var now = now();
        return new Grant(
                stored.id(),
                stored.resident(),
                stored.request(),
                to,
                stored.terms(),
                open(stored),
                stored.from(),
                stored.until(),
                stored.state(now),
                stored.stateSince(now),
                stored.previous());
    }

    private byte[] seal(ResidentId resident, GrantId grant, Purpose purpose) {
        return sealing.seal(
                Sealing.Kind.DIRECTORY,
                resident.value(),
                context(grant),
                purpose.text().getBytes(StandardCharsets.UTF_8));
    }

    private Purpose open(StoredGrant grant) {
        return new Purpose(new String(
                sealing.open(Sealing.Kind.DIRECTORY, grant.resident().value(), context(grant.id()), grant.purpose()),
                StandardCharsets.UTF_8));
    }

    private static String context(GrantId grant) {
        return "consent.access_grant/" + grant + "/purpose";
    }

    private static LedgerEvent line(StoredGrant grant, LedgerEvent.Kind kind, Optional<Actor> actor) {
        return line(grant, kind, actor, Optional.empty());
    }

    private static LedgerEvent line(
            StoredGrant grant, LedgerEvent.Kind kind, Optional<Actor> actor, Optional<String> article) {
        return new LedgerEvent(
                grant.resident(),
                kind,
                actor,
                grant.terms().sections(),
                actor.map(GrantBook::ground),
                article,
                Optional.of(grant.id()),
                LedgerEvent.Outcome.DONE,
                Map.of(
                        "party",
                        grant.to().toString(),
                        "until",
                        grant.terms().until().toString()));
    }

    private static Grondslag ground(Actor by) {
        return switch (by) {
            case Actor.Acting acting ->
                acting.capacity() instanceof Capacity.Mandated ? Grondslag.MACHTIGING : Grondslag.VERTEGENWOORDIGING;
            case Actor.Resident _, Actor.Professional _ -> Grondslag.EIGEN_DOSSIER;
        };
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
