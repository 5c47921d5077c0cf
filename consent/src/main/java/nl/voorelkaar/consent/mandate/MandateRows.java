package nl.voorelkaar.consent.mandate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Supporter;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.consent.UuidV7;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of mandates, in the scope and the transaction of the caller. */
@Component
class MandateRows {

    private static final String COLUMNS = """
            SELECT resident_id, mandate_id, state, state_since, code_until, person_id, carer, resident_name, version,
                   keys_id, scopes, last_day, valid_from, valid_until, digest, thing_id, thing_section, helper
            FROM consent.mandate
            """;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    MandateRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** @return false when this mandate was made before */
    boolean invite(
            ResidentId resident,
            MandateId id,
            byte[] index,
            Code code,
            Instant now,
            Instant until,
            Optional<Boundary> boundary) {
        return jdbc.sql("""
                                INSERT INTO consent.mandate (resident_id, mandate_id, state, state_since, code_index, code,
                                    code_until, version, scopes, valid_from, valid_until, digest, thing_id, thing_section,
                                    helper)
                                VALUES (:resident, :mandate, 'UITGENODIGD', :now, :index, :code, :until, 0, '{}', :now,
                                    :until, 'EACH_ACT', :thing, :section, :helper)
                                ON CONFLICT (resident_id, mandate_id) DO NOTHING""")
                        .param("resident", resident.value())
                        .param("mandate", id.value())
                        .param("index", index)
                        .param(
                                "code",
                                sealing.seal(
                                        Sealing.Kind.PROFILE,
                                        resident.value(),
                                        context(id, "code"),
                                        code.characters().getBytes(UTF_8)))
                        .param("now", time(now))
                        .param("until", time(until))
                        .param(
                                "thing",
                                boundary.map(Boundary::thing).map(Thing::value).orElse(null),
                                Types.OTHER)
                        .param(
                                "section",
                                boundary.map(Boundary::section)
                                        .map(Section::number)
                                        .orElse(null),
                                Types.INTEGER)
                        .param(
                                "helper",
                                boundary.map(Boundary::supporter)
                                        .map(Supporter::name)
                                        .orElse(null),
                                Types.VARCHAR)
                        .update()
                == 1;
    }

    Optional<Code> code(ResidentId resident, MandateId id) {
        return jdbc.sql("SELECT code FROM consent.mandate WHERE resident_id = :resident AND mandate_id = :mandate"
                        + " AND code IS NOT NULL")
                .param("resident", resident.value())
                .param("mandate", id.value())
                .query((row, number) -> new Code(new String(
                        sealing.open(Sealing.Kind.PROFILE, resident.value(), context(id, "code"), row.getBytes(1)),
                        UTF_8)))
                .optional();
    }

    /**
     * Whose code this is, whatever became of it. The code must be in hand, see {@code TransactionScope.enterPerson}.
     */
    Optional<MandateRow> byCode(byte[] index) {
        return jdbc.sql(COLUMNS + "WHERE code_index = :index")
                .param("index", index)
                .query((row, number) -> row(row))
                .optional();
    }

