package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever names what is not theirs gets nothing, and is in the log of whose it is. */
class AttemptTests extends Situation {

    @Autowired
    Attempts attempts;

    @Autowired
    Representations representations;

    private final ResidentId neighbour = new ResidentId(UUID.randomUUID());

    private Actor.Resident neighbour() {
        return signedIn(neighbour, AssuranceLevel.SUBSTANTIEEL, Duration.ZERO);
    }

    private List<LedgerLine> refusedLooks() {
        return log(LedgerEvent.Kind.READ).stream()
                .filter(line -> line.outcome() == LedgerEvent.Outcome.REFUSED)
                .toList();
    }

    private List<LedgerLine> awaitRefusedLooks(int number) {
        return await().atMost(Duration.ofSeconds(20)).until(this::refusedLooks, lines -> lines.size() >= number);
    }

    /** Attempts are written one after the other: when this one is there, so are those before it. */
    private void everythingBeforeIsWritten() {
        var last = professional(Role.GSP);
        var before = refusedLooks().size();
        var own = ask(professional(Role.CM), read(VERHAAL));
        attempts.tried(last, new Handle(own.id().value()));
        awaitRefusedLooks(before + 1);
    }

    @Test
    void aProfessionalWhoNamesSomebodyElsesGrantRequestOrCaseIsInTheLogByName() {
        var holder = professional(Role.GSP);
        var grant = given(holder);
        var request = ask(professional(Role.CM), read(VERHAAL));
        var assignment =
                workspace(() -> cases.assign(professional(Role.TM), resident, holder.id(), "Wmo 2.3.2", SPRING));

        var emergency = workspace(() -> emergencies.ask(
                professional(Role.CM),
                new EmergencyId(UUID.randomUUID()),
                resident,
                new NewEmergency(
                        EmergencyReason.ANDERS,
                        Set.of(Section.CONTACT),
                        new Justification("Er is acuut gevaar en er is niemand bij de inwoner."))));

        var representation = workspace(() -> representations.register(
                        professional(Role.KCC),
                        new Representations.Registration(
                                resident,
                                "De inwoner",
                                LocalDate.of(1989, 8, 8),
                                List.of(new Representations.Speaker(PersonId.of(neighbour), "De mentor")),
                                Representation.Kind.MENTOR,
                                Representation.Evidence.COURT_DECISION,
                                CalendarDays.dayOf(clock.instant()),
                                Optional.empty())))
                .getFirst();

        for (var handle : List.of(
                grant.id().value(),
                request.id().value(),
                assignment.id(),
                emergency.id().value(),
                representation.id().value())) {
            var curious = professional(Role.GSP);
            var before = refusedLooks().size();
            workspace(() -> {
                attempts.tried(curious, new Handle(handle));
                return handle;
            });

            assertThat(awaitRefusedLooks(before + 1).getFirst()).satisfies(line -> {
                assertThat(line.by().map(Party::id)).contains(curious.id());
                assertThat(line.by().map(Party::name)).contains("Anouk Meijer");
                assertThat(line.grant()).isEmpty();
                assertThat(line.sections()).isEmpty();
            });
        }
    }

    static Stream<Consumer<AttemptTests>> whatAResidentCanDoWithAnId() {
        return Stream.of(
                test -> test.grants.find(
                        test.neighbour(),
                        test.given(test.professional(Role.GSP)).id()),
                test -> test.grants.record(
                        test.neighbour(),
                        test.given(test.professional(Role.GSP)).id()),
                test -> test.grants.pause(
                        test.neighbour(),
                        test.given(test.professional(Role.GSP)).id(),
                        Situation.SHOWN),
                test -> test.grants.resume(
                        test.neighbour(),
                        test.given(test.professional(Role.GSP)).id(),
                        Situation.SHOWN),
                test -> test.grants.stop(
                        test.neighbour(),
                        test.given(test.professional(Role.GSP)).id(),
                        Situation.SHOWN),
                test -> test.grants.narrow(
                        test.neighbour(),
                        test.given(test.professional(Role.GSP)).id(),
                        read(VERHAAL),
                        Situation.SHOWN),
                test -> test.requests.find(
                        test.neighbour(),
                        test.ask(test.professional(Role.GSP), read(VERHAAL)).id()),
                test -> test.requests.refuse(
                        test.neighbour(),
                        test.ask(test.professional(Role.GSP), read(VERHAAL)).id(),
                        Situation.SHOWN),
                test -> test.grants.give(
                        test.neighbour(),
                        test.ask(test.professional(Role.GSP), read(VERHAAL)).id(),
                        read(VERHAAL),
                        SHOWN));
    }

