package nl.voorelkaar.dossier.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.vault.LockedGrant;
import nl.voorelkaar.dossier.vault.SealedRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code entry} and {@code entry_version}. Every method runs in the caller's transaction and row scope. */
@Component
class EntryRows {

    /** No dossier comes near; a query without an end could be made to. */
    static final int MOST = 20_000;

    private static final String NEWEST = """
            select e.entry_id, e.version, e.section, e.written_by, e.created_at, v.written_at, e.removed_at,
                   v.epoch, v.suite, v.day, %s as body, v.document_id, v.apart
              from dossier.entry e
              join dossier.entry_version v
                on v.resident_id = e.resident_id and v.entry_id = e.entry_id and v.version = e.version
             where e.resident_id = :resident
            """;
    private static final String NEWEST_DAYS = NEWEST.formatted("''::bytea");
    private static final String NEWEST_BODIES = NEWEST.formatted("v.body");

    private final JdbcClient sql;

    EntryRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when an entry with this id is there already; of two at once, one waits for the other */
    boolean reserve(ResidentId resident, EntryId id, NewEntry entry, Optional<PartyId> by, Instant now) {
        return sql.sql("""
                        insert into dossier.entry
                            (resident_id, entry_id, section, version, written_by, created_at, changed_at, apart)
                        values (:resident, :entry, :section, 1, :by, :now, :now, :apart)
                        on conflict (resident_id, entry_id) do nothing
                        """)
                        .param("resident", resident.value())
                        .param("entry", id.value())
                        .param("section", entry.section().number())
                        .param("apart", entry.apart())
                        .param("by", by.map(PartyId::value).orElse(null), java.sql.Types.OTHER)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void insert(StoredVersion version) {
        sql.sql("""
                        insert into dossier.entry_version
                            (resident_id, entry_id, version, section, epoch, suite, day, body, document_id, written_at,
                             apart)
                        values (:resident, :entry, :version, :section, :epoch, :suite, :day, :body, :document, :now, :apart)
                        """)
                .param("resident", version.resident().value())
                .param("entry", version.id().value())
                .param("version", version.version())
                .param("section", version.section().number())
                .param("apart", version.apart())
                .param("epoch", version.body().epoch())
                .param("suite", version.body().suite())
                .param("day", version.day().bytes())
                .param("body", version.body().bytes())
                .param("document", version.document().orElse(null), java.sql.Types.OTHER)
                .param("now", at(version.changedAt()))
                .update();
    }

    /** Points the entry at this version, which must be there. */
    void advance(StoredVersion version) {
        sql.sql("""
                        update dossier.entry
                           set version = :version, section = :section, changed_at = :now, apart = :apart
                         where resident_id = :resident and entry_id = :entry
                        """)
                .param("resident", version.resident().value())
                .param("entry", version.id().value())
                .param("version", version.version())
                .param("section", version.section().number())
                .param("apart", version.apart())
                .param("now", at(version.changedAt()))
                .update();
    }

    void setRemoved(ResidentId resident, EntryId id, Optional<Instant> at) {
        sql.sql("update dossier.entry set removed_at = :at where resident_id = :resident and entry_id = :entry")
                .param("resident", resident.value())
                .param("entry", id.value())
                .param("at", at.map(EntryRows::at).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Where an entry is and whose it is, without a key. */
    record Place(Section section, int version, boolean removed, Optional<PartyId> writtenBy, boolean apart) {

        /** Who acts for a resident does not learn that it is there. */
        boolean isFor(Actor actor) {
            return !apart || !(actor instanceof Actor.Acting);
        }

        boolean isBy(Actor actor) {
            return switch (actor) {
                case Actor.Resident _, Actor.Acting _ -> writtenBy.isEmpty();
                case Actor.Professional professional -> writtenBy.equals(Optional.of(professional.id()));
            };
        }
    }

    Optional<Place> place(ResidentId resident, EntryId id) {
        return sql.sql("""
                        select section, version, removed_at is not null, written_by, apart from dossier.entry
                         where resident_id = :resident and entry_id = :entry
                        """)
                .param("resident", resident.value())
                .param("entry", id.value())
                .query((row, n) -> new Place(
                        Section.ofNumber(row.getInt(1)),
                        row.getInt(2),
                        row.getBoolean(3),
                        Optional.ofNullable(row.getObject(4, UUID.class)).map(PartyId::new),
                        row.getBoolean(5)))
                .optional();
    }

    /** The newest version, removed or not; nobody else changes the entry until this transaction ends. */
    Optional<StoredVersion> lock(ResidentId resident, EntryId id) {
        return sql.sql(NEWEST_BODIES + " and e.entry_id = :entry for update of e")
                .param("resident", resident.value())
                .param("entry", id.value())
                .query((row, n) -> read(resident, row))
                .optional();
    }

    /** Newest versions without their bodies, removed entries too; the last written first; at most {@link #MOST}. */
    List<StoredVersion> days(ResidentId resident, Set<Section> sections) {
        return sql.sql(NEWEST_DAYS + " and e.section = any(:sections) order by e.created_at desc, e.entry_id limit "
                        + MOST)
                .param("resident", resident.value())
                .param("sections", numbers(sections))
                .query((row, n) -> read(resident, row))
                .list();
    }

    /** Newest versions with their bodies. */
    List<StoredVersion> bodies(ResidentId resident, Collection<EntryId> ids) {
        return sql.sql(NEWEST_BODIES + " and e.entry_id = any(:entries)")
                .param("resident", resident.value())
                .param("entries", ids.stream().map(EntryId::value).toArray(UUID[]::new))
                .query((row, n) -> read(resident, row))
                .list();
    }

    /** One entry as it lies in the database, with what the grant has that opens it. */
    record Found(StoredVersion version, LockedGrant beside) {}

    /**
     * The newest version of an entry among what may be read on these grounds. In a scope of its own, and in a
     * transaction of its own when there is none.
     */
    Optional<Found> find(Actor actor, ResidentId resident, EntryId id, Map<Section, Decision.Permitted> grounds) {
        var reader = Reader.of(actor, resident);
        var sections =
                grounds.entrySet().stream().filter(ignored -> reader.bySection).toList();
        var beside = new LockedGrant();
        var version = new ArrayList<StoredVersion>(1);
        sql.sql("""
                        select * from dossier.sealed_entry(
                            :resident, :entry, :as, :party, :team, :readable, :grants)
                        """)
                .param("resident", resident.value())
                .param("entry", id.value())
                .param("as", reader.resident.value())
                .param("party", reader.party)
                .param("team", reader.team)
                .param(
                        "readable",
                        sections.stream().map(one -> one.getKey().number()).toArray(Integer[]::new))
                .param(
                        "grants",
                        sections.stream()
                                .map(one -> one.getValue()
                                        .grant()
                                        .map(GrantId::value)
                                        .orElse(null))
                                .toArray(UUID[]::new))
                .query(row -> {
                    if (row.getString("kind").equals("entry")) {
                        version.add(read(resident, row));
                    } else {
                        beside.add(row);
                    }
                });
        return version.stream().findFirst().map(found -> new Found(found, beside));
    }

    /**
     * As whom rows are seen, as {@link nl.voorelkaar.consent.RowScope} says it: a resident those of the own dossier,
     * whichever is named; everybody else those of some sections.
     */
    private record Reader(ResidentId resident, String party, String team, boolean bySection) {

        static Reader of(Actor actor, ResidentId resident) {
            return switch (actor) {
                case Actor.Resident self -> new Reader(self.id(), "", "", false);
                case Actor.Acting acting ->
                    new Reader(acting.resident(), acting.person().toString(), "", true);
                case Actor.Professional professional ->
                    new Reader(
                            resident,
                            professional.id().toString(),
                            professional.team().map(TeamId::value).orElse(""),
                            true);
            };
        }
    }

    /** Hands over one body after the other, so that a whole dossier is never in memory at once. */
    void eachBody(ResidentId resident, Set<Section> sections, Consumer<StoredVersion> reader) {
        sql.sql(NEWEST_BODIES
                        + " and e.section = any(:sections) and e.removed_at is null order by e.created_at desc limit "
                        + MOST)
                .param("resident", resident.value())
                .param("sections", numbers(sections))
                .withFetchSize(100)
                .query(row -> {
                    reader.accept(read(resident, row));
                });
    }

    List<StoredVersion> removedByResident(ResidentId resident, Set<Section> sections, Instant since, int most) {
        return sql.sql(NEWEST_BODIES + """
                         and e.section = any(:sections) and e.written_by is null and e.removed_at > :since
                         order by e.removed_at desc limit :most
                        """)
                .param("resident", resident.value())
                .param("sections", numbers(sections))
                .param("since", at(since))
                .param("most", most)
                .query((row, n) -> read(resident, row))
                .list();
    }

    /** All versions in these sections, newest first. */
    List<StoredVersion> versions(ResidentId resident, EntryId id, Set<Section> sections, int most) {
        return sql.sql("""
                        select e.entry_id, v.version, v.section, e.written_by, e.created_at, v.written_at, e.removed_at,
                               v.epoch, v.suite, v.day, v.body, v.document_id, v.apart
                          from dossier.entry e
                          join dossier.entry_version v on v.resident_id = e.resident_id and v.entry_id = e.entry_id
                         where e.resident_id = :resident and e.entry_id = :entry and v.section = any(:sections)
                         order by v.version desc limit :most
                        """)
                .param("resident", resident.value())
                .param("entry", id.value())
                .param("sections", numbers(sections))
                .param("most", most)
                .query((row, n) -> read(resident, row))
                .list();
    }

    /** Whose entries were removed before this instant. Needs the purge task's scope, not a resident's. */
    List<ResidentId> residentsWithRemoved(Instant before, int most) {
        sql.sql("select set_config('app.task', 'purge', true)")
                .query(String.class)
                .single();
        return sql.sql("select distinct resident_id from dossier.entry where removed_at <= :before limit :most")
                .param("before", at(before))
                .param("most", most)
                .query((row, n) -> new ResidentId(row.getObject(1, UUID.class)))
                .list();
    }

    List<StoredVersion> removedBefore(ResidentId resident, Instant before) {
        return sql.sql(NEWEST_DAYS + " and e.removed_at <= :before for update of e")
                .param("resident", resident.value())
                .param("before", at(before))
                .query((row, n) -> read(resident, row))
                .list();
    }

    /** Deletes the entry, its versions and its files' rows. */
    void destroy(ResidentId resident, EntryId id) {
        sql.sql("delete from dossier.entry where resident_id = :resident and entry_id = :entry")
                .param("resident", resident.value())
                .param("entry", id.value())
                .update();
    }

    private static StoredVersion read(ResidentId resident, ResultSet row) throws SQLException {
        var suite = row.getInt("suite");
        var epoch = row.getInt("epoch");
        return new StoredVersion(
                resident,
                new EntryId(row.getObject("entry_id", UUID.class)),
                row.getInt("version"),
                Section.ofNumber(row.getInt("section")),
                Optional.ofNullable(row.getObject("written_by", UUID.class)).map(PartyId::new),
                instant(row, "created_at"),
                instant(row, "written_at"),
                Optional.ofNullable(row.getObject("removed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                new SealedRecord(suite, epoch, row.getBytes("day")),
                new SealedRecord(suite, epoch, row.getBytes("body")),
                Optional.ofNullable(row.getObject("document_id", UUID.class)),
                row.getBoolean("apart"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Integer[] numbers(Set<Section> sections) {
        return sections.stream().map(Section::number).toArray(Integer[]::new);
    }
}
