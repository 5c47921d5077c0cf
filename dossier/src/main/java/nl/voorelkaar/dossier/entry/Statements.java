package nl.voorelkaar.dossier.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.Statement;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SealedRecord;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a resident says beside an entry, or beside a section as a whole, that stays as it is. Every method runs in the
 * caller's transaction and row scope.
 */
@Component
public class Statements {

    private static final String COLUMNS =
            "select request_id, entry_id, section, version, epoch, suite, body, stated_at from dossier.statement ";

    private final JdbcClient sql;

    Statements(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(
            UUID request, Optional<EntryId> entry, Section section, int version, SealedRecord body, Instant at) {}

    /**
     * Puts it there, in place of what this request put there before.
     *
     * @param keys open for the section
     * @param request the request about data that it came of
     * @param entry empty for the section as a whole
     * @return false when that entry is not in that section any more: nothing changed
     */
    public boolean put(
            SectionKeys keys,
            ResidentId resident,
            UUID request,
            Section section,
            Optional<EntryId> entry,
            Statement statement) {
        var before = sql.sql(COLUMNS + "where resident_id = :resident and request_id = :request for update")
                .param("resident", resident.value())
                .param("request", request)
                .query((row, n) -> row(row))
                .optional();
        var version = before.map(row -> row.version() + 1).orElse(1);
        var sealed =
                keys.seal(section, record(request), version, statement.text().getBytes(UTF_8));
        return sql.sql("""
                                insert into dossier.statement
                                    (resident_id, request_id, section, entry_id, version, epoch, suite, body, stated_at)
                                select :resident, :request, :section, :entry, :version, :epoch, :suite, :body, :at
                                 where :entry::uuid is null or exists (
                                       select from dossier.entry where resident_id = :resident and entry_id = :entry
                                          and section = :section)
                                on conflict (resident_id, request_id) do update
                                   set section = excluded.section, version = excluded.version, epoch = excluded.epoch,
                                       suite = excluded.suite, body = excluded.body, stated_at = excluded.stated_at
                                """)
                        .param("resident", resident.value())
                        .param("request", request)
                        .param("section", section.number())
                        .param("entry", entry.map(EntryId::value).orElse(null), Types.OTHER)
                        .param("version", version)
                        .param("epoch", sealed.epoch())
                        .param("suite", sealed.suite())
                        .param("body", sealed.bytes())
                        .param("at", statement.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The same entries, in the same order, with what stands beside them. */
    List<Entry> beside(ResidentId resident, SectionKeys keys, List<Entry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        var rows = of(resident, entries.stream().map(Entry::id).toList());
        return entries.stream()
                .map(entry -> entry.beside(rows.getOrDefault(entry.id(), List.of()).stream()
                        .filter(row -> row.section() == entry.section())
                        .map(row -> open(keys, row))
                        .toList()))
                .toList();
    }

    /** What stands beside these sections as a whole, the oldest first. */
    Map<Section, List<Statement>> beside(ResidentId resident, SectionKeys keys, Collection<Section> sections) {
        return sql
                .sql(COLUMNS + "where resident_id = :resident and entry_id is null and section = any(:sections)"
                        + " order by stated_at, request_id")
                .param("resident", resident.value())
                .param("sections", sections.stream().map(Section::number).toArray(Integer[]::new))
                .query((row, n) -> row(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::section, Collectors.mapping(row -> open(keys, row), Collectors.toList())));
    }

    /** What stands beside an entry goes along to the section that the entry moves to. */
    void move(ResidentId resident, EntryId entry, SectionKeys from, Section to, SectionKeys toKeys) {
        for (var row : of(resident, List.of(entry)).getOrDefault(entry, List.of())) {
            var sealed = toKeys.seal(
                    to,
                    record(row.request()),
                    row.version() + 1,
                    open(from, row).text().getBytes(UTF_8));
            sql.sql("""
                            update dossier.statement
                               set section = :section, version = version + 1, epoch = :epoch, suite = :suite,
                                   body = :body
                             where resident_id = :resident and request_id = :request
                            """)
                    .param("resident", resident.value())
                    .param("request", row.request())
                    .param("section", to.number())
                    .param("epoch", sealed.epoch())
                    .param("suite", sealed.suite())
                    .param("body", sealed.bytes())
                    .update();
        }
    }

    private Map<EntryId, List<Row>> of(ResidentId resident, Collection<EntryId> entries) {
        return sql
                .sql(COLUMNS + "where resident_id = :resident and entry_id = any(:entries)"
                        + " order by stated_at, request_id")
                .param("resident", resident.value())
                .param("entries", entries.stream().map(EntryId::value).toArray(UUID[]::new))
                .query((row, n) -> row(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> row.entry().orElseThrow()));
    }

    private static Statement open(SectionKeys keys, Row row) {
        return new Statement(
                new String(keys.open(row.section(), record(row.request()), row.version(), row.body()), UTF_8),
                row.at());
    }

    private static RecordId record(UUID request) {
        return new RecordId("statement", request);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("request_id", UUID.class),
                Optional.ofNullable(row.getObject("entry_id", UUID.class)).map(EntryId::new),
                Section.ofNumber(row.getInt("section")),
                row.getInt("version"),
                new SealedRecord(row.getInt("suite"), row.getInt("epoch"), row.getBytes("body")),
                row.getObject("stated_at", OffsetDateTime.class).toInstant());
    }
}
