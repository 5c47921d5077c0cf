package nl.voorelkaar.consent.emergency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Breach;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The two tables of emergency access, in the scope that the caller entered. Words are sealed under the emergency's id.
 */
@Component
class EmergencyRows {

    private static final int AT_MOST = 200;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    EmergencyRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** A row with what people wrote in it. */
    record Kept(
            Episode episode,
            Justification why,
            Optional<PartyId> delayedBy,
            Optional<Justification> delayWhy,
            Optional<Instant> judgedAt,
            Optional<Justification> judgedWords) {}

    /** @return false when it is there already */
    boolean insert(Episode asked, Justification why) {
        return jdbc.sql("""
                                INSERT INTO consent.emergency
                                    (resident_id, emergency_id, party_id, team, reason, sections, why, asked_at, state)
                                VALUES (:resident, :id, :party, :team, :reason, :sections, :why, :asked, :state)""")
                        .param("resident", asked.resident().value())
                        .param("id", asked.id().value())
                        .param("party", asked.by().value())
                        .param("team", asked.team().map(TeamId::value).orElse(null), Types.VARCHAR)
                        .param("reason", asked.reason().name())
                        .param(
                                "sections",
                                asked.sections().stream()
                                        .map(Section::number)
                                        .sorted()
                                        .toArray(Integer[]::new))
                        .param("why", seal(asked.id(), "why", why))
                        .param("asked", asked.askedAt().atOffset(ZoneOffset.UTC))
                        .param("state", asked.stored().name())
                        .update()
                == 1;
    }

    Optional<Kept> find(EmergencyId id) {
        return jdbc.sql("SELECT * FROM consent.emergency WHERE emergency_id = :id")
                .param("id", id.value())
                .query((row, number) -> kept(row))
                .optional();
    }

