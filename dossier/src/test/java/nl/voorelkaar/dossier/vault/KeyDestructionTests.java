package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.vault.KeyRotation.Level;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever has an older copy of the main database here also has every other key there is: a gate that permits
 * everything.
 */
class KeyDestructionTests {

    private static final List<String> KEYS = List.of(
            "root_key", "section_key", "name_label", "grant_box", "grant_secret", "grant_section_key", "bounded_key");

    private final Installation installation = new Installation();
    private final RecordId record = new RecordId("entry.body", UUID.randomUUID());
    private final JdbcClient keystore = JdbcClient.create(installation.databases.keysSuperuser());
    private final JdbcClient main = JdbcClient.create(installation.databases.superuser());
    private final Actor.Resident maria = installation.residentWithDossier("maria");
    private final Actor.Professional bram = installation.professionalWithKeys("bram");

    private SealedRecord write(Section section) {
        try (var keys = installation.resident.vault.broker().open(maria, Access.add(maria.id(), section))) {
            return keys.seal(section, record, 1, "tekst".getBytes(UTF_8));
        }
    }

    private String read(Installation.RunningFace node, Actor reader, Section section, SealedRecord sealed) {
        try (var keys = node.restarted().vault.broker().open(reader, Access.read(maria.id(), section))) {
            return new String(keys.open(section, record, 1, sealed), UTF_8);
        }
    }

    private KeyDestruction.Line draw(Set<Section> sections, boolean root) {
        return installation.resident.transaction.execute(status -> {
            installation.resident.rows.enter(maria.id());
            return installation.resident.vault.destruction().draw(maria.id(), sections, root);
        });
    }

    private int clear(KeyDestruction.Line line) {
        return installation.resident.transaction.execute(status -> {
            installation.resident.rows.enter(maria.id());
            return installation.resident.vault.destruction().clear(maria.id(), line);
        });
    }

    private void destroy(Set<Section> sections, boolean root) {
        var line = draw(sections, root);
        installation.resident.vault.destruction().destroy(maria.id(), line);
        assertThat(clear(line)).isPositive();
    }

    /** All keys of all residents in the main database, as a backup has them. */
    private Map<String, String> backup() {
        var copy = new HashMap<String, String>();
        KEYS.forEach(table -> copy.put(
                table,
                main.sql("select coalesce(json_agg(t), '[]')::text from dossier." + table + " t")
                        .query(String.class)
                        .single()));
        return copy;
    }

    private void restore(Map<String, String> copy) {
        KEYS.forEach(table -> {
            main.sql("delete from dossier." + table).update();
            main.sql("insert into dossier." + table + " select * from json_populate_recordset(null::dossier." + table
                            + ", :rows::json)")
                    .param("rows", copy.get(table))
                    .update();
        });
    }

    @Test
    void anOlderCopyOfTheMainDatabaseOpensNothingOfADestroyedSection() {
        var story = write(Section.VERHAAL);
        var money = write(Section.GELD);
        var grant = installation.grant(maria, bram, installation.today().plusDays(9), Section.VERHAAL, Section.GELD);
        installation.workspace.grants.put(Section.VERHAAL, grant);
        installation.workspace.grants.put(Section.GELD, grant);
        assertThat(read(installation.workspace, bram, Section.GELD, money)).isEqualTo("tekst");
        var copy = backup();

        destroy(Set.of(Section.GELD), false);

        assertClosed(money);
        restore(copy);
        assertClosed(money);
        assertThat(read(installation.resident, maria, Section.VERHAAL, story)).isEqualTo("tekst");
        assertThat(read(installation.workspace, bram, Section.VERHAAL, story)).isEqualTo("tekst");
        // And what is written after that is written under a key that is alive.
        assertThat(read(installation.resident, maria, Section.GELD, write(Section.GELD)))
                .isEqualTo("tekst");
    }

