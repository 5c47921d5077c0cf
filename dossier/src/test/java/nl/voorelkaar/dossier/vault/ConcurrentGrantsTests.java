package nl.voorelkaar.dossier.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;

class ConcurrentGrantsTests {

    private final Installation installation = new Installation();

    @Test
    void grantsThatBeginWhileOthersStopAllReadTheNewestEpoch() throws Exception {
        var jan = installation.residentWithDossier("jan");
        var anna = installation.professionalWithKeys("anna");
        var lastDay = installation.today().plusDays(9);
        var stopping = new ArrayList<GrantId>();
        for (int i = 0; i < 10; i++) {
            stopping.add(installation.grant(jan, anna, lastDay, Section.VERHAAL));
        }
        var beginning = new ArrayList<Callable<GrantId>>();
        var ending = new ArrayList<Callable<Boolean>>();
        for (var grant : stopping) {
            beginning.add(() -> installation.grant(jan, anna, lastDay, Section.VERHAAL));
            ending.add(() -> {
                installation.resident.publish(new ConsentEvent.Stopped(jan.id(), grant, Set.of(Section.VERHAAL), jan));
                return true;
            });
        }
        List<GrantId> begun = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(3)) {
            var grants = beginning.stream().map(pool::submit).toList();
            var ends = ending.stream().map(pool::submit).toList();
            for (var grant : grants) {
                begun.add(grant.get());
            }
            for (var end : ends) {
                assertThat(end.get()).isTrue();
            }
        }
        var record = new RecordId("entry.body", UUID.randomUUID());
        SealedRecord sealed;
        try (var keys = installation.resident.vault.broker().open(jan, Access.add(jan.id(), Section.VERHAAL))) {
            assertThat(keys.epoch(Section.VERHAAL)).isEqualTo(11);
            sealed = keys.seal(Section.VERHAAL, record, 1, new byte[] {1});
        }
        for (var grant : begun) {
            installation.workspace.grants.put(Section.VERHAAL, grant);
            try (var keys = installation.workspace.vault.broker().open(anna, Access.read(jan.id(), Section.VERHAAL))) {
                assertThat(keys.open(Section.VERHAAL, record, 1, sealed)).containsExactly(1);
            }
        }
    }

    @Test
    void twoFacesThatMeetAResidentAtTheSameTimeMakeOneMunicipalKey() throws Exception {
        var anna = installation.professionalWithKeys("anna");
        for (int round = 0; round < 10; round++) {
            var resident = new ResidentId(UUID.randomUUID());
            installation.subjects.put("round " + round, resident);
            var actor = installation.resident("round " + round);
            installation.workspace.publish(new ConsentEvent.Assigned(
                    resident, UUID.randomUUID(), anna.id(), Set.of(Section.MELDING), installation.today()));
            var record = new RecordId("entry.body", UUID.randomUUID());
            try (var pool = Executors.newFixedThreadPool(2)) {
                var signIn = pool.submit(() -> {
                    installation.resident.vault.broker().create(resident);
                    return true;
                });
                var sealed = pool.submit(() -> {
                    try (var keys =
                            installation.workspace.vault.broker().open(anna, Access.add(resident, Section.MELDING))) {
                        return keys.seal(Section.MELDING, record, 1, new byte[] {1});
                    }
                });
                assertThat(signIn.get()).isTrue();
                try (var keys =
                        installation.resident.vault.broker().open(actor, Access.read(resident, Section.MELDING))) {
                    assertThat(keys.open(Section.MELDING, record, 1, sealed.get()))
                            .containsExactly(1);
                }
            }
        }
    }
}
