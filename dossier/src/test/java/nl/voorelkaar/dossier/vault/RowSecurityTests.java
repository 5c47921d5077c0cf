package nl.voorelkaar.dossier.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of keys, asked past the program with each role. */
class RowSecurityTests {

    private final Installation installation = new Installation();
    private final Actor.Resident jan = installation.residentWithDossier("jan");
    private final Actor.Resident piet = installation.residentWithDossier("piet");

    RowSecurityTests() {
        var anna = installation.professionalWithKeys("anna");
        for (var actor : List.of(jan, piet)) {
            installation.grant(actor, anna, installation.today(), Section.VERHAAL, Section.PLAN);
            installation
                    .resident
                    .vault
                    .sealing()
                    .seal(nl.voorelkaar.consent.Sealing.Kind.LEDGER, actor.id().value(), "line", new byte[1]);
            installation
                    .resident
                    .vault
                    .broker()
                    .open(actor, Access.read(actor.id(), Section.VERHAAL))
                    .close();
        }
    }

    private int rows(Installation.RunningFace face, String table, Actor.Resident of) {
        return face.transaction.execute(status -> {
            face.rows.enter(of.id());
            return face.sql
                    .sql("select count(*) from dossier." + table)
                    .query(Integer.class)
                    .single();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root_key",
                "section_key",
                "name_label",
                "audit_key",
                "audit_window",
                "grant_box",
                "grant_secret",
                "grant_section_key"
            })
    void showsOneResidentsRowsAndNoneWithoutAScope(String table) {
        var all = JdbcClient.create(installation.databases.superuser())
                .sql("select count(*) from dossier." + table)
                .query(Integer.class)
                .single();
        assertThat(rows(installation.resident, table, jan)).isPositive().isLessThan(all);
        for (var face : List.of(installation.resident, installation.workspace)) {
            assertThat(face.sql
                            .sql("select count(*) from dossier." + table)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        assertThat(JdbcClient.create(installation.databases.owner())
                        .sql("select count(*) from dossier." + table)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root_key", "section_key", "name_label"})
    void showsTheWorkspaceNoKeyOfTheResidentsOwnPart(String table) {
        var zones = installation.workspace.transaction.execute(status -> {
            installation.workspace.rows.enter(jan.id());
            return installation
                    .workspace
                    .sql
                    .sql("select distinct zone from dossier." + table)
                    .query(Integer.class)
                    .list();
        });
        assertThat(zones).containsExactly(2);
    }

    @Test
    void keepsTheWorkspaceFromMakingBoxesAndTheFacesOutOfTheKeystore() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> installation.workspace.transaction.executeWithoutResult(status -> {
                    installation.workspace.rows.enter(jan.id());
                    installation
                            .workspace
                            .sql
                            .sql("update dossier.grant_box set sealed = '\\x00'")
                            .update();
                }));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> installation
                        .resident
                        .sql
                        .sql("update dossier.grantee_key set public_key = '\\x00'")
                        .update());
    }
}