    Optional<MandateRow> find(ResidentId resident, MandateId id) {
        return jdbc.sql(COLUMNS + "WHERE resident_id = :resident AND mandate_id = :mandate")
                .param("resident", resident.value())
                .param("mandate", id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    Optional<MandateRow> lock(ResidentId resident, MandateId id) {
        return jdbc.sql(COLUMNS + "WHERE resident_id = :resident AND mandate_id = :mandate FOR UPDATE")
                .param("resident", resident.value())
                .param("mandate", id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    List<MandateRow> of(ResidentId resident, int atMost) {
        return jdbc.sql(COLUMNS + """
                        WHERE resident_id = :resident
                        ORDER BY (state IN ('UITGENODIGD', 'GEACCEPTEERD', 'ACTIEF')) DESC, mandate_id DESC LIMIT :limit""")
                .param("resident", resident.value())
                .param("limit", atMost)
                .query((row, number) -> row(row))
                .list();
    }

    /** The mandate of which this is the version that holds, locked. */
    Optional<MandateRow> ofKeys(ResidentId resident, GrantId keys) {
        return jdbc.sql(COLUMNS + "WHERE resident_id = :resident AND keys_id = :keys FOR UPDATE")
                .param("resident", resident.value())
                .param("keys", keys.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /** In the scope of this person. */
    List<MandateRow> heldBy(PersonId person, Instant now, int atMost) {
        return jdbc.sql(COLUMNS + """
                        WHERE person_id = :person AND state IN ('GEACCEPTEERD', 'ACTIEF') AND valid_until > :now
                        ORDER BY mandate_id LIMIT :limit""")
                .param("person", person.value())
                .param("now", time(now))
                .param("limit", atMost)
                .query((row, number) -> row(row))
                .list();
    }

    /** In the scope of this person: a mandate that is theirs, whatever became of it. */
    Optional<MandateRow> held(PersonId person, MandateId id) {
        return jdbc.sql(COLUMNS + "WHERE person_id = :person AND mandate_id = :mandate")
                .param("person", person.value())
                .param("mandate", id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    void accepted(MandateRow mandate, PersonId person, String name, Instant now, Instant until) {
        jdbc.sql("""
                        UPDATE consent.mandate
                        SET state = 'GEACCEPTEERD', state_since = :now, person_id = :person, carer = :carer, code = NULL,
                            valid_until = :until
                        WHERE resident_id = :resident AND mandate_id = :mandate""")
                .param("resident", mandate.resident().value())
                .param("mandate", mandate.id().value())
                .param("person", person.value())
                .param("carer", sealName(mandate, "carer", name))
                .param("now", time(now))
                .param("until", time(until))
                .update();
    }

    /** A version begins. */
    void begun(
            MandateRow mandate,
            GrantId keys,
            Set<MandateScope> scopes,
            LocalDate lastDay,
            Instant now,
            Instant until,
            Mandate.Digest digest,
            Optional<String> residentName) {
        jdbc.sql("""
                        UPDATE consent.mandate
                        SET state = 'ACTIEF', state_since = CASE WHEN version = 0 THEN :now ELSE state_since END,
                            valid_from = CASE WHEN version = 0 THEN :now ELSE valid_from END,
                            version = version + 1, keys_id = :keys, scopes = :scopes, last_day = :lastDay,
                            valid_until = :until, digest = :digest, resident_name = coalesce(:name, resident_name)
                        WHERE resident_id = :resident AND mandate_id = :mandate""")
                .param("resident", mandate.resident().value())
                .param("mandate", mandate.id().value())
                .param("keys", keys.value())
                .param("scopes", names(scopes))
                .param("lastDay", lastDay)
                .param("now", time(now))
                .param("until", time(until))
                .param("digest", digest.name())
                .param(
                        "name",
                        residentName
                                .map(name -> sealName(mandate, "resident_name", name))
                                .orElse(null),
                        Types.BINARY)
                .update();
    }

    void digest(ResidentId resident, MandateId id, Mandate.Digest digest) {
        jdbc.sql("UPDATE consent.mandate SET digest = :digest WHERE resident_id = :resident AND mandate_id = :mandate")
                .param("resident", resident.value())
                .param("mandate", id.value())
                .param("digest", digest.name())
                .update();
    }

    void ended(MandateRow mandate, Mandate.State how, Instant now) {
        jdbc.sql("""
                        UPDATE consent.mandate SET state = :state, state_since = :now, code = NULL
                        WHERE resident_id = :resident AND mandate_id = :mandate""")
                .param("resident", mandate.resident().value())
                .param("mandate", mandate.id().value())
                .param("state", how.name())
                .param("now", time(now))
                .update();
    }

    /** Where the mandate stands from now on. What was said about it is a consent record. */
    void record(MandateRow mandate, Instant now) {
        jdbc.sql("""
                        INSERT INTO consent.mandate_record (resident_id, mandate_id, record_id, version, state, scopes,
                            last_day, recorded_at)
                        VALUES (:resident, :mandate, :record, :version, :state, :scopes, :lastDay, :now)""")
                .param("resident", mandate.resident().value())
                .param("mandate", mandate.id().value())
                .param("record", UuidV7.at(now))
                .param("version", mandate.version())
                .param("state", mandate.stored().name())
                .param("scopes", names(mandate.scopes()))
                .param("lastDay", mandate.lastDay().orElse(null), Types.DATE)
                .param("now", time(now))
                .update();
    }

    private MandateRow row(ResultSet row) throws SQLException {
        var resident = new ResidentId(row.getObject("resident_id", UUID.class));
        var id = new MandateId(row.getObject("mandate_id", UUID.class));
        return new MandateRow(
                resident,
                id,
                Mandate.State.valueOf(row.getString("state")),
                instant(row, "state_since"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                openName(resident, id, "carer", row.getBytes("carer")),
                openName(resident, id, "resident_name", row.getBytes("resident_name")),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("keys_id", UUID.class)).map(GrantId::new),
                MandateColumns.scopes(row),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                instant(row, "code_until"),
                Mandate.Digest.valueOf(row.getString("digest")),
                MandateColumns.boundary(row));
    }

    private byte[] sealName(MandateRow mandate, String column, String name) {
        return sealing.seal(
                Sealing.Kind.DIRECTORY,
                mandate.resident().value(),
                context(mandate.id(), column),
                name.getBytes(UTF_8));
    }

    private Optional<String> openName(ResidentId resident, MandateId id, String column, byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed)
                .map(bytes -> new String(
                        sealing.open(Sealing.Kind.DIRECTORY, resident.value(), context(id, column), bytes), UTF_8));
    }

    private static String context(MandateId id, String column) {
        return "consent.mandate/" + id + "/" + column;
    }

    private static String[] names(Set<MandateScope> scopes) {
        return scopes.stream().sorted().map(MandateScope::name).toArray(String[]::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
