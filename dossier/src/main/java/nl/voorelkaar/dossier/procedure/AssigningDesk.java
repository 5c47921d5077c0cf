package nl.voorelkaar.dossier.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Face.OnWorkspace
class AssigningDesk implements CaseDesk {

    /**
     * How long the privacy officer still opens a request after it was due: for an extension, and for questions
     * afterwards.
     */
    private static final Period TO_LOOK_BACK = Period.ofMonths(3);

    private final ProcedureRows rows;
    private final CaseAssignments assignments;
    private final AccessGate gate;
    private final RowScope scope;
    private final Clock clock;

    AssigningDesk(ProcedureRows rows, CaseAssignments assignments, AccessGate gate, RowScope scope, Clock clock) {
        this.rows = rows;
        this.assignments = assignments;
        this.gate = gate;
        this.scope = scope;
        this.clock = clock;
    }

    enum Refusal implements StepRefused.Reason {
        EXCLUDED;

        @Override
        public String key() {
            return "case.excluded";
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProcedureHead> waiting(Actor.Professional actor) {
        requireAssigner(actor);
        scope.enter(actor);
        return rows.waiting(false);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProcedureHead> toTakeUp(Actor.Professional officer) {
        requireOfficer(officer);
        scope.enter(officer);
        return rows.waiting(true);
    }

    @Override
    @Transactional
    public void takeUp(Actor.Professional officer, ProcedureHead request) {
        requireOfficer(officer);
        scope.enter(officer, request.resident());
        var waiting = rows.lockWaiting(request.resident(), request.id())
                .filter(head -> head.kind().isTakenUp())
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        if (waiting.excluded().contains(officer.id())) {
            throw new StepRefused(Refusal.EXCLUDED, waiting.state());
        }
        var id = UuidV7.at(clock.instant());
        rows.giveHandler(waiting, officer.id(), id);
        var today = CalendarDays.dayOf(clock.instant());
        var due = waiting.due().filter(today::isBefore).orElse(today);
        assignments.takeUp(officer, id, waiting.resident(), due.plus(TO_LOOK_BACK));
    }

    @Override
    @Transactional
    public void give(Actor.Professional actor, ProcedureHead procedure, PartyId to, LocalDate until) {
        requireAssigner(actor);
        scope.enter(actor, procedure.resident());
        var waiting = rows.lockWaiting(procedure.resident(), procedure.id())
                .filter(head -> !head.kind().isTakenUp())
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        if (waiting.excluded().contains(to) || waiting.handler().equals(Optional.of(to))) {
            throw new StepRefused(Refusal.EXCLUDED, waiting.state());
        }
        var id = UuidV7.at(clock.instant());
        if (waiting.waitsForDecider()) {
            rows.giveDecider(waiting, to, id);
        } else {
            rows.giveHandler(waiting, to, id);
        }
        assignments.assign(actor, id, waiting.resident(), to, statute(waiting), until);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProcedureHead> ofNobody(Actor.Professional actor, ResidentId resident) {
        var sections = Arrays.stream(ProcedureKind.values())
                .map(ProcedureKind::section)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
        var mine = gate.decide(actor, new Access(resident, sections, Access.Action.READ)).entrySet().stream()
                .filter(decided -> decided.getValue() instanceof Decision.Permitted permit
                        && permit.ground() == Grondslag.WETTELIJKE_TAAK)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        scope.enter(actor, resident, mine);
        return rows.ofNobody(resident);
    }

    @Override
    public boolean fits(ProcedureHead procedure, Role role) {
        return assignments.isTaskOf(statute(procedure), role);
    }

    private static String statute(ProcedureHead head) {
        return head.waitsForDecider()
                ? head.kind().decidersStatute()
                : head.kind().statute();
    }

    @Override
    @Transactional
    public void handBack(Actor.Professional actor, ProcedureId procedure, HandedBack.Why why) {
        scope.enter(actor);
        var mine = rows.handledBy(actor.id()).stream()
                .filter(head -> head.id().equals(procedure))
                .findFirst()
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        var by = rows.caseOf(mine, actor.id()).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        scope.enter(actor, mine.resident(), Set.of(mine.kind().section()));
        rows.handBack(mine, new HandedBack(actor.id(), why));
        assignments.end(actor, by);
    }

    private static void requireOfficer(Actor.Professional actor) {
        if (actor.role() != Role.FG) {
            throw new AccessRefused(Decision.Reason.ROLE_MAY_NOT);
        }
    }

    private static void requireAssigner(Actor.Professional actor) {
        if (!actor.role().assignsCases()) {
            throw new AccessRefused(Decision.Reason.ROLE_MAY_NOT);
        }
    }
}
