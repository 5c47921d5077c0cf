package nl.voorelkaar.consent.consult;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of questions to experts, in the scope and the transaction of the caller. */
@Component
class ConsultRows {

    static final int LISTED_AT_MOST = 100;

    private static final String COLUMNS = """
            SELECT resident_id, consult_id, asked_by, expert, state, state_since, asked_at, valid_until, last_day
            FROM consent.consult
            """;

    private final JdbcClient jdbc;

    ConsultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when this question was put before */
    boolean insert(Consult consult, Section section) {
        return jdbc.sql("""
                                INSERT INTO consent.consult (resident_id, consult_id, asked_by, expert, section, state,
                                    state_since, asked_at, valid_until, last_day)
                                VALUES (:resident, :consult, :by, :expert, :section, 'GEVRAAGD', :now, :now, :until, :lastDay)
                                ON CONFLICT (resident_id, consult_id) DO NOTHING""")
                        .param("resident", consult.of().value())
                        .param("consult", consult.id().value())
                        .param("by", consult.askedBy().value())
                        .param("expert", consult.expert().value())
                        .param("section", section.number())
                        .param("now", time(consult.askedAt()))
                        .param("until", time(consult.until()))
                        .param("lastDay", consult.lastDay())
                        .update()
                == 1;
    }

    Optional<Consult> find(ResidentId resident, ConsultId id) {
        return one("WHERE resident_id = :resident AND consult_id = :consult", resident, id);
    }

    Optional<Consult> lock(ResidentId resident, ConsultId id) {
        return one("WHERE resident_id = :resident AND consult_id = :consult FOR UPDATE", resident, id);
    }

    private Optional<Consult> one(String which, ResidentId resident, ConsultId id) {
        return jdbc.sql(COLUMNS + which)
                .param("resident", resident.value())
                .param("consult", id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /** In the scope of this party, as who asked or as the expert. */
    Optional<Consult> ofParty(PartyId party, ConsultId id) {
        return jdbc.sql(COLUMNS + "WHERE consult_id = :consult AND :party IN (asked_by, expert)")
                .param("consult", id.value())
                .param("party", party.value())
                .query((row, number) -> row(row))
                .optional();
    }

    List<Consult> of(ResidentId resident) {
        return jdbc.sql(COLUMNS + "WHERE resident_id = :resident ORDER BY consult_id DESC LIMIT :limit")
                .param("resident", resident.value())
                .param("limit", LISTED_AT_MOST)
                .query((row, number) -> row(row))
                .list();
    }

    List<Consult> askedBy(PartyId party) {
        return jdbc.sql(COLUMNS + "WHERE asked_by = :party ORDER BY consult_id DESC LIMIT :limit")
                .param("party", party.value())
                .param("limit", LISTED_AT_MOST)
                .query((row, number) -> row(row))
                .list();
    }

    List<Consult> putTo(PartyId party) {
        return jdbc.sql(COLUMNS
                        + "WHERE expert = :party AND valid_from IS NOT NULL ORDER BY consult_id DESC LIMIT :limit")
                .param("party", party.value())
                .param("limit", LISTED_AT_MOST)
                .query((row, number) -> row(row))
                .list();
    }

    boolean openFrom(ResidentId resident, PartyId by, PartyId expert, Instant now) {
        return jdbc.sql("""
                        SELECT count(*) FROM consent.consult
                        WHERE resident_id = :resident AND asked_by = :by AND expert = :expert
                          AND state IN ('GEVRAAGD', 'OPEN') AND valid_until > :now""")
                        .param("resident", resident.value())
                        .param("by", by.value())
                        .param("expert", expert.value())
                        .param("now", time(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void agreed(Consult consult, Instant now, Instant until) {
        jdbc.sql("""
                        UPDATE consent.consult
                        SET state = 'OPEN', state_since = :now, valid_from = :now, valid_until = :until
                        WHERE resident_id = :resident AND consult_id = :consult""")
                .param("resident", consult.of().value())
                .param("consult", consult.id().value())
                .param("now", time(now))
                .param("until", time(until))
                .update();
    }

    void become(Consult consult, Consult.State state, Instant now) {
        jdbc.sql("""
                        UPDATE consent.consult SET state = :state, state_since = :now
                        WHERE resident_id = :resident AND consult_id = :consult""")
                .param("resident", consult.of().value())
                .param("consult", consult.id().value())
                .param("state", state.name())
                .param("now", time(now))
                .update();
    }

    private static Consult row(ResultSet row) throws SQLException {
        return new Consult(
                new ConsultId(row.getObject("consult_id", UUID.class)),
                new ResidentId(row.getObject("resident_id", UUID.class)),
                new PartyId(row.getObject("asked_by", UUID.class)),
                new PartyId(row.getObject("expert", UUID.class)),
                Consult.State.valueOf(row.getString("state")),
                instant(row, "state_since"),
                instant(row, "asked_at"),
                instant(row, "valid_until"),
                row.getObject("last_day", LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
