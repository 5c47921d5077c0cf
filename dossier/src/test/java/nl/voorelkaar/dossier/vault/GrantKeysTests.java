package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.dossier.vault.envelope.DoesNotOpen;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import nl.voorelkaar.dossier.vault.envelope.XWing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application check permits everything in all of these: the keys alone decide. */
class GrantKeysTests {

    private final Installation installation = new Installation();
    private final Actor.Resident jan = installation.residentWithDossier("jan");
    private final Actor.Professional anna = installation.professionalWithKeys("anna", "wijkteam-noord");
    private final LocalDate lastDay = installation.today().plusDays(30);
    private final RecordId record = new RecordId("entry.body", UUID.randomUUID());
    private final SealedRecord story = write(Section.VERHAAL, "mijn verhaal");
    private final SealedRecord money = write(Section.GELD, "mijn geld");

    private SealedRecord write(Section section, String text) {
        try (var keys = installation.resident.vault.broker().open(jan, Access.add(jan.id(), section))) {
            return keys.seal(section, record, 1, text.getBytes(UTF_8));
        }
    }

    private String read(
            Installation.RunningFace node, Actor.Professional reader, Section section, SealedRecord sealed) {
        try (var keys = node.vault.broker().open(reader, Access.read(jan.id(), section))) {
            return new String(keys.open(section, record, 1, sealed), UTF_8);
        }
    }

    private void restsOn(GrantId grant) {
        for (var section : Section.values()) {
            installation.workspace.grants.put(section, grant);
        }
    }

