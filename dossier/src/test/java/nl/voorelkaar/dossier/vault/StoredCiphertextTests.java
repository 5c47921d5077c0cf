package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import nl.voorelkaar.dossier.vault.envelope.XWing;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything sealed that is in the tables, moved about and damaged by somebody who can write the database: what opens
 * is what was written there, or nothing.
 */
class StoredCiphertextTests {

    private static final List<String> COLUMNS = List.of(
            "root_key.wrapped",
            "section_key.wrapped",
            "name_label.sealed",
            "grant_box.sealed",
            "grant_secret.wrapped",
            "grant_secret.label",
            "grant_section_key.wrapped",
            "audit_key.sealed_private",
            "audit_window.sealed");

    private final Installation installation = new Installation();
    private final JdbcClient thief = JdbcClient.create(installation.databases.superuser());
    private final Actor.Professional anna = installation.professionalWithKeys("anna");
    private final Map<String, Callable<String>> probes = new LinkedHashMap<>();

    /** One sealed value. Rows move when they are updated, so a cell is found by what is in it. */
    private record Cell(String table, String column, byte[] content) {

        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    StoredCiphertextTests() {
        for (var name : List.of("jan", "piet")) {
            var actor = installation.residentWithDossier(name);
            var grant =
                    installation.grant(actor, anna, installation.today().plusDays(9), Section.VERHAAL, Section.PLAN);
            var other = installation.grant(actor, anna, installation.today().plusDays(9), Section.VERHAAL);
            installation.resident.publish(new ConsentEvent.Stopped(actor.id(), other, Set.of(Section.VERHAAL), actor));
            for (var section : List.of(Section.VERHAAL, Section.PLAN)) {
                probeRecord(actor, grant, section);
            }
            probes.put(name + " label", () -> {
                try (var keys =
                        installation.resident.vault.broker().open(actor, Access.read(actor.id(), Section.PLAN))) {
                    return keys.name().orElseThrow();
                }
            });
            probes.put(name + " next epoch", () -> {
                return installation.resident.transaction.execute(status -> {
                    status.setRollbackOnly();
                    installation.resident.rows.enter(actor.id());
                    installation.resident.vault.grants().startNewEpochs(actor.id(), Set.of(Section.VERHAAL));
                    return "new epoch";
                });
            });
            var line = installation
                    .workspace
                    .vault
                    .sealing()
                    .seal(Sealing.Kind.LEDGER, actor.id().value(), "line", name.getBytes(UTF_8));
            probes.put(
                    name + " line",
                    () -> new String(
                            installation
                                    .resident
                                    .restarted()
                                    .vault
                                    .sealing()
                                    .open(Sealing.Kind.LEDGER, actor.id().value(), "line", line),
                            UTF_8));
        }
    }

    private void probeRecord(Actor.Resident actor, GrantId grant, Section section) {
        var record = new RecordId("entry.body", UUID.randomUUID());
        SealedRecord sealed;
        try (var keys = installation.resident.vault.broker().open(actor, Access.add(actor.id(), section))) {
            sealed = keys.seal(section, record, 1, (actor.id() + " " + section).getBytes(UTF_8));
        }
        probes.put(actor.id() + " reads " + section, () -> {
            try (var keys = installation.resident.vault.broker().open(actor, Access.read(actor.id(), section))) {
                return new String(keys.open(section, record, 1, sealed), UTF_8);
            }
        });
        probes.put("anna reads " + section + " of " + actor.id(), () -> {
            installation.workspace.grants.put(section, grant);
            try (var keys = installation.workspace.vault.broker().open(anna, Access.read(actor.id(), section))) {
                return new String(keys.open(section, record, 1, sealed), UTF_8) + keys.name();
            }
        });
    }

    /** The answer of each probe, or nothing where it failed loudly. Any other failure fails the test. */
    private Map<String, String> answers() throws Exception {
        var answers = new LinkedHashMap<String, String>();
        for (var probe : probes.entrySet()) {
            try {
                answers.put(probe.getKey(), probe.getValue().call());
            } catch (SecurityException | AccessRefused e) {
                answers.put(probe.getKey(), "");
            }
        }
        return answers;
    }

