package nl.voorelkaar.consent.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Ages;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.Representation.Kind;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.decision.WhoDecides.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up who somebody is before the law, now. In the caller's transaction and in the scope of the resident. */
@Component
public class Subjects {

    private static final String BORN = "consent.birthday/born";
    private static final String LIVE = " AND valid_from <= :now AND (valid_until IS NULL OR valid_until > :now)"
            + " AND (ended_at IS NULL OR ended_at > :now) AND recheck_on >= :seen";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    Subjects(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    public Subject of(ResidentId resident) {
        return new Subject(born(resident), measures(resident), Set.of());
    }

    /** Who has gezag now: all of them together, see {@code JointAuthority}. */
    public Set<PersonId> authority(ResidentId resident) {
        return new HashSet<>(jdbc.sql("SELECT person_id FROM consent.representation"
                        + " WHERE resident_id = :resident AND kind IN ('OUDER', 'VOOGD')" + LIVE)
                .param("resident", resident.value())
                .param("now", now())
                .param("seen", seen())
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
    }

    /**
     * This end, or the next birthday that matters when that comes first: what is given for a minor is given anew then.
     */
    public Instant bounded(ResidentId resident, Instant until) {
        return born(resident)
                .flatMap(born -> Ages.next(born, today()).map(age -> Ages.begins(born, age)))
                .filter(until::isAfter)
                .orElse(until);
    }

    /** @param lock whether whoever wants to end it waits until this transaction ends */
    public Optional<Facts.Represented> represented(ResidentId resident, RepresentationId id, boolean lock) {
        return jdbc.sql("""
                        SELECT person_id, kind, valid_from, recheck_on,
                               least(valid_until, ended_at, (SELECT registered_at FROM consent.death
                                                             WHERE resident_id = :resident)) AS valid_until
                        FROM consent.representation
                        WHERE resident_id = :resident AND representation_id = :id
                        """ + (lock ? "FOR SHARE OF representation" : ""))
                .param("resident", resident.value())
                .param("id", id.value())
                .query((row, number) -> new Facts.Represented(
                        id,
                        resident,
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Kind.valueOf(row.getString("kind")),
                        of(resident),
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        until(row)))
                .optional();
    }

    /** The names of who speaks and of the resident, for each other. */
    public Optional<Names> names(ResidentId resident, RepresentationId id, PersonId person) {
        return jdbc.sql("SELECT name, resident_name FROM consent.representation"
                        + " WHERE resident_id = :resident AND representation_id = :id AND person_id = :person")
                .param("resident", resident.value())
                .param("id", id.value())
                .param("person", person.value())
                .query((row, number) -> new Names(
                        open(resident, nameContext(id), row.getBytes(1)),
                        open(resident, residentNameContext(id), row.getBytes(2))))
                .optional();
    }

    public record Names(String speaker, String resident) {

        @Override
        public String toString() {
            return "Names[redacted]";
        }
    }

    public static String nameContext(RepresentationId id) {
        return "consent.representation/" + id + "/name";
    }

    public static String residentNameContext(RepresentationId id) {
        return "consent.representation/" + id + "/resident_name";
    }

    Optional<LocalDate> born(ResidentId resident) {
        return jdbc.sql("SELECT born FROM consent.birthday WHERE resident_id = :resident")
                .param("resident", resident.value())
                .query((row, number) -> LocalDate.parse(open(resident, BORN, row.getBytes(1))))
                .optional();
    }

    /** @return whether it was not known before */
    boolean keep(ResidentId resident, LocalDate born) {
        return jdbc.sql("INSERT INTO consent.birthday (resident_id, born) VALUES (:resident, :born)"
                                + " ON CONFLICT (resident_id) DO NOTHING")
                        .param("resident", resident.value())
                        .param(
                                "born",
                                sealing.seal(
                                        Sealing.Kind.DIRECTORY,
                                        resident.value(),
                                        BORN,
                                        born.toString().getBytes(UTF_8)))
                        .update()
                == 1;
    }

    /** Who is eighteen needs no birthday here, and nobody has gezag any more. */
    void grownUp(ResidentId resident, Instant since) {
        jdbc.sql("DELETE FROM consent.birthday WHERE resident_id = :resident")
                .param("resident", resident.value())
                .update();
        jdbc.sql("UPDATE consent.representation SET ended_at = :since"
                        + " WHERE resident_id = :resident AND kind IN ('OUDER', 'VOOGD') AND ended_at IS NULL")
                .param("resident", resident.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The day on which the resident died, when it is known. */
    public Optional<LocalDate> died(ResidentId resident) {
        return jdbc.sql("SELECT died_on FROM consent.death WHERE resident_id = :resident")
                .param("resident", resident.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Whether the resident is under curatele now. */
    public boolean underCuratele(ResidentId resident) {
        return measures(resident).contains(Kind.CURATOR);
    }

    /** The last time that curatele or gezag began, ended or lapsed; empty when it never did. */
    public Optional<Instant> decidersChanged(ResidentId resident) {
        return jdbc
                .sql("""
                        SELECT greatest(valid_from, registered_at) AS began, least(valid_until, ended_at) AS ended
                        FROM consent.representation
                        WHERE resident_id = :resident AND kind IN ('CURATOR', 'OUDER', 'VOOGD')""")
                .param("resident", resident.value())
                .query((row, number) -> Stream.of("began", "ended")
                        .flatMap(column -> Stream.ofNullable(instant(row, column)))
                        .filter(moment -> !moment.isAfter(clock.instant()))
                        .max(Comparator.naturalOrder()))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** The end as known, as the desk ended it, with the resident, or when nobody looks at the evidence in time. */
    private static Instant until(ResultSet row) throws SQLException {
        var lapses =
                CalendarDays.endOf(row.getObject("recheck_on", LocalDate.class).plusDays(Representation.LATE_AT_MOST));
        var until = instant(row, "valid_until");
        return until != null && until.isBefore(lapses) ? until : lapses;
    }

    private static @Nullable Instant instant(ResultSet row, String column) {
        try {
            var time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A representation holds while the evidence was to be looked at no longer ago than this day. */
    private LocalDate seen() {
        return today().minusDays(Representation.LATE_AT_MOST);
    }

    LocalDate today() {
        return CalendarDays.dayOf(clock.instant());
    }

    private Set<Kind> measures(ResidentId resident) {
        var kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(jdbc.sql("SELECT DISTINCT kind FROM consent.representation"
                        + " WHERE resident_id = :resident AND kind NOT IN ('OUDER', 'VOOGD')" + LIVE)
                .param("resident", resident.value())
                .param("now", now())
                .param("seen", seen())
                .query((row, number) -> Kind.valueOf(row.getString(1)))
                .list());
        return kinds;
    }

    private String open(ResidentId resident, String context, byte[] sealed) {
        return new String(sealing.open(Sealing.Kind.DIRECTORY, resident.value(), context, sealed), UTF_8);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