    private void assertClosed(Actor.Professional reader, Section section) {
        for (var node : List.of(installation.workspace, installation.workspace.restarted())) {
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> node.vault.broker().open(reader, Access.read(jan.id(), section)));
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> node.vault.broker().openAny(reader, Access.read(jan.id(), section)));
        }
    }

    @Test
    void aGrantOpensWhatItNamesAndShowsTheName() {
        restsOn(installation.grant(jan, anna, lastDay, Section.VERHAAL, Section.PLAN));
        assertThat(read(installation.workspace, anna, Section.VERHAAL, story)).isEqualTo("mijn verhaal");
        try (var keys = installation.workspace.vault.broker().open(anna, Access.read(jan.id(), Section.PLAN))) {
            assertThat(keys.name()).contains("Naam van jan");
        }
    }

    @Test
    void whatAGranteeAddsTheResidentReads() {
        restsOn(installation.grant(jan, anna, lastDay, Section.VERHAAL));
        SealedRecord added;
        try (var keys = installation.workspace.vault.broker().open(anna, Access.add(jan.id(), Section.VERHAAL))) {
            added = keys.seal(Section.VERHAAL, record, 2, "verslag".getBytes(UTF_8));
        }
        try (var keys = installation.resident.vault.broker().open(jan, Access.read(jan.id(), Section.VERHAAL))) {
            assertThat(keys.open(Section.VERHAAL, record, 2, added)).asString().isEqualTo("verslag");
        }
    }

    @Test
    void aGrantForAnotherSectionOpensNothing() {
        restsOn(installation.grant(jan, anna, lastDay, Section.VERHAAL));
        assertClosed(anna, Section.GELD);
        try (var keys = installation
                .workspace
                .vault
                .broker()
                .openAny(anna, Access.read(jan.id(), Section.VERHAAL, Section.GELD))) {
            assertThat(keys.grounds()).containsOnlyKeys(Section.VERHAAL);
            assertThatExceptionOfType(SecurityException.class)
                    .isThrownBy(() -> keys.open(Section.GELD, record, 1, money));
            assertThatExceptionOfType(SecurityException.class)
                    .isThrownBy(() -> keys.open(Section.VERHAAL, record, 1, money));
        }
    }

    @Test
    void aStoppedGrantOpensNothing() {
        var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
        restsOn(grant);
        read(installation.workspace, anna, Section.VERHAAL, story);
        installation.resident.publish(new ConsentEvent.Stopped(jan.id(), grant, Set.of(Section.VERHAAL), jan));
        assertClosed(anna, Section.VERHAAL);
    }

    @Test
    void anExpiredGrantOpensNothingOnceItsDayKeyIsDestroyed() {
        restsOn(installation.grant(jan, anna, lastDay, Section.VERHAAL));
        installation.clock.advance(Duration.ofDays(30));
        assertThat(installation.workspace.vault.expiredKeys().destroyPassed()).isZero();
        var annaOnTheLastDay = installation.professional("anna", "wijkteam-noord");
        assertThat(read(installation.workspace, annaOnTheLastDay, Section.VERHAAL, story))
                .isEqualTo("mijn verhaal");
        installation.clock.advance(Duration.ofDays(1));
        assertThat(installation.workspace.vault.expiredKeys().destroyPassed()).isEqualTo(1);
        assertThat(installation.workspace.vault.expiredKeys().destroyPassed()).isZero();
        assertClosed(installation.professional("anna", "wijkteam-noord"), Section.VERHAAL);
    }

    @Test
    void whoOpenedItJustBeforeTheEndOpensNothingAfterIt() {
        restsOn(installation.grant(jan, anna, lastDay, Section.VERHAAL));
        var end = CalendarDays.endOf(lastDay);
        installation.clock.advance(Duration.between(installation.clock.instant(), end.minusSeconds(30)));
        var annaAtTheEnd = installation.professional("anna", "wijkteam-noord");
        assertThat(read(installation.workspace, annaAtTheEnd, Section.VERHAAL, story))
                .isEqualTo("mijn verhaal");
        installation.clock.advance(Duration.ofMinutes(1));
        assertThat(installation.workspace.vault.expiredKeys().destroyPassed()).isEqualTo(1);
        assertClosed(annaAtTheEnd, Section.VERHAAL);
    }

    @Test
    void whoOpenedItBeforeDoesNotOpenItUnderOtherTerms() {
        restsOn(installation.grant(jan, anna, lastDay, Section.VERHAAL));
        read(installation.workspace, anna, Section.VERHAAL, story);
        assertThat(read(installation.workspace, anna, Section.VERHAAL, story)).isEqualTo("mijn verhaal");
        JdbcClient.create(installation.databases.superuser())
                .sql("update dossier.grant_box set sections = array[1, 3]::smallint[]")
                .update();
        assertThatExceptionOfType(DoesNotOpen.class)
                .isThrownBy(() -> read(installation.workspace, anna, Section.VERHAAL, story));
    }

    @Test
    void aClockSetBackDoesNotBringAnExpiredGrantBack() {
        var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
        restsOn(grant);
        installation.clock.advance(Duration.ofDays(31));
        installation.resident.vault.expiredKeys().destroyPassed();
        installation.clock.advance(Duration.ofDays(-31));
        // A new grant until that same day makes a new day key; the old grant stays closed under it.
        var other = installation.grant(jan, anna, lastDay, Section.GELD);
        assertClosed(anna, Section.VERHAAL);
        restsOn(other);
        assertThat(read(installation.workspace, anna, Section.GELD, money)).isEqualTo("mijn geld");
    }

    @Test
    void anExpiryEventTakesTheBoxAway() {
        var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
        restsOn(grant);
        installation.workspace.publish(new ConsentEvent.Expired(jan.id(), grant, lastDay));
        assertClosed(anna, Section.VERHAAL);
        assertThat(count("grant_box") + count("grant_secret") + count("grant_section_key"))
                .isZero();
    }

    private int count(String table) {
        return JdbcClient.create(installation.databases.superuser())
                .sql("select count(*) from dossier." + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void aPausedGrantOpensNothingUntilResumed() {
        var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
        restsOn(grant);
        installation.resident.publish(new ConsentEvent.Paused(jan.id(), grant));
        installation.resident.publish(new ConsentEvent.Paused(jan.id(), grant));
        assertClosed(anna, Section.VERHAAL);
        installation.resident.publish(new ConsentEvent.Resumed(jan.id(), grant));
        assertThat(read(installation.workspace, anna, Section.VERHAAL, story)).isEqualTo("mijn verhaal");
    }

    @Test
    void theWorkspaceCannotTakeAPausedLeaseOffHold() {
        var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
        restsOn(grant);
        installation.resident.publish(new ConsentEvent.Paused(jan.id(), grant));
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> installation.workspace.publish(new ConsentEvent.Resumed(jan.id(), grant)));
        JdbcClient.create(installation.databases.keysSuperuser())
                .sql("update keystore.grant_lease set kek = 2")
                .update();
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> read(installation.workspace, anna, Section.VERHAAL, story));
    }

    @Test
    void aNarrowedGrantTakesTheOldOneWithItAndStartsANewEpochOfWhatWasDropped() {
        var wide = installation.grant(jan, anna, lastDay, Section.VERHAAL, Section.GELD);
        var narrow = installation.grant(jan, anna, Optional.empty(), Optional.of(wide), lastDay, Section.VERHAAL);
        restsOn(wide);
        assertClosed(anna, Section.VERHAAL);
        restsOn(narrow);
        assertThat(read(installation.workspace, anna, Section.VERHAAL, story)).isEqualTo("mijn verhaal");
        assertClosed(anna, Section.GELD);
        assertThat(write(Section.GELD, "nieuw").epoch()).isEqualTo(2);
        assertThat(write(Section.VERHAAL, "nieuw").epoch()).isEqualTo(1);
    }

    @Test
    void afterAStopWhoIsLeftReadsOldAndNewAndWhoKeptAKeyReadsNothingNew() {
        var bert = installation.professionalWithKeys("bert");
        var annas = installation.grant(jan, anna, lastDay, Section.VERHAAL);
        var berts = installation.grant(jan, bert, lastDay, Section.VERHAAL, Section.GELD);
        restsOn(annas);
        var kept = installation.workspace.vault.broker().open(anna, Access.read(jan.id(), Section.VERHAAL));
        installation.resident.publish(new ConsentEvent.Stopped(jan.id(), annas, Set.of(Section.VERHAAL), jan));
        var later = write(Section.VERHAAL, "na het stoppen");
        assertThat(later.epoch()).isEqualTo(2);
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> kept.open(Section.VERHAAL, record, 1, later));
        assertThatExceptionOfType(DoesNotOpen.class)
                .isThrownBy(
                        () -> kept.open(Section.VERHAAL, record, 1, new SealedRecord(later.suite(), 1, later.bytes())));
        restsOn(berts);
        assertThat(read(installation.workspace, bert, Section.VERHAAL, story)).isEqualTo("mijn verhaal");
        assertThat(read(installation.workspace, bert, Section.VERHAAL, later)).isEqualTo("na het stoppen");
        assertThat(write(Section.GELD, "x").epoch()).isEqualTo(1);
    }

    @Test
    void theTeamOpensWhatWasGrantedToTheTeamTooAndNothingElse() {
        var colleague = installation.professionalWithKeys("carla", "wijkteam-noord");
        var stranger = installation.professionalWithKeys("dirk", "wijkteam-zuid");
        var personal = installation.grant(jan, anna, lastDay, Section.VERHAAL);
        restsOn(personal);
        assertClosed(colleague, Section.VERHAAL);
        var withTeam = installation.grant(
                jan, anna, Optional.of(new TeamId("wijkteam-noord")), Optional.empty(), lastDay, Section.VERHAAL);
        restsOn(withTeam);
        assertThat(read(installation.workspace, anna, Section.VERHAAL, story)).isEqualTo("mijn verhaal");
        assertThat(read(installation.workspace, colleague, Section.VERHAAL, story))
                .isEqualTo("mijn verhaal");
        assertClosed(stranger, Section.VERHAAL);
    }

    @Test
    void aGrantToSomebodyWithoutAKeyIsNotGiven() {
        var nobody = installation.professional("nobody");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> installation.grant(jan, nobody, lastDay, Section.VERHAAL));
        assertThat(count("grant_secret")).isZero();
    }

    @Test
    void aDecisionThatIsRolledBackLeavesNoLease() {
        var grant = new GrantId(UUID.randomUUID());
        var event = new ConsentEvent.Granted(
                jan.id(), grant, anna.id(), Optional.empty(), Set.of(Section.VERHAAL), lastDay, Optional.empty(), jan);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> installation.resident.transaction.executeWithoutResult(status -> {
                    installation.resident.vault.consentKeys().on(event);
                    throw new IllegalStateException("the decision failed after all");
                }));
        assertThat(JdbcClient.create(installation.databases.keysSuperuser())
                        .sql("select count(*) from keystore.grant_lease")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Nested
    class ATask {

        private final UUID assignment = UUID.randomUUID();

        @Test
        void byLawOpensTheMunicipalSectionsOfItsLeaseAndNoOthersUntilItEnds() {
            var plan = write(Section.PLAN, "het plan");
            assertClosed(anna, Section.PLAN);
            installation.workspace.publish(new ConsentEvent.Assigned(
                    jan.id(), assignment, anna.id(), Set.of(Section.PLAN, Section.VERHAAL), lastDay));
            assertThat(read(installation.workspace, anna, Section.PLAN, plan)).isEqualTo("het plan");
            assertClosed(anna, Section.BESLUITEN);
            assertClosed(anna, Section.VERHAAL);
            installation.workspace.publish(new ConsentEvent.AssignmentEnded(jan.id(), assignment, Optional.empty()));
            assertClosed(anna, Section.PLAN);
        }

        @Test
        void endsWithItsLastDay() {
            installation.workspace.publish(new ConsentEvent.Assigned(
                    jan.id(), assignment, anna.id(), Set.of(Section.PLAN), installation.today()));
            try (var keys = installation.workspace.vault.broker().open(anna, Access.read(jan.id(), Section.PLAN))) {
                assertThat(keys.name()).contains("Naam van jan");
            }
            installation.clock.advance(Duration.ofDays(1));
            assertClosed(installation.professional("anna"), Section.PLAN);
        }

        @Test
        void canBeginForAResidentWhoNeverSignedIn() {
            var unknown = new ResidentId(UUID.randomUUID());
            installation.workspace.publish(
                    new ConsentEvent.Assigned(unknown, assignment, anna.id(), Set.of(Section.MELDING), lastDay));
            SealedRecord sealed;
            try (var keys = installation.workspace.vault.broker().open(anna, Access.add(unknown, Section.MELDING))) {
                sealed = keys.seal(Section.MELDING, record, 1, "melding".getBytes(UTF_8));
            }
            installation.subjects.put("later", unknown);
            var later = installation.residentWithDossier("later");
            try (var keys = installation.resident.vault.broker().open(later, Access.read(unknown, Section.MELDING))) {
                assertThat(keys.open(Section.MELDING, record, 1, sealed))
                        .asString()
                        .isEqualTo("melding");
            }
        }
    }

    @Nested
    class WithAllOfTheMainDatabaseAndTheGranteesPrivateKeyAThief {

        /** Everything that is in the main database while the grant is live, put back after it ended. */
        private void endedAndRestored(Runnable end) {
            var thief = JdbcClient.create(installation.databases.superuser());
            var tables = List.of("grant_box", "grant_secret", "grant_section_key", "section_key", "root_key");
            tables.forEach(table -> thief.sql("create table backup_" + table + " as table dossier." + table)
                    .update());
            end.run();
            tables.forEach(table -> {
                thief.sql("delete from dossier." + table).update();
                thief.sql("insert into dossier." + table + " table backup_" + table)
                        .update();
            });
        }

        /**
         * The thief even has the broker's code, the workspace's custody and the private key: all but lease or day key.
         */
        private void assertNothingOpens(GrantId grant) {
            restsOn(grant);
            var seeds = JdbcClient.create(installation.databases.keysSuperuser())
                    .sql("select count(*) from keystore.grantee_seed")
                    .query(Integer.class)
                    .single();
            assertThat(seeds).isPositive();
            assertThat(count("grant_box")).isEqualTo(1);
            assertClosed(installation.professional("anna", "wijkteam-noord"), Section.VERHAAL);
        }

        @Test
        void opensNothingThatWasStopped() {
            var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
            endedAndRestored(() -> installation.resident.publish(
                    new ConsentEvent.Stopped(jan.id(), grant, Set.of(Section.VERHAAL), jan)));
            assertNothingOpens(grant);
        }

        @Test
        void opensNothingThatExpired() {
            var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
            var keysThief = JdbcClient.create(installation.databases.keysSuperuser());
            keysThief
                    .sql("create table backup_lease as table keystore.grant_lease")
                    .update();
            endedAndRestored(() -> {
                installation.clock.advance(Duration.ofDays(31));
                installation.workspace.vault.expiredKeys().destroyPassed();
            });
            // Even with the lease back from a backup of the keystore, the day key is gone.
            keysThief.sql("insert into keystore.grant_lease table backup_lease").update();
            assertNothingOpens(grant);
        }

        @Test
        void cannotPutTheExpiryOff() {
            var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
            installation.resident.keys.addDay(lastDay.plusDays(300));
            JdbcClient.create(installation.databases.superuser())
                    .sql("update dossier.grant_box set last_day = :day")
                    .param("day", lastDay.plusDays(300))
                    .update();
            restsOn(grant);
            assertThatExceptionOfType(DoesNotOpen.class)
                    .isThrownBy(() -> read(installation.workspace, anna, Section.VERHAAL, story));
        }

        @Test
        void cannotWidenTheTerms() {
            var grant = installation.grant(jan, anna, lastDay, Section.VERHAAL);
            JdbcClient.create(installation.databases.superuser())
                    .sql("update dossier.grant_box set sections = array[1, 3]::smallint[]")
                    .update();
            restsOn(grant);
            assertThatExceptionOfType(DoesNotOpen.class)
                    .isThrownBy(() -> read(installation.workspace, anna, Section.VERHAAL, story));
        }
    }

    @Nested
    class AKeyOfAGranteeThatSomebodyPutInItsPlace {

        private void substitute(byte[] publicKey, byte[] keyId) {
            JdbcClient.create(installation.databases.superuser())
                    .sql("update dossier.grantee_key set public_key = :public, key_id = :id where holder = :holder")
                    .param("public", publicKey)
                    .param("id", keyId)
                    .param("holder", Holder.of(anna.id()).text())
                    .update();
        }

        @Test
        void isRefusedWhenTheOrganisationDidNotSignIt() throws Exception {
            var mine = XWing.publicKeyOf(SecretKeyBytes.random());
            substitute(mine, Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(mine), 16));
            assertThatExceptionOfType(SecurityException.class)
                    .isThrownBy(() -> installation.grant(jan, anna, lastDay, Section.VERHAAL));
            assertThat(count("grant_box")).isZero();
        }

        @Test
        void isRefusedWhenTheOrganisationSignedItForSomebodyElse() {
            var mallory = installation.professionalWithKeys("mallory");
            JdbcClient.create(installation.databases.superuser())
                    .sql("delete from dossier.grantee_key where holder = :holder")
                    .param("holder", Holder.of(anna.id()).text())
                    .update();
            JdbcClient.create(installation.databases.superuser())
                    .sql("update dossier.grantee_key set holder = :anna where holder = :mallory")
                    .param("anna", Holder.of(anna.id()).text())
                    .param("mallory", Holder.of(mallory.id()).text())
                    .update();
            assertThatExceptionOfType(SecurityException.class)
                    .isThrownBy(() -> installation.grant(jan, anna, lastDay, Section.VERHAAL));
        }
    }
}