    private List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var name : COLUMNS) {
            var table = name.substring(0, name.indexOf('.'));
            var column = name.substring(name.indexOf('.') + 1);
            thief.sql("select " + column + " from dossier." + table + " where " + column + " is not null")
                    .query((row, n) -> cells.add(new Cell(table, column, row.getBytes(1))))
                    .list();
        }
        return cells;
    }

    private void replace(Cell cell, byte[] was, byte[] becomes) {
        var changed = thief.sql("update dossier." + cell.table() + " set " + cell.column() + " = :new where "
                        + cell.column() + " = :old")
                .param("new", becomes)
                .param("old", was)
                .update();
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void noTwoCiphertextsCanTradePlaces() throws Exception {
        var whole = answers();
        assertThat(whole.values()).noneMatch(String::isEmpty);
        var cells = cells();
        var marker = new byte[] {0};
        for (int i = 0; i < cells.size(); i++) {
            for (int j = i + 1; j < cells.size(); j++) {
                var first = cells.get(i);
                var second = cells.get(j);
                replace(first, first.content(), marker);
                replace(second, second.content(), first.content());
                replace(first, marker, second.content());
                assertThat(answers())
                        .as("%s and %s", first, second)
                        .isNotEqualTo(whole)
                        .allSatisfy((probe, answer) -> assertThat(answer).isIn("", whole.get(probe)));
                replace(first, second.content(), marker);
                replace(second, first.content(), second.content());
                replace(first, marker, first.content());
            }
        }
        assertThat(answers()).isEqualTo(whole);
        assertThat(cells).hasSizeGreaterThan(25);
    }

    @Test
    void noDamagedCiphertextOpens() throws Exception {
        var whole = answers();
        var random = new Random(42);
        var cells = cells();
        for (int i = 0; i < 100; i++) {
            var cell = cells.get(i % cells.size());
            var damaged = cell.content().clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            replace(cell, cell.content(), damaged);
            assertThat(answers())
                    .as("%s", cell)
                    .isNotEqualTo(whole)
                    .allSatisfy((probe, answer) -> assertThat(answer).isIn("", whole.get(probe)));
            replace(cell, damaged, cell.content());
        }
    }

    /** Ten thousand records with every kind of damage, each under the key that it was sealed with. */
    @Test
    void tenThousandDamagedRecordsStayClosed() {
        var random = new Random(10_000);
        var actor = installation.resident("jan");
        var record = new RecordId("entry.body", UUID.randomUUID());
        try (var keys = installation.resident.vault.broker().open(actor, Access.add(actor.id(), Section.VERHAAL))) {
            for (int i = 0; i < 10_000; i++) {
                var text = new byte[random.nextInt(300)];
                random.nextBytes(text);
                var sealed = keys.seal(Section.VERHAAL, record, 1, text);
                var bytes = random.nextInt(5) == 0
                        ? Arrays.copyOf(sealed.bytes(), random.nextInt(sealed.bytes().length))
                        : sealed.bytes().clone();
                if (bytes.length == sealed.bytes().length) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                }
                assertThatExceptionOfType(SecurityException.class)
                        .isThrownBy(() -> keys.open(
                                Section.VERHAAL, record, 1, new SealedRecord(sealed.suite(), sealed.epoch(), bytes)));
            }
        }
    }

    @Test
    void aRecordOpensInItsOwnPlaceOnly() {
        var jan = installation.resident("jan");
        var piet = installation.resident("piet");
        var row = UUID.randomUUID();
        var record = new RecordId("entry.body", row);
        try (var keys = installation
                        .resident
                        .vault
                        .broker()
                        .open(jan, Access.read(jan.id(), Section.VERHAAL, Section.PLAN));
                var others = installation.resident.vault.broker().open(piet, Access.read(piet.id(), Section.VERHAAL))) {
            var sealed = keys.seal(Section.VERHAAL, record, 1, new byte[] {1});
            assertThat(keys.open(Section.VERHAAL, record, 1, sealed)).containsExactly(1);
            for (Callable<byte[]> elsewhere : List.<Callable<byte[]>>of(
                    () -> keys.open(Section.VERHAAL, record, 2, sealed),
                    () -> keys.open(Section.VERHAAL, new RecordId("entry.title", row), 1, sealed),
                    () -> keys.open(Section.VERHAAL, new RecordId("entry.body", UUID.randomUUID()), 1, sealed),
                    () -> keys.open(Section.PLAN, record, 1, sealed),
                    () -> keys.open(Section.VERHAAL, record, 1, new SealedRecord(sealed.suite(), 1, sealed.bytes())),
                    () -> keys.open(Section.VERHAAL, record, 1, new SealedRecord(9, sealed.epoch(), sealed.bytes())),
                    () -> others.open(Section.VERHAAL, record, 1, sealed))) {
                assertThatExceptionOfType(SecurityException.class).isThrownBy(elsewhere::call);
            }
        }
    }

    @Test
    void anAuditKeyThatSomebodyPutInPlaceIsNotSealedTo() {
        var jan = installation.resident("jan");
        thief.sql("update dossier.audit_key set public_key = :mine")
                .param("mine", XWing.publicKeyOf(SecretKeyBytes.random()))
                .update();
        var sealing = installation.workspace.restarted().vault.sealing();
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> sealing.seal(Sealing.Kind.LEDGER, jan.id().value(), "line", new byte[1]));
    }
}
