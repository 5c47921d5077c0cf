package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Sealing.Kind;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VaultSealingTests {

    private static final byte[] TEXT = "Anna de Vries keek in uw plan".getBytes(UTF_8);

    private final Installation installation = new Installation();
    private final Sealing resident = installation.resident.vault.sealing();
    private final Sealing workspace = installation.workspace.vault.sealing();
    private final UUID owner = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theResidentFaceOpensWhatItSealedAlsoOnAnotherNode(Kind kind) {
        var sealed = resident.seal(kind, owner, "table/row/column", TEXT);
        assertThat(installation.resident.restarted().vault.sealing().open(kind, owner, "table/row/column", sealed))
                .isEqualTo(TEXT);
    }

    @Test
    void aLineThatTheWorkspaceWroteForSomebodyWhoNeverSignedInOpensOnTheResidentFaceOnly() {
        var sealed = workspace.seal(Kind.LEDGER, owner, "line", TEXT);
        assertThat(resident.open(Kind.LEDGER, owner, "line", sealed)).isEqualTo(TEXT);
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> workspace.open(Kind.LEDGER, owner, "line", sealed));
        var otherNode = installation.workspace.restarted().vault.sealing();
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> otherNode.open(Kind.LEDGER, owner, "line", sealed));
    }

    @Test
    void theWorkspaceNeitherSealsNorOpensAProfile() {
        var sealed = resident.seal(Kind.PROFILE, owner, "bsn", TEXT);
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> workspace.open(Kind.PROFILE, owner, "bsn", sealed));
    }

    @Test
    void bothFacesReadTheDirectory() {
        assertThat(resident.open(Kind.DIRECTORY, owner, "party", workspace.seal(Kind.DIRECTORY, owner, "party", TEXT)))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasMovedOrChangedDoesNotOpen(Kind kind) {
        var sealed = resident.seal(kind, owner, "table/row/column", TEXT);
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> resident.open(kind, UUID.randomUUID(), "table/row/column", sealed));
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> resident.open(kind, owner, "table/row/other", sealed));
        for (var other : Kind.values()) {
            if (other != kind) {
                assertThatExceptionOfType(SecurityException.class)
                        .isThrownBy(() -> resident.open(other, owner, "table/row/column", sealed));
            }
        }
        var random = new Random(kind.ordinal());
        for (int i = 0; i < 500; i++) {
            var mutated = sealed.clone();
            mutated[random.nextInt(mutated.length)] ^= (byte) (1 + random.nextInt(255));
            assertThatExceptionOfType(SecurityException.class)
                    .isThrownBy(() -> resident.open(kind, owner, "table/row/column", mutated));
        }
    }

    @Test
    void linesOfFiveMinutesShareOneWindow() {
        for (int i = 0; i < 10; i++) {
            workspace.seal(Kind.LEDGER, owner, "line " + i, TEXT);
        }
        assertThat(windows()).isEqualTo(1);
        installation.clock.advance(Duration.ofMinutes(6));
        workspace.seal(Kind.LEDGER, owner, "line", TEXT);
        assertThat(windows()).isEqualTo(2);
    }

    private int windows() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(installation.databases.superuser())
                .sql("select count(*) from dossier.audit_window")
                .query(Integer.class)
                .single();
    }

    @Test
    void anIndexIsTheSameOnBothFacesAndDiffersByLabel() {
        var bsn = installation.resident.vault.index().index(BlindIndex.BSN, "999999990");
        assertThat(installation.workspace.vault.index().index(BlindIndex.BSN, "999999990"))
                .isEqualTo(bsn)
                .hasSize(32);
        assertThat(installation.resident.vault.index().index(BlindIndex.SUBJECT, "999999990"))
                .isNotEqualTo(bsn);
    }
}
