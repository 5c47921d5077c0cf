package nl.voorelkaar.portal.notice;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.erasure.ErasureChanged;
import nl.voorelkaar.dossier.procedure.ProcedureEvent;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices that are still to be sent, written in the transaction of what they are about: no event without its notice, no
 * notice of what did not happen. Holds ids and times; what a notice is about is not kept, except of which decision in
 * the portal it tells: the delivery ledger of that one must say whether the resident was told.
 */
@Repository
class Outbox implements ResidentNews {

    /** Verbs of a plan that change its text or tick something off. */
    private static final Set<String> WRITING =
            Set.of("write", "goal", "goal-drop", "goal-mark", "task", "task-drop", "task-mark");

    /**
     * Steps of a decision before it is made known, and what a list of the municipality is for: nobody is told of those.
     */
    private static final Map<ProcedureKind, Set<String>> SILENT = Map.of(
            ProcedureKind.ONDERZOEK,
            Set.of("confirm", "receipt-posted"),
            ProcedureKind.BESLUIT,
            Set.of(
                    "draft",
                    "redraft",
                    "establish",
                    "reopen",
                    "ready",
                    "sending-failed",
                    "notified",
                    "notice-failed",
                    "copied"),
            ProcedureKind.AANVRAAG,
            Set.of("warn", "decide"),
            ProcedureKind.BEZWAAR,
            Set.of(
                    "confirm",
                    "ready",
                    "send",
                    "sending-failed",
                    "place-outcome",
                    "notified",
                    "notice-failed",
                    "copied"),
            ProcedureKind.KLACHT,
            Set.of("confirm", "ready", "send", "sending-failed", "copied"));

    /**
     * By these a letter with a decision leaves: its delivery ledger hears what became of the notice, and who got a
     * copy.
     */
    private static final Map<ProcedureKind, Set<String>> LETTERS = Map.of(
            ProcedureKind.BESLUIT,
            Set.of("place", "announce", "send-again"),
            ProcedureKind.BEZWAAR,
            Set.of("decide"),
            ProcedureKind.KLACHT,
            Set.of("settle"));

    private static final String ERASE_SOON = "erase-soon";
    private static final Duration A_DAY_BEFORE = Duration.ofDays(1);

    /** When a digest of the day or the week before goes out, in Amsterdam. */
    private static final int DIGEST_HOUR = 8;

    private final JdbcClient sql;
    private final Clock clock;

