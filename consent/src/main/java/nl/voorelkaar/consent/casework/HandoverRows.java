package nl.voorelkaar.consent.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of handing over, and what goes along or ends with it. In the scope and the transaction of the caller. */
@Component
class HandoverRows {

    private static final int LISTED_AT_MOST = 50;

    private static final String COLUMNS = """
            SELECT resident_id, handover_id, from_party, to_party, state, state_since, offered_at, valid_until, statutes
            FROM consent.handover
            """;

    private final JdbcClient jdbc;

    HandoverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Handover handover) {
        jdbc.sql("""
                        INSERT INTO consent.handover (resident_id, handover_id, from_party, to_party, state, state_since,
                            offered_at, valid_until, statutes)
                        VALUES (:resident, :handover, :from, :to, 'AANGEBODEN', :now, :now, :until, :statutes)""")
                .param("resident", handover.of().value())
                .param("handover", handover.id().value())
                .param("from", handover.from().value())
                .param("to", handover.to().value())
                .param("now", time(handover.offeredAt()))
                .param("until", time(handover.until()))
                .param("statutes", handover.statutes().toArray(String[]::new))
                .update();
    }

    Optional<Handover> find(ResidentId resident, HandoverId id) {
        return one("WHERE resident_id = :resident AND handover_id = :handover", resident, id);
    }

    Optional<Handover> lock(ResidentId resident, HandoverId id) {
        return one("WHERE resident_id = :resident AND handover_id = :handover FOR UPDATE", resident, id);
    }

    private Optional<Handover> one(String which, ResidentId resident, HandoverId id) {
        return jdbc.sql(COLUMNS + which)
                .param("resident", resident.value())
                .param("handover", id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /** In the scope of this party. */
    Optional<Handover> ofParty(PartyId party, HandoverId id) {
        return jdbc.sql(COLUMNS + "WHERE handover_id = :handover AND :party IN (from_party, to_party)")
                .param("handover", id.value())
                .param("party", party.value())
                .query((row, number) -> row(row))
                .optional();
    }

    List<Handover> of(ResidentId resident) {
        return jdbc.sql(COLUMNS + "WHERE resident_id = :resident ORDER BY handover_id DESC LIMIT :limit")
                .param("resident", resident.value())
                .param("limit", LISTED_AT_MOST)
                .query((row, number) -> row(row))
                .list();
    }

    List<Handover> of(PartyId party) {
        return jdbc.sql(COLUMNS + "WHERE :party IN (from_party, to_party) ORDER BY handover_id DESC LIMIT :limit")
                .param("party", party.value())
                .param("limit", LISTED_AT_MOST)
                .query((row, number) -> row(row))
                .list();
    }

    /** Of this giver and this resident, not answered yet; lapsed ones too. */
    List<Handover> offered(ResidentId resident, PartyId from) {
        return jdbc.sql(COLUMNS + "WHERE resident_id = :resident AND from_party = :from AND state = 'AANGEBODEN'")
                .param("resident", resident.value())
                .param("from", from.value())
                .query((row, number) -> row(row))
                .list();
    }

    void become(Handover handover, Handover.State state, Instant now) {
        jdbc.sql("""
                        UPDATE consent.handover SET state = :state, state_since = :now
                        WHERE resident_id = :resident AND handover_id = :handover""")
                .param("resident", handover.of().value())
                .param("handover", handover.id().value())
                .param("state", state.name())
                .param("now", time(now))
                .update();
    }

    /** After all else: what the successor sees of the other ends with the offer. */
    void accepted(Handover handover, Collection<UUID> taken, Instant now) {
        jdbc.sql("""
                        UPDATE consent.handover SET state = 'AANVAARD', state_since = :now, taken = :taken
                        WHERE resident_id = :resident AND handover_id = :handover""")
                .param("resident", handover.of().value())
                .param("handover", handover.id().value())
                .param("taken", taken.toArray(UUID[]::new))
                .param("now", time(now))
                .update();
    }

    /** The cases as the successor got them. */
    Set<UUID> taken(Handover handover) {
        return jdbc.sql("SELECT taken FROM consent.handover WHERE resident_id = :resident AND handover_id = :handover")
                .param("resident", handover.of().value())
                .param("handover", handover.id().value())
                .query((row, number) -> Set.of((UUID[]) row.getArray(1).getArray()))
                .single();
    }

    /** What the resident had granted to who hands over ends: it was given to that person. */
    List<GrantId> endGrants(Handover handover, Instant now) {
        return jdbc.sql("""
                        UPDATE consent.access_grant SET state = 'BEEINDIGD', state_since = :now
                        WHERE resident_id = :resident AND party_id = :from AND state IN ('ACTIEF', 'GEPAUZEERD')
                        RETURNING grant_id""")
                .param("resident", handover.of().value())
                .param("from", handover.from().value())
                .param("now", time(now))
                .query((row, number) -> new GrantId(row.getObject(1, UUID.class)))
                .list();
    }

    void withdrawRequests(Handover handover, Instant now) {
        jdbc.sql("""
                        UPDATE consent.access_request SET state = 'INGETROKKEN_DOOR_VRAGER', state_since = :now
                        WHERE resident_id = :resident AND party_id = :from AND state = 'AANGEVRAAGD'""")
                .param("resident", handover.of().value())
                .param("from", handover.from().value())
                .param("now", time(now))
                .update();
    }

    /** Questions to experts go along: their answers are about the case. */
    void moveConsults(Handover handover) {
        jdbc.sql("UPDATE consent.consult SET asked_by = :to WHERE resident_id = :resident AND asked_by = :from")
                .param("resident", handover.of().value())
                .param("from", handover.from().value())
                .param("to", handover.to().value())
                .update();
    }

    private static Handover row(ResultSet row) throws SQLException {
        return new Handover(
                new HandoverId(row.getObject("handover_id", UUID.class)),
                new ResidentId(row.getObject("resident_id", UUID.class)),
                new PartyId(row.getObject("from_party", UUID.class)),
                new PartyId(row.getObject("to_party", UUID.class)),
                Handover.State.valueOf(row.getString("state")),
                instant(row, "state_since"),
                instant(row, "offered_at"),
                instant(row, "valid_until"),
                Arrays.asList((String[]) row.getArray("statutes").getArray()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
