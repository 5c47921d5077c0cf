package nl.voorelkaar.consent.casework;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.HandoverRefused;
import nl.voorelkaar.consent.HandoverRefused.Reason;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.decision.Handing;
import nl.voorelkaar.consent.decision.NeedToKnow;
import nl.voorelkaar.consent.decision.Statute;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.gate.FactFinder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every step locks what it changes, publishes, and writes its ledger line last. */
@Service
class HandoverBook implements Handovers {

    private final HandoverRows rows;
    private final StoredAssignments assignments;
    private final RefusedPersons refusals;
    private final Parties parties;
    private final FactFinder facts;
    private final DueList due;
    private final RowScope scope;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final Clock clock;

    HandoverBook(
            HandoverRows rows,
            StoredAssignments assignments,
            RefusedPersons refusals,
            Parties parties,
            FactFinder facts,
            DueList due,
            RowScope scope,
            Ledger ledger,
            Attempts attempts,
            ApplicationEventPublisher events,
            EntityManager entities,
            Clock clock) {
        this.rows = rows;
        this.assignments = assignments;
        this.refusals = refusals;
        this.parties = parties;
        this.facts = facts;
        this.due = due;
        this.scope = scope;
        this.ledger = ledger;
        this.attempts = attempts;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Handover offer(Actor.Professional actor, HandoverId id, ResidentId resident, PartyId to) {
        requireLevel(actor);
        scope.enter(actor, resident);
        var before = rows.find(resident, id);
        if (before.isPresent()) {
            return at(before.get());
        }
        var now = now();
        var held = assignments.heldOf(resident.value(), actor.id().value(), now);
        if (held.isEmpty()) {
            throw new HandoverRefused(Reason.NOTHING_TO_HAND_OVER);
        }
        var colleague = Optional.ofNullable(parties.find(Set.of(to)).get(to))
                .filter(party -> party.organisation().equals(actor.organisation()))
                .filter(party -> !party.id().equals(actor.id()))
                .orElseThrow(() -> new HandoverRefused(Reason.OTHER_ORGANISATION));
        requireFree(resident, to, colleague.role(), held);
        for (var open : rows.offered(resident, actor.id())) {
            if (at(open).state() == Handover.State.AANGEBODEN) {
                throw new HandoverRefused(Reason.OFFERED_ALREADY);
            }
            rows.become(open, Handover.State.INGETROKKEN, now);
        }
        var handover = new Handover(
                id,
                resident,
                actor.id(),
                to,
                Handover.State.AANGEBODEN,
                now,
                now,
                now.plus(ACCEPT_WITHIN),
                held.stream().map(StoredAssignment::statute).distinct().toList());
        rows.insert(handover);
        return handover;
    }

    @Override
    @Transactional
    public void withdraw(Actor.Professional actor, HandoverId id) {
        var handover = locked(actor, id);
        if (handover.from().equals(actor.id()) && handover.state() == Handover.State.AANGEBODEN) {
            rows.become(handover, Handover.State.INGETROKKEN, now());
            ledger.append(line(handover, LedgerEvent.Kind.HANDOVER_WITHDRAWN, actor));
        }
    }

    @Override
    @Transactional
    public void decline(Actor.Professional actor, HandoverId id) {
        var handover = locked(actor, id);
        if (handover.to().equals(actor.id()) && handover.state() == Handover.State.AANGEBODEN) {
            rows.become(handover, Handover.State.AFGEWEZEN, now());
            ledger.append(line(handover, LedgerEvent.Kind.HANDOVER_DECLINED, actor));
        }
    }

    @Override
    @Transactional
    public Handover accept(Actor.Professional actor, HandoverId id) {
        var handover = locked(actor, id);
        if (!handover.to().equals(actor.id())) {
            throw refused(actor, id);
        }
        switch (handover.state()) {
            case AANGEBODEN -> {}
            case AANVAARD -> {
                return handover;
            }
            case AFGEWEZEN, INGETROKKEN, GEWEIGERD, VERLOPEN -> throw new HandoverRefused(Reason.HAS_ENDED);
        }
        var now = now();
        var resident = handover.of();
        var held = assignments.heldOf(resident.value(), handover.from().value(), now);
        if (held.isEmpty()) {
            throw new HandoverRefused(Reason.NOTHING_TO_HAND_OVER);
        }
        requireFree(resident, actor.id(), actor.role(), held);
        held.forEach(one -> entities.refresh(one, LockModeType.PESSIMISTIC_WRITE));
        var taken = new LinkedHashMap<UUID, StoredAssignment>();
        held.forEach(one -> taken.put(one.id(), successor(actor, one, now)));
        events.publishEvent(new ConsentEvent.HandedOver(
                resident,
                handover.from(),
                actor.id(),
                taken.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().id()))));
        taken.values()
                .forEach(one -> events.publishEvent(
                        new ConsentEvent.Assigned(resident, one.id(), actor.id(), one.sections(), one.lastDay())));
        held.forEach(one -> end(one, now));
        rows.endGrants(handover, now)
                .forEach(grant -> events.publishEvent(new ConsentEvent.BoundedEnded(resident, grant)));
        rows.withdrawRequests(handover, now);
        rows.moveConsults(handover);
        rows.accepted(
                handover, taken.values().stream().map(StoredAssignment::id).toList(), now);
        ledger.append(line(handover, LedgerEvent.Kind.HANDED_OVER, actor));
        return rows.find(resident, id).orElseThrow();
    }

    /** Until the same day, by the same colleague: handing over gives nobody more time, and nobody else the say. */
    private StoredAssignment successor(Actor.Professional actor, StoredAssignment one, Instant now) {
        var task = Statute.cited(one.statute()).orElseThrow();
        var successor = new StoredAssignment(
                new StoredAssignment.Key(one.resident().value(), UuidV7.at(now)),
                actor.id(),
                one.by(),
                one.statute(),
                NeedToKnow.opened(actor.role(), task),
                one.lastDay(),
                now);
        assignments.saveAndFlush(successor);
        due.add(DueKind.CASE_ENDS, one.resident(), successor.id(), successor.until());
        return successor;
    }

    private void end(StoredAssignment assignment, Instant now) {
        if (assignment.end(now)) {
            assignments.flush();
            events.publishEvent(assignments.ended(assignment, now));
        }
    }

    @Override
    @Transactional
    public Handover refusePerson(Actor.Resident actor, HandoverId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        var handover = rows.lock(actor.id(), id).map(this::at).orElseThrow(() -> refused(actor, id));
        var now = now();
        switch (handover.state()) {
            case AANGEBODEN, AANVAARD -> {}
            case GEWEIGERD -> {
                return handover;
            }
            case AFGEWEZEN, INGETROKKEN, VERLOPEN -> throw new HandoverRefused(Reason.HAS_ENDED);
        }
        handover.statutes().forEach(statute -> refusals.refuse(actor.id(), handover.to(), statute, now));
        var taken = rows.taken(handover);
        var held = assignments.heldOf(actor.id().value(), handover.to().value(), now).stream()
                .filter(one -> taken.contains(one.id()))
                .toList();
        rows.become(handover, Handover.State.GEWEIGERD, now);
        events.publishEvent(new ConsentEvent.PersonRefused(
                actor.id(),
                handover.to(),
                held.stream().map(StoredAssignment::id).collect(Collectors.toSet())));
        held.forEach(one -> {
            entities.refresh(one, LockModeType.PESSIMISTIC_WRITE);
            end(one, now);
        });
        ledger.append(line(handover, LedgerEvent.Kind.PERSON_REFUSED, actor));
        return rows.find(actor.id(), id).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Handover> of(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        return rows.of(actor.id()).stream().map(this::at).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Handover find(Actor.Resident actor, HandoverId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return rows.find(actor.id(), id).map(this::at).orElseThrow(() -> refused(actor, id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Handover> of(Actor.Professional actor) {
        requireLevel(actor);
        scope.enter(actor);
        return rows.of(actor.id()).stream().map(this::at).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Handover find(Actor.Professional actor, HandoverId id) {
        requireLevel(actor);
        scope.enter(actor);
        return rows.ofParty(actor.id(), id).map(this::at).orElseThrow(() -> refused(actor, id));
    }

    private Handover locked(Actor.Professional actor, HandoverId id) {
        requireLevel(actor);
        scope.enter(actor);
        var handover = rows.ofParty(actor.id(), id).orElseThrow(() -> refused(actor, id));
        scope.enter(actor, handover.of());
        return at(rows.lock(handover.of(), id).orElse(handover));
    }

    private void requireFree(ResidentId resident, PartyId to, Role role, List<StoredAssignment> held) {
        var tasks = held.stream()
                .map(one -> Statute.cited(one.statute()).orElseThrow())
                .collect(Collectors.toSet());
        Handing.against(
                        facts.about(to, Optional.empty(), resident).relation(),
                        role,
                        tasks,
                        refusals.tasks(resident, to))
                .ifPresent(no -> {
                    throw new HandoverRefused(
                            switch (no) {
                                case TOO_CLOSE -> Reason.TOO_CLOSE;
                                case NOT_THEIR_TASK -> Reason.NOT_THEIR_TASK;
                                case REFUSED_BY_NAME -> Reason.REFUSED_BY_NAME;
                            });
                });
    }

    private AccessRefused refused(Actor actor, HandoverId id) {
        attempts.tried(actor, new Handle(id.value()));
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }

    /** What the clock made of it. */
    private Handover at(Handover stored) {
        return stored.state() == Handover.State.AANGEBODEN && !clock.instant().isBefore(stored.until())
                ? new Handover(
                        stored.id(),
                        stored.of(),
                        stored.from(),
                        stored.to(),
                        Handover.State.VERLOPEN,
                        stored.until(),
                        stored.offeredAt(),
                        stored.until(),
                        stored.statutes())
                : stored;
    }

    private static LedgerEvent line(Handover handover, LedgerEvent.Kind kind, Actor actor) {
        return new LedgerEvent(
                handover.of(),
                kind,
                Optional.of(actor),
                Set.of(),
                Optional.of(actor instanceof Actor.Resident ? Grondslag.EIGEN_DOSSIER : Grondslag.WETTELIJKE_TAAK),
                actor instanceof Actor.Resident
                        ? Optional.empty()
                        : Optional.of(handover.statutes().getFirst()),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of(
                        "handover",
                        handover.id().toString(),
                        "from",
                        handover.from().toString(),
                        "party",
                        handover.to().toString()));
    }

    private static void requireLevel(Actor actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new HandoverRefused(Reason.ASSURANCE_TOO_LOW);
        }
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
