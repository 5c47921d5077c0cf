package nl.bench.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaidTests {

    @Test
    void leavesToTheDatabaseWhatIsNotAboutOneResident() {
        assertThat(Said.in("SELECT card FROM consent.party WHERE party_id = ?")).isEqualTo(Said.NOTHING_HELD);
        assertThat(Said.in("insert into keystore.branch_key (kek) values (?)")).isEqualTo(Said.NOTHING_HELD);
    }

    @Test
    void readsAQuestionByColumns() {
        assertThat(Said.in(
                        "select version, wrapped from dossier.root_key where resident_id = ? and zone = ? for update"))
                .isEqualTo(new Said.Select(
                        "dossier.root_key",
                        List.of("version", "wrapped"),
                        List.of(
                                new Said.Where("resident_id", List.of(new Said.Value(1, null))),
                                new Said.Where("zone", List.of(new Said.Value(2, null))))));
    }

    @Test
    void readsTwoRowsThatAreInsertedAtOnce() {
        assertThat(Said.in("""
                        WITH entry AS (INSERT INTO consent.ledger_entry (resident_id, seq) VALUES (?, 7))
                        INSERT INTO consent.audit_pending (resident_id) VALUES (?)"""))
                .isEqualTo(new Said.Insert(
                        List.of(
                                new Said.Into(
                                        "consent.ledger_entry",
                                        Map.of("resident_id", new Said.Value(1, null), "seq", new Said.Value(0, 7L)),
                                        List.of(),
                                        Map.of()),
                                new Said.Into(
                                        "consent.audit_pending",
                                        Map.of("resident_id", new Said.Value(2, null)),
                                        List.of(),
                                        Map.of())),
                        Optional.empty()));
    }

    @Test
    void readsWhatBecomesOfARowThatIsThere() {
        assertThat(Said.in("""
                        INSERT INTO consent.ledger_head AS head (resident_id, last_seq) VALUES (?, 1)
                        ON CONFLICT (resident_id) DO UPDATE SET last_seq = head.last_seq + 1 RETURNING head.last_seq"""))
                .isEqualTo(new Said.Insert(
                        List.of(new Said.Into(
                                "consent.ledger_head",
                                Map.of("resident_id", new Said.Value(1, null), "last_seq", new Said.Value(0, 1L)),
                                List.of("resident_id"),
                                Map.of("last_seq", new Said.Then(Optional.empty(), 1)))),
                        Optional.of("last_seq")));
    }

    @Test
    void callsUnclearWhatItHasNoWordsFor() {
        assertThat(Said.in("select count(*) from dossier.entry where resident_id = ?"))
                .isInstanceOf(Said.Unclear.class);
        assertThat(Said.in("select version from dossier.entry where resident_id = ? or entry_id = ?"))
                .isInstanceOf(Said.Unclear.class);
        assertThat(Said.in("select consent.something(?)")).isInstanceOf(Said.Unclear.class);
        assertThat(Said.in("delete from dossier.entry where resident_id = ?"))
                .isInstanceOfSatisfying(
                        Said.Unclear.class,
                        unclear -> assertThat(unclear.isQuestion()).isFalse());
        assertThat(
                        Said.in(
                                "select e.version from dossier.entry e join consent.party p on p.party_id = e.written_by where e.entry_id = ?"))
                .isInstanceOf(Said.Unclear.class);
    }
}
