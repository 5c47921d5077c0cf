package nl.voorelkaar.consent.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Attempts;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LetterCode;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.MandateRefused.Reason;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.RecentLogin;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.decision.Delegation;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.receipt.About;
import nl.voorelkaar.consent.receipt.Receipts;
import nl.voorelkaar.consent.receipt.Told;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every step locks what it changes, publishes, and writes its ledger line last. */
@Service
@Face.OnResident
class MandateBook implements Mandates, DeskMandates {

    private static final int OPEN_AT_MOST = 20;
    private static final int LISTED_AT_MOST = 100;
    private static final String CODE = "mandate-code/v1";

    /** How far the identity provider's clock may be ahead of ours. */
    private final MandateRows rows;

    private final Sealing sealing;
    private final RateLimits limits;
    private final DueList due;
    private final TransactionScope scope;
    private final Subjects subjects;
    private final Receipts receipts;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MandateBook(
            MandateRows rows,
            Sealing sealing,
            RateLimits limits,
            DueList due,
            TransactionScope scope,
            Subjects subjects,
            Receipts receipts,
            Ledger ledger,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sealing = sealing;
        this.limits = limits;
        this.due = due;
        this.scope = scope;
        this.subjects = subjects;
        this.receipts = receipts;
        this.ledger = ledger;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Invitation invite(Actor.Resident actor, MandateId id) {
        return invite(actor, id, Optional.empty());
    }

    @Override
    @Transactional
    public Invitation invite(Actor.Resident actor, MandateId id, Boundary boundary) {
        return invite(actor, id, Optional.of(boundary));
    }

    private Invitation invite(Actor.Resident actor, MandateId id, Optional<Boundary> boundary) {
        requireRecent(actor);
        scope.enter(actor.id());
        requireOwnWord(actor.id());
        return invited(
                actor.id(),
                id,
                CODE_VALID,
                boundary,
                () -> invitation(actor, id).orElseThrow(() -> new MandateRefused(Reason.HAS_ENDED)),
                row -> line(row, LedgerEvent.Kind.MANDATE_INVITED, Optional.of(actor)));
    }

    private Invitation invited(
            ResidentId resident,
            MandateId id,
            Duration valid,
            Optional<Boundary> boundary,
            Supplier<Invitation> before,
            Function<MandateRow, LedgerEvent> line) {
        var now = now();
        var open = rows.of(resident, LISTED_AT_MOST).stream()
                .filter(mandate -> mandate.state(now).open() && !mandate.id().equals(id))
                .count();
        if (open >= OPEN_AT_MOST) {
            throw new MandateRefused(Reason.TOO_MANY);
        }
        var code = Code.random();
        var until = now.plus(valid);
        if (!rows.invite(resident, id, index(code), code, now, until, boundary)) {
            return before.get();
        }
        due.add(DueKind.MANDATE_LAPSES, resident, id.value(), until);
        ledger.append(line.apply(find(resident, id)));
        return new Invitation(id, code.shown(), until);
    }

    @Override
    public Invitation invite(
            Told told, ResidentId resident, MandateId id, Set<MandateScope> scopes, LocalDate lastDay) {
        requireOwnWord(resident);
        requireSound(scopes, lastDay);
        // A letter takes days: the code in it holds longer than one on a screen.
        return invited(
                resident,
                id,
                CONFIRM_WITHIN,
                Optional.empty(),
                () -> invitation(resident, id).orElseThrow(() -> new MandateRefused(Reason.HAS_ENDED)),
                row -> told.line(line(row, LedgerEvent.Kind.MANDATE_INVITED, Optional.of(told.by()))));
    }

    @Override
    public Optional<Invitation> invitation(ResidentId resident, MandateId id) {
        return rows.find(resident, id)
                .filter(mandate -> mandate.state(now()) == Mandate.State.UITGENODIGD)
                .flatMap(mandate ->
                        rows.code(resident, id).map(code -> new Invitation(id, code.shown(), mandate.codeUntil())));
    }

    @Override
    public Optional<Mandate> known(ResidentId resident, MandateId id) {
        return rows.find(resident, id).map(row -> row.at(now()));
    }

    @Override
    public void confirm(
            Told told,
            ResidentId resident,
            MandateId id,
            Set<MandateScope> scopes,
            LocalDate lastDay,
            String name,
            ShownText shown,
            LetterCode letter) {
        requireOwnWord(resident);
        var mandate = rows.lock(resident, id).orElseThrow(() -> new MandateRefused(Reason.HAS_ENDED));
        var now = now();
        requireAccepted(mandate, now);
        requireSound(scopes, lastDay);
        due.drop(DueKind.MANDATE_LAPSES, resident, id.value());
        begin(told.by(), mandate, scopes, lastDay, Mandate.Digest.EACH_ACT, Optional.of(name), Optional.of(letter));
        var after = find(resident, id);
        rows.record(after, now);
        var evidence = receipts.given(told, About.of(after.at(now)), shown);
        ledger.append(evidence.in(told.line(line(after, LedgerEvent.Kind.MANDATED, Optional.of(told.by())))));
    }

    @Override
    public boolean stop(Told told, ResidentId resident, MandateId id, ShownText shown) {
        var mandate = rows.lock(resident, id).filter(row -> row.state(now()).open());
        mandate.ifPresent(row -> ledger.append(stopped(
                told, row, shown, told.line(line(row, LedgerEvent.Kind.MANDATE_STOPPED, Optional.of(told.by()))))));
        return mandate.isPresent();
    }

    /** @return the line, with the evidence; an invitation that nobody accepted gave and refused nothing */
    private LedgerEvent stopped(Told told, MandateRow mandate, ShownText shown, LedgerEvent line) {
        var now = now();
        return switch (mandate.stored()) {
            case ACTIEF -> {
                end(mandate, Mandate.State.INGETROKKEN);
                yield receipts.withdrawn(told, About.of(mandate.at(now)), shown).in(line);
            }
            case GEACCEPTEERD -> {
                end(mandate, Mandate.State.AFGEWEZEN);
                yield receipts.refused(told, About.of(mandate.at(now)), shown).in(line);
            }
            case UITGENODIGD, AFGEWEZEN, INGETROKKEN, OPGEZEGD, VERLOPEN, BEEINDIGD -> {
                end(mandate, Mandate.State.INGETROKKEN);
                yield line;
            }
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Invitation> invitation(Actor.Resident actor, MandateId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        var mandate = found(actor, id);
        return mandate.state(now()) == Mandate.State.UITGENODIGD
                ? rows.code(actor.id(), id).map(code -> new Invitation(id, code.shown(), mandate.codeUntil()))
                : Optional.empty();
    }

    @Override
    @Transactional
    public Mandate accept(Actor.Resident carer, String typed, String name) {
        requireLevel(carer);
        var person = PersonId.of(carer.id());
        // Every try takes a turn, also one that could not be a code: else the shape of codes could be felt out for
        // free.
        if (!limits.take(RateLimits.Limit.MANDATE_CODE, person.value())) {
            throw new MandateRefused(Reason.TOO_MANY_TRIES);
        }
        var code = Code.typed(typed).orElseThrow(() -> new MandateRefused(Reason.CODE_UNKNOWN));
        var index = index(code);
        scope.enterPerson(Optional.of(person), Optional.of(index));
        var whose =
                rows.byCode(index).map(MandateRow::resident).orElseThrow(() -> new MandateRefused(Reason.CODE_UNKNOWN));
        if (whose.equals(carer.id())) {
            throw new MandateRefused(Reason.OWN_CODE);
        }
        scope.enter(whose);
        var now = now();
        var mandate = rows.byCode(index)
                .flatMap(row -> rows.lock(whose, row.id()))
                .orElseThrow(() -> new MandateRefused(Reason.CODE_UNKNOWN));
        if (subjects.died(whose).isPresent()) {
            throw new MandateRefused(Reason.CODE_EXPIRED);
        }
        if (mandate.person().equals(Optional.of(person)) && mandate.state(now) == Mandate.State.GEACCEPTEERD) {
            return mandate.at(now);
        }
        switch (mandate.state(now)) {
            case UITGENODIGD -> {}
            case VERLOPEN ->
                throw new MandateRefused(mandate.person().isEmpty() ? Reason.CODE_EXPIRED : Reason.CODE_USED);
            // Withdrawn before anybody used it looks like one that ran out: no reason is told.
            case INGETROKKEN, AFGEWEZEN, BEEINDIGD, OPGEZEGD ->
                throw new MandateRefused(mandate.person().isEmpty() ? Reason.CODE_EXPIRED : Reason.CODE_USED);
            case GEACCEPTEERD, ACTIEF -> throw new MandateRefused(Reason.CODE_USED);
        }
        rows.of(whose, LISTED_AT_MOST).stream()
                .filter(other -> other.person().equals(Optional.of(person)))
                .filter(other -> thing(other).equals(thing(mandate)))
                .forEach(other -> {
                    if (other.state(now).open()) {
                        throw new MandateRefused(Reason.MANDATED_ALREADY);
                    }
                    if (other.stored().open()) {
                        end(other, Mandate.State.VERLOPEN);
                    }
                });
        var until = now.plus(CONFIRM_WITHIN);
        rows.accepted(mandate, person, name, now, until);
        due.move(DueKind.MANDATE_LAPSES, whose, mandate.id().value(), until);
        events.publishEvent(new ConsentEvent.MandateAccepted(whose, mandate.id(), carer));
        var after = find(whose, mandate.id());
        ledger.append(new LedgerEvent(
                whose,
                LedgerEvent.Kind.MANDATE_ACCEPTED,
                Optional.of(new Actor.Acting(
                        person,
                        whose,
                        new Capacity.Mandated(mandate.id()),
                        carer.level(),
                        carer.signedInAt(),
                        carer.assertion())),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of("mandate", mandate.id().toString())));
        limits.giveBack(RateLimits.Limit.MANDATE_CODE, person.value());
        return after.at(now);
    }

    @Override
    @Transactional
    public Mandate confirm(
            Actor.Resident actor,
            MandateId id,
            Set<MandateScope> scopes,
            LocalDate lastDay,
            Mandate.Digest digest,
            String name,
            ShownText shown) {
        requireRecent(actor);
        scope.enter(actor.id());
        requireOwnWord(actor.id());
        var mandate = locked(actor, id);
        var now = now();
        if (mandate.state(now) == Mandate.State.ACTIEF) {
            return mandate.at(now);
        }
        requireAccepted(mandate, now);
        if (mandate.boundary().isPresent()) {
            throw new MandateRefused(Reason.FOR_ONE_THING);
        }
        requireSound(scopes, lastDay);
        due.drop(DueKind.MANDATE_LAPSES, actor.id(), id.value());
        begin(actor, mandate, scopes, lastDay, digest, Optional.of(name), Optional.empty());
        var after = find(actor.id(), id);
        rows.record(after, now);
        var evidence = receipts.given(Told.online(actor), About.of(after.at(now)), shown);
        ledger.append(evidence.in(line(after, LedgerEvent.Kind.MANDATED, Optional.of(actor))));
        return after.at(now);
    }

    @Override
    @Transactional
    public Mandate confirmHelp(Actor.Resident actor, MandateId id, LocalDate lastDay, String name, ShownText shown) {
        requireRecent(actor);
        scope.enter(actor.id());
        var mandate = locked(actor, id);
        var now = now();
        if (mandate.state(now) == Mandate.State.ACTIEF) {
            return mandate.at(now);
        }
        requireAccepted(mandate, now);
        var boundary = mandate.boundary().orElseThrow(() -> new MandateRefused(Reason.NOTHING_CHOSEN));
        requireInTime(lastDay);
        due.drop(DueKind.MANDATE_LAPSES, actor.id(), id.value());
        var keys = new GrantId(UuidV7.at(now));
        var until = subjects.bounded(actor.id(), CalendarDays.endOf(lastDay));
        rows.begun(mandate, keys, Set.of(), lastDay, now, until, Mandate.Digest.EACH_ACT, Optional.of(name));
        due.add(DueKind.MANDATE_ENDS, actor.id(), keys.value(), until);
        events.publishEvent(new ConsentEvent.Bounded(
                actor.id(),
                keys,
                Optional.empty(),
                mandate.person(),
                boundary.thing(),
                boundary.section(),
                CalendarDays.dayOf(until.minusNanos(1)),
                actor));
        var after = find(actor.id(), id);
        rows.record(after, now);
        var evidence = receipts.given(Told.online(actor), About.of(after.at(now)), shown);
        ledger.append(evidence.in(line(after, LedgerEvent.Kind.MANDATED, Optional.of(actor))));
        return after.at(now);
    }

    private static void requireAccepted(MandateRow mandate, Instant now) {
        switch (mandate.state(now)) {
            case GEACCEPTEERD -> {}
            case UITGENODIGD -> throw new MandateRefused(Reason.NOT_ACCEPTED);
            case ACTIEF, AFGEWEZEN, INGETROKKEN, OPGEZEGD, VERLOPEN, BEEINDIGD ->
                throw new MandateRefused(Reason.HAS_ENDED);
        }
    }

    @Override
    @Transactional
    public Mandate narrow(
            Actor.Resident actor, MandateId id, Set<MandateScope> scopes, LocalDate lastDay, ShownText shown) {
        requireLevel(actor);
        scope.enter(actor.id());
        var mandate = locked(actor, id);
        var now = now();
        if (mandate.state(now) != Mandate.State.ACTIEF) {
            throw new MandateRefused(Reason.HAS_ENDED);
        }
        if (mandate.boundary().isPresent()) {
            throw new MandateRefused(Reason.FOR_ONE_THING);
        }
        requireSound(scopes, lastDay);
        var same = scopes.equals(mandate.scopes()) && mandate.lastDay().equals(Optional.of(lastDay));
        if (same
                || !mandate.scopes().containsAll(scopes)
                || mandate.lastDay().filter(last -> !lastDay.isAfter(last)).isEmpty()) {
            throw new MandateRefused(Reason.NOT_NARROWER);
        }
        begin(actor, mandate, scopes, lastDay, mandate.digest(), Optional.empty(), Optional.empty());
        var after = find(actor.id(), id);
        rows.record(after, now);
        var evidence = receipts.narrowed(Told.online(actor), About.of(mandate.at(now)), About.of(after.at(now)), shown);
        ledger.append(evidence.in(line(after, LedgerEvent.Kind.MANDATE_NARROWED, Optional.of(actor))));
        return after.at(now);
    }

    private void begin(
            Actor by,
            MandateRow mandate,
            Set<MandateScope> scopes,
            LocalDate lastDay,
            Mandate.Digest digest,
            Optional<String> name,
            Optional<LetterCode> letter) {
        var resident = mandate.resident();
        var now = now();
        var keys = new GrantId(UuidV7.at(now));
        var until = subjects.bounded(resident, CalendarDays.endOf(lastDay));
        rows.begun(mandate, keys, scopes, lastDay, now, until, digest, name);
        due.add(DueKind.MANDATE_ENDS, resident, keys.value(), until);
        var remindAt = CalendarDays.endOf(lastDay.minusDays(REMIND_DAYS_BEFORE));
        if (remindAt.isAfter(now)) {
            due.add(DueKind.MANDATE_ENDS_SOON, resident, keys.value(), remindAt);
        }
        events.publishEvent(new ConsentEvent.Mandated(
                resident,
                mandate.id(),
                keys,
                mandate.person().orElseThrow(),
                Delegation.opened(scopes),
                CalendarDays.dayOf(until.minusNanos(1)),
                mandate.keys(),
                by,
                letter));
    }

    @Override
    public Set<Section> opens(Set<MandateScope> scopes) {
        return Delegation.opened(scopes);
    }

    @Override
    @Transactional
    public void digest(Actor.Resident actor, MandateId id, Mandate.Digest digest) {
        requireLevel(actor);
        scope.enter(actor.id());
        locked(actor, id);
        rows.digest(actor.id(), id, digest);
    }

    @Override
    @Transactional
    public void stop(Actor.Resident actor, MandateId id, ShownText shown) {
        requireRecent(actor);
        scope.enter(actor.id());
        var mandate = locked(actor, id);
        if (mandate.state(now()).open()) {
            var line = line(mandate, LedgerEvent.Kind.MANDATE_STOPPED, Optional.of(actor));
            ledger.append(stopped(Told.online(actor), mandate, shown, line));
        }
    }

    @Override
    @Transactional
    public void giveUp(Actor.Resident carer, MandateId id, ShownText shown) {
        requireLevel(carer);
        var person = PersonId.of(carer.id());
        scope.enterPerson(Optional.of(person), Optional.empty());
        var whose = rows.held(person, id).map(MandateRow::resident).orElseThrow(() -> {
            attempts.tried(carer, new Handle(id.value()));
            return new AccessRefused(Decision.Reason.NO_GROUND);
        });
        scope.enter(whose);
        var mandate = rows.lock(whose, id).orElseThrow();
        if (mandate.state(now()).open()) {
            var by = new Actor.Acting(
                    person, whose, new Capacity.Mandated(id), carer.level(), carer.signedInAt(), carer.assertion());
            var before = About.of(mandate.at(now()));
            end(mandate, Mandate.State.OPGEZEGD);
            var evidence = receipts.givenUp(Told.online(by), before, shown);
            ledger.append(evidence.in(line(mandate, LedgerEvent.Kind.MANDATE_GIVEN_UP, Optional.of(by))));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Mandate> of(Actor.Resident actor) {
        requireLevel(actor);
        scope.enter(actor.id());
        var now = now();
        return rows.of(actor.id(), LISTED_AT_MOST).stream()
                .map(mandate -> mandate.at(now))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Mandate find(Actor.Resident actor, MandateId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return found(actor, id).at(now());
    }

    @Override
    @Transactional(readOnly = true)
    public List<ConsentRecord> records(Actor.Resident actor, MandateId id) {
        requireLevel(actor);
        scope.enter(actor.id());
        return receipts.of(actor, found(actor, id).id().value());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Mandate> heldBy(Actor.Resident carer) {
        requireLevel(carer);
        var person = PersonId.of(carer.id());
        scope.enterPerson(Optional.of(person), Optional.empty());
        var now = now();
        return rows.heldBy(person, now, LISTED_AT_MOST).stream()
                .map(mandate -> mandate.at(now))
                .sorted(Comparator.comparing(mandate -> mandate.resident().orElse("")))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor.Acting> acting(Actor.Resident carer, MandateId id) {
        if (!carer.level().atLeast(AssuranceLevel.REQUIRED)) {
            return Optional.empty();
        }
        var person = PersonId.of(carer.id());
        scope.enterPerson(Optional.of(person), Optional.empty());
        var held = rows.held(person, id).filter(mandate -> mandate.state(now()) == Mandate.State.ACTIEF);
        return held.map(mandate -> new Actor.Acting(
                person,
                mandate.resident(),
                new Capacity.Mandated(id),
                carer.level(),
                carer.signedInAt(),
                carer.assertion()));
    }

    /** In the scope of the resident. @return whether it ended now */
    boolean expire(ResidentId resident, GrantId keys) {
        var now = now();
        var mandate = rows.ofKeys(resident, keys)
                .filter(row -> row.stored() == Mandate.State.ACTIEF && !now.isBefore(row.until()));
        mandate.ifPresent(row -> {
            end(row, row.over());
            var evidence = receipts.ended(About.of(row.at(now)));
            ledger.append(evidence.in(line(
                    row,
                    row.over() == Mandate.State.VERLOPEN
                            ? LedgerEvent.Kind.MANDATE_EXPIRED
                            : LedgerEvent.Kind.TO_RECONFIRM,
                    Optional.empty())));
        });
        return mandate.isPresent();
    }

    /** In the scope of the resident. @return whether there was still something to remind of */
    boolean remind(ResidentId resident, GrantId keys) {
        var mandate = rows.ofKeys(resident, keys).filter(row -> row.state(now()) == Mandate.State.ACTIEF);
        mandate.ifPresent(row -> {
            events.publishEvent(new ConsentEvent.MandateEndsSoon(
                    resident, row.id(), row.person().orElseThrow()));
            ledger.append(line(row, LedgerEvent.Kind.MANDATE_REMINDED, Optional.empty()));
        });
        return mandate.isPresent();
    }

    /** In the scope of the resident. @return whether it ended now */
    boolean lapse(ResidentId resident, MandateId id) {
        var now = now();
        var mandate = rows.lock(resident, id)
                .filter(row -> row.version() == 0 && row.stored().open() && !now.isBefore(row.until()));
        mandate.ifPresent(row -> {
            end(row, Mandate.State.VERLOPEN);
            ledger.append(line(row, LedgerEvent.Kind.MANDATE_LAPSED, Optional.empty()));
        });
        return mandate.isPresent();
    }

    /** Who is under curatele mandates nobody: what was given or offered is over. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.MeasureChanged changed) {
        if (changed.curatele()) {
            endAll(changed.resident(), LedgerEvent.Kind.ENDED_BY_MEASURE);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.Died died) {
        endAll(died.resident(), LedgerEvent.Kind.ENDED_BY_DEATH);
    }

    private void endAll(ResidentId resident, LedgerEvent.Kind why) {
        rows.of(resident, LISTED_AT_MOST).stream()
                .filter(mandate -> mandate.state(now()).open())
                .flatMap(mandate -> rows.lock(resident, mandate.id()).stream())
                .forEach(mandate -> {
                    var line = line(mandate, why, Optional.empty());
                    var given = mandate.stored() == Mandate.State.ACTIEF;
                    end(mandate, Mandate.State.BEEINDIGD);
                    ledger.append(
                            given ? receipts.ended(About.of(mandate.at(now()))).in(line) : line);
                });
    }

    private void requireOwnWord(ResidentId resident) {
        if (subjects.underCuratele(resident)) {
            throw new MandateRefused(Reason.UNDER_CURATELE);
        }
    }

    private void end(MandateRow mandate, Mandate.State how) {
        var now = now();
        rows.ended(mandate, how, now);
        rows.record(find(mandate.resident(), mandate.id()), now);
        mandate.keys()
                .ifPresent(keys -> events.publishEvent(new ConsentEvent.MandateEnded(
                        mandate.resident(), mandate.id(), keys, mandate.person().orElseThrow(), how)));
    }

    private MandateRow find(ResidentId resident, MandateId id) {
        return rows.find(resident, id).orElseThrow();
    }

    private MandateRow found(Actor.Resident actor, MandateId id) {
        return rows.find(actor.id(), id).orElseThrow(() -> refused(actor, id));
    }

    private MandateRow locked(Actor.Resident actor, MandateId id) {
        return rows.lock(actor.id(), id).orElseThrow(() -> refused(actor, id));
    }

    private AccessRefused refused(Actor.Resident actor, MandateId id) {
        attempts.tried(actor, new Handle(id.value()));
        return new AccessRefused(Decision.Reason.NO_GROUND);
    }

    private static Optional<Thing> thing(MandateRow mandate) {
        return mandate.boundary().map(Boundary::thing);
    }

    private byte[] index(Code code) {
        return sealing.index(CODE, code.characters());
    }

    private void requireSound(Set<MandateScope> scopes, LocalDate lastDay) {
        if (scopes.isEmpty()) {
            throw new MandateRefused(Reason.NOTHING_CHOSEN);
        }
        requireInTime(lastDay);
    }

    private void requireInTime(LocalDate lastDay) {
        var today = CalendarDays.dayOf(now());
        if (lastDay.isBefore(today)) {
            throw new MandateRefused(Reason.UNTIL_IN_THE_PAST);
        }
        if (lastDay.isAfter(today.plus(LONGEST))) {
            throw new MandateRefused(Reason.LONGER_THAN_TWELVE_MONTHS);
        }
    }

    private void requireRecent(Actor.Resident actor) {
        requireLevel(actor);
        if (!RecentLogin.holds(actor.signedInAt(), clock.instant())) {
            throw new MandateRefused(Reason.SIGN_IN_AGAIN);
        }
    }

    private static void requireLevel(Actor actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new MandateRefused(Reason.ASSURANCE_TOO_LOW);
        }
    }

    private static LedgerEvent line(MandateRow mandate, LedgerEvent.Kind kind, Optional<Actor> actor) {
        var details = new LinkedHashMap<String, String>();
        details.put("mandate", mandate.id().toString());
        mandate.person().ifPresent(person -> details.put("person", person.toString()));
        mandate.lastDay().ifPresent(day -> details.put("until", day.toString()));
        if (!mandate.scopes().isEmpty()) {
            details.put(
                    "scopes",
                    mandate.scopes().stream().sorted().map(MandateScope::code).collect(Collectors.joining(",")));
        }
        mandate.boundary().ifPresent(boundary -> {
            details.put("thing", boundary.thing().toString());
            details.put("helper", boundary.supporter().code());
        });
        return new LedgerEvent(
                mandate.resident(),
                kind,
                actor,
                mandate.boundary()
                        .map(boundary -> Set.of(boundary.section()))
                        .orElseGet(() -> Delegation.opened(mandate.scopes())),
                actor.filter(Actor.Resident.class::isInstance).map(self -> Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                details);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
