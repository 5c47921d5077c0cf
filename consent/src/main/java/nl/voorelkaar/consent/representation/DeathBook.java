package nl.voorelkaar.consent.representation;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RepresentationRefused;
import nl.voorelkaar.consent.RepresentationRefused.Reason;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.due.DueHandler;
import nl.voorelkaar.consent.due.DueKind;
import nl.voorelkaar.consent.due.DueList;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Access ends with the row; the resident face, which has the keys, does the rest. */
@Service
class DeathBook implements Deaths, DueHandler {

    private final RegisteringDesk desk;
    private final Subjects subjects;
    private final DueList due;
    private final TransactionScope scope;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeathBook(
            RegisteringDesk desk,
            Subjects subjects,
            DueList due,
            TransactionScope scope,
            Ledger ledger,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.desk = desk;
        this.subjects = subjects;
        this.due = due;
        this.scope = scope;
        this.ledger = ledger;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void register(Actor.Professional actor, ResidentId resident, LocalDate day, Evidence evidence) {
        desk.require(actor, resident);
        if (day.isAfter(CalendarDays.dayOf(clock.instant()))) {
            throw new RepresentationRefused(Reason.DAY_TO_COME);
        }
        scope.enter(actor, resident);
        keep(resident, day, evidence, Optional.of(actor));
    }

    @Override
    @Transactional
    public void told(ResidentId resident, LocalDate day) {
        scope.enter(resident);
        keep(resident, day, Evidence.BRP, Optional.empty());
    }

    private void keep(ResidentId resident, LocalDate day, Evidence evidence, Optional<Actor.Professional> by) {
        var now = now();
        var kept = jdbc.sql("""
                        INSERT INTO consent.death (resident_id, died_on, evidence, registered_by, registered_at)
                        VALUES (:resident, :day, :evidence, :by, :now) ON CONFLICT (resident_id) DO NOTHING""")
                .param("resident", resident.value())
                .param("day", day)
                .param("evidence", evidence.name())
                .param("by", by.map(Actor.Professional::id).map(PartyId::value).orElse(null), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (kept == 1) {
            due.add(DueKind.DIED, resident, UuidV7.at(now), now);
            append(resident, LedgerEvent.Kind.DEATH_REGISTERED, by, Map.of("evidence", evidence.name()));
        }
    }

    @Override
    @Transactional
    public void takeBack(Actor.Professional actor, ResidentId resident) {
        desk.require(actor, resident);
        scope.enter(actor, resident);
        var gone = jdbc.sql("DELETE FROM consent.death WHERE resident_id = :resident")
                .param("resident", resident.value())
                .update();
        if (gone == 1) {
            append(resident, LedgerEvent.Kind.DEATH_TAKEN_BACK, Optional.of(actor), Map.of());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> of(ResidentId resident) {
        return scope.within(resident, () -> subjects.died(resident));
    }

    @Override
    public DueKind kind() {
        return DueKind.DIED;
    }

    @Override
    public boolean done(ResidentId resident, UUID subject) {
        var day = subjects.died(resident);
        day.ifPresent(known -> events.publishEvent(new ConsentEvent.Died(resident, known)));
        return day.isPresent();
    }

    private void append(
            ResidentId resident, LedgerEvent.Kind kind, Optional<Actor.Professional> by, Map<String, String> details) {
        ledger.append(new LedgerEvent(
                resident,
                kind,
                by.map(Actor.class::cast),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                details));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
