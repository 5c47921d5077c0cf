package nl.voorelkaar.dossier.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.KeyDestruction;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of erasures, and what they erase. Every method runs in the caller's transaction and row scope. */
@Component
class ErasureRows {

    private static final int ROOT = 0;

    /** What was sealed before the line: entries whose newest version is. */
    private static final String DOOMED = """
            select e.entry_id from dossier.entry e
              join dossier.entry_version v
                on v.resident_id = e.resident_id and v.entry_id = e.entry_id and v.version = e.version
              join dossier.erasure_line l
                on l.resident_id = v.resident_id and l.number = v.section and v.epoch <= l.last_epoch
             where e.resident_id = :resident and l.erasure_id = :erasure
            """;

    private static final String SEALED_BEFORE = """
             exists (select from dossier.erasure_line l
                      where l.resident_id = t.resident_id and l.erasure_id = :erasure
                        and l.number = t.section and t.epoch <= l.last_epoch)
            """;

    /** Procedures of which nothing was sealed since. */
    private static final String OVER = """
            select p.procedure_id from dossier.procedure p
              join dossier.erasure_line l on l.resident_id = p.resident_id and l.number = p.section
             where p.resident_id = :resident and l.erasure_id = :erasure
               and not exists (select from dossier.procedure_step s
                                where s.resident_id = p.resident_id and s.procedure_id = p.procedure_id
                                  and s.epoch > l.last_epoch)
            """;

    private final JdbcClient sql;

    ErasureRows(JdbcClient sql) {
        this.sql = sql;
    }

    record Due(ResidentId resident, ErasureId erasure) {}

    record Gone(int entries, int documents) {}

    private record Files(int count, long bytes) {}