    Outbox(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void tell(ResidentId resident, String what, UUID about) {
        add(resident, what, about);
    }

    /**
     * What a resident is told of: that something was asked, agreed, stopped, is about to end, ended, or began by law.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent event) {
        switch (event) {
            case ConsentEvent.Asked asked ->
                add(asked.resident(), "asked", asked.request().value());
            case ConsentEvent.Granted granted ->
                add(granted.resident(), "granted", granted.grant().value());
            case ConsentEvent.Stopped stopped ->
                add(stopped.resident(), "stopped", stopped.grant().value());
            case ConsentEvent.EndsSoon soon ->
                add(soon.resident(), "ends-soon", soon.grant().value());
            case ConsentEvent.Expired expired ->
                add(expired.resident(), "expired", expired.grant().value());
            case ConsentEvent.Assigned assigned -> add(assigned.resident(), "assigned", assigned.assignment());
            case ConsentEvent.MandateAccepted accepted ->
                add(accepted.resident(), "mandate-accepted", accepted.mandate().value());
            case ConsentEvent.Mandated mandated ->
                both(mandated.resident(), mandated.to(), "mandated", mandated.keys());
            case ConsentEvent.MandateEnded ended -> both(ended.resident(), ended.to(), "mandate-ended", ended.keys());
            case ConsentEvent.ActedFor acted -> digest(acted);
            case ConsentEvent.MandateEndsSoon soon ->
                both(
                        soon.resident(),
                        soon.to(),
                        "mandate-ends-soon",
                        new GrantId(soon.mandate().value()));
            case ConsentEvent.EmergencyTold told ->
                add(told.resident(), "emergency", told.emergency().value());
            case ConsentEvent.EmergencyOverdue late ->
                add(late.resident(), "emergency-late", late.emergency().value());
            case ConsentEvent.EmergencyJudged judged ->
                add(judged.resident(), "emergency-judged", judged.emergency().value());
            case ConsentEvent.EmergencyOpened ignored -> {}
            case ConsentEvent.EmergencyExtended ignored -> {}
            case ConsentEvent.EmergencyEnded ignored -> {}
            case ConsentEvent.AgeSoon soon -> family(soon.resident(), soon.authority(), "age-soon-" + soon.age());
            case ConsentEvent.AgeReached reached ->
                family(reached.resident(), reached.authority(), "age-reached-" + reached.age());
            case ConsentEvent.RepresentationChanged changed ->
                // It begins, is to be shown again, and ends: news each time.
                both(
                        changed.resident(),
                        changed.by(),
                        "representation-" + clock.instant(),
                        new GrantId(changed.representation().value()));
            // The resident face tells it, once it has done the rest.
            case ConsentEvent.StoppedAtDesk ignored -> {}
            case ConsentEvent.MeasureChanged ignored -> {}
            case ConsentEvent.Died ignored -> {}
            case ConsentEvent.Disagreed ignored -> {}
            case ConsentEvent.Paused ignored -> {}
            case ConsentEvent.Resumed ignored -> {}
            case ConsentEvent.Refused ignored -> {}
            case ConsentEvent.AssignmentEnded ignored -> {}
            case ConsentEvent.ConsultAsked asked ->
                add(asked.resident(), "consult-asked", asked.consult().value());
            case ConsentEvent.ConsultAnswered answered ->
                add(answered.resident(), "consult-answered", answered.consult().value());
            case ConsentEvent.HandedOver handed ->
                handed.cases().values().stream()
                        .sorted()
                        .findFirst()
                        .ifPresent(first -> add(handed.resident(), "handed-over", first));
            case ConsentEvent.Bounded bounded ->
                bounded.person().ifPresent(who -> both(bounded.resident(), who, "mandated", bounded.keys()));
            case ConsentEvent.BoundedEnded ignored -> {}
            case ConsentEvent.PersonRefused ignored -> {}
        }
    }

    /** The young person and all who have gezag. */
    private void family(ResidentId young, Set<PersonId> authority, String what) {
        add(young, what, young.value());
        authority.forEach(parent -> add(parent.own(), what, young.value()));
    }

    /** The carer reads no more than that there is news: not from whom, and not which (coercion). */
    private void both(ResidentId resident, PersonId carer, String what, GrantId about) {
        add(resident, what, about.value());
        add(carer.own(), what, about.value());
    }

    /**
     * A resident is told of what others did in a procedure, and of what the clock did; not of what they did themselves.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ProcedureEvent event) {
        var silent = SILENT.getOrDefault(event.kind(), Set.of()).contains(event.verb());
        if (!silent && (event.byClock() || event.by().isPresent())) {
            var left = LETTERS.getOrDefault(event.kind(), Set.of()).contains(event.verb());
            add(event.resident(), "step", said(event), left ? Optional.of(event.id()) : Optional.empty());
        }
    }

    /** Also of what the resident asked: somebody may stand beside who erases. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ErasureChanged event) {
        var about = event.erasure().value();
        switch (event.what()) {
            case ASKED -> {
                add(event.resident(), "erase-asked", about);
                var soon = event.at().minus(A_DAY_BEFORE);
                add(event.resident(), ERASE_SOON, about, Optional.empty(), soon);
            }
            case KEPT -> drop(event.resident(), ERASE_SOON, about);
            case DONE -> {
                drop(event.resident(), ERASE_SOON, about);
                add(event.resident(), "erase-done", about);
            }
        }
    }

    private void drop(ResidentId resident, String what, UUID about) {
        sql.sql("update portal.notice set done_at = :now"
                        + " where resident_id = :resident and notice_id = :notice and done_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("resident", resident.value())
                .param("notice", id(what, about))
                .update();
    }

    private static UUID id(String what, UUID about) {
        return UUID.nameUUIDFromBytes((what + "|" + about).getBytes(StandardCharsets.UTF_8));
    }

    /** Who writes in a plan together saves often: that is one notice a day, whatever was written. */
    private UUID said(ProcedureEvent event) {
        var writing = event.kind() == ProcedureKind.PLAN && WRITING.contains(event.verb());
        return writing
                ? UUID.nameUUIDFromBytes(
                        (event.id() + "|" + CalendarDays.dayOf(clock.instant())).getBytes(StandardCharsets.UTF_8))
                : event.step().value();
    }

    /** The id follows from what happened, so that one event leaves one notice however often it is told. */
    private void add(ResidentId resident, String what, UUID about) {
        add(resident, what, about, Optional.empty());
    }

    private void add(ResidentId resident, String what, UUID about, Optional<ProcedureId> decision) {
        add(resident, what, about, decision, clock.instant());
    }

    /** At once, or one notice for all of a day or a week, the morning after it. */
    private void digest(ConsentEvent.ActedFor acted) {
        var today = CalendarDays.dayOf(clock.instant());
        var next = switch (acted.digest()) {
            case EACH_ACT -> today;
            case DAILY -> today.plusDays(1);
            case WEEKLY -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        };
        var at = next.equals(today)
                ? clock.instant()
                : next.atTime(DIGEST_HOUR, 0).atZone(CalendarDays.AMSTERDAM).toInstant();
        var about = next.equals(today)
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((acted.by() + "|" + next).getBytes(StandardCharsets.UTF_8));
        add(acted.resident(), "acted-for", about, Optional.empty(), at);
    }

    private void add(ResidentId resident, String what, UUID about, Optional<ProcedureId> decision, Instant sendAt) {
        var now = Timestamp.from(clock.instant());
        sql.sql("insert into portal.notice (resident_id, notice_id, created_at, next_try_at, decision_id)"
                        + " values (:resident, :notice, :now, :send, :decision) on conflict do nothing")
                .param("resident", resident.value())
                .param("notice", id(what, about))
                .param("now", now)
                .param("send", Timestamp.from(sendAt))
                .param("decision", decision.map(ProcedureId::value).orElse(null), Types.OTHER)
                .update();
    }

    /**
     * Takes notices that are due. Each is out of sight of others until its next try, which comes later after every try.
     *
     * @param most how many at once
     */
    @Transactional
    List<Due> take(int most) {
        var now = clock.instant();
        return sql
                .sql("select resident_id, notice_id, tries, decision_id from portal.notice"
                        + " where done_at is null and next_try_at <= :now order by next_try_at limit :most"
                        + " for update skip locked")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> due(row))
                .list()
                .stream()
                .map(due -> postponed(due, now))
                .toList();
    }

