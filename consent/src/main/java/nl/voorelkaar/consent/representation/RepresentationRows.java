package nl.voorelkaar.consent.representation;

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
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.Representations.Held;
import nl.voorelkaar.consent.Representations.Recheck;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the register, in the scope and the transaction of the caller. */
@Component
class RepresentationRows {

    private static final String COLUMNS = """
            SELECT resident_id, representation_id, person_id, kind, evidence, first_day, last_day, recheck_on, ended_at,
                   resident_name, name
            FROM consent.representation
            """;
    private static final String LIVE =
            " AND (valid_until IS NULL OR valid_until > :now)" + " AND (ended_at IS NULL OR ended_at > :now)";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    RepresentationRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    void insert(Representation added, String name, String residentName, PartyId by, Instant now) {
        jdbc.sql("""
                        INSERT INTO consent.representation (resident_id, representation_id, person_id, kind, evidence,
                            first_day, last_day, recheck_on, valid_from, valid_until, name, resident_name, registered_by,
                            registered_at)
                        VALUES (:resident, :id, :person, :kind, :evidence, :first, :last, :recheck, :from, :until, :name,
                            :residentName, :by, :now)""")
                .param("resident", added.of().value())
                .param("id", added.id().value())
                .param("person", added.by().value())
                .param("kind", added.kind().name())
                .param("evidence", added.evidence().name())
                .param("first", added.from())
                .param("last", added.lastDay().orElse(null), Types.DATE)
                .param("recheck", added.recheckOn())
                .param("from", time(CalendarDays.endOf(added.from().minusDays(1))))
                .param(
                        "until",
                        added.lastDay()
                                .map(CalendarDays::endOf)
                                .map(RepresentationRows::time)
                                .orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("name", seal(added.of(), Subjects.nameContext(added.id()), name))
                .param("residentName", seal(added.of(), Subjects.residentNameContext(added.id()), residentName))
                .param("by", by.value())
                .param("now", time(now))
                .update();
    }

    void rechecked(Representation held, Representation.Evidence evidence, LocalDate recheckOn) {
        jdbc.sql("UPDATE consent.representation SET evidence = :evidence, recheck_on = :recheck"
                        + " WHERE resident_id = :resident AND representation_id = :id")
                .param("evidence", evidence.name())
                .param("recheck", recheckOn)
                .param("resident", held.of().value())
                .param("id", held.id().value())
                .update();
    }

    /** The evidence stays what it was. */
    void recheck(Representation held, LocalDate on) {
        jdbc.sql("UPDATE consent.representation SET recheck_on = :recheck"
                        + " WHERE resident_id = :resident AND representation_id = :id")
                .param("recheck", on)
                .param("resident", held.of().value())
                .param("id", held.id().value())
                .update();
    }

    /** @return false when it had ended already */
    boolean end(Representation held, Instant now) {
        return jdbc.sql("UPDATE consent.representation SET ended_at = :now"
                                + " WHERE resident_id = :resident AND representation_id = :id AND ended_at IS NULL")
                        .param("now", time(now))
                        .param("resident", held.of().value())
                        .param("id", held.id().value())
                        .update()
                == 1;
    }

    /** Those that hold now or will. */
    List<Representation> live(ResidentId resident, Instant now) {
        return jdbc.sql(COLUMNS + "WHERE resident_id = :resident" + LIVE + " ORDER BY representation_id")
                .param("resident", resident.value())
                .param("now", time(now))
                .query((row, number) -> row(row))
                .list();
    }

    List<Representation> of(ResidentId resident) {
        return jdbc.sql(COLUMNS + "WHERE resident_id = :resident ORDER BY representation_id DESC LIMIT 100")
                .param("resident", resident.value())
                .query((row, number) -> row(row))
                .list();
    }

    List<Held> heldBy(PersonId person, Instant now) {
        return jdbc.sql(COLUMNS + "WHERE person_id = :person AND valid_from <= :now AND recheck_on >= :seen" + LIVE
                        + " ORDER BY representation_id LIMIT 100")
                .param("person", person.value())
                .param("seen", CalendarDays.dayOf(now).minusDays(Representation.LATE_AT_MOST))
                .param("now", time(now))
                .query((row, number) -> {
                    var held = row(row);
                    return new Held(held, residentName(held, row));
                })
                .list();
    }

    /** Whose evidence is to be looked at up to this day, of all residents; needs the scope for that. */
    List<Recheck> toRecheck(LocalDate until, Instant now) {
        return jdbc.sql(COLUMNS + "WHERE recheck_on <= :until" + LIVE
                        + " ORDER BY recheck_on, representation_id LIMIT 200")
                .param("until", until)
                .param("now", time(now))
                .query((row, number) -> {
                    var held = row(row);
                    return new Recheck(
                            held,
                            open(held, Subjects.nameContext(held.id()), row.getBytes("name")),
                            residentName(held, row));
                })
                .list();
    }

    private static Representation row(ResultSet row) throws SQLException {
        return new Representation(
                new RepresentationId(row.getObject("representation_id", UUID.class)),
                new ResidentId(row.getObject("resident_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Representation.Kind.valueOf(row.getString("kind")),
                Representation.Evidence.valueOf(row.getString("evidence")),
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getObject("recheck_on", LocalDate.class),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private byte[] seal(ResidentId resident, String context, String text) {
        return sealing.seal(Sealing.Kind.DIRECTORY, resident.value(), context, text.getBytes(UTF_8));
    }

    private String residentName(Representation held, ResultSet row) throws SQLException {
        return open(held, Subjects.residentNameContext(held.id()), row.getBytes("resident_name"));
    }

    private String open(Representation held, String context, byte[] sealed) {
        return new String(sealing.open(Sealing.Kind.DIRECTORY, held.of().value(), context, sealed), UTF_8);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
