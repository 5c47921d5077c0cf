package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.KeyRotation.Level;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyRotationTests {

    private final Installation installation = new Installation();
    private final RecordId record = new RecordId("entry.body", UUID.randomUUID());
    private final JdbcClient keystore = JdbcClient.create(installation.databases.keysSuperuser());
    private final JdbcClient main = JdbcClient.create(installation.databases.superuser());

    private SealedRecord write(Actor.Resident actor, Section section) {
        try (var keys = installation.resident.vault.broker().open(actor, Access.add(actor.id(), section))) {
            return keys.seal(section, record, 1, "tekst".getBytes(UTF_8));
        }
    }

    private void assertReads(Installation.RunningFace node, Actor reader, Actor.Resident of, SealedRecord sealed) {
        try (var keys = node.vault.broker().open(reader, Access.read(of.id(), Section.VERHAAL))) {
            assertThat(keys.open(Section.VERHAAL, record, 1, sealed)).asString().isEqualTo("tekst");
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void everyKeyMovesToTheNewVersionWhileReadsGoOn(Level level) throws Exception {
        var residents = new ArrayList<Actor.Resident>();
        var records = new ArrayList<SealedRecord>();
        for (int i = 0; i < 30; i++) {
            var actor = installation.residentWithDossier("resident " + i);
            residents.add(actor);
            records.add(write(actor, Section.VERHAAL));
        }
        var anna = installation.professionalWithKeys("anna");
        var grant = installation.grant(
                residents.getFirst(), anna, installation.today().plusDays(9), Section.VERHAAL);
        installation.workspace.grants.put(Section.VERHAAL, grant);

        var stop = new AtomicBoolean();
        try (var pool = Executors.newFixedThreadPool(3)) {
            var readers = new ArrayList<Future<?>>();
            for (int reader = 0; reader < 2; reader++) {
                readers.add(pool.submit(() -> {
                    for (int i = 0; !stop.get(); i++) {
                        var n = i % residents.size();
                        assertReads(installation.resident, residents.get(n), residents.get(n), records.get(n));
                    }
                }));
            }
            readers.add(pool.submit(() -> {
                while (!stop.get()) {
                    assertReads(installation.workspace, anna, residents.getFirst(), records.getFirst());
                }
            }));
            rotateAll(level);
            stop.set(true);
            for (var reader : readers) {
                reader.get();
            }
        }
        var fresh = installation.resident.restarted();
        for (int i = 0; i < residents.size(); i++) {
            assertReads(fresh, residents.get(i), residents.get(i), records.get(i));
        }
        assertReads(installation.workspace.restarted(), anna, residents.getFirst(), records.getFirst());
        if (level == Level.KEK) {
            assertThat(distinct(keystore, "select distinct kek_version from keystore.branch_key where kek = 1"))
                    .containsExactly(installation.resident.keys.newest(Kek.OWN));
        } else {
            assertThat(distinct(main, "select distinct branch_version from dossier.root_key"))
                    .containsExactly(2);
            assertThat(distinct(keystore, "select distinct branch_version from keystore.grant_lease"))
                    .containsExactly(2);
            assertThat(distinct(keystore, "select distinct branch_version from keystore.grantee_seed"))
                    .containsExactly(2);
        }
    }

    private void rotateAll(Level level) {
        for (var kek : List.of(Kek.OWN, Kek.MUNICIPAL)) {
            installation.resident.vault.rotation().start(kek, level);
        }
        installation.workspace.vault.rotation().start(Kek.GRANTEES, level);
        for (var kek : List.of(Kek.OWN, Kek.MUNICIPAL)) {
            assertThat(installation.resident.vault.rotation().step(kek, level).finished())
                    .isFalse();
        }
        installation.workspace.vault.rotation().step(Kek.GRANTEES, level);
        installation.clock.advance(Duration.ofMinutes(5));
        for (var kek : List.of(Kek.OWN, Kek.MUNICIPAL)) {
            var progress = installation.resident.vault.rotation().step(kek, level);
            assertThat(progress.finished()).isTrue();
            assertThat(progress.done()).isGreaterThanOrEqualTo(progress.total()).isPositive();
        }
        assertThat(installation
                        .workspace
                        .vault
                        .rotation()
                        .step(Kek.GRANTEES, level)
                        .finished())
                .isTrue();
    }

    private static List<Integer> distinct(JdbcClient sql, String query) {
        return sql.sql(query).query(Integer.class).list();
    }

    @Test
    void aRotationThatWasInterruptedGoesOnWhereItWasOnAnotherNode() {
        var residents = new ArrayList<Actor.Resident>();
        for (int i = 0; i < 210; i++) {
            residents.add(installation.residentWithDossier("resident " + i));
        }
        var started = installation.resident.vault.rotation().start(Kek.OWN, Level.BRANCH);
        // A root key, and the part of it in the keystore.
        assertThat(started.total()).isEqualTo(2 * 210);
        assertThat(installation
                        .resident
                        .vault
                        .rotation()
                        .step(Kek.OWN, Level.BRANCH)
                        .done())
                .isEqualTo(2 * 200);
        installation.clock.advance(Duration.ofMinutes(5));
        var other = installation.resident.restarted().vault.rotation();
        assertThat(other.start(Kek.OWN, Level.BRANCH).done()).isEqualTo(2 * 200);
        var last = other.step(Kek.OWN, Level.BRANCH);
        assertThat(last.done()).isEqualTo(2 * 210);
        assertThat(last.finished()).isTrue();
        assertThat(other.progress()).containsExactly(last);
    }

    @Test
    void aFaceThatDoesNotHoldAKeyCannotRotateIt() {
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> installation.workspace.vault.rotation().start(Kek.OWN, Level.BRANCH));
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> installation.resident.vault.rotation().start(Kek.GRANTEES, Level.KEK));
    }
}
