package nl.voorelkaar.consent.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody who writes to the database, past every rule of it, cannot do unseen. */
class AuditTests extends SealedWorld {

    private final UUID resident = UUID.randomUUID();

    private Audit audit() {
        return new Audit(new LogDatabase(AUDITOR), keys.ed25519(), keys.mlDsa44());
    }

    private Audit.Report all() {
        return audit().run(1, line -> {});
    }

    private void sealed(int lines) {
        for (var line = 0; line < lines; line++) {
            ledgers.write(resident);
        }
        sequencer.tick();
    }

    private void bySuperuser(String sql) {
        superuser.sql(sql.replace("$r", "'" + resident + "'::uuid")).update();
    }

    @Test
    void findsNothingInALogThatIsWhole() {
        sealed(5);
        ledgers.write(UUID.randomUUID());
        sequencer.tick();
        ledgers.write(resident);

        var report = all();

        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(6);
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                Arguments.of(
                        "a byte of a body",
                        "UPDATE consent.ledger_entry SET body = set_byte(body, 3, get_byte(body, 3) # 1) WHERE resident_id = $r AND seq = 2",
                        Audit.Kind.LINE_CHANGED),
                Arguments.of(
                        "back-dated",
                        "UPDATE consent.ledger_entry SET at = at - interval '1 day' WHERE resident_id = $r AND seq = 2",
                        Audit.Kind.LINE_CHANGED),
                Arguments.of(
                        "two rows swapped",
                        "UPDATE consent.ledger_entry e SET event_id = o.event_id, at = o.at, commitment = o.commitment, body = o.body"
                                + " FROM consent.ledger_entry o WHERE e.resident_id = $r AND o.resident_id = $r"
                                + " AND (e.seq, o.seq) IN ((2, 3), (3, 2))",
                        Audit.Kind.LINE_CHANGED),
                Arguments.of(
                        "a row withheld",
                        "DELETE FROM consent.ledger_entry WHERE resident_id = $r AND seq = 2",
                        Audit.Kind.LINE_GONE),
                Arguments.of(
                        "the newest row withheld, with all that tells of it",
                        "WITH a AS (DELETE FROM consent.ledger_entry WHERE resident_id = $r AND seq = 5),"
                                + " b AS (DELETE FROM consent.sealed_line WHERE resident_id = $r AND seq = 5)"
                                + " UPDATE consent.ledger_head SET last_seq = 4 WHERE resident_id = $r",
                        Audit.Kind.ENTRY_WITHOUT_LINE),
                Arguments.of(
                        "the number of the last line",
                        "UPDATE consent.ledger_head SET last_seq = 9 WHERE resident_id = $r",
                        Audit.Kind.WRONG_LAST_NUMBER),
                Arguments.of(
                        "what was sealed",
                        "UPDATE consent.sealed_line SET commitment = sha256(commitment) WHERE resident_id = $r AND seq = 4",
                        Audit.Kind.LINE_CHANGED),
                Arguments.of(
                        "a line kept from the sequencer",
                        "DELETE FROM consent.sealed_line WHERE resident_id = $r AND seq = 5",
                        Audit.Kind.NEVER_SEALED),
                Arguments.of(
                        "a tile",
                        "UPDATE consent.log_tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) WHERE level = 0",
                        Audit.Kind.TILE_CHANGED),
                Arguments.of(
                        "a tile, seen by the checkpoint",
                        "UPDATE consent.log_tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) WHERE level = 0",
                        Audit.Kind.CHECKPOINT_WRONG),
                Arguments.of(
                        "a tile that is gone", "DELETE FROM consent.log_tile WHERE level = 0", Audit.Kind.TILE_CHANGED),
                Arguments.of(
                        "an older checkpoint put back",
                        "UPDATE consent.log SET size = 4 WHERE size = 5",
                        Audit.Kind.WRONG_PLACE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void finds(String what, String sql, Audit.Kind kind) {
        sealed(5);
        superuser.sql("ALTER TABLE consent.log_tile DISABLE TRIGGER only_grows").update();
        bySuperuser(sql);

        assertThat(all().findings()).as(what).extracting(Audit.Finding::kind).contains(kind);
    }

    @Test
    void findsACheckpointThatSomebodyElseSigned() {
        sealed(3);

        var report =
                new Audit(new LogDatabase(AUDITOR), new TestLogKeys().ed25519(), keys.mlDsa44()).run(1, line -> {});

        assertThat(report.findings()).extracting(Audit.Finding::kind).containsOnly(Audit.Kind.CHECKPOINT_WRONG);
    }

    @Test
    void theDatabaseItselfRefusesToShortenATile() {
        sealed(3);
        assertThatThrownBy(() ->
                        bySuperuser("UPDATE consent.log_tile SET hashes = substring(hashes FOR 32) WHERE level = 0"))
                .hasMessageContaining("a tile only grows");
    }

    @Test
    void goesOnWhereItWasInterruptedAndTellsHowFarItIs() {
        for (var line = 0; line < 260; line++) {
            ledgers.write(resident);
        }
        sequencer.tick();
        var told = new ArrayList<String>();
        assertThatThrownBy(() -> audit().run(1, line -> {
                    told.add(line);
                    if (line.startsWith("residents")) {
                        throw new IllegalStateException("interrupted");
                    }
                }))
                .hasMessage("interrupted");

        var report = all();

        assertThat(report.clean()).isTrue();
        assertThat(report.checked()).isEqualTo(260);
        assertThat(told).anyMatch(line -> line.contains("%"));
        assertThat(superuser
                        .sql("SELECT count(*) FROM consent.audit_run")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aShareTakesSomeOfIt() {
        sealed(3);
        var report = audit().run(0.000001, line -> {});

        assertThat(report.clean()).isTrue();
        assertThat(report.checked()).isZero();
    }

    @Test
    void changesNothingAndSeesNoMoreThanTheLog() {
        for (var sql : Arrays.asList(
                "DELETE FROM consent.ledger_entry",
                "UPDATE consent.sealed_line SET seq = 1",
                "DELETE FROM consent.audit_finding",
                "SELECT * FROM consent.access_grant")) {
            assertThatThrownBy(() ->
                            new LogDatabase(AUDITOR).sql().sql(sql).query().listOfRows())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
