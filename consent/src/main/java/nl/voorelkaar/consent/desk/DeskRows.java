package nl.voorelkaar.consent.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of acts, in the transaction and the scope of the caller. */
@Component
class DeskRows {

    private static final String COLUMNS = """
            SELECT resident_id, act_id, kind, channel, party_id, recorded_at, state, state_since, code_index, code_until, tries,
                   posted_at
            FROM consent.desk_act
            """;
    private static final String ONE = " WHERE resident_id = :resident AND act_id = :act";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    DeskRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** @return false when it was written down before */
    boolean insert(DeskAct act, Sheet sheet, Optional<byte[]> scan) {
        return jdbc.sql("""
                                INSERT INTO consent.desk_act (resident_id, act_id, kind, channel, party_id, recorded_at, state,
                                    state_since, body, scan)
                                VALUES (:resident, :act, :kind, :channel, :party, :now, 'OPGESCHREVEN', :now, :body, :scan)
                                ON CONFLICT (resident_id, act_id) DO NOTHING""")
                        .param("resident", act.resident().value())
                        .param("act", act.id().value())
                        .param("kind", act.kind().name())
                        .param("channel", act.channel().name())
                        .param("party", act.by().value())
                        .param("now", time(act.recordedAt()))
                        .param("body", seal(act, "body", sheet.bytes()))
                        .param("scan", scan.map(pdf -> seal(act, "scan", pdf)).orElse(null), Types.BINARY)
                        .update()
                == 1;
    }

    private byte[] seal(DeskAct act, String column, byte[] bytes) {
        return sealing.seal(Sealing.Kind.LEDGER, act.resident().value(), context(act.id(), column), bytes);
    }

    Optional<DeskRow> find(ResidentId resident, DeskActId id) {
        return one(resident, id, "");
    }

    Optional<DeskRow> lock(ResidentId resident, DeskActId id) {
        return one(resident, id, " FOR UPDATE");
    }

    private Optional<DeskRow> one(ResidentId resident, DeskActId id, String how) {
        return jdbc.sql(COLUMNS + ONE + how)
                .param("resident", resident.value())
                .param("act", id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    List<DeskRow> of(ResidentId resident, int atMost) {
        return jdbc.sql(COLUMNS + " WHERE resident_id = :resident ORDER BY act_id DESC LIMIT :limit")
                .param("resident", resident.value())
                .param("limit", atMost)
                .query((row, number) -> row(row))
                .list();
    }

    /** The code must be in hand, see {@code TransactionScope.enterPerson}. */
    Optional<DeskRow> byCode(byte[] index) {
        return jdbc.sql(COLUMNS + " WHERE code_index = :index")
                .param("index", index)
                .query((row, number) -> row(row))
                .optional();
    }

    /** In the scope of the desk's work: what is to be done now, the oldest first. */
    List<DeskRow> toDo(Instant now, int atMost) {
        return jdbc.sql(COLUMNS + """
                         WHERE state IN ('OPGESCHREVEN', 'BEVESTIGD', 'WACHT_OP_GEMACHTIGDE')
                            OR (state = 'WACHT_OP_CODE' AND code_until <= :now)
                         ORDER BY (state = 'WACHT_OP_GEMACHTIGDE'), state_since LIMIT :limit""")
                .param("now", time(now))
                .param("limit", atMost)
                .query((row, number) -> row(row))
                .list();
    }

    /** In the scope of the desk's work: of which a letter has to leave. */
    List<DeskRow> toPost(Instant now, int atMost) {
        return jdbc.sql(COLUMNS + " WHERE letter IS NOT NULL AND letter_at <= :now ORDER BY letter_at LIMIT :limit")
                .param("now", time(now))
                .param("limit", atMost)
                .query((row, number) -> row(row))
                .list();
    }

    DeskRow.Sealed sealed(ResidentId resident, DeskActId id) {
        return jdbc.sql("SELECT body, code, typed, subject_id FROM consent.desk_act" + ONE)
                .param("resident", resident.value())
                .param("act", id.value())
                .query((row, number) -> new DeskRow.Sealed(
                        row.getBytes(1),
                        row.getBytes(2),
                        row.getBytes(3),
                        Optional.ofNullable(row.getObject(4, UUID.class))))
                .single();
    }

    /** Which letter waits, and how often it was tried. */
    Optional<Waiting> letter(ResidentId resident, DeskActId id) {
        return jdbc.sql("SELECT letter, letter_tries FROM consent.desk_act" + ONE
                        + " AND letter IS NOT NULL FOR UPDATE")
                .param("resident", resident.value())
                .param("act", id.value())
                .query((row, number) -> new Waiting(DeskOffice.What.valueOf(row.getString(1)), row.getInt(2)))
                .optional();
    }

    record Waiting(DeskOffice.What what, int tries) {}

    void become(DeskRow act, DeskAct.State state, Instant now) {
        set(act, "state = :state, state_since = :now")
                .param("state", state.name())
                .param("now", time(now))
                .update();
    }

    void subject(DeskRow act, UUID subject) {
        set(act, "subject_id = :subject").param("subject", subject).update();
    }

    void code(DeskRow act, byte[] sealed, byte[] index, Instant until) {
        set(act, "code = :code, code_index = :index, code_until = :until")
                .param("code", sealed)
                .param("index", index)
                .param("until", time(until))
                .update();
    }

    void wrong(DeskRow act) {
        set(act, "tries = tries + 1").update();
    }

    void typed(DeskRow act, String code, Optional<PartyId> by) {
        set(act, "typed = :typed, confirmed_by = :by")
                .param("typed", seal(act.act(), "typed", code.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .param("by", by.map(PartyId::value).orElse(null), Types.OTHER)
                .update();
    }

    void letter(DeskRow act, DeskOffice.What what, Instant at) {
        set(act, "letter = :what, letter_at = :at")
                .param("what", what.name())
                .param("at", time(at))
                .update();
    }

    void tryAgain(DeskRow act, Instant at) {
        set(act, "letter_tries = letter_tries + 1, letter_at = :at")
                .param("at", time(at))
                .update();
    }

    void posted(DeskRow act, Instant now) {
        set(act, "letter = NULL, letter_at = NULL, letter_tries = 0, posted_at = :now")
                .param("now", time(now))
                .update();
    }

    /** No letter leaves about it any more. */
    void noLetter(DeskRow act) {
        set(act, "letter = NULL, letter_at = NULL").update();
    }

    private JdbcClient.StatementSpec set(DeskRow act, String what) {
        return jdbc.sql("UPDATE consent.desk_act SET " + what + ONE)
                .param("resident", act.resident().value())
                .param("act", act.id().value());
    }

    static String context(DeskActId id, String column) {
        return "consent.desk_act/" + id + "/" + column;
    }

    private static DeskRow row(ResultSet row) throws SQLException {
        return new DeskRow(
                new ResidentId(row.getObject("resident_id", UUID.class)),
                new DeskActId(row.getObject("act_id", UUID.class)),
                DeskAct.Kind.valueOf(row.getString("kind")),
                DeskAct.Channel.valueOf(row.getString("channel")),
                new PartyId(row.getObject("party_id", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                DeskAct.State.valueOf(row.getString("state")),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                row.getBytes("code_index"),
                moment(row, "code_until"),
                row.getInt("tries"),
                moment(row, "posted_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
