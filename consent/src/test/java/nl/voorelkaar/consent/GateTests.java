package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.CONTACT;
import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.MELDING;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.voorelkaar.ConsentTestApplication;
import nl.voorelkaar.CountedStatements;
import nl.voorelkaar.consent.Decision.Reason;
import nl.voorelkaar.consent.Decision.Refused;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class GateTests extends Situation {

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }

    @Test
    void anAccessThatIsRefusedForOneSectionIsRefusedAsAWholeAndWrittenDown() {
        var anouk = professional(Role.GSP);
        given(anouk, read(VERHAAL));

        assertThatThrownBy(() -> workspace(() -> gate.require(anouk, Access.read(resident, VERHAAL, GELD))))
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SECTION_NOT_GRANTED));

        assertThat(log(LedgerEvent.Kind.READ))
                .singleElement()
                .satisfies(line -> assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.REFUSED))
                .satisfies(line -> assertThat(line.sections()).containsExactlyInAnyOrder(VERHAAL, GELD))
                .satisfies(line -> assertThat(line.ground()).isEmpty())
                .satisfies(line -> assertThat(line.details()).containsEntry("reason", "SECTION_NOT_GRANTED"));
    }

    @Test
    void aRefusalIsInTheLogAlsoWhenTheCallerRollsBack() {
        var anouk = professional(Role.GSP);

        workspace(() -> transaction().execute(status -> {
            assertThatThrownBy(() -> gate.require(anouk, Access.read(resident, VERHAAL)))
                    .isInstanceOf(AccessRefused.class);
            status.setRollbackOnly();
            return status;
        }));

        assertThat(log(LedgerEvent.Kind.READ)).hasSize(1);
    }

    @Test
    void aPermitIsInTheLogBeforeItIsGivenOut() {
        var anouk = professional(Role.GSP);
        given(anouk, read(VERHAAL));

        workspace(() -> transaction().execute(status -> {
            gate.require(anouk, Access.read(resident, VERHAAL));
            assertThat(on(Face.RESIDENT, () -> apart(() -> log(LedgerEvent.Kind.READ))))
                    .hasSize(1);
            status.setRollbackOnly();
            return status;
        }));

        assertThat(log(LedgerEvent.Kind.READ)).hasSize(1);
    }

    private <T> T apart(Supplier<T> work) {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            return other.submit(work::get).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsAllowedOnTwoGroundsIsTwoLinesWithOneGroundEach() {
        var anouk = professional(Role.GSP);
        var manager = professional(Role.TM);
        var grant = given(anouk, read(VERHAAL, GELD));
        workspace(() -> cases.assign(manager, resident, anouk.id(), "Wmo 2.3.2", SPRING));

        var permits = workspace(
                () -> gate.requireAny(anouk, new Access(resident, Set.of(Section.values()), Access.Action.READ)));

        assertThat(permits.keySet())
                .containsExactlyInAnyOrder(
                        VERHAAL, GELD, CONTACT, MELDING, Section.LEEFGEBIEDEN, Section.DERDEN, PLAN, Section.BESLUITEN);
        assertThat(log(LedgerEvent.Kind.READ))
                .extracting(LedgerLine::ground, LedgerLine::grant, LedgerLine::statute)
                .containsExactlyInAnyOrder(
                        tuple(Optional.of(Grondslag.TOESTEMMING), Optional.of(grant.id()), Optional.empty()),
                        tuple(Optional.of(Grondslag.WETTELIJKE_TAAK), Optional.empty(), Optional.of("Wmo 2.3.2")));
    }

    @Test
    void whoAsksForAllAndHasNothingIsRefusedAndWrittenDown() {
        var anouk = professional(Role.GSP);

        assertThatThrownBy(() -> workspace(() -> gate.requireAny(anouk, Access.read(resident, VERHAAL, PLAN))))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("not available");

        assertThat(log(LedgerEvent.Kind.READ)).hasSize(1);
    }

    @Test
    void aDossierThatDoesNotExistIsRefusedInTheSameWords() {
        var anouk = professional(Role.GSP);

        assertThatThrownBy(() ->
                        workspace(() -> gate.require(anouk, Access.read(new ResidentId(UUID.randomUUID()), VERHAAL))))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("not available");
    }

    @Test
    void aResidentInAnothersDossierIsRefusedAndTheOtherSeesIt() {
        var intruder = signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.HOOG, Duration.ZERO);

        assertThatThrownBy(() -> gate.require(intruder, Access.read(resident, VERHAAL)))
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_THE_RESIDENT));

        assertThat(log(LedgerEvent.Kind.READ))
                .singleElement()
                .satisfies(line -> assertThat(line.byResident()).isFalse())
                .satisfies(line -> assertThat(line.by()).isEmpty());
    }

    @Test
    void theResidentsOwnReadingIsInTheLogToo() {
        gate.require(me(), Access.read(resident, VERHAAL, GEZONDHEID));

        assertThat(log(LedgerEvent.Kind.READ))
                .singleElement()
                .satisfies(line -> assertThat(line.byResident()).isTrue())
                .satisfies(line -> assertThat(line.ground()).contains(Grondslag.EIGEN_DOSSIER));
    }

    @Test
    void aProfessionalIsKeptOutOfTheirOwnAndTheirHouseholdsDossierWhateverTheyWereGiven() {
        var anouk = professional(Role.GSP);
        given(anouk, read(VERHAAL));

        related(anouk, Set.of(resident), Set.of());
        assertThat(reading(anouk, VERHAAL)).isEqualTo(refused(Reason.OWN_DOSSIER));
        related(anouk, Set.of(), Set.of(resident));
        assertThat(reading(anouk, VERHAAL)).isEqualTo(refused(Reason.OWN_HOUSEHOLD));
        related(anouk, Set.of(resident), Set.of(resident));
        assertThat(reading(anouk, VERHAAL)).isEqualTo(refused(Reason.OWN_DOSSIER));
        related(anouk, Set.of(), Set.of());
        assertThat(reading(anouk, VERHAAL)).isInstanceOf(Decision.Permitted.class);
    }

    private void related(Actor.Professional party, Set<ResidentId> own, Set<ResidentId> household) {
        workspace(() -> {
            parties.related(party.id(), own, household);
            return party;
        });
    }

    @Nested
    class InTime {

        @Test
        void aGrantHoldsUntilMidnightInAmsterdamAtTheEndOfItsLastDayAndNotAMicrosecondLonger() {
            var anouk = professional(Role.GSP);
            given(anouk, read(VERHAAL));
            var midnight = Instant.parse("2027-04-01T22:00:00Z");

            clock.set(midnight.minusNanos(1_000));
            assertThat(reading(anouk, VERHAAL)).isInstanceOf(Decision.Permitted.class);
            clock.set(midnight);
            assertThat(reading(anouk, VERHAAL)).isEqualTo(refused(Reason.EXPIRED));
        }

        @Test
        void aGrantDoesNotHoldBeforeItWasGiven() {
            var anouk = professional(Role.GSP);
            given(anouk, read(VERHAAL));

            clock.advance(Duration.ofDays(-1));

            assertThat(reading(anouk, VERHAAL)).isEqualTo(refused(Reason.NOT_YET_VALID));
        }
    }

    @Nested
    class ForTheTeam {

        private final Terms withTeam = new Terms(Set.of(VERHAAL), Set.of(Right.READ), SPRING, true);

        @Test
        void aColleagueOfTheSameTeamReadsOnlyWhenTheResidentSaidSo() {
            var anouk = professional(Role.GSP);
            var bram = professional(Role.CM);
            given(anouk, read(VERHAAL));
            assertThat(reading(bram, VERHAAL)).isInstanceOf(Refused.class);

            var grant = given(anouk, withTeam);

            assertThat(reading(bram, VERHAAL))
                    .isInstanceOfSatisfying(
                            Decision.Permitted.class,
                            permit -> assertThat(permit.grant()).contains(grant.id()));
            assertThat(workspace(() -> grants.heldBy(bram))).containsExactly(grant);
        }

        @Test
        void aColleagueOfAnotherTeamOrWithoutATeamDoesNot() {
            given(professional(Role.GSP), withTeam);

            assertThat(reading(professional(Role.CM, Optional.of(new TeamId("wij-zuid"))), VERHAAL))
                    .isInstanceOf(Refused.class);
            assertThat(reading(professional(Role.CM, Optional.empty()), VERHAAL))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void aGrantToSomebodyWithoutATeamIsForNoTeam() {
            var tom = professional(Role.CO, Optional.empty());

            var grant = given(tom, withTeam);

            assertThat(grant.terms().team()).isFalse();
            assertThat(reading(tom, VERHAAL)).isInstanceOf(Decision.Permitted.class);
        }
    }

    @Nested
    class AgainstStopping {

        @Test
        void aWriteThatWasAllowedIsFinishedBeforeAStopAndTheNextOneIsRefused() throws Exception {
            var anouk = professional(Role.GSP);
            var terms = new Terms(Set.of(VERHAAL), Set.of(Right.READ, Right.ADD), SPRING, false);
            var grant = given(anouk, terms);
            var add = Access.add(resident, VERHAAL);
            var allowed = new CountDownLatch(1);
            var written = new CountDownLatch(1);

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writing = threads.submit(() -> workspace(() -> transaction().execute(status -> {
                    var decision = gate.decide(anouk, add).get(VERHAAL);
                    allowed.countDown();
                    await(written);
                    return decision;
                })));
                await(allowed);
                var stopping = threads.submit(() -> grants.stop(me(), grant.id(), SHOWN));

                waitUntilSomebodyWaitsForALock();
                assertThat(stopping.isDone()).isFalse();
                written.countDown();

                assertThat(writing.get(10, TimeUnit.SECONDS)).isInstanceOf(Decision.Permitted.class);
                stopping.get(10, TimeUnit.SECONDS);
            }
            assertThat(decision(anouk, Access.Action.ADD, VERHAAL)).isEqualTo(refused(Reason.STOPPED));
        }

        @Test
        void aWriteThatCameDuringAStopWaitsAndIsRefused() throws Exception {
            var anouk = professional(Role.GSP);
            var terms = new Terms(Set.of(VERHAAL), Set.of(Right.READ, Right.ADD), SPRING, false);
            var grant = given(anouk, terms);
            var stopped = new CountDownLatch(1);
            var commit = new CountDownLatch(1);

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var stopping = threads.submit(() -> transaction().execute(status -> {
                    grants.stop(me(), grant.id(), SHOWN);
                    stopped.countDown();
                    await(commit);
                    return status;
                }));
                await(stopped);
                var writing = threads.submit(() -> decision(anouk, Access.Action.ADD, VERHAAL));

                waitUntilSomebodyWaitsForALock();
                assertThat(writing.isDone()).isFalse();
                commit.countDown();

                stopping.get(10, TimeUnit.SECONDS);
                assertThat(writing.get(10, TimeUnit.SECONDS)).isEqualTo(refused(Reason.STOPPED));
            }
        }

        private void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void waitUntilSomebodyWaitsForALock() {
            var waiting = superuser().sql("""
                            SELECT count(*) FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'""");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> waiting.query(Long.class).single() > 0);
        }
    }

    @Test
    void asksTheDatabaseEquallyOftenForOneSectionAndGrantAsForMany() {
        var anouk = professional(Role.GSP);
        given(anouk, read(VERHAAL));
        var few = CountedStatements.during(() -> workspace(() -> gate.decide(anouk, Access.read(resident, VERHAAL))));
        for (var section : Section.in(Zone.MIJN_DEEL)) {
            if (section != VERHAAL) {
                var purpose = new Purpose("Ik wil ook iets weten over " + section.code());
                var request = workspace(() -> requests.ask(
                        anouk,
                        new RequestId(UUID.randomUUID()),
                        new NewRequest(resident, read(section), purpose, IF_NO, Optional.empty())));
                grants.give(me(), request.id(), read(section), SHOWN);
            }
        }

        var many = CountedStatements.during(() -> workspace(
                () -> gate.decide(anouk, new Access(resident, Set.of(Section.values()), Access.Action.READ))));

        // The scope and all facts at once.
        assertThat(few).isEqualTo(1);
        assertThat(many).isEqualTo(few);
    }

    @Test
    void theCallersScopeIsPutBack() {
        var anouk = professional(Role.GSP);
        given(anouk, read(VERHAAL));

        workspace(() -> transaction().execute(status -> {
            scope.enter(anouk, resident, Set.of(VERHAAL));
            gate.require(anouk, Access.read(resident, VERHAAL));
            assertThat(JdbcClient.create(dataSource)
                            .sql("SELECT current_setting('app.sections') || current_setting('app.resident')")
                            .query(String.class)
                            .single())
                    .isEqualTo("1" + resident);
            return status;
        }));
        assertThat(ConsentTestApplication.current()).isEqualTo(Face.RESIDENT);
    }

    @Autowired
    DataSource dataSource;
}
