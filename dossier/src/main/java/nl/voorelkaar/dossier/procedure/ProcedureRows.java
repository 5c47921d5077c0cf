package nl.voorelkaar.dossier.procedure;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.SealedRecord;
import nl.voorelkaar.dossier.vault.ThingRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of procedures. Every method runs in the caller's transaction and row scope. */
@Component
class ProcedureRows {

    static final int MOST_OF_A_KIND = 50;
    private static final int MOST = 500;
    private static final int MOST_CLOSED = 100;
    private static final String HEAD = """
            select resident_id, procedure_id, kind, state, steps, handler, handler_case, excluded, due_on, appointment_at, started_at,
                   changed_at, closed, decider, decider_wanted, returned_by, returned_why
              from dossier.procedure
            """;

    private static final String WAITS = """
            not closed and (handler is null and not (kind = any(:along)) or decider_wanted and decider is null)
            """;
    private static final Integer[] GOING_ALONG =
            numbers(kind -> Arrays.stream(ProcedureKind.values()).anyMatch(kind::goesWith));

    private final JdbcClient sql;

    ProcedureRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when the id is there already */
    boolean insert(ProcedureHead head) {
        return sql.sql("""
                        insert into dossier.procedure (resident_id, procedure_id, kind, section, state, steps, handler,
                                                       handler_case, excluded, due_on, appointment_at, started_at, changed_at,
                                                       closed)
                        values (:resident, :procedure, :kind, :section, :state, 1, :handler,
                                (select led.handler_case from dossier.procedure led
                                  where led.resident_id = :resident and led.kind = any(:leading) and led.handler = :handler
                                  order by led.changed_at desc limit 1),
                                :excluded, :due, :appointment, :started, :changed, :closed)
                        on conflict do nothing
                        """)
                        .param("resident", head.resident().value())
                        .param("procedure", head.id().value())
                        .param("kind", head.kind().number())
                        .param("section", head.kind().section().number())
                        .param("state", head.state())
                        .param("handler", head.handler().map(PartyId::value).orElse(null), java.sql.Types.OTHER)
                        .param("leading", numbers(head.kind()::goesWith))
                        .param("excluded", ids(head.excluded()))
                        .param("due", head.due().orElse(null), java.sql.Types.DATE)
                        .param("appointment", appointment(head), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("started", at(head.startedAt()))
                        .param("changed", at(head.changedAt()))
                        .param("closed", head.closed())
                        .update()
                == 1;
    }

    void update(ProcedureHead head) {
        sql.sql("""
                        update dossier.procedure
                           set state = :state, steps = :steps, excluded = :excluded, due_on = :due,
                               appointment_at = :appointment, changed_at = :changed, closed = :closed, decider_wanted = :wanted
                         where resident_id = :resident and procedure_id = :procedure
                        """)
                .param("resident", head.resident().value())
                .param("procedure", head.id().value())
                .param("state", head.state())
                .param("steps", head.steps())
                .param("excluded", ids(head.excluded()))
                .param("due", head.due().orElse(null), java.sql.Types.DATE)
                .param("appointment", appointment(head), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("changed", at(head.changedAt()))
                .param("closed", head.closed())
                .param("wanted", head.deciderWanted())
                .update();
    }

    Optional<ProcedureHead> find(ResidentId resident, ProcedureKind kind, ProcedureId id) {
        return head(resident, kind, id, "");
    }

    /** Nobody else changes the procedure until this transaction ends. */
    Optional<ProcedureHead> lock(ResidentId resident, ProcedureKind kind, ProcedureId id) {
        return head(resident, kind, id, " for update");
    }

    private Optional<ProcedureHead> head(ResidentId resident, ProcedureKind kind, ProcedureId id, String locking) {
        return sql.sql(HEAD + " where resident_id = :resident and procedure_id = :procedure and kind = :kind" + locking)
                .param("resident", resident.value())
                .param("procedure", id.value())
                .param("kind", kind.number())
                .query((row, n) -> head(row))
                .optional();
    }

    /** Newest first. */
    List<ProcedureHead> of(ResidentId resident, ProcedureKind kind) {
        return sql.sql(HEAD + " where resident_id = :resident and kind = :kind order by procedure_id desc limit :most")
                .param("resident", resident.value())
                .param("kind", kind.number())
                .param("most", MOST_OF_A_KIND)
                .query((row, n) -> head(row))
                .list();
    }

    /** As who handles it or as who decides. */
    List<ProcedureHead> handledBy(PartyId party) {
        return sql.sql(HEAD + """
                         where (handler = :party or decider = :party) and not closed
                         order by due_on, procedure_id limit :most
                        """)
                .param("party", party.value())
                .param("most", MOST)
                .query((row, n) -> head(row))
                .list();
    }

    /** What is over and was this party's by an assignment that holds. */
    List<ProcedureHead> closedBy(PartyId party) {
        return sql.sql(HEAD + """
                         where closed and (handler = :party and (handler_case is not null or kind = any(:taken))
                                           or decider = :party and decider_case is not null)
                         order by changed_at desc, procedure_id limit :most
                        """)
                .param("party", party.value())
                .param("taken", numbers(ProcedureKind::isTakenUp))
                .param("most", MOST_CLOSED)
                .query((row, n) -> head(row))
                .list();
    }

    /** @param takenUp what somebody takes up, or what is given */
    List<ProcedureHead> waiting(boolean takenUp) {
        task("assign");
        return sql.sql(HEAD + " where " + WAITS
                        + " and (kind = any(:taken)) = :up order by due_on, procedure_id limit :most")
                .param("along", GOING_ALONG)
                .param("taken", numbers(ProcedureKind::isTakenUp))
                .param("up", takenUp)
                .param("most", MOST)
                .query((row, n) -> head(row))
                .list();
    }

    /** Locked; empty when nobody is needed for it any more. */
    Optional<ProcedureHead> lockWaiting(ResidentId resident, ProcedureId id) {
        task("assign");
        return sql.sql(HEAD + " where resident_id = :resident and procedure_id = :procedure and " + WAITS
                        + " for update")
                .param("resident", resident.value())
                .param("procedure", id.value())
                .param("along", GOING_ALONG)
                .query((row, n) -> head(row))
                .optional();
    }

    /** With what goes along with it. @param by the assignment */
    void giveHandler(ProcedureHead head, PartyId handler, UUID by) {
        sql.sql("""
                        update dossier.procedure
                           set handler = :handler, handler_case = :case, returned_by = null, returned_why = null
                         where resident_id = :resident and handler is null
                           and (procedure_id = :procedure or kind = any(:along) and not closed)
                        """)
                .param("resident", head.resident().value())
                .param("procedure", head.id().value())
                .param("along", numbers(kind -> kind.goesWith(head.kind())))
                .param("handler", handler.value())
                .param("case", by)
                .update();
    }

    void giveDecider(ProcedureHead head, PartyId decider, UUID by) {
        sql.sql("""
                        update dossier.procedure
                           set decider = :decider, decider_case = :case, returned_by = null, returned_why = null
                         where resident_id = :resident and procedure_id = :procedure and decider is null
                        """)
                .param("resident", head.resident().value())
                .param("procedure", head.id().value())
                .param("decider", decider.value())
                .param("case", by)
                .update();
    }

    /** By which assignment this party has it; empty for who started it, and for who has not. */
    Optional<UUID> caseOf(ProcedureHead head, PartyId party) {
        return sql.sql("""
                        select case when handler = :party then handler_case else decider_case end from dossier.procedure
                         where resident_id = :resident and procedure_id = :procedure and :party in (handler, decider)
                        """)
                .param("resident", head.resident().value())
                .param("procedure", head.id().value())
                .param("party", party.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(found -> found);
    }

    /** Says who gave it back. It is still theirs until {@link #release}. */
    void handBack(ProcedureHead head, HandedBack handed) {
        sql.sql("""
                        update dossier.procedure set returned_by = :by, returned_why = :why
                         where resident_id = :resident and procedure_id = :procedure
                        """)
                .param("resident", head.resident().value())
                .param("procedure", head.id().value())
                .param("by", handed.by().value())
                .param("why", handed.why().name())
                .update();
    }

    /** Who had procedures by this assignment has them no more. */
    void release(ResidentId resident, UUID assignment) {
        task("return");
        sql.sql("""
                        update dossier.procedure set handler = null, handler_case = null
                         where resident_id = :resident and handler_case = :case
                        """)
                .param("resident", resident.value())
                .param("case", assignment)
                .update();
        sql.sql("""
                        update dossier.procedure set decider = null, decider_case = null
                         where resident_id = :resident and decider_case = :case
                        """)
                .param("resident", resident.value())
                .param("case", assignment)
                .update();
        task("");
    }

    /** What somebody started came with no assignment: it waits for somebody else once they have none left here. */
    void leave(ResidentId resident, PartyId party) {
        task("return");
        sql.sql("""
                        update dossier.procedure set handler = null
                         where resident_id = :resident and handler = :party and handler_case is null and not closed
                        """)
                .param("resident", resident.value())
                .param("party", party.value())
                .update();
        task("");
    }

    /** Open, and with nobody who handles it, of the sections in this transaction's scope; the first due first. */
    List<ProcedureHead> ofNobody(ResidentId resident) {
        return sql.sql(HEAD + " where resident_id = :resident and handler is null and " + WAITS
                        + " order by due_on, procedure_id")
                .param("resident", resident.value())
                .param("along", GOING_ALONG)
                .query((row, n) -> head(row))
                .list();
    }

    private static Integer[] numbers(Predicate<ProcedureKind> which) {
        return Arrays.stream(ProcedureKind.values())
                .filter(which)
                .map(ProcedureKind::number)
                .toArray(Integer[]::new);
    }

    private void task(String name) {
        sql.sql("select set_config('app.task', :task, true)")
                .param("task", name)
                .query(String.class)
                .single();
    }

    void insert(ResidentId resident, ProcedureId id, StoredStep step) {
        sql.sql("""
                        insert into dossier.procedure_step (resident_id, procedure_id, number, step_id, section, verb, taken_by,
                                                            taken_at, epoch, suite, body)
                        values (:resident, :procedure, :number, :step, :section, :verb, :by, :at, :epoch, :suite, :body)
                        """)
                .param("resident", resident.value())
                .param("procedure", id.value())
                .param("number", step.number())
                .param("step", step.id().value())
                .param("section", step.section().number())
                .param("verb", step.verb())
                .param("by", step.by().map(PartyId::value).orElse(null), java.sql.Types.OTHER)
                .param("at", at(step.at()))
                .param("epoch", step.body().map(SealedRecord::epoch).orElse(null), java.sql.Types.INTEGER)
                .param("suite", step.body().map(SealedRecord::suite).orElse(null), java.sql.Types.SMALLINT)
                .param("body", step.body().map(SealedRecord::bytes).orElse(null), java.sql.Types.BINARY)
                .update();
    }

    /** In order, of all of these procedures at once. */
    List<StoredStep> steps(ResidentId resident, Collection<ProcedureId> ids) {
        return sql.sql("""
                        select procedure_id, number, step_id, section, verb, taken_by, taken_at, epoch, suite, body
                          from dossier.procedure_step
                         where resident_id = :resident and procedure_id = any(:procedures) order by procedure_id, number
                        """)
                .param("resident", resident.value())
                .param("procedures", ids.stream().map(ProcedureId::value).toArray(UUID[]::new))
                .query((row, n) -> step(row))
                .list();
    }

    boolean insert(
            ResidentId resident, ProcedureId id, PaperId paper, Section section, SealedRecord body, Instant now) {
        return sql.sql("""
                        insert into dossier.procedure_paper (resident_id, procedure_id, paper_id, section, epoch, suite, body,
                                                             kept_at)
                        values (:resident, :procedure, :paper, :section, :epoch, :suite, :body, :now) on conflict do nothing
                        """)
                        .param("resident", resident.value())
                        .param("procedure", id.value())
                        .param("paper", paper.value())
                        .param("section", section.number())
                        .param("epoch", body.epoch())
                        .param("suite", body.suite())
                        .param("body", body.bytes())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    Optional<SealedRecord> paper(ResidentId resident, ProcedureId id, PaperId paper) {
        return sql.sql("""
                        select suite, epoch, body from dossier.procedure_paper
                         where resident_id = :resident and procedure_id = :procedure and paper_id = :paper
                        """)
                .param("resident", resident.value())
                .param("procedure", id.value())
                .param("paper", paper.value())
                .query((row, n) -> new SealedRecord(row.getInt(1), row.getInt(2), row.getBytes(3)))
                .optional();
    }

    /** As much of each paper as its header. */
    List<ThingRecords.Ref> papers(ResidentId resident, ProcedureId id) {
        return sql.sql("""
                        select paper_id, suite, epoch, substring(body for :header) from dossier.procedure_paper
                         where resident_id = :resident and procedure_id = :procedure
                        """)
                .param("resident", resident.value())
                .param("procedure", id.value())
                .param("header", ThingRecords.HEADER)
                .query((row, n) -> new ThingRecords.Ref(
                        OpenReading.record(new PaperId(row.getObject(1, UUID.class))),
                        1,
                        new SealedRecord(row.getInt(2), row.getInt(3), row.getBytes(4))))
                .list();
    }

    /** What somebody had goes to somebody else, with the cases that they got for it; what is closed too. */
    void handOver(ResidentId resident, PartyId from, PartyId to, Map<UUID, UUID> cases) {
        task("return");
        for (var role : List.of("handler", "decider")) {
            cases.forEach((before, after) -> sql.sql("update dossier.procedure set " + role + " = :to, " + role
                            + "_case = :after where resident_id = :resident and " + role + "_case = :before")
                    .param("to", to.value())
                    .param("after", after)
                    .param("before", before)
                    .param("resident", resident.value())
                    .update());
            // What one started oneself has no case of its own: it goes with the first.
            sql.sql("update dossier.procedure set " + role + " = :to, " + role
                            + "_case = :after where resident_id = :resident and " + role + " = :from and not closed")
                    .param("to", to.value())
                    .param("from", from.value())
                    .param("after", cases.values().stream().sorted().findFirst().orElseThrow())
                    .param("resident", resident.value())
                    .update();
        }
        task("");
    }

    /** Whether this party has something that they may not have, or both handles and decides. */
    boolean hasWhatTheyMayNot(ResidentId resident, PartyId party) {
        task("return");
        var wrong = sql.sql("""
                        select count(*) from dossier.procedure
                         where resident_id = :resident and not closed and :party in (handler, decider)
                           and (:party = any(excluded) or handler = decider)
                        """)
                        .param("resident", resident.value())
                        .param("party", party.value())
                        .query(Long.class)
                        .single()
                > 0;
        task("");
        return wrong;
    }

    /** Why what this party had by these cases waits for somebody again. */
    void refused(ResidentId resident, PartyId party, Set<UUID> cases) {
        sql.sql("""
                        update dossier.procedure
                           set returned_by = :party, returned_why = :why
                         where resident_id = :resident and (handler_case = any(:cases) or decider_case = any(:cases))
                        """)
                .param("resident", resident.value())
                .param("party", party.value())
                .param("why", HandedBack.Why.REFUSED_BY_RESIDENT.name())
                .param("cases", cases.toArray(UUID[]::new))
                .update();
    }

    void setAlarms(ResidentId resident, ProcedureId id, List<Alarm> alarms) {
        sql.sql("delete from dossier.procedure_alarm where resident_id = :resident and procedure_id = :procedure")
                .param("resident", resident.value())
                .param("procedure", id.value())
                .update();
        for (var alarm : alarms) {
            sql.sql("""
                            insert into dossier.procedure_alarm (resident_id, procedure_id, at, verb, state, closes)
                            values (:resident, :procedure, :at, :verb, :state, :closes)
                            """)
                    .param("resident", resident.value())
                    .param("procedure", id.value())
                    .param("at", at(alarm.at()))
                    .param("verb", alarm.verb())
                    .param("state", alarm.state())
                    .param("closes", alarm.closes())
                    .update();
        }
    }

    /** Where the clock has a step to take, the longest due first. Needs the alarm task's scope, not a resident's. */
    List<Case> withDueAlarms(Instant now, int most) {
        task("alarm");
        return sql.sql("""
                        select resident_id, procedure_id from dossier.procedure_alarm where at <= :now
                         group by resident_id, procedure_id order by min(at) limit :most
                        """)
                .param("now", at(now))
                .param("most", most)
                .query((row, n) -> new Case(
                        new ResidentId(row.getObject(1, UUID.class)), new ProcedureId(row.getObject(2, UUID.class))))
                .list();
    }

    /** Nobody else changes the procedure until this transaction ends. */
    Optional<ProcedureHead> lock(Case which) {
        return sql.sql(HEAD + " where resident_id = :resident and procedure_id = :procedure for update")
                .param("resident", which.resident().value())
                .param("procedure", which.id().value())
                .query((row, n) -> head(row))
                .optional();
    }

    /** The first alarm that is due. */
    Optional<Alarm> dueAlarm(Case which, Instant now) {
        return sql.sql("""
                        select at, verb, state, closes from dossier.procedure_alarm
                         where resident_id = :resident and procedure_id = :procedure and at <= :now order by at, verb limit 1
                        """)
                .param("resident", which.resident().value())
                .param("procedure", which.id().value())
                .param("now", at(now))
                .query((row, n) -> new Alarm(
                        instant(row, "at"), row.getString("verb"), row.getString("state"), row.getBoolean("closes")))
                .optional();
    }

    /** In order. */
    List<String> verbs(Case which) {
        return sql.sql("""
                        select verb from dossier.procedure_step
                         where resident_id = :resident and procedure_id = :procedure order by number
                        """)
                .param("resident", which.resident().value())
                .param("procedure", which.id().value())
                .query(String.class)
                .list();
    }

    void cancel(Case which, Set<String> verbs) {
        sql.sql("""
                        delete from dossier.procedure_alarm
                         where resident_id = :resident and procedure_id = :procedure and verb = any(:verbs)
                        """)
                .param("resident", which.resident().value())
                .param("procedure", which.id().value())
                .param("verbs", verbs.toArray(String[]::new))
                .update();
    }

    void remove(Case which, Alarm alarm) {
        sql.sql("""
                        delete from dossier.procedure_alarm
                         where resident_id = :resident and procedure_id = :procedure and at = :at and verb = :verb
                        """)
                .param("resident", which.resident().value())
                .param("procedure", which.id().value())
                .param("at", at(alarm.at()))
                .param("verb", alarm.verb())
                .update();
    }

    private static ProcedureHead head(ResultSet row) throws SQLException {
        return new ProcedureHead(
                new ResidentId(row.getObject("resident_id", UUID.class)),
                new ProcedureId(row.getObject("procedure_id", UUID.class)),
                ProcedureKind.ofNumber(row.getInt("kind")),
                row.getString("state"),
                row.getInt("steps"),
                party(row, "handler"),
                row.getObject("handler_case") != null,
                parties(row.getArray("excluded")),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("appointment_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                instant(row, "started_at"),
                instant(row, "changed_at"),
                row.getBoolean("closed"),
                party(row, "decider"),
                row.getBoolean("decider_wanted"),
                party(row, "returned_by").map(by -> new HandedBack(by, why(row))));
    }

    private static HandedBack.Why why(ResultSet row) {
        try {
            return HandedBack.Why.valueOf(row.getString("returned_why"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<PartyId> party(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(PartyId::new);
    }

    private static StoredStep step(ResultSet row) throws SQLException {
        var body = row.getBytes("body");
        return new StoredStep(
                new ProcedureId(row.getObject("procedure_id", UUID.class)),
                row.getInt("number"),
                new StepId(row.getObject("step_id", UUID.class)),
                Section.ofNumber(row.getInt("section")),
                row.getString("verb"),
                party(row, "taken_by"),
                instant(row, "taken_at"),
                body == null
                        ? Optional.empty()
                        : Optional.of(new SealedRecord(row.getInt("suite"), row.getInt("epoch"), body)));
    }

    private static Set<PartyId> parties(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(PartyId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static UUID[] ids(Set<PartyId> parties) {
        return parties.stream().map(PartyId::value).toArray(UUID[]::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime appointment(ProcedureHead head) {
        return head.appointment().map(ProcedureRows::at).orElse(null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