    private void assertClosed(SealedRecord money) {
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> read(installation.resident, maria, Section.GELD, money));
        assertThatThrownBy(() -> read(installation.workspace, bram, Section.GELD, money))
                .isInstanceOfAny(KeyNotHeld.class, AccessRefused.class);
    }

    @Test
    void whatIsWrittenAfterTheLineStaysAlsoForWhoHasAGrant() {
        write(Section.GELD);
        installation.workspace.grants.put(
                Section.GELD,
                installation.grant(maria, bram, installation.today().plusDays(9), Section.GELD));
        var line = draw(Set.of(Section.GELD), false);
        var after = write(Section.GELD);
        installation.resident.vault.destruction().destroy(maria.id(), line);
        installation.resident.vault.destruction().destroy(maria.id(), line);
        clear(line);
        assertThat(clear(line)).isZero();
        assertThat(read(installation.resident, maria, Section.GELD, after)).isEqualTo("tekst");
        assertThat(read(installation.workspace, bram, Section.GELD, after)).isEqualTo("tekst");
    }

    @Test
    void withTheRootKeyGoesAllThatHangsOnIt() {
        var draft = new RecordId("draft.body", UUID.randomUUID());
        var typed = installation.resident.vault.broker().sealOwn(maria, draft, 1, "half".getBytes(UTF_8));
        var plan = write(Section.PLAN);
        var grant = installation.grant(maria, bram, installation.today().plusDays(9), Section.PLAN);
        installation.workspace.grants.put(Section.PLAN, grant);
        var copy = backup();

        destroy(Section.in(Zone.MIJN_DEEL), true);

        assertThat(count("root_key where zone = 1 and version = 1")).isZero();
        assertThat(keystore.sql(
                                "select count(*) from keystore.key_part where resident_id = :r and number = 0 and first_epoch = 1 and wrapped is not null")
                        .param("r", maria.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        // What was shared of the municipal file stays shared, and can still be stopped.
        assertThat(read(installation.workspace, bram, Section.PLAN, plan)).isEqualTo("tekst");
        installation.resident.publish(new ConsentEvent.Stopped(maria.id(), grant, Set.of(Section.PLAN), maria));
        assertThat(read(installation.resident, maria, Section.PLAN, plan)).isEqualTo("tekst");

        restore(copy);
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(
                        () -> installation.resident.restarted().vault.broker().openOwn(maria, draft, 1, typed));
    }

    @Test
    void partsMoveToTheNewBranchKeysAndWhatIsDestroyedStaysDestroyed() {
        var story = write(Section.VERHAAL);
        var money = write(Section.GELD);
        destroy(Set.of(Section.GELD), false);
        for (var kek : List.of(Kek.OWN, Kek.MUNICIPAL)) {
            installation.resident.vault.rotation().start(kek, Level.BRANCH);
            installation.resident.vault.rotation().step(kek, Level.BRANCH);
        }
        assertThat(keystore.sql("select distinct branch_version from keystore.key_part where wrapped is not null")
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        assertThat(read(installation.resident, maria, Section.VERHAAL, story)).isEqualTo("tekst");
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> read(installation.resident, maria, Section.GELD, money));
    }

    @Test
    void whatWasSealedBeforeThereWerePartsStillOpensUntilItIsDestroyed() {
        write(Section.WONEN);
        keystore.sql("delete from keystore.key_part where resident_id = :resident")
                .param("resident", maria.id().value())
                .update();
        List.of("section_key", "name_label")
                .forEach(table -> main.sql("delete from dossier." + table + " where resident_id = :resident")
                        .param("resident", maria.id().value())
                        .update());
        var withPart = write(Section.WONEN);
        keystore.sql("delete from keystore.key_part where resident_id = :resident")
                .param("resident", maria.id().value())
                .update();
        // From here on a dossier as it was before: keys and no parts.
        var old = write(Section.WONEN);
        assertThat(read(installation.resident, maria, Section.WONEN, old)).isEqualTo("tekst");
        assertThatThrownBy(() -> read(installation.resident, maria, Section.WONEN, withPart))
                .isInstanceOf(SecurityException.class);

        destroy(Set.of(Section.WONEN), true);

        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> read(installation.resident, maria, Section.WONEN, old));
        assertThat(read(installation.resident, maria, Section.WONEN, write(Section.WONEN)))
                .isEqualTo("tekst");
    }

    private int count(String from) {
        return main.sql("select count(*) from dossier." + from)
                .query(Integer.class)
                .single();
    }
}
