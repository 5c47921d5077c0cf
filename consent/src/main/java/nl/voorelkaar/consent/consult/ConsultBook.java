package nl.voorelkaar.consent.consult;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.ConsultRefused;
import nl.voorelkaar.consent.ConsultRefused.Reason;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RecentLogin;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.decision.WhoDecides;
import nl.voorelkaar.consent.decision.WhoDecides.Matter;
import nl.voorelkaar.consent.decision.WhoDecides.Voice;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.gate.FactFinder;
import nl.voorelkaar.consent.receipt.About;
import nl.voorelkaar.consent.receipt.Receipts;
import nl.voorelkaar.consent.receipt.Told;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every step locks what it changes, publishes, and writes its ledger line last. */
@Service
class ConsultBook implements Consults, DueHandler {

    /** Where questions and answers are kept: beside the plan that they are about. */
    private static final Section KEPT_IN = Section.PLAN;

    /** How far the identity provider's clock may be ahead of ours. */
    private final ConsultRows rows;

    private final Parties parties;
    private final FactFinder facts;
    private final Subjects subjects;
    private final DueList due;
    private final RowScope scope;
    private final Receipts receipts;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsultBook(
            ConsultRows rows,
            Parties parties,
            FactFinder facts,
            Subjects subjects,
            DueList due,
            RowScope scope,
            Receipts receipts,
            Ledger ledger,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.parties = parties;
        this.facts = facts;
        this.subjects = subjects;
        this.due = due;
        this.scope = scope;
        this.receipts = receipts;
        this.ledger = ledger;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Consult ask(Actor.Professional actor, ConsultId id, ResidentId resident, PartyId expert, LocalDate lastDay) {
        requireLevel(actor);
        if (Optional.ofNullable(parties.find(Set.of(expert)).get(expert))
                .filter(party -> party.role() == Role.SPEC)
                .isEmpty()) {
            throw new ConsultRefused(Reason.NOT_AN_EXPERT);
        }
        var now = now();
        var today = CalendarDays.dayOf(now);
        if (lastDay.isBefore(today)) {
            throw new ConsultRefused(Reason.UNTIL_IN_THE_PAST);
        }
        if (lastDay.isAfter(today.plus(LONGEST))) {
            throw new ConsultRefused(Reason.TOO_LONG);
        }
        scope.enter(actor, resident, Set.of(KEPT_IN));
        if (facts.about(expert, Optional.empty(), resident).relation() != Facts.Relation.NONE) {
            throw new ConsultRefused(Reason.TOO_CLOSE);
        }
        var before = rows.find(resident, id);
        if (before.isPresent()) {
            return at(before.get(), now);
        }
        if (rows.openFrom(resident, actor.id(), expert, now)) {
            throw new ConsultRefused(Reason.ASKED_ALREADY);
        }
        var end = CalendarDays.endOf(lastDay);
        var waits = now.plus(ANSWER_WITHIN);
        var consult = new Consult(
                id,
                resident,
                actor.id(),
                expert,
                Consult.State.GEVRAAGD,
                now,
                now,
                waits.isBefore(end) ? waits : end,
                lastDay);
        rows.insert(consult, KEPT_IN);
        due.add(DueKind.CONSULT_ENDS, resident, id.value(), consult.until());
        events.publishEvent(new ConsentEvent.ConsultAsked(resident, id));
        return consult;
    }

    @Override
    @Transactional
    public Consult agree(Actor.Resident actor, ConsultId id, ShownText shown) {
        var consult = locked(actor, id);
        switch (consult.state()) {
            case GEVRAAGD -> {}
            case OPEN -> {
                return consult;
            }
            case GEWEIGERD, BEANTWOORD, INGETROKKEN, GESTOPT, VERLOPEN -> throw new ConsultRefused(Reason.HAS_ENDED);
        }
        requireRecent(actor);
        var now = now();
        if (!WhoDecides.settles(
                Set.of(Voice.SELF),
                Matter.ofSharing(KEPT_IN),
                KEPT_IN,
                subjects.of(actor.id()),
                CalendarDays.dayOf(now))) {
            throw new ConsultRefused(Reason.OTHERS_DECIDE);
        }
        rows.agreed(consult, now, CalendarDays.endOf(consult.lastDay()));
        due.move(DueKind.CONSULT_ENDS, actor.id(), id.value(), CalendarDays.endOf(consult.lastDay()));
        events.publishEvent(new ConsentEvent.Bounded(
                actor.id(),
                id.keys(),
                Optional.of(consult.expert()),
                Optional.empty(),
                id.thing(),
                KEPT_IN,
                consult.lastDay(),
                actor));
        var evidence = receipts.given(Told.online(actor), about(consult, true), shown);
        ledger.append(evidence.in(line(consult, LedgerEvent.Kind.CONSULT_AGREED, Optional.of(actor))));
        return found(actor, id);
    }

    @Override
    @Transactional
    public Consult refuse(Actor.Resident actor, ConsultId id, ShownText shown) {
        var consult = locked(actor, id);
        switch (consult.state()) {
            case GEVRAAGD -> {}
            case GEWEIGERD -> {
                return consult;
            }
            case OPEN, BEANTWOORD, INGETROKKEN, GESTOPT, VERLOPEN -> throw new ConsultRefused(Reason.HAS_ENDED);
        }
        end(consult, Consult.State.GEWEIGERD);
        var evidence = receipts.refused(Told.online(actor), about(consult, false), shown);
        ledger.append(evidence.in(line(consult, LedgerEvent.Kind.CONSULT_REFUSED, Optional.of(actor))));
        return found(actor, id);
    }

    @Override
    @Transactional
    public void stop(Actor.Resident actor, ConsultId id, ShownText shown) {
        var consult = locked(actor, id);
        if (consult.state().open()) {
            var given = consult.state() == Consult.State.OPEN;
            end(consult, Consult.State.GESTOPT);
            var evidence = given
                    ? receipts.withdrawn(Told.online(actor), about(consult, true), shown)
                    : receipts.refused(Told.online(actor), about(consult, false), shown);
            ledger.append(evidence.in(line(consult, LedgerEvent.Kind.CONSULT_STOPPED, Optional.of(actor))));
        }
    }

    private About about(Consult consult, boolean given) {
        var expert =
                Objects.requireNonNull(parties.find(Set.of(consult.expert())).get(consult.expert()));
        return About.of(consult, expert, given);
    }

    @Override
    @Transactional
    public void withdraw(Actor.Professional actor, ConsultId id) {
        var consult = lockedAs(actor, id, Consult::askedBy);
        if (consult.state().open()) {
            end(consult, Consult.State.INGETROKKEN);
            ledger.append(line(consult, LedgerEvent.Kind.CONSULT_WITHDRAWN, Optional.of(actor)));
        }
    }

    @Override
    @Transactional
    public void answered(Actor.Professional actor, ConsultId id) {
        var consult = lockedAs(actor, id, Consult::expert);
        if (consult.state() != Consult.State.OPEN) {
            throw new ConsultRefused(Reason.HAS_ENDED);
        }
        end(consult, Consult.State.BEANTWOORD);
        events.publishEvent(new ConsentEvent.ConsultAnswered(consult.of(), id));
    }

    private void end(Consult consult, Consult.State how) {
        rows.become(consult, how, now());
        events.publishEvent(
                new ConsentEvent.BoundedEnded(consult.of(), consult.id().keys()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consult> of(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        var now = now();
        return rows.of(actor.id()).stream().map(consult -> at(consult, now)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Consult find(Actor.Resident actor, ConsultId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return found(actor, id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConsentRecord> records(Actor.Resident actor, ConsultId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return receipts.of(actor, found(actor, id).id().value());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consult> askedBy(Actor.Professional actor) {
        requireLevel(actor);
        scope.enter(actor);
        var now = now();
        return rows.askedBy(actor.id()).stream()
                .map(consult -> at(consult, now))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Consult> putTo(Actor.Professional actor) {
        requireLevel(actor);
        scope.enter(actor);
        var now = now();
        return rows.putTo(actor.id()).stream().map(consult -> at(consult, now)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Consult find(Actor.Professional actor, ConsultId id) {
        requireLevel(actor);
        scope.enter(actor);
        return rows.ofParty(actor.id(), id).map(consult -> at(consult, now())).orElseThrow(() -> refused(actor, id));
    }

    @Override
    public DueKind kind() {
        return DueKind.CONSULT_ENDS;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        var over = rows.lock(resident, new ConsultId(subject))
                .filter(consult -> consult.state().open() && !now().isBefore(consult.until()));
        over.ifPresent(this::over);
        return over.isPresent();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.Died died) {
        rows.of(died.resident()).stream()
                .flatMap(consult -> rows.lock(died.resident(), consult.id()).stream())
                .filter(consult -> consult.state().open())
                .forEach(this::over);
    }

    private void over(Consult consult) {
        var line = line(consult, LedgerEvent.Kind.CONSULT_ENDED, Optional.empty());
        end(consult, Consult.State.VERLOPEN);
        ledger.append(
                consult.state() == Consult.State.OPEN
                        ? receipts.ended(about(consult, true)).in(line)
                        : line);
    }

    private Consult found(Actor.Resident actor, ConsultId id) {
        return rows.find(actor.id(), id).map(consult -> at(consult, now())).orElseThrow(() -> refused(actor, id));
    }

    private Consult locked(Actor.Resident actor, ConsultId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return rows.lock(actor.id(), id).map(consult -> at(consult, now())).orElseThrow(() -> refused(actor, id));
    }

    private Consult lockedAs(Actor.Professional actor, ConsultId id, Function<Consult, PartyId> as) {
        requireLevel(actor);
        scope.enter(actor);
        var consult = rows.ofParty(actor.id(), id)
                .filter(found -> as.apply(found).equals(actor.id()))
                .orElseThrow(() -> refused(actor, id));
        scope.enter(actor, consult.of(), Set.of(KEPT_IN));
        return at(rows.lock(consult.of(), id).orElse(consult), now());
    }

    private AccessRefused refused(Actor actor, ConsultId id) {
        attempts.tried(actor, new Handle(id.value()));
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }

    /** What the clock made of it. */
    private static Consult at(Consult stored, Instant now) {
        return stored.state().open() && !now.isBefore(stored.until())
                ? new Consult(
                        stored.id(),
                        stored.of(),
                        stored.askedBy(),
                        stored.expert(),
                        Consult.State.VERLOPEN,
                        stored.until(),
                        stored.askedAt(),
                        stored.until(),
                        stored.lastDay())
                : stored;
    }

    private static LedgerEvent line(Consult consult, LedgerEvent.Kind kind, Optional<Actor> actor) {
        return new LedgerEvent(
                consult.of(),
                kind,
                actor,
                Set.of(KEPT_IN),
                actor.filter(Actor.Resident.class::isInstance).map(self -> Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of(
                        "consult",
                        consult.id().toString(),
                        "party",
                        consult.expert().toString(),
                        "until",
                        consult.lastDay().toString()));
    }

    private static void requireLevel(Actor actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new ConsultRefused(Reason.ASSURANCE_TOO_LOW);
        }
    }

    private void requireRecent(Actor.Resident actor) {
        if (!RecentLogin.holds(actor.signedInAt(), clock.instant())) {
            throw new ConsultRefused(Reason.SIGN_IN_AGAIN);
        }
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