    /** Holds the row until the transaction ends. */
    Optional<Kept> hold(EmergencyId id) {
        return jdbc.sql("SELECT * FROM consent.emergency WHERE emergency_id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, number) -> kept(row))
                .optional();
    }

    List<Kept> by(PartyId party, Instant askedAfter, int most) {
        return jdbc.sql("""
                        SELECT * FROM consent.emergency
                        WHERE party_id = :party AND (valid_from IS NOT NULL OR asked_at > :after)
                        ORDER BY asked_at DESC LIMIT :most""")
                .param("party", party.value())
                .param("after", askedAfter.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> kept(row))
                .list();
    }

    List<Kept> of(ResidentId resident, Instant now, int most) {
        return jdbc.sql("""
                        SELECT * FROM consent.emergency
                        WHERE resident_id = :resident AND valid_from + delay_days * interval '24 hours' <= :now
                        ORDER BY valid_from DESC LIMIT :most""")
                .param("resident", resident.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> kept(row))
                .list();
    }

    List<Kept> toReview(Instant askedAfter) {
        return jdbc.sql("""
                        SELECT * FROM consent.emergency
                        WHERE judged_at IS NULL AND (valid_from IS NOT NULL OR asked_at > :after)
                        ORDER BY review_before NULLS LAST, asked_at LIMIT :most""")
                .param("after", askedAfter.atOffset(ZoneOffset.UTC))
                .param("most", AT_MOST)
                .query((row, number) -> kept(row))
                .list();
    }

    List<Kept> judged() {
        return jdbc.sql("""
                        SELECT * FROM consent.emergency WHERE judged_at IS NOT NULL
                        ORDER BY judged_at DESC LIMIT :most""")
                .param("most", AT_MOST)
                .query((row, number) -> kept(row))
                .list();
    }

    void opened(Episode next) {
        jdbc.sql("""
                        UPDATE consent.emergency SET state = :state, valid_from = :from, valid_until = :until
                        WHERE resident_id = :resident AND emergency_id = :id""")
                .param("state", next.stored().name())
                .param("from", next.from().orElseThrow().atOffset(ZoneOffset.UTC))
                .param("until", next.until().orElseThrow().atOffset(ZoneOffset.UTC))
                .param("resident", next.resident().value())
                .param("id", next.id().value())
                .update();
    }

    /** What was planned stays beside when it ended. */
    void ended(Episode next) {
        jdbc.sql("""
                        UPDATE consent.emergency SET state = :state, ended_at = :ended, review_before = :before
                        WHERE resident_id = :resident AND emergency_id = :id""")
                .param("state", next.stored().name())
                .param("ended", next.until().orElseThrow().atOffset(ZoneOffset.UTC))
                .param("before", next.reviewBefore().orElseThrow().atOffset(ZoneOffset.UTC))
                .param("resident", next.resident().value())
                .param("id", next.id().value())
                .update();
    }

    void delayed(Episode next, PartyId by, Justification why) {
        jdbc.sql("""
                        UPDATE consent.emergency SET delay_days = :days, delayed_by = :by, delay_why = :why
                        WHERE resident_id = :resident AND emergency_id = :id""")
                .param("days", next.delayDays())
                .param("by", by.value())
                .param("why", seal(next.id(), "delay_why", why))
                .param("resident", next.resident().value())
                .param("id", next.id().value())
                .update();
    }

    void takenUp(Episode next) {
        jdbc.sql("""
                        UPDATE consent.emergency SET state = :state, reviewer = :reviewer
                        WHERE resident_id = :resident AND emergency_id = :id""")
                .param("state", next.stored().name())
                .param("reviewer", next.reviewer().orElseThrow().value())
                .param("resident", next.resident().value())
                .param("id", next.id().value())
                .update();
    }

    void judged(Episode next, Instant at, Justification words) {
        jdbc.sql("""
                        UPDATE consent.emergency SET state = :state, judged_at = :at, judged_words = :words
                        WHERE resident_id = :resident AND emergency_id = :id""")
                .param("state", next.stored().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("words", seal(next.id(), "judged_words", words))
                .param("resident", next.resident().value())
                .param("id", next.id().value())
                .update();
    }

    void overdue(Episode episode, Instant at) {
        jdbc.sql("""
                        UPDATE consent.emergency SET overdue_at = :at
                        WHERE resident_id = :resident AND emergency_id = :id""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("resident", episode.resident().value())
                .param("id", episode.id().value())
                .update();
    }

    void open(Episode unjustified, Instant known, Instant before) {
        jdbc.sql("""
                        INSERT INTO consent.breach (resident_id, emergency_id, known_at, report_before)
                        VALUES (:resident, :id, :known, :before)""")
                .param("resident", unjustified.resident().value())
                .param("id", unjustified.id().value())
                .param("known", known.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Breach> breaches() {
        return jdbc.sql("""
                        SELECT emergency_id, known_at, report_before, reported, closed_at, closed_words
                        FROM consent.breach
                        ORDER BY (closed_at IS NOT NULL), report_before LIMIT :most""")
                .param("most", AT_MOST)
                .query((row, number) -> breach(row))
                .list();
    }

    /** @return false when there is none that is still open */
    boolean close(EmergencyId id, boolean reported, PartyId by, Instant at, Justification words) {
        return jdbc.sql("""
                                UPDATE consent.breach
                                SET reported = :reported, closed_by = :by, closed_at = :at, closed_words = :words
                                WHERE emergency_id = :id AND closed_at IS NULL""")
                        .param("reported", reported)
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("words", seal(id, "closed_words", words))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Breach breach(ResultSet row) throws SQLException {
        var id = new EmergencyId(row.getObject("emergency_id", UUID.class));
        var closedAt = instant(row, "closed_at");
        var reported = row.getBoolean("reported");
        var words = words(row, id, "closed_words");
        return new Breach(
                id,
                instant(row, "known_at").orElseThrow(),
                instant(row, "report_before").orElseThrow(),
                words.map(text -> new Breach.Closing(reported, closedAt.orElseThrow(), text)));
    }

    private Kept kept(ResultSet row) throws SQLException {
        var id = new EmergencyId(row.getObject("emergency_id", UUID.class));
        var until = instant(row, "valid_until");
        var ended = instant(row, "ended_at");
        var episode = new Episode(
                id,
                new ResidentId(row.getObject("resident_id", UUID.class)),
                new PartyId(row.getObject("party_id", UUID.class)),
                Optional.ofNullable(row.getString("team")).map(TeamId::new),
                EmergencyReason.valueOf(row.getString("reason")),
                sections((Integer[]) row.getArray("sections").getArray()),
                instant(row, "asked_at").orElseThrow(),
                Emergency.State.valueOf(row.getString("state")),
                instant(row, "valid_from"),
                ended.or(() -> until),
                row.getInt("delay_days"),
                instant(row, "review_before"),
                instant(row, "overdue_at").isPresent(),
                party(row, "reviewer"));
        return new Kept(
                episode,
                words(row, id, "why").orElseThrow(),
                party(row, "delayed_by"),
                words(row, id, "delay_why"),
                instant(row, "judged_at"),
                words(row, id, "judged_words"));
    }

    private static Set<Section> sections(Integer[] numbers) {
        var sections = EnumSet.noneOf(Section.class);
        Arrays.stream(numbers).map(Section::ofNumber).forEach(sections::add);
        return sections;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<PartyId> party(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(PartyId::new);
    }

    private Optional<Justification> words(ResultSet row, EmergencyId id, String column) throws SQLException {
        byte @Nullable [] sealed = row.getBytes(column);
        return sealed == null
                ? Optional.empty()
                : Optional.of(new Justification(new String(
                        sealing.open(Sealing.Kind.DIRECTORY, id.value(), context(id, column), sealed), UTF_8)));
    }

    private byte[] seal(EmergencyId id, String column, Justification words) {
        return sealing.seal(
                Sealing.Kind.DIRECTORY,
                id.value(),
                context(id, column),
                words.text().getBytes(UTF_8));
    }

    private static String context(EmergencyId id, String column) {
        return "consent.emergency/" + id + "/" + column;
    }
}
