package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.custody.Kek;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnDossierKeysTests {

    private final Installation installation = new Installation();
    private final RecordId record = new RecordId("entry.body", UUID.randomUUID());

    @Test
    void whatAResidentSealsOpensAgainOnAnotherNode() {
        var actor = installation.residentWithDossier("jan");
        SealedRecord sealed;
        try (var keys = installation.resident.vault.broker().open(actor, Access.add(actor.id(), Section.VERHAAL))) {
            sealed = keys.seal(Section.VERHAAL, record, 1, "mijn verhaal".getBytes(UTF_8));
        }
        var other = installation.resident.restarted();
        try (var keys = other.vault.broker().open(actor, Access.read(actor.id(), Section.VERHAAL))) {
            assertThat(keys.open(Section.VERHAAL, record, 1, sealed)).asString().isEqualTo("mijn verhaal");
            assertThat(keys.name()).isEqualTo(Optional.of("Naam van jan"));
        }
    }

    @Test
    void aDocumentStreamsThroughTheSameKeys() throws IOException {
        var actor = installation.residentWithDossier("jan");
        var document = new byte[100_000];
        document[99_999] = 7;
        try (var keys = installation.resident.vault.broker().open(actor, Access.add(actor.id(), Section.PLAN))) {
            var sealed = new ByteArrayOutputStream();
            try (var stream = keys.sealing(Section.PLAN, record, 1, sealed)) {
                stream.write(document);
            }
            try (var stream = keys.opening(
                    Section.PLAN,
                    keys.epoch(Section.PLAN),
                    record,
                    1,
                    new ByteArrayInputStream(sealed.toByteArray()))) {
                assertThat(stream.readAllBytes()).isEqualTo(document);
            }
        }
    }

    @Test
    void makingTheKeysTwiceMakesThemOnce() {
        var actor = installation.residentWithDossier("jan");
        SealedRecord sealed;
        try (var keys = installation.resident.vault.broker().open(actor, Access.add(actor.id(), Section.GELD))) {
            sealed = keys.seal(Section.GELD, record, 1, new byte[] {1});
        }
        installation.residentWithDossier("jan");
        try (var keys = installation.resident.vault.broker().openForPreview(actor, Set.of(Section.GELD))) {
            assertThat(keys.open(Section.GELD, record, 1, sealed)).containsExactly(1);
        }
    }

    @Test
    void anotherResidentsDossierStaysClosedAlsoWhenTheGateSaysYes() {
        var actor = installation.residentWithDossier("jan");
        var other = installation.residentWithDossier("piet");
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() ->
                        installation.resident.vault.broker().open(actor, Access.read(other.id(), Section.VERHAAL)));
    }

    /** With every row of both databases in hand, and every key of the workspace's custody. */
    @Test
    void theWorkspacesCustodyUnwrapsNothingAboveARootKeyOfTheOwnPart() {
        installation.residentWithDossier("jan");
        var contexts = new Contexts(installation.workspace.keys.tenant());
        var branches = JdbcClient.create(installation.databases.keysSuperuser())
                .sql("select shard, version, kek_version, wrapped from keystore.branch_key where kek = 1")
                .query()
                .listOfRows();
        assertThat(branches).isNotEmpty();
        for (var branch : branches) {
            var context =
                    contexts.branch(Kek.OWN, ((Number) branch.get("shard")).intValue(), (int) branch.get("version"));
            for (var kek : Kek.values()) {
                assertThatExceptionOfType(SecurityException.class)
                        .isThrownBy(() -> installation.workspace.keys.unwrap(
                                kek, (int) branch.get("kek_version"), (byte[]) branch.get("wrapped"), context));
            }
            installation
                    .resident
                    .keys
                    .unwrap(Kek.OWN, (int) branch.get("kek_version"), (byte[]) branch.get("wrapped"), context)
                    .close();
        }
    }
}
