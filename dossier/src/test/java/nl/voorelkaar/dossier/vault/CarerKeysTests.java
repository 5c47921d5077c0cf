package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;

/** The application check permits everything in all of these, also what the mandate does not: the keys alone decide. */
class CarerKeysTests {

    private final Installation installation = new Installation();
    private final Actor.Resident mother = installation.residentWithDossier("mother");
    private final Actor.Resident son = installation.resident("son");
    private final MandateId mandate = new MandateId(UUID.randomUUID());
    private final LocalDate lastDay = installation.today().plusDays(30);
    private final RecordId record = new RecordId("entry.body", UUID.randomUUID());
    private final SealedRecord plan = write(Section.PLAN, "het plan");
    private final SealedRecord money = write(Section.GELD, "het geld");

    private SealedRecord write(Section section, String text) {
        try (var keys = installation.resident.vault.broker().open(mother, Access.add(mother.id(), section))) {
            return keys.seal(section, record, 1, text.getBytes(UTF_8));
        }
    }

    private Actor.Acting namens(Actor.Resident person) {
        return new Actor.Acting(
                PersonId.of(person.id()),
                mother.id(),
                new Capacity.Mandated(mandate),
                person.level(),
                person.signedInAt(),
                person.assertion());
    }

    private GrantId gives(Optional<GrantId> replaces, Section... sections) {
        installation.resident.publish(new ConsentEvent.MandateAccepted(mother.id(), mandate, son));
        var keys = new GrantId(UUID.randomUUID());
        installation.resident.publish(new ConsentEvent.Mandated(
                mother.id(), mandate, keys, PersonId.of(son.id()), Set.of(sections), lastDay, replaces, mother));
        restsOn(keys);
        return keys;
    }

    private void restsOn(GrantId keys) {
        for (var section : Section.values()) {
            installation.resident.grants.put(section, keys);
        }
    }

    private String read(Actor.Acting carer, Section section, SealedRecord sealed) {
        try (var keys = installation.resident.vault.broker().open(carer, Access.read(mother.id(), section))) {
            return new String(keys.open(section, record, 1, sealed), UTF_8);
        }
    }

    private void assertClosed(Actor.Acting carer, Section section) {
        for (var node : List.of(installation.resident, installation.resident.restarted())) {
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> node.vault.broker().open(carer, Access.read(mother.id(), section)));
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> node.vault.broker().openAny(carer, Access.read(mother.id(), section)));
        }
    }

    @Test
    void aMandateOpensWhatIsInScopeAndShowsForWhom() {
        gives(Optional.empty(), Section.PLAN);
        assertThat(read(namens(son), Section.PLAN, plan)).isEqualTo("het plan");
        try (var keys =
                installation.resident.vault.broker().open(namens(son), Access.read(mother.id(), Section.PLAN))) {
            assertThat(keys.name()).contains("Naam van mother");
        }
    }

    @Test
    void everyScopeThatIsOffOpensNothing() {
        gives(Optional.empty(), Section.PLAN);
        for (var section : EnumSet.complementOf(EnumSet.of(Section.PLAN))) {
            assertClosed(namens(son), section);
        }
        try (var keys = installation
                .resident
                .vault
                .broker()
                .openAny(namens(son), Access.read(mother.id(), Section.PLAN, Section.GELD))) {
            assertThat(keys.grounds()).containsOnlyKeys(Section.PLAN);
            assertThatExceptionOfType(SecurityException.class)
                    .isThrownBy(() -> keys.open(Section.GELD, record, 1, money));
        }
    }

    @Test
    void aMandateWithoutSectionsOpensNothing() {
        gives(Optional.empty());
        for (var section : Section.values()) {
            assertClosed(namens(son), section);
        }
    }

    @Test
    void aStoppedMandateOpensNothing() {
        var keys = gives(Optional.empty(), Section.PLAN);
        read(namens(son), Section.PLAN, plan);
        installation.resident.publish(new ConsentEvent.MandateEnded(
                mother.id(), mandate, keys, PersonId.of(son.id()), Mandate.State.INGETROKKEN));
        assertClosed(namens(son), Section.PLAN);
    }

    @Test
    void aNarrowedMandateOpensNoMoreThanItSays() {
        var before = gives(Optional.empty(), Section.PLAN, Section.GELD);
        gives(Optional.of(before), Section.PLAN);
        assertThat(read(namens(son), Section.PLAN, plan)).isEqualTo("het plan");
        assertClosed(namens(son), Section.GELD);
        restsOn(before);
        assertClosed(namens(son), Section.PLAN);
    }

    @Test
    void anExpiredMandateOpensNothingOnceItsDayKeyIsDestroyed() {
        gives(Optional.empty(), Section.PLAN);
        installation.clock.advance(Duration.ofDays(31));
        installation.resident.vault.expiredKeys().destroyPassed();
        assertClosed(namens(installation.resident("son")), Section.PLAN);
    }

    @Test
    void anotherPersonOpensNothingWithTheSameMandate() {
        gives(Optional.empty(), Section.PLAN);
        var stranger = installation.resident("stranger");
        installation.resident.publish(new ConsentEvent.MandateAccepted(mother.id(), mandate, stranger));
        assertClosed(namens(stranger), Section.PLAN);
    }

    @Test
    void theLoginOfSomebodyElseIsNotTheirs() {
        gives(Optional.empty(), Section.PLAN);
        var claimed = new Actor.Acting(
                PersonId.of(son.id()),
                mother.id(),
                new Capacity.Mandated(mandate),
                son.level(),
                son.signedInAt(),
                installation.resident("stranger").assertion());
        assertClosed(claimed, Section.PLAN);
    }

    @Test
    void theWorkspaceCannotOpenACarersKey() {
        gives(Optional.empty(), Section.PLAN);
        installation.workspace.grants.putAll(installation.resident.grants);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> installation
                        .workspace
                        .vault
                        .broker()
                        .open(namens(son), Access.read(mother.id(), Section.PLAN)));
    }
}