    @ParameterizedTest
    @MethodSource("whatAResidentCanDoWithAnId")
    void aResidentWhoNamesWhatIsAnothersIsInTheLogOfThatOther(Consumer<AttemptTests> act) {
        assertThatThrownBy(() -> act.accept(this)).isInstanceOf(AccessRefused.class);

        assertThat(awaitRefusedLooks(1)).singleElement().satisfies(line -> {
            assertThat(line.by()).isEmpty();
            assertThat(line.byResident()).isFalse();
            assertThat(line.details()).containsEntry("reason", "NOT_THE_RESIDENT");
        });
    }

    @Test
    void aProfessionalWhoWithdrawsOrEndsWhatIsAnothersIsInTheLog() {
        var request = ask(professional(Role.GSP), read(VERHAAL));
        var assignment = workspace(() -> cases.assign(
                professional(Role.TM), resident, professional(Role.GSP).id(), "Wmo 2.3.2", SPRING));

        assertThatThrownBy(() -> workspace(() -> {
                    requests.withdraw(professional(Role.GSP), request.id());
                    return request;
                }))
                .isInstanceOf(ConsentRefused.class);
        awaitRefusedLooks(1);
        assertThatThrownBy(() -> workspace(() -> {
                    cases.end(professional(Role.TM), assignment.id());
                    return assignment;
                }))
                .isInstanceOf(AccessRefused.class);
        awaitRefusedLooks(2);
    }

    @Test
    void guessingDoesNotFloodALog() {
        var first = given(professional(Role.GSP));
        var second = ask(professional(Role.CM), read(GEZONDHEID));
        var curious = professional(Role.GSP);
        for (int i = 0; i < 50; i++) {
            attempts.tried(curious, new Handle(first.id().value()));
            attempts.tried(curious, new Handle(second.id().value()));
        }
        everythingBeforeIsWritten();
        assertThat(refusedLooks().stream()
                        .filter(line -> line.by().map(Party::id).equals(Optional.of(curious.id()))))
                .hasSize(1);

        clock.advance(Duration.ofMinutes(10));
        attempts.tried(curious, new Handle(first.id().value()));
        everythingBeforeIsWritten();
        assertThat(refusedLooks().stream()
                        .filter(line -> line.by().map(Party::id).equals(Optional.of(curious.id()))))
                .hasSize(2);
    }

    @Test
    void whatIsNowhereLeavesNoLineAndWhatIsOnesOwnNeither() {
        var lines = superuser()
                .sql("SELECT count(*) FROM consent.ledger_entry WHERE resident_id = :r")
                .param("r", resident.value());
        var grant = given(professional(Role.GSP));
        var before = lines.query(Long.class).single();

        attempts.tried(me(), new Handle(grant.id().value()));
        attempts.tried(neighbour(), new Handle(UUID.randomUUID()));
        attempts.tried(professional(Role.GSP), new Handle(UUID.randomUUID()));
        var other = new ResidentId(UUID.randomUUID());
        assertThatThrownBy(() -> grants.find(neighbour(), new GrantId(other.value())))
                .isInstanceOf(AccessRefused.class)
                .hasMessage("not available");
        everythingBeforeIsWritten();

        assertThat(refusedLooks()).hasSize(1);
        assertThat(lines.query(Long.class).single()).isGreaterThan(before);
    }

    /**
     * While somebody else writes in that ledger, a line would have to wait: whoever tried does not, and so cannot tell.
     */
    @Test
    @Timeout(8)
    void theAnswerWaitsForNothingThatDependsOnWhatExists() {
        var grant = given(professional(Role.GSP));
        var curious = professional(Role.GSP);
        var busy = databases.superuser();

        new TransactionTemplate(new DataSourceTransactionManager(busy)).executeWithoutResult(status -> {
            JdbcClient.create(busy)
                    .sql("SELECT last_seq FROM consent.ledger_head WHERE resident_id = :r FOR UPDATE")
                    .param("r", resident.value())
                    .query(Long.class)
                    .single();
            attempts.tried(curious, new Handle(grant.id().value()));
        });

        assertThat(awaitRefusedLooks(1)).hasSize(1);
    }
}