    /** Nothing, when the same was listed already. @param lastChange of what goes by a rule */
    void insert(ResidentId resident, Erasure erasure, Optional<Instant> lastChange) {
        sql.sql("""
                        insert into dossier.erasure
                            (resident_id, erasure_id, sections, state, asked_at, due_at, rule, last_change)
                        values (:resident, :erasure, :sections, :state, :asked, :due, :rule, :change)
                        on conflict (resident_id, rule)
                            where rule is not null and state in ('WACHT', 'BEZIG', 'VOORSTEL', 'OPGEHOUDEN') do nothing
                        """)
                .param("resident", resident.value())
                .param("erasure", erasure.id().value())
                .param("sections", numbers(erasure.sections()))
                .param("state", erasure.state().name())
                .param("asked", at(erasure.askedAt()))
                .param("due", at(erasure.dueAt()))
                .param("rule", erasure.rule().map(KeepingRule::name).orElse(null), Types.VARCHAR)
                .param("change", lastChange.map(ErasureRows::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Whether nobody made the list on this day yet. */
    boolean firstOn(LocalDate day) {
        return sql.sql("insert into dossier.retention_round (day) values (:day) on conflict do nothing")
                        .param("day", day)
                        .update()
                == 1;
    }

    record Rested(ResidentId resident, Instant lastChange) {}

    /**
     * Whose parts did not change since, and have no procedure open. Needs the retention task's scope, not a resident's.
     */
    List<Rested> rested(KeepingRule rule, Instant before, int most) {
        retention();
        return rested(rule, "", before, most);
    }

    /** The same, of one resident, in that resident's scope. */
    boolean restsStill(KeepingRule rule, Instant before) {
        return !rested(rule, " where resident_id = nullif(current_setting('app.resident', true), '')::uuid", before, 1)
                .isEmpty();
    }

    private List<Rested> rested(KeepingRule rule, String whose, Instant before, int most) {
        return sql.sql("""
                        select resident_id, max(changed_at) filter (where section = any(:sections)) from (
                            select resident_id, section, changed_at, closed from dossier.procedure
                            union all
                            select resident_id, section, changed_at, true from dossier.entry where section > 20) kept
                        """ + whose + """
                         group by resident_id
                        having bool_and(closed) and max(changed_at) filter (where section = any(:sections)) < :before
                         limit :most
                        """)
                .param("sections", numbers(rule.sections()))
                .param("before", at(before))
                .param("most", most)
                .query((row, n) -> new Rested(
                        new ResidentId(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    void lapse(ResidentId resident, ErasureId id, Instant now) {
        change(resident, id, "state = 'VERVALLEN', ended_at = :now", now);
    }

    /** From here on this transaction sees the destruction list. */
    void retention() {
        sql.sql("select set_config('app.task', 'retention', true)")
                .query(String.class)
                .single();
    }

    record OnList(ResidentId resident, Destructions.Listed listed) {}

    List<OnList> list(int most) {
        retention();
        return sql.sql("select * from dossier.erasure where rule <> 'OVERLIJDEN' order by asked_at desc limit :most")
                .param("most", most)
                .query((row, n) -> onList(row))
                .list();
    }

    Optional<OnList> lockOnList(ErasureId id) {
        retention();
        return sql.sql("""
                        select * from dossier.erasure where erasure_id = :erasure and rule <> 'OVERLIJDEN' for update
                        """)
                .param("erasure", id.value())
                .query((row, n) -> onList(row))
                .optional();
    }

    void approveFirst(ResidentId resident, ErasureId id, PartyId by, Instant now) {
        decide(resident, id, "first_by = :by, first_at = :now", by, now);
    }

    void approveSecond(ResidentId resident, ErasureId id, PartyId by, Instant now) {
        decide(resident, id, "second_by = :by, second_at = :now, state = 'WACHT', due_at = :now", by, now);
    }

    void hold(ResidentId resident, ErasureId id, PartyId by, Destructions.Hold why, Instant now) {
        decide(
                resident,
                id,
                "held_by = :by, held_why = '" + why.name() + "', state = 'OPGEHOUDEN', due_at = :now,"
                        + " first_by = null, first_at = null",
                by,
                now);
    }

    void release(ResidentId resident, ErasureId id, PartyId by, Instant now) {
        decide(resident, id, "held_by = :by, held_why = null, state = 'VOORSTEL', due_at = :now", by, now);
    }

    private void decide(ResidentId resident, ErasureId id, String what, PartyId by, Instant now) {
        sql.sql("update dossier.erasure set " + what + " where resident_id = :resident and erasure_id = :erasure")
                .param("by", by.value())
                .param("now", at(now))
                .param("resident", resident.value())
                .param("erasure", id.value())
                .update();
    }

    private static OnList onList(ResultSet row) throws SQLException {
        var erasure = read(row);
        var approvals = new ArrayList<Destructions.Approval>();
        for (var which : List.of("first", "second")) {
            var by = row.getObject(which + "_by", UUID.class);
            if (by != null) {
                approvals.add(new Destructions.Approval(
                        new PartyId(by),
                        row.getObject(which + "_at", OffsetDateTime.class).toInstant()));
            }
        }
        return new OnList(
                new ResidentId(row.getObject("resident_id", UUID.class)),
                new Destructions.Listed(
                        erasure.id(),
                        erasure.rule().orElseThrow(),
                        erasure.state(),
                        row.getObject("last_change", OffsetDateTime.class).toInstant(),
                        approvals,
                        Optional.ofNullable(row.getString("held_why")).map(Destructions.Hold::valueOf),
                        erasure.endedAt(),
                        erasure.destroyed()));
    }

    List<Erasure> all(ResidentId resident) {
        return sql.sql("select * from dossier.erasure where resident_id = :resident order by asked_at desc limit 50")
                .param("resident", resident.value())
                .query((row, n) -> read(row))
                .list();
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<Erasure> lock(ResidentId resident, ErasureId id) {
        return sql.sql(
                        "select * from dossier.erasure where resident_id = :resident and erasure_id = :erasure for update")
                .param("resident", resident.value())
                .param("erasure", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Whether something that is sealed before this line is here. */
    boolean anythingBefore(ResidentId resident, KeyDestruction.Line line) {
        return line.lastEpochs().entrySet().stream()
                .anyMatch(last -> sql.sql("""
                                select exists (select from dossier.section_key where resident_id = :resident
                                                  and section = :section and epoch <= :last)
                                    or exists (select from dossier.entry_version where resident_id = :resident
                                                  and section = :section and epoch <= :last)
                                """)
                        .param("resident", resident.value())
                        .param("section", last.getKey().number())
                        .param("last", last.getValue())
                        .query(Boolean.class)
                        .single());
    }

    /** What was still being typed for <i>Mijn deel</i>. @param all whether all that is still being typed goes */
    void deleteDrafts(ResidentId resident, boolean all) {
        sql.sql("""
                        delete from dossier.draft where resident_id = :resident
                           and (:all or form in ('entry-new', 'document-new') or form like 'entry/%')
                        """).param("resident", resident.value()).param("all", all).update();
    }

    /** What was being typed under a root key that is gone. */
    void deleteDraftsBefore(ResidentId resident, int lastRoot) {
        sql.sql("delete from dossier.draft where resident_id = :resident and root_version <= :last")
                .param("resident", resident.value())
                .param("last", lastRoot)
                .update();
    }

    /** Needs the erasing task's scope, not a resident's. */
    List<Due> due(Instant now, int most) {
        sql.sql("select set_config('app.task', 'erase', true)")
                .query(String.class)
                .single();
        return sql.sql("""
                        select resident_id, erasure_id from dossier.erasure
                         where state in ('WACHT', 'BEZIG') and due_at <= :now order by due_at limit :most
                        """)
                .param("now", at(now))
                .param("most", most)
                .query((row, n) -> new Due(
                        new ResidentId(row.getObject(1, UUID.class)), new ErasureId(row.getObject(2, UUID.class))))
                .list();
    }

    void hasten(ResidentId resident, ErasureId id, Instant now) {
        change(resident, id, "due_at = :now", now);
    }

    void keep(ResidentId resident, ErasureId id, Instant now) {
        change(resident, id, "state = 'AFGEZIEN', ended_at = :now", now);
    }

    private void change(ResidentId resident, ErasureId id, String what, Instant now) {
        sql.sql("update dossier.erasure set " + what + " where resident_id = :resident and erasure_id = :erasure")
                .param("now", at(now))
                .param("resident", resident.value())
                .param("erasure", id.value())
                .update();
    }

    /** Nobody sees what is sealed before the line any more, and nobody can bring it back. */
    void begin(ResidentId resident, ErasureId id, KeyDestruction.Line line) {
        line.lastEpochs().forEach((section, last) -> draw(resident, id, section.number(), last));
        line.lastRoot().ifPresent(last -> draw(resident, id, ROOT, last));
        sql.sql("update dossier.erasure set state = 'BEZIG' where resident_id = :resident and erasure_id = :erasure")
                .param("resident", resident.value())
                .param("erasure", id.value())
                .update();
        sql.sql(
                        "update dossier.entry set removed_at = timestamptz 'epoch' where resident_id = :resident and entry_id in ("
                                + DOOMED + ")")
                .param("resident", resident.value())
                .param("erasure", id.value())
                .update();
    }

    private void draw(ResidentId resident, ErasureId id, int number, int last) {
        sql.sql("""
                        insert into dossier.erasure_line (resident_id, erasure_id, number, last_epoch)
                        values (:resident, :erasure, :number, :last)
                        """)
                .param("resident", resident.value())
                .param("erasure", id.value())
                .param("number", number)
                .param("last", last)
                .update();
    }

    KeyDestruction.Line line(ResidentId resident, ErasureId id) {
        var epochs = new HashMap<Integer, Integer>();
        sql.sql("""
                        select number, last_epoch from dossier.erasure_line
                         where resident_id = :resident and erasure_id = :erasure
                        """)
                .param("resident", resident.value())
                .param("erasure", id.value())
                .query((RowCallbackHandler) row -> epochs.put(row.getInt(1), row.getInt(2)));
        var root = Optional.ofNullable(epochs.remove(ROOT));
        return new KeyDestruction.Line(
                epochs.entrySet().stream()
                        .collect(Collectors.toMap(last -> Section.ofNumber(last.getKey()), Map.Entry::getValue)),
                root);
    }

    /**
     * Deletes what is sealed before the line: entries with all versions and files, earlier versions of entries that
     * moved on to another section, and what stands beside them.
     */
    Gone delete(ResidentId resident, ErasureId id) {
        var files = of(
                        resident,
                        id,
                        "select count(*) as count, coalesce(sum(size), 0) as bytes from dossier.document t"
                                + " where resident_id = :resident and (entry_id in (" + DOOMED + ") or " + SEALED_BEFORE
                                + ")")
                .query(Files.class)
                .single();
        of(resident, id, "delete from dossier.statement t where resident_id = :resident and " + SEALED_BEFORE)
                .update();
        var entries = of(
                        resident,
                        id,
                        "delete from dossier.entry where resident_id = :resident and entry_id in (" + DOOMED + ")")
                .update();
        of(resident, id, "delete from dossier.entry_version t where resident_id = :resident and " + SEALED_BEFORE)
                .update();
        of(resident, id, "delete from dossier.document t where resident_id = :resident and " + SEALED_BEFORE)
                .update();
        var procedures = procedures(resident, id);
        sql.sql("update dossier.stored_bytes set bytes = greatest(0, bytes - :gone) where resident_id = :resident")
                .param("gone", files.bytes())
                .param("resident", resident.value())
                .update();
        return new Gone(entries + procedures, files.count());
    }

    /**
     * Procedures of the municipal file, with what hangs on them: questions to experts, notes, what a household was
     * shown.
     */
    private int procedures(ResidentId resident, ErasureId id) {
        of(
                        resident,
                        id,
                        "delete from dossier.consult_text where resident_id = :resident and consult_id in ("
                                + "select grant_id from dossier.bounded_key t where resident_id = :resident and "
                                + SEALED_BEFORE
                                + ")")
                .update();
        of(resident, id, "delete from dossier.handover_note t where resident_id = :resident and " + SEALED_BEFORE)
                .update();
        of(
                        resident,
                        id,
                        "delete from dossier.household_member where resident_id = :resident and procedure_id in ("
                                + OVER + ")")
                .update();
        return of(
                        resident,
                        id,
                        "delete from dossier.procedure where resident_id = :resident and procedure_id in (" + OVER
                                + ")")
                .update();
    }

    void end(ResidentId resident, ErasureId id, Erasure.Destroyed destroyed, Instant now) {
        sql.sql("""
                        update dossier.erasure set state = 'GEWIST', ended_at = :now, entries = :entries,
                               documents = :documents, keys = :keys, main_until = :main, keystore_until = :keystore
                         where resident_id = :resident and erasure_id = :erasure
                        """)
                .param("now", at(now))
                .param("entries", destroyed.entries())
                .param("documents", destroyed.documents())
                .param("keys", destroyed.keys())
                .param("main", destroyed.mainUntil())
                .param("keystore", destroyed.keystoreUntil())
                .param("resident", resident.value())
                .param("erasure", id.value())
                .update();
    }

    private JdbcClient.StatementSpec of(ResidentId resident, ErasureId id, String statement) {
        return sql.sql(statement).param("resident", resident.value()).param("erasure", id.value());
    }

    private static Erasure read(ResultSet row) throws SQLException {
        var state = Erasure.State.valueOf(row.getString("state"));
        return new Erasure(
                new ErasureId(row.getObject("erasure_id", UUID.class)),
                sections(row),
                state,
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                state == Erasure.State.GEWIST
                        ? Optional.of(new Erasure.Destroyed(
                                row.getInt("entries"),
                                row.getInt("documents"),
                                row.getInt("keys"),
                                row.getObject("main_until", LocalDate.class),
                                row.getObject("keystore_until", LocalDate.class)))
                        : Optional.empty(),
                Optional.ofNullable(row.getString("rule")).map(KeepingRule::valueOf));
    }

    private static Short[] numbers(Set<Section> sections) {
        return sections.stream()
                .map(section -> (short) section.number())
                .sorted()
                .toArray(Short[]::new);
    }

    private static Set<Section> sections(ResultSet row) throws SQLException {
        var sections = EnumSet.noneOf(Section.class);
        for (var number : (Object[]) row.getArray("sections").getArray()) {
            sections.add(Section.ofNumber(((Number) number).intValue()));
        }
        return sections;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
