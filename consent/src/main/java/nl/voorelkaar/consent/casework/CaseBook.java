package nl.voorelkaar.consent.casework;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.decision.Handing;
import nl.voorelkaar.consent.decision.NeedToKnow;
import nl.voorelkaar.consent.decision.Statute;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.gate.FactFinder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CaseBook implements CaseAssignments, DueHandler {

    private static final Limit AT_MOST = Limit.of(500);
    private static final Set<Role> ASSIGNERS = Set.of(Role.TM, Role.KCC);

    private final StoredAssignments assignments;
    private final FactFinder facts;
    private final RefusedPersons refusals;
    private final Parties parties;
    private final DueList due;
    private final RowScope scope;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final Clock clock;

    CaseBook(
            StoredAssignments assignments,
            FactFinder facts,
            RefusedPersons refusals,
            Parties parties,
            DueList due,
            RowScope scope,
            Ledger ledger,
            Attempts attempts,
            ApplicationEventPublisher events,
            EntityManager entities,
            Clock clock) {
        this.assignments = assignments;
        this.facts = facts;
        this.refusals = refusals;
        this.parties = parties;
        this.due = due;
        this.scope = scope;
        this.ledger = ledger;
        this.attempts = attempts;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public List<String> statutes() {
        return Arrays.stream(Statute.values())
                .filter(CaseBook::isGiven)
                .map(Statute::citation)
                .toList();
    }

    /** What the privacy officer takes up, nobody gives: see {@link #takeUp}. */
    private static boolean isGiven(Statute statute) {
        return statute != Statute.RECHTEN;
    }

    @Override
    public boolean isTaskOf(String statute, Role role) {
        return Statute.cited(statute).filter(cited -> cited.isTaskOf(role)).isPresent();
    }

    @Override
    @Transactional
    public CaseAssignment assign(
            Actor.Professional actor, ResidentId resident, PartyId to, String statute, LocalDate until) {
        return assign(actor, UuidV7.at(now()), resident, to, statute, until);
    }

    @Override
    @Transactional
    public CaseAssignment assign(
            Actor.Professional actor, UUID id, ResidentId resident, PartyId to, String statute, LocalDate until) {
        requireLevel(actor);
        scope.enter(actor, resident);
        if (!ASSIGNERS.contains(actor.role()) || actor.id().equals(to)) {
            throw refused(actor, resident, Decision.Reason.ROLE_MAY_NOT);
        }
        var assignee = Optional.ofNullable(parties.find(Set.of(to)).get(to))
                .filter(colleague -> colleague.organisation().equals(actor.organisation()))
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NOT_FOR_THIS_PARTY));
        var task = Statute.cited(statute)
                .filter(cited -> isGiven(cited) && cited.isTaskOf(assignee.role()))
                .orElseThrow(() -> new AccessRefused(Decision.Reason.ROLE_MAY_NOT));
        requireUnrelated(actor, resident, List.of(actor.id(), to));
        if (Handing.against(Facts.Relation.NONE, assignee.role(), Set.of(task), refusals.tasks(resident, assignee.id()))
                .filter(Handing.No.REFUSED_BY_NAME::equals)
                .isPresent()) {
            throw new ConsentRefused(ConsentRefused.Reason.REFUSED_BY_NAME);
        }
        return assigned(actor, id, resident, assignee, task, NeedToKnow.opened(assignee.role(), task), within(until));
    }

    private LocalDate within(LocalDate until) {
        var today = CalendarDays.dayOf(now());
        if (until.isBefore(today)) {
            throw new ConsentRefused(ConsentRefused.Reason.UNTIL_IN_THE_PAST);
        }
        if (until.isAfter(today.plus(Terms.LONGEST))) {
            throw new ConsentRefused(ConsentRefused.Reason.LONGER_THAN_TWELVE_MONTHS);
        }
        return until;
    }

    @Override
    @Transactional
    public CaseAssignment takeIn(Actor.Professional actor, ResidentId resident) {
        return takenBy(
                actor,
                Role.KCC,
                UuidV7.at(now()),
                resident,
                Statute.ONDERZOEK,
                EnumSet.of(Section.MELDING),
                CalendarDays.dayOf(now()));
    }

    @Override
    @Transactional
    public CaseAssignment takeUp(Actor.Professional actor, UUID id, ResidentId resident, LocalDate until) {
        return takenBy(
                actor,
                Role.FG,
                id,
                resident,
                Statute.RECHTEN,
                NeedToKnow.opened(Role.FG, Statute.RECHTEN),
                within(until));
    }

    /** A case that somebody takes for themselves. */
    private CaseAssignment takenBy(
            Actor.Professional actor,
            Role role,
            UUID id,
            ResidentId resident,
            Statute task,
            Set<Section> sections,
            LocalDate until) {
        requireLevel(actor);
        scope.enter(actor, resident);
        if (actor.role() != role) {
            throw refused(actor, resident, Decision.Reason.ROLE_MAY_NOT);
        }
        requireUnrelated(actor, resident, List.of(actor.id()));
        var self = Optional.ofNullable(parties.find(Set.of(actor.id())).get(actor.id()))
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NOT_FOR_THIS_PARTY));
        return assigned(actor, id, resident, self, task, sections, until);
    }

    private void requireUnrelated(Actor.Professional actor, ResidentId resident, List<PartyId> who) {
        for (var party : who) {
            if (facts.about(party, Optional.empty(), resident).relation() != Facts.Relation.NONE) {
                throw refused(actor, resident, Decision.Reason.OWN_DOSSIER);
            }
        }
    }

    private CaseAssignment assigned(
            Actor.Professional actor,
            UUID id,
            ResidentId resident,
            Party assignee,
            Statute task,
            Set<Section> sections,
            LocalDate until) {
        var assignment = new StoredAssignment(
                new StoredAssignment.Key(resident.value(), id),
                assignee.id(),
                actor.id(),
                task.citation(),
                sections,
                until,
                now());
        assignments.saveAndFlush(assignment);
        due.add(DueKind.CASE_ENDS, resident, assignment.id(), assignment.until());
        events.publishEvent(
                new ConsentEvent.Assigned(resident, assignment.id(), assignee.id(), assignment.sections(), until));
        ledger.append(line(assignment, LedgerEvent.Kind.ASSIGNED, Optional.of(actor)));
        return asAssignment(assignment, assignee);
    }

    private AccessRefused refused(Actor.Professional actor, ResidentId resident, Decision.Reason reason) {
        ledger.appendNow(LedgerEvent.refused(
                resident, LedgerEvent.Kind.ASSIGNED, actor, Set.of(), Map.of("reason", reason.name())));
        return new AccessRefused(reason);
    }

    @Override
    @Transactional
    public void end(Actor.Professional actor, UUID id) {
        requireLevel(actor);
        scope.enter(actor);
        var assignment = assignments.ofParty(id, actor.id().value()).orElseThrow(() -> {
            attempts.tried(actor, new Handle(id));
            return new AccessRefused(Decision.Reason.NO_GROUND);
        });
        scope.enter(actor, assignment.resident());
        end(assignment, Optional.of(actor));
    }

    private boolean end(StoredAssignment assignment, Optional<Actor> actor) {
        entities.refresh(assignment, LockModeType.PESSIMISTIC_WRITE);
        if (!assignment.end(now())) {
            return false;
        }
        assignments.flush();
        events.publishEvent(assignments.ended(assignment, now()));
        ledger.append(line(assignment, LedgerEvent.Kind.ASSIGNMENT_ENDED, actor));
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseAssignment> of(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        return asAssignments(assignments.of(actor.id().value(), now(), AT_MOST));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseAssignment> heldBy(Actor.Professional actor) {
        requireLevel(actor);
        scope.enter(actor);
        return asAssignments(assignments.heldBy(actor.id().value(), now(), AT_MOST));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseAssignment> held(Actor.Professional actor, UUID id) {
        requireLevel(actor);
        scope.enter(actor);
        return assignments
                .held(id, actor.id().value(), now())
                .map(assignment -> asAssignments(List.of(assignment)).getFirst());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseAssignment> assignedBy(Actor.Professional actor) {
        requireLevel(actor);
        scope.enter(actor);
        return asAssignments(assignments.assignedBy(actor.id().value(), now(), AT_MOST));
    }

    @Override
    public DueKind kind() {
        return DueKind.CASE_ENDS;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        return assignments
                .findById(new StoredAssignment.Key(resident.value(), subject))
                .filter(assignment -> assignment.isOver(now()))
                .map(assignment -> end(assignment, Optional.empty()))
                .orElse(false);
    }

    private List<CaseAssignment> asAssignments(List<StoredAssignment> stored) {
        var to = parties.find(
                stored.stream().map(StoredAssignment::to).distinct().toList());
        return stored.stream()
                .map(assignment -> asAssignment(assignment, to.get(assignment.to())))
                .toList();
    }

    private static CaseAssignment asAssignment(StoredAssignment stored, Party to) {
        return new CaseAssignment(
                stored.id(), stored.resident(), to, stored.statute(), stored.sections(), stored.from(), stored.until());
    }

    private static LedgerEvent line(StoredAssignment assignment, LedgerEvent.Kind kind, Optional<Actor> actor) {
        return new LedgerEvent(
                assignment.resident(),
                kind,
                actor,
                assignment.sections(),
                Optional.of(Grondslag.WETTELIJKE_TAAK),
                Optional.of(assignment.statute()),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of(
                        "assignment", assignment.id().toString(),
                        "party", assignment.to().toString(),
                        "until", assignment.lastDay().toString()));
    }

    private static void requireLevel(Actor actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
