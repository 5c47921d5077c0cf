package nl.voorelkaar.consent.request;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.AccessRequest.State;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.decision.NeedToKnow;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.gate.FactFinder;
import nl.voorelkaar.consent.receipt.About;
import nl.voorelkaar.consent.receipt.Receipts;
import nl.voorelkaar.consent.receipt.Told;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class RequestDesk implements AccessRequests, Asked, DueHandler {

    private static final Duration LAPSES_AFTER = Duration.ofDays(14);
    private static final Limit OPEN_AT_MOST = Limit.of(100);
    private static final Limit ASKED_AT_MOST = Limit.of(500);

    /** Earlier requests that can stand in the way of a new one: the words of the others stay sealed. */
    private static final Set<State> MATTERS = Set.of(State.AANGEVRAAGD, State.GEWEIGERD);

    /** What is worth a line in the resident's log: attempts at what is not theirs to ask. Not a mistake in a form. */
    private static final Set<ConsentRefused.Reason> WRITTEN_DOWN = Set.of(
            ConsentRefused.Reason.OWN_DOSSIER,
            ConsentRefused.Reason.ROLE_MAY_NOT_ASK,
            ConsentRefused.Reason.REFUSED_RECENTLY);

    private final StoredRequests requests;
    private final RequestTexts texts;
    private final Receipts receipts;
    private final FactFinder facts;
    private final Parties parties;
    private final RateLimits limits;
    private final DueList due;
    private final RowScope scope;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestDesk(
            StoredRequests requests,
            RequestTexts texts,
            Receipts receipts,
            FactFinder facts,
            Parties parties,
            RateLimits limits,
            DueList due,
            RowScope scope,
            Ledger ledger,
            Attempts attempts,
            ApplicationEventPublisher events,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.texts = texts;
        this.receipts = receipts;
        this.facts = facts;
        this.parties = parties;
        this.limits = limits;
        this.due = due;
        this.scope = scope;
        this.ledger = ledger;
        this.attempts = attempts;
        this.events = events;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<Section> askable(Role role) {
        return NeedToKnow.askable(role);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Section> askable(Actor.Professional actor, ResidentId resident) {
        scope.enter(actor, resident);
        return AskingRules.askable(actor, facts.about(actor.id(), actor.team(), resident), now());
    }

    @Override
    @Transactional
    public AccessRequest ask(Actor.Professional actor, RequestId id, NewRequest request) {
        var resident = request.resident();
        scope.enter(actor, resident);
        oneTabAtATime(actor.id(), resident);
        var known = requests.findById(new StoredRequest.Key(resident.value(), id.value()));
        if (known.isPresent()) {
            return asRequests(List.of(known.get())).getFirst();
        }
        var by = Optional.ofNullable(parties.find(Set.of(actor.id())).get(actor.id()))
                .orElseThrow(() -> new IllegalStateException("asked by a party that never signed in"));
        AskingRules.objection(new AskingRules.Asking(
                        actor,
                        request,
                        facts.about(actor.id(), actor.team(), resident),
                        earlier(actor.id(), resident),
                        clock))
                .ifPresent(reason -> object(actor, request, reason));
        if (!limits.take(RateLimits.Limit.REQUEST, actor.id().value())) {
            throw new ConsentRefused(ConsentRefused.Reason.TOO_MANY);
        }

        var now = now();
        var asked = new StoredRequest(
                resident, id, by.id(), request.terms(), texts.seal(id, request), now, now.plus(LAPSES_AFTER));
        requests.saveAndFlush(asked);
        due.add(DueKind.REQUEST_LAPSES, resident, id.value(), asked.expiresAt());
        events.publishEvent(new ConsentEvent.Asked(resident, id));
        ledger.append(line(asked, LedgerEvent.Kind.ASKED, Optional.of(actor)));
        return asRequest(asked, by);
    }

    /** Two tabs that ask at once: the second waits here, and then finds what the first asked. */
    private void oneTabAtATime(PartyId party, ResidentId resident) {
        jdbc.sql("""
                        INSERT INTO consent.asking AS asking (resident_id, party_id, last_asked_at)
                        VALUES (:resident, :party, :now)
                        ON CONFLICT (resident_id, party_id) DO UPDATE SET last_asked_at = excluded.last_asked_at""")
                .param("resident", resident.value())
                .param("party", party.value())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<AskingRules.Earlier> earlier(PartyId party, ResidentId resident) {
        var now = now();
        return requests
                .findByKeyResidentIdAndPartyIdOrderByAskedAtDesc(resident.value(), party.value(), ASKED_AT_MOST)
                .stream()
                .filter(request -> MATTERS.contains(request.state(now)))
                .map(request -> new AskingRules.Earlier(
                        request.state(now),
                        request.stateSince(),
                        request.sections(),
                        texts.purpose(request),
                        texts.newReason(request)))
                .toList();
    }

    private void object(Actor.Professional actor, NewRequest request, ConsentRefused.Reason reason) {
        if (WRITTEN_DOWN.contains(reason)) {
            ledger.appendNow(LedgerEvent.refused(
                    request.resident(),
                    LedgerEvent.Kind.ASKED,
                    actor,
                    request.terms().sections(),
                    Map.of("reason", reason.name())));
        }
        throw new ConsentRefused(reason);
    }

    @Override
    @Transactional
    public void withdraw(Actor.Professional actor, RequestId id) {
        requireLevel(actor);
        scope.enter(actor);
        var asked = requests.findByPartyIdAndKeyRequestId(actor.id().value(), id.value())
                .orElseThrow(() -> {
                    attempts.tried(actor, new Handle(id.value()));
                    return new ConsentRefused(ConsentRefused.Reason.NO_LONGER_OPEN);
                });
        scope.enter(actor, asked.resident());
        entities.refresh(asked, LockModeType.PESSIMISTIC_WRITE);
        if (asked.state(now()) == State.INGETROKKEN_DOOR_VRAGER) {
            return;
        }
        asked.become(State.INGETROKKEN_DOOR_VRAGER, now());
        requests.flush();
        ledger.append(line(asked, LedgerEvent.Kind.ASK_WITHDRAWN, Optional.of(actor)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccessRequest> open(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        return asRequests(requests.findByKeyResidentIdAndStateAndExpiresAtAfterOrderByAskedAt(
                actor.id().value(), State.AANGEVRAAGD, now(), OPEN_AT_MOST));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccessRequest> refused(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        return asRequests(requests.findByKeyResidentIdAndStateOrderByStateSinceDesc(
                actor.id().value(), State.GEWEIGERD, OPEN_AT_MOST));
    }

    @Override
    @Transactional(readOnly = true)
    public AccessRequest find(Actor.Resident actor, RequestId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return requests.findById(new StoredRequest.Key(actor.id().value(), id.value()))
                .map(request -> asRequests(List.of(request)).getFirst())
                .orElseThrow(() -> notTheirs(actor, id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccessRequest> asked(Actor.Professional actor) {
        requireLevel(actor);
        scope.enter(actor);
        return asRequests(requests.findByPartyIdOrderByAskedAtDesc(actor.id().value(), ASKED_AT_MOST));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AccessRequest> asked(Actor.Professional actor, RequestId id) {
        requireLevel(actor);
        scope.enter(actor);
        return requests.findByPartyIdAndKeyRequestId(actor.id().value(), id.value())
                .map(request -> asRequests(List.of(request)).getFirst());
    }

    @Override
    @Transactional
    public void refuse(Actor.Resident actor, RequestId id, ShownText shown) {
        requireLevel(actor);
        scope.enter(actor.id());
        var asked = locked(actor.id(), id).orElseThrow(() -> notTheirs(actor, id));
        if (asked.state(now()) == State.GEWEIGERD) {
            return;
        }
        asked.become(State.GEWEIGERD, now());
        requests.flush();
        var evidence = receipts.refused(
                Told.online(actor), About.of(asRequests(List.of(asked)).getFirst()), shown);
        events.publishEvent(new ConsentEvent.Refused(actor.id(), id));
        ledger.append(evidence.in(line(asked, LedgerEvent.Kind.REQUEST_REFUSED, Optional.of(actor))));
    }

    @Override
    public Optional<AccessRequest> lock(ResidentId resident, RequestId id) {
        return locked(resident, id).map(request -> asRequests(List.of(request)).getFirst());
    }

    @Override
    public void given(ResidentId resident, RequestId id) {
        locked(resident, id).orElseThrow().become(State.GEGEVEN, now());
        requests.flush();
    }

    @Override
    public Receipts.Written refused(Actor.Acting actor, RequestId id, ShownText shown) {
        var asked = locked(actor.resident(), id).orElseThrow();
        asked.become(State.GEWEIGERD, now());
        requests.flush();
        var evidence = receipts.refused(
                Told.online(actor), About.of(asRequests(List.of(asked)).getFirst()), shown);
        events.publishEvent(new ConsentEvent.Refused(actor.resident(), id));
        return evidence;
    }

    @Override
    public void refused(Told told, ResidentId resident, RequestId id, ShownText shown) {
        var asked = locked(resident, id).orElseThrow(() -> new ConsentRefused(ConsentRefused.Reason.NO_LONGER_OPEN));
        asked.become(State.GEWEIGERD, now());
        requests.flush();
        var evidence =
                receipts.refused(told, About.of(asRequests(List.of(asked)).getFirst()), shown);
        events.publishEvent(new ConsentEvent.Refused(resident, id));
        ledger.append(evidence.in(told.line(line(asked, LedgerEvent.Kind.REQUEST_REFUSED, Optional.of(told.by())))));
    }

    @Override
    public List<AccessRequest> open(ResidentId resident) {
        return asRequests(requests.findByKeyResidentIdAndStateAndExpiresAtAfterOrderByAskedAt(
                resident.value(), State.AANGEVRAAGD, now(), OPEN_AT_MOST));
    }

    private AccessRefused notTheirs(Actor.Resident actor, RequestId id) {
        attempts.tried(actor, new Handle(id.value()));
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }

    private Optional<StoredRequest> locked(ResidentId resident, RequestId id) {
        var request = requests.findById(new StoredRequest.Key(resident.value(), id.value()));
        request.ifPresent(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return request;
    }

    @Override
    public DueKind kind() {
        return DueKind.REQUEST_LAPSES;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        var asked = locked(resident, new RequestId(subject)).orElseThrow();
        if (!asked.lapse(now())) {
            return false;
        }
        lapsed(asked);
        return true;
    }

    /** Nobody is left to answer. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.Died died) {
        open(died.resident()).stream()
                .flatMap(asked -> locked(died.resident(), asked.id()).stream())
                .filter(asked -> asked.isOpen(now()))
                .forEach(asked -> {
                    asked.become(State.VERVALLEN, now());
                    lapsed(asked);
                });
    }

    private void lapsed(StoredRequest asked) {
        requests.flush();
        ledger.append(line(asked, LedgerEvent.Kind.REQUEST_LAPSED, Optional.empty()));
    }

    private List<AccessRequest> asRequests(List<StoredRequest> stored) {
        var by = parties.find(stored.stream().map(StoredRequest::by).distinct().toList());
        return stored.stream()
                .map(request -> asRequest(request, by.get(request.by())))
                .toList();
    }

    private AccessRequest asRequest(StoredRequest stored, Party by) {
        return new AccessRequest(
                stored.id(),
                stored.resident(),
                by,
                stored.terms(),
                texts.purpose(stored),
                texts.whatIfNo(stored),
                texts.found(stored),
                stored.askedAt(),
                stored.expiresAt(),
                stored.state(now()));
    }

    private static LedgerEvent line(StoredRequest request, LedgerEvent.Kind kind, Optional<Actor> actor) {
        return new LedgerEvent(
                request.resident(),
                kind,
                actor,
                request.sections(),
                actor.filter(Actor.Resident.class::isInstance).map(self -> Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of("request", request.id().toString(), "party", request.by().toString()));
    }

    private static void requireLevel(Actor actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new ConsentRefused(ConsentRefused.Reason.ASSURANCE_TOO_LOW);
        }
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