    /** How the queue goes. */
    Queue queue() {
        var now = clock.instant();
        return sql.sql("select min(next_try_at), count(*) filter (where tries > 0) from portal.notice"
                        + " where done_at is null and (next_try_at <= :now or tries > 0)")
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Queue(
                        Optional.ofNullable(row.getTimestamp(1))
                                .map(first -> Duration.between(first.toInstant(), now))
                                .filter(late -> !late.isNegative())
                                .orElse(Duration.ZERO),
                        row.getLong(2)))
                .single();
    }

    /** One that was sent; empty when there is none with this id. */
    @Transactional(readOnly = true)
    Optional<Due> sent(UUID notice) {
        return sql.sql("select resident_id, notice_id, tries, decision_id from portal.notice"
                        + " where notice_id = :notice and done_at is not null")
                .param("notice", notice)
                .query((row, number) -> due(row))
                .optional();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                new ResidentId(row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                row.getInt(3),
                Optional.ofNullable(row.getObject(4, UUID.class)).map(ProcedureId::new));
    }

    private Due postponed(Due due, Instant now) {
        sql.sql("update portal.notice set tries = tries + 1, next_try_at = :next"
                        + " where resident_id = :resident and notice_id = :notice")
                .param("next", Timestamp.from(now.plus(Patience.after(due.tries()))))
                .param("resident", due.resident().value())
                .param("notice", due.id())
                .update();
        return due;
    }

    /** No more tries: it was sent, or there is nowhere to send it. */
    @Transactional
    void done(Due due) {
        sql.sql("update portal.notice set done_at = :now where resident_id = :resident and notice_id = :notice")
                .param("now", Timestamp.from(clock.instant()))
                .param("resident", due.resident().value())
                .param("notice", due.id())
                .update();
    }

    /**
     * @param late how long the first has been due, never negative
     * @param triedAgain how many wait for another try
     */
    record Queue(Duration late, long triedAgain) {}

    /**
     * @param tries before this one
     * @param decision whose delivery ledger waits for the outcome
     */
    record Due(ResidentId resident, UUID id, int tries, Optional<ProcedureId> decision) {}
}
