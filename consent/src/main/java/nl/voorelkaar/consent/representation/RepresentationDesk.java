package nl.voorelkaar.consent.representation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Ages;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Birthdays;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.RepresentationRefused;
import nl.voorelkaar.consent.RepresentationRefused.Reason;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.decision.WhoDecides;
import nl.voorelkaar.consent.decision.WhoDecides.Matter;
import nl.voorelkaar.consent.decision.WhoDecides.Voice;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of who speaks for whom. The desk writes; residents and who speaks for them read. */
@Service
class RepresentationDesk implements Representations {

    /** Two parents, or two curators (BW 1:383 lid 10). */
    private static final int SPEAKERS_AT_MOST = 2;

    /** How long before the day of a look at the evidence the desk sees it coming. */
    private static final int LISTED_DAYS_BEFORE = 60;

    private static final int LISTED_AT_MOST = 100;

    private final RepresentationRows rows;
    private final Birthdays birthdays;
    private final Subjects subjects;
    private final RegisteringDesk desk;
    private final DueList due;
    private final TransactionScope scope;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RepresentationDesk(
            RepresentationRows rows,
            Birthdays birthdays,
            Subjects subjects,
            RegisteringDesk desk,
            DueList due,
            TransactionScope scope,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.birthdays = birthdays;
        this.subjects = subjects;
        this.desk = desk;
        this.due = due;
        this.scope = scope;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Representation> register(Actor.Professional actor, Registration registration) {
        desk.require(actor, registration.resident());
        registration
                .speakers()
                .forEach(speaker -> desk.requireNotOwn(actor, speaker.person().own()));
        requireSound(registration);
        var resident = registration.resident();
        scope.enter(actor, resident);
        birthdays.known(resident, registration.born());
        var recheckOn = CalendarDays.dayOf(now()).plus(RECHECK_AFTER);
        var before = rows.live(resident, now()).stream()
                .filter(held -> sameKind(held.kind(), registration.kind()))
                .collect(Collectors.toMap(held -> Set.of(held.by(), held.kind()), held -> held));
        for (var speaker : registration.speakers()) {
            var known = before.remove(Set.of(speaker.person(), registration.kind()));
            if (known == null) {
                add(actor, registration, speaker);
            } else {
                seen(actor, known, registration.evidence(), recheckOn);
            }
        }
        if (registration.kind().ofMinors()) {
            before.values().forEach(gone -> end(actor, gone));
        }
        return rows.live(resident, now()).stream()
                .filter(held -> held.kind() == registration.kind())
                .toList();
    }

    private void seen(
            Actor.Professional actor, Representation held, Representation.Evidence evidence, LocalDate recheckOn) {
        rows.rechecked(held, evidence, recheckOn);
        if (late(held)) {
            // The look that was late is off the list; one that was early moves by itself.
            planRecheck(held, recheckOn);
        }
        append(actor, held, LedgerEvent.Kind.REPRESENTATION_REGISTERED);
    }

    @Override
    @Transactional
    public void seenAgain(Actor.Professional actor, ResidentId resident, RepresentationId id) {
        desk.require(actor, resident);
        scope.enter(actor, resident);
        var held = rows.live(resident, now()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RepresentationRefused(Reason.ENDED_ALREADY));
        desk.requireNotOwn(actor, held.by().own());
        seen(actor, held, held.evidence(), CalendarDays.dayOf(now()).plus(RECHECK_AFTER));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recheck> toRecheck(Actor.Professional actor) {
        desk.require(actor);
        scope.enter(actor);
        scope.enterRecheck();
        return rows.toRecheck(CalendarDays.dayOf(now()).plusDays(LISTED_DAYS_BEFORE), now()).stream()
                .filter(recheck -> !desk.own(actor, recheck.representation().of())
                        && !desk.own(actor, recheck.representation().by().own()))
                .limit(LISTED_AT_MOST)
                .toList();
    }

    @Override
    @Transactional
    public boolean gezagIsWith(ResidentId resident, Set<PersonId> holders) {
        scope.enter(resident);
        var today = CalendarDays.dayOf(now());
        var held = rows.live(resident, now()).stream()
                .filter(one -> one.kind().ofMinors())
                .toList();
        if (held.stream().map(Representation::by).collect(Collectors.toSet()).equals(holders)) {
            return false;
        }
        // Who looked today saw what the register says today.
        var ahead = held.stream()
                .filter(one -> one.recheckOn().isAfter(today) && one.recheckOn().isBefore(today.plus(RECHECK_AFTER)))
                .toList();
        for (var one : ahead) {
            rows.recheck(one, today);
            due.move(DueKind.REPRESENTATION_RECHECK, resident, one.id().value(), now());
            due.move(
                    DueKind.REPRESENTATION_LAPSES,
                    resident,
                    one.id().value(),
                    CalendarDays.endOf(today.plusDays(Representation.LATE_AT_MOST)));
        }
        return !ahead.isEmpty();
    }

    /** In the scope of the resident. @return whether it ended because nobody looked at the evidence in time */
    boolean lapse(ResidentId resident, RepresentationId id) {
        var held = rows.live(resident, now()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        var over = held.filter(one -> CalendarDays.dayOf(now()).isAfter(one.lapsesAfter()));
        held.filter(_ -> over.isEmpty()).ifPresent(this::planLapse);
        over.filter(one -> rows.end(one, CalendarDays.endOf(one.lapsesAfter()))).ifPresent(one -> {
            ended(Optional.empty(), one);
            if (one.kind().changesWhoConsents()) {
                change(resident);
            }
        });
        return over.isPresent();
    }

    /** In the scope of the resident. @return whether somebody else decides from now on */
    boolean change(ResidentId resident) {
        var since = subjects.decidersChanged(resident);
        since.ifPresent(moment -> events.publishEvent(
                new ConsentEvent.MeasureChanged(resident, moment, subjects.underCuratele(resident))));
        return since.isPresent();
    }

    /** Nobody speaks for somebody who died. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent.Died died) {
        rows.live(died.resident(), now()).stream()
                .filter(held -> rows.end(held, now()))
                .forEach(held -> ended(Optional.empty(), held));
    }

    private void ended(Optional<Actor> by, Representation held) {
        events.publishEvent(new ConsentEvent.RepresentationChanged(held.of(), held.id(), held.by()));
        append(by, held, LedgerEvent.Kind.REPRESENTATION_ENDED);
    }

    private boolean late(Representation held) {
        return !CalendarDays.dayOf(now()).isBefore(held.recheckOn());
    }

    private void planRecheck(Representation held, LocalDate recheckOn) {
        due.add(
                DueKind.REPRESENTATION_RECHECK,
                held.of(),
                held.id().value(),
                CalendarDays.endOf(recheckOn.minusDays(1)));
    }

    private void planLapse(Representation held) {
        due.add(DueKind.REPRESENTATION_LAPSES, held.of(), held.id().value(), CalendarDays.endOf(held.lapsesAfter()));
    }

    /** The other face has the keys that follow from it. */
    private void planChange(Representation held, Instant from) {
        if (held.kind().changesWhoConsents()) {
            due.add(DueKind.MEASURE_CHANGED, held.of(), UuidV7.at(now()), from.isAfter(now()) ? from : now());
        }
    }

    private void add(Actor.Professional actor, Registration registration, Speaker speaker) {
        var now = now();
        var added = new Representation(
                new RepresentationId(UuidV7.at(now)),
                registration.resident(),
                speaker.person(),
                registration.kind(),
                registration.evidence(),
                registration.from(),
                registration.lastDay(),
                CalendarDays.dayOf(now).plus(RECHECK_AFTER),
                Optional.empty());
        rows.insert(added, speaker.name(), registration.residentName(), actor.id(), now);
        planRecheck(added, added.recheckOn());
        planLapse(added);
        planChange(added, CalendarDays.endOf(added.from().minusDays(1)));
        events.publishEvent(new ConsentEvent.RepresentationChanged(added.of(), added.id(), added.by()));
        append(actor, added, LedgerEvent.Kind.REPRESENTATION_REGISTERED);
    }

    @Override
    @Transactional
    public void end(Actor.Professional actor, ResidentId resident, RepresentationId id) {
        desk.require(actor, resident);
        scope.enter(actor, resident);
        rows.live(resident, now()).stream().filter(held -> held.id().equals(id)).forEach(held -> end(actor, held));
    }

    private void end(Actor.Professional actor, Representation held) {
        if (rows.end(held, now())) {
            planChange(held, now());
            ended(Optional.of(actor), held);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Representation> at(Actor.Professional actor, ResidentId resident) {
        desk.require(actor, resident);
        scope.enter(actor, resident);
        return rows.live(resident, now());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Representation> whoMayAsk(Actor.Professional officer, ResidentId resident, Optional<Section> about) {
        if (!officer.level().atLeast(AssuranceLevel.REQUIRED) || officer.role() != Role.FG) {
            throw new AccessRefused(Decision.Reason.ROLE_MAY_NOT);
        }
        scope.enter(officer, resident);
        if (desk.own(officer, resident)) {
            throw new AccessRefused(Decision.Reason.OWN_DOSSIER);
        }
        var today = CalendarDays.dayOf(now());
        var live = rows.live(resident, now());
        // Of minors nobody at work knows the day of birth: until when a parent asks, is for the officer to see to.
        var adult = new WhoDecides.Subject(
                Optional.empty(), live.stream().map(Representation::kind).collect(Collectors.toSet()), Set.of());
        var sections = about.map(Set::of).orElseGet(() -> EnumSet.allOf(Section.class));
        return live.stream()
                .filter(speaks -> speaks.kind().ofMinors()
                        || sections.stream()
                                .allMatch(section -> WhoDecides.counts(
                                        Voice.of(speaks.kind()), Matter.RIGHTS, section, adult, today)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Representation> of(Actor.Resident actor) {
        if (!sureEnough(actor)) {
            return List.of();
        }
        scope.enter(actor.id());
        return rows.of(actor.id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldBy(Actor.Resident person) {
        if (!sureEnough(person)) {
            return List.of();
        }
        var who = PersonId.of(person.id());
        scope.enterPerson(Optional.of(who), Optional.empty());
        return rows.heldBy(who, now());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor.Acting> acting(Actor.Resident person, RepresentationId id) {
        return heldBy(person).stream()
                .map(Held::representation)
                .filter(held -> held.id().equals(id))
                .findFirst()
                .map(held -> new Actor.Acting(
                        held.by(),
                        held.of(),
                        new Capacity.Represents(id),
                        person.level(),
                        person.signedInAt(),
                        person.assertion()));
    }

    /** In the scope of the resident. @return whether the evidence has to be looked at again */
    boolean recheck(ResidentId resident, RepresentationId id) {
        var held = rows.live(resident, now()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        var late = held.filter(this::late);
        held.filter(one -> late.isEmpty()).ifPresent(one -> planRecheck(one, one.recheckOn()));
        late.ifPresent(one -> {
            events.publishEvent(new ConsentEvent.RepresentationChanged(resident, id, one.by()));
            append(Optional.empty(), one, LedgerEvent.Kind.REPRESENTATION_RECHECK_DUE);
        });
        return late.isPresent();
    }

    /** A parent who becomes a voogd, or the other way round, has gezag all the same. */
    private static boolean sameKind(Representation.Kind one, Representation.Kind other) {
        return one == other || one.ofMinors() && other.ofMinors();
    }

    private void requireSound(Registration registration) {
        var speakers = registration.speakers();
        if (speakers.isEmpty()) {
            throw new RepresentationRefused(Reason.NOBODY_NAMED);
        }
        if (speakers.size() > SPEAKERS_AT_MOST
                || speakers.stream().map(Speaker::person).distinct().count() < speakers.size()) {
            throw new RepresentationRefused(Reason.TOO_MANY_NAMED);
        }
        if (speakers.stream().anyMatch(speaker -> speaker.person().own().equals(registration.resident()))) {
            throw new RepresentationRefused(Reason.SPEAKS_FOR_THEMSELVES);
        }
        if (!registration.evidence().shows(registration.kind())) {
            throw new RepresentationRefused(Reason.EVIDENCE_SHOWS_SOMETHING_ELSE);
        }
        var today = CalendarDays.dayOf(now());
        var adult = Ages.reached(registration.born(), 18, today);
        if (adult && registration.kind().ofMinors()) {
            throw new RepresentationRefused(Reason.NOT_A_MINOR);
        }
        if (!adult && !registration.kind().ofMinors()) {
            throw new RepresentationRefused(Reason.NOT_AN_ADULT);
        }
        if (registration
                .lastDay()
                .filter(last -> last.isBefore(registration.from()) || last.isBefore(today))
                .isPresent()) {
            throw new RepresentationRefused(Reason.ENDS_BEFORE_IT_BEGINS);
        }
    }

    private static boolean sureEnough(Actor actor) {
        return actor.level().atLeast(AssuranceLevel.REQUIRED);
    }

    private void append(Actor.Professional actor, Representation held, LedgerEvent.Kind kind) {
        append(Optional.of(actor), held, kind);
    }

    private void append(Optional<Actor> actor, Representation held, LedgerEvent.Kind kind) {
        ledger.append(new LedgerEvent(
                held.of(),
                kind,
                actor,
                Set.of(),
                Optional.empty(),
                Optional.of(held.kind().article()),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of(
                        "representation", held.id().toString(),
                        "person", held.by().toString(),
                        "kind", held.kind().name(),
                        "evidence", held.evidence().name())));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
