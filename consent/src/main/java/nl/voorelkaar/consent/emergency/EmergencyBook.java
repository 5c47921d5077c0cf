package nl.voorelkaar.consent.emergency;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Breach;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.EmergencyRefused.Reason;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.OwnAct;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RecentLogin;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.WorkingDays;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.decision.LeastNeeded;
import nl.voorelkaar.consent.decision.Statute;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.emergency.EmergencyRows.Kept;
import nl.voorelkaar.consent.gate.FactFinder;
import nl.voorelkaar.consent.scope.TransactionScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class EmergencyBook implements Emergencies {

    private static final int OWN_AT_MOST = 50;

    private final EmergencyRows rows;
    private final FactFinder facts;
    private final Parties parties;
    private final WorkingDays workingDays;
    private final DueList due;
    private final TransactionScope scope;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmergencyBook(
            EmergencyRows rows,
            FactFinder facts,
            Parties parties,
            WorkingDays workingDays,
            DueList due,
            TransactionScope scope,
            Ledger ledger,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.parties = parties;
        this.workingDays = workingDays;
        this.due = due;
        this.scope = scope;
        this.ledger = ledger;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean opens(Role role) {
        return LeastNeeded.opens(role);
    }

    @Override
    public Set<Section> sections(EmergencyReason reason) {
        return LeastNeeded.sections(reason);
    }

    @Override
    @Transactional
    public Emergency ask(Actor.Professional actor, EmergencyId id, ResidentId resident, NewEmergency asked) {
        requireCrisisRole(actor);
        scope.enter(actor, resident);
        var before = rows.find(id);
        if (before.isPresent()) {
            return shown(own(before.get(), actor));
        }
        if (facts.about(actor.id(), actor.team(), resident).relation() != Facts.Relation.NONE) {
            ledger.appendNow(refusal(actor, resident));
            throw new EmergencyRefused(Reason.OWN_DOSSIER);
        }
        if (asked.sections().isEmpty()) {
            throw new EmergencyRefused(Reason.NOTHING_CHOSEN);
        }
        if (!LeastNeeded.sections(asked.reason()).containsAll(asked.sections())) {
            throw new EmergencyRefused(Reason.WIDER_THAN_THE_REASON);
        }
        var episode = Episode.asked(id, resident, actor.id(), actor.team(), asked.reason(), asked.sections(), now());
        rows.insert(episode, asked.why());
        ledger.append(line(
                episode,
                LedgerEvent.Kind.EMERGENCY_ASKED,
                Optional.of(actor),
                Map.of("reason", asked.why().text())));
        return shown(rows.find(id).orElseThrow());
    }

    @Override
    @Transactional
    public Emergency confirm(Actor.Professional actor, EmergencyId id) {
        requireCrisisRole(actor);
        var held = held(actor, id);
        if (held.episode().state(now()) == Emergency.State.ACTIEF) {
            return shown(held);
        }
        requireRecent(actor);
        requireNoRelation(actor, held.episode());
        var opened = held.episode().opened(now());
        rows.opened(opened);
        due.add(
                DueKind.EMERGENCY_ENDS,
                opened.resident(),
                id.value(),
                opened.until().orElseThrow());
        if (opened.delayDays() > 0) {
            due.add(
                    DueKind.EMERGENCY_TOLD,
                    opened.resident(),
                    id.value(),
                    opened.told().orElseThrow());
        }
        events.publishEvent(new ConsentEvent.EmergencyOpened(
                opened.resident(), id, opened.sections(), opened.until().orElseThrow(), actor));
        if (opened.delayDays() == 0) {
            events.publishEvent(new ConsentEvent.EmergencyTold(opened.resident(), id));
        }
        ledger.append(line(
                opened,
                LedgerEvent.Kind.EMERGENCY_OPENED,
                Optional.of(actor),
                Map.of("until", opened.until().orElseThrow().toString())));
        return shown(rows.find(id).orElseThrow());
    }

    @Override
    @Transactional
    public Emergency extend(Actor.Professional actor, EmergencyId id, Justification why) {
        requireCrisisRole(actor);
        requireRecent(actor);
        var held = held(actor, id);
        requireNoRelation(actor, held.episode());
        var extended = held.episode().extended(now());
        rows.opened(extended);
        events.publishEvent(new ConsentEvent.EmergencyExtended(
                extended.resident(), id, extended.until().orElseThrow(), actor));
        ledger.append(line(
                extended,
                LedgerEvent.Kind.EMERGENCY_EXTENDED,
                Optional.of(actor),
                Map.of("until", extended.until().orElseThrow().toString(), "reason", why.text())));
        return shown(rows.find(id).orElseThrow());
    }

    @Override
    @Transactional
    public void end(Actor.Professional actor, EmergencyId id) {
        requireLevel(actor);
        var held = held(actor, id);
        if (held.episode().stored() == Emergency.State.ACTIEF) {
            end(held.episode(), Optional.of(actor));
        }
    }

    private Episode end(Episode episode, Optional<Actor> actor) {
        var ended = episode.ended(now());
        var day = CalendarDays.dayOf(ended.until().orElseThrow());
        var complete = ended.reviewedBefore(CalendarDays.endOf(workingDays.after(day, REVIEW_DAYS)));
        rows.ended(complete);
        due.add(
                DueKind.EMERGENCY_REVIEW,
                complete.resident(),
                complete.id().value(),
                complete.reviewBefore().orElseThrow());
        events.publishEvent(new ConsentEvent.EmergencyEnded(complete.resident(), complete.id()));
        ledger.append(line(complete, LedgerEvent.Kind.EMERGENCY_ENDED, actor, Map.of()));
        return complete;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Emergency> of(Actor.Professional actor) {
        requireLevel(actor);
        scope.enter(actor);
        return shown(rows.by(actor.id(), now().minus(TO_CONFIRM), OWN_AT_MOST));
    }

    @Override
    @Transactional(readOnly = true)
    public Emergency find(Actor.Professional actor, EmergencyId id) {
        requireLevel(actor);
        scope.enter(actor);
        if (actor.role() == Role.FG) {
            scope.enterReview();
        }
        return shown(
                rows.find(id).filter(kept -> !kept.episode().lapsed(now())).orElseThrow(() -> notTheirs(actor, id)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Emergency> toReview(Actor.Professional officer) {
        enterReview(officer);
        return shown(rows.toReview(now().minus(TO_CONFIRM)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Emergency> reviewed(Actor.Professional officer) {
        enterReview(officer);
        return shown(rows.judged());
    }

    @Override
    @Transactional
    public Emergency delay(Actor.Professional officer, EmergencyId id, int days, Justification why) {
        var held = heldForReview(officer, id);
        var delayed = held.episode().delayed(days, now());
        rows.delayed(delayed, officer.id(), why);
        delayed.told()
                .filter(told -> told.isAfter(now()))
                .ifPresent(told -> due.add(DueKind.EMERGENCY_TOLD, delayed.resident(), id.value(), told));
        ledger.append(line(
                delayed,
                LedgerEvent.Kind.EMERGENCY_DELAYED,
                Optional.of(officer),
                Map.of("days", String.valueOf(days), "reason", why.text())));
        return shown(rows.find(id).orElseThrow());
    }

    @Override
    @Transactional
    public Emergency takeUp(Actor.Professional officer, EmergencyId id) {
        var held = heldForReview(officer, id);
        var episode = held.episode();
        if (episode.stored() == Emergency.State.ACTIEF && episode.state(now()) == Emergency.State.AFGELOPEN) {
            episode = end(episode, Optional.empty());
        }
        rows.takenUp(episode.takenUp(officer.id(), now()));
        return shown(rows.find(id).orElseThrow());
    }

    @Override
    @Transactional
    public Emergency judge(Actor.Professional officer, EmergencyId id, boolean justified, Justification words) {
        var held = heldForReview(officer, id);
        var judged = held.episode().judged(officer.id(), justified);
        var at = now();
        rows.judged(judged, at, words);
        if (!justified) {
            rows.open(judged, at, at.plus(TO_REPORT));
        }
        if (!judged.told().orElseThrow().isAfter(at)) {
            events.publishEvent(new ConsentEvent.EmergencyJudged(judged.resident(), id));
        }
        ledger.append(line(
                judged,
                LedgerEvent.Kind.EMERGENCY_REVIEWED,
                Optional.of(officer),
                Map.of("outcome", judged.stored().name(), "reason", words.text())));
        return shown(rows.find(id).orElseThrow());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Breach> breaches(Actor.Professional officer) {
        enterReview(officer);
        return rows.breaches();
    }

    @Override
    @Transactional
    public void closeBreach(Actor.Professional officer, EmergencyId id, boolean reported, Justification words) {
        enterReview(officer);
        if (!rows.close(id, reported, officer.id(), now(), words)) {
            throw new EmergencyRefused(Reason.ALREADY_REVIEWED);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Emergency> of(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        return shown(rows.of(actor.id(), now(), OWN_AT_MOST));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Emergency> find(Actor.Resident actor, EmergencyId id) {
        return of(actor).stream().filter(emergency -> emergency.id().equals(id)).findFirst();
    }

    /** The clock ends it, unless it was ended or extended. */
    boolean endDue(ResidentId resident, UUID subject) {
        var episode = episode(subject);
        if (episode.filter(found -> found.stored() == Emergency.State.ACTIEF).isEmpty()) {
            return false;
        }
        if (episode.get().state(now()) == Emergency.State.ACTIEF) {
            due.add(
                    DueKind.EMERGENCY_ENDS,
                    resident,
                    subject,
                    episode.get().until().orElseThrow());
            return false;
        }
        end(episode.get(), Optional.empty());
        return true;
    }

    boolean tellDue(ResidentId resident, UUID subject) {
        events.publishEvent(new ConsentEvent.EmergencyTold(resident, new EmergencyId(subject)));
        return true;
    }

    /** Nobody judged it in time: the queue says so, and the resident hears it once they know of it at all. */
    boolean callOverdue(ResidentId resident, UUID subject) {
        var late = episode(subject).filter(found -> !found.judged());
        late.ifPresent(found -> {
            rows.overdue(found, now());
            if (!found.told().orElseThrow().isAfter(now())) {
                events.publishEvent(new ConsentEvent.EmergencyOverdue(resident, found.id()));
            }
            ledger.append(line(found, LedgerEvent.Kind.EMERGENCY_OVERDUE, Optional.empty(), Map.of()));
        });
        return late.isPresent();
    }

    private Optional<Episode> episode(UUID subject) {
        return rows.hold(new EmergencyId(subject)).map(Kept::episode);
    }

    private Kept held(Actor.Professional actor, EmergencyId id) {
        scope.enter(actor);
        var held = rows.hold(id)
                .filter(kept -> kept.episode().by().equals(actor.id()))
                .or(() -> rows.find(id).filter(kept -> kept.episode().by().equals(actor.id())))
                .orElseThrow(() -> notTheirs(actor, id));
        scope.enter(actor, held.episode().resident());
        return held;
    }

    private Kept heldForReview(Actor.Professional officer, EmergencyId id) {
        if (officer.role() != Role.FG) {
            attempts.tried(officer, new Handle(id.value()));
        }
        enterReview(officer);
        var kept = rows.find(id).orElseThrow(() -> notTheirs(officer, id));
        var episode = kept.episode();
        if (episode.by().equals(officer.id())
                || episode.team().isPresent() && episode.team().equals(officer.team())) {
            throw notTheirsToJudge(officer, episode, Reason.OWN_USE);
        }
        scope.enter(officer, episode.resident());
        if (related(officer, episode)) {
            throw notTheirsToJudge(officer, episode, Reason.OWN_DOSSIER);
        }
        return rows.hold(id).orElseThrow(() -> notTheirs(officer, id));
    }

    private void enterReview(Actor.Professional officer) {
        requireLevel(officer);
        if (officer.role() != Role.FG) {
            throw new EmergencyRefused(Reason.ROLE_MAY_NOT);
        }
        scope.enter(officer);
        scope.enterReview();
    }

    private Kept own(Kept kept, Actor.Professional actor) {
        if (!kept.episode().by().equals(actor.id())) {
            throw notTheirs(actor, kept.episode().id());
        }
        return kept;
    }

    private AccessRefused notTheirs(Actor actor, EmergencyId id) {
        attempts.tried(actor, new Handle(id.value()));
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }

    private void requireNoRelation(Actor.Professional actor, Episode episode) {
        if (related(actor, episode)) {
            throw new EmergencyRefused(Reason.OWN_DOSSIER);
        }
    }

    private boolean related(Actor.Professional actor, Episode episode) {
        return facts.about(actor.id(), actor.team(), episode.resident()).relation() != Facts.Relation.NONE;
    }

    /** The resident reads that somebody tried who may not. */
    private EmergencyRefused notTheirsToJudge(Actor.Professional officer, Episode episode, Reason reason) {
        ledger.appendNow(LedgerEvent.refused(
                episode.resident(),
                LedgerEvent.Kind.STEP_TAKEN,
                officer,
                episode.sections(),
                Map.of(
                        "step", OwnAct.REVIEW_EMERGENCY.step(),
                        "emergency", episode.id().toString(),
                        "reason", reason.name())));
        return new EmergencyRefused(reason);
    }

    private static void requireCrisisRole(Actor.Professional actor) {
        requireLevel(actor);
        if (!LeastNeeded.opens(actor.role())) {
            throw new EmergencyRefused(Reason.ROLE_MAY_NOT);
        }
    }

    private void requireRecent(Actor.Professional actor) {
        if (!RecentLogin.holds(actor.signedInAt(), clock.instant())) {
            throw new EmergencyRefused(Reason.SIGN_IN_AGAIN);
        }
    }

    private static void requireLevel(Actor actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
    }

    private Emergency shown(Kept kept) {
        return shown(List.of(kept)).getFirst();
    }

    private List<Emergency> shown(Collection<Kept> stored) {
        var people = parties.find(stored.stream()
                .flatMap(kept -> Stream.of(
                                Optional.of(kept.episode().by()),
                                kept.delayedBy(),
                                kept.episode().reviewer())
                        .flatMap(Optional::stream))
                .collect(Collectors.toSet()));
        return stored.stream().map(kept -> shown(kept, people)).toList();
    }

    private Emergency shown(Kept kept, Map<PartyId, Party> people) {
        var episode = kept.episode();
        return new Emergency(
                episode.id(),
                episode.resident(),
                Objects.requireNonNull(people.get(episode.by())),
                episode.reason(),
                LeastNeeded.statute(episode.reason()).map(Statute::citation),
                episode.sections(),
                kept.why(),
                episode.state(now()),
                episode.askedAt(),
                episode.from(),
                episode.until(),
                kept.delayedBy()
                        .map(by -> new Emergency.Delay(
                                Objects.requireNonNull(people.get(by)),
                                episode.delayDays(),
                                kept.delayWhy().orElseThrow())),
                episode.reviewBefore(),
                episode.overdue(),
                episode.reviewer()
                        .map(reviewer -> new Emergency.Review(
                                Objects.requireNonNull(people.get(reviewer)),
                                kept.judgedAt()
                                        .map(at -> new Emergency.Outcome(
                                                episode.stored() == Emergency.State.GERECHTVAARDIGD,
                                                at,
                                                kept.judgedWords().orElseThrow())))));
    }

    private static LedgerEvent line(
            Episode episode, LedgerEvent.Kind kind, Optional<Actor> actor, Map<String, String> facts) {
        var details = new HashMap<>(facts);
        details.put("emergency", episode.id().toString());
        details.put("code", episode.reason().name());
        return new LedgerEvent(
                episode.resident(),
                kind,
                actor,
                episode.sections(),
                Optional.of(Grondslag.VITAAL_BELANG),
                LeastNeeded.statute(episode.reason()).map(Statute::citation),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                details);
    }

    private static LedgerEvent refusal(Actor.Professional actor, ResidentId resident) {
        return LedgerEvent.refused(
                resident,
                LedgerEvent.Kind.EMERGENCY_ASKED,
                actor,
                Set.of(),
                Map.of("reason", Decision.Reason.OWN_DOSSIER.name()));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
