package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.CONTACT;
import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.LEEFGEBIEDEN;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.VEILIGHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.voorelkaar.consent.ConsentRefused.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTests extends Situation {

    private void refuses(Actor.Professional by, NewRequest request, Reason reason) {
        assertThatThrownBy(() -> workspace(() -> requests.ask(by, new RequestId(UUID.randomUUID()), request)))
                .isInstanceOfSatisfying(
                        ConsentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private NewRequest question(Purpose purpose, Section... sections) {
        return new NewRequest(resident, read(sections), purpose, IF_NO, Optional.empty());
    }

    private NewRequest again(String newReason, Section... sections) {
        return new NewRequest(resident, read(sections), PURPOSE, IF_NO, Optional.of(new Purpose(newReason)));
    }

    @Test
    void theResidentSeesWhoAsksForWhatAndWhyAndNothingOfItIsReadableInTheDatabase() {
        var anouk = professional(Role.GSP);

        var request = ask(anouk, read(VERHAAL));

        assertThat(requests.find(me(), request.id()))
                .isEqualTo(request)
                .satisfies(found -> assertThat(found.by().name()).isEqualTo("Anouk Meijer"))
                .satisfies(found -> assertThat(found.purpose()).isEqualTo(PURPOSE))
                .satisfies(found -> assertThat(found.whatIfNo()).isEqualTo(IF_NO));
        assertThat(workspace(() -> requests.asked(anouk))).containsExactly(request);
        assertThat(superuser()
                        .sql(
                                "SELECT r::text || p::text FROM consent.access_request r JOIN consent.party p USING (party_id)"
                                        + " WHERE resident_id = :resident")
                        .param("resident", resident.value())
                        .query(String.class)
                        .single())
                .doesNotContain("Anouk")
                .doesNotContain("hulp")
                .doesNotContain(hex("hulp in huis"))
                .doesNotContain(hex("Anouk"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void askingTwiceWithOneIdAsksOnce() {
        var anouk = professional(Role.GSP);
        var id = new RequestId(UUID.randomUUID());

        var first = workspace(() -> requests.ask(anouk, id, question(read(VERHAAL))));
        var second = workspace(() -> requests.ask(anouk, id, question(read(VERHAAL))));

        assertThat(second).isEqualTo(first);
        assertThat(log(LedgerEvent.Kind.ASKED)).hasSize(1);
        assertThat(happenings.about(resident, ConsentEvent.Asked.class)).hasSize(1);
    }

    @Test
    void twoTabsThatAskAtOnceAskOnce() throws Exception {
        var anouk = professional(Role.GSP);
        var tabs = new ArrayList<Callable<AccessRequest>>();
        for (var tab = 0; tab < 8; tab++) {
            tabs.add(() ->
                    workspace(() -> requests.ask(anouk, new RequestId(UUID.randomUUID()), question(read(VERHAAL)))));
        }

        assertThat(outcomes(tabs)).containsOnlyOnce("asked").hasSize(8).contains("ASKED_ALREADY");
        assertThat(requests.open(me())).hasSize(1);
    }

    @Test
    void aDoubleClickIsOneRequest() throws Exception {
        var anouk = professional(Role.GSP);
        var id = new RequestId(UUID.randomUUID());
        Callable<AccessRequest> click = () -> workspace(() -> requests.ask(anouk, id, question(read(VERHAAL))));

        assertThat(outcomes(List.of(click, click, click, click))).containsOnly("asked");
        assertThat(requests.open(me())).hasSize(1);
    }

    private static List<String> outcomes(List<Callable<AccessRequest>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(RequestTests::outcome).toList();
        }
    }

    private static String outcome(Future<AccessRequest> call) {
        try {
            call.get();
            return "asked";
        } catch (ExecutionException e) {
            return e.getCause() instanceof ConsentRefused refused
                    ? refused.reason().name()
                    : String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    class IsNotMade {

        @ParameterizedTest(name = "{0} for {1}: {2}")
        @CsvSource({
            "TM,   VERHAAL,    ROLE_MAY_NOT_ASK",
            "FG,   VERHAAL,    ROLE_MAY_NOT_ASK",
            "KCC,  VERHAAL,    ROLE_MAY_NOT_ASK",
            "BES,  VERHAAL,    ROLE_MAY_NOT_ASK",
            "SPEC, VEILIGHEID, ROLE_MAY_NOT_ASK",
            "CO,   PLAN,       ROLE_MAY_NOT_ASK",
            "GSP,  PLAN,       STATUTE_COVERS_IT",
            "CM,   CONTACT,    STATUTE_COVERS_IT",
            "JUR,  BESLUITEN,  STATUTE_COVERS_IT",
        })
        void forWhatOnlyTheLawOrNobodyGives(Role role, Section section, Reason reason) {
            refuses(professional(role), question(read(section)), reason);
        }

        @Test
        void forWhatAnAssignedCaseOpensAlready() {
            var bram = professional(Role.CM);
            assertThat(workspace(() -> requests.askable(bram, resident))).contains(LEEFGEBIEDEN);
            var manager = professional(Role.TM);
            workspace(() -> cases.assign(manager, resident, bram.id(), "Wmo 2.3.2", SPRING));

            refuses(bram, question(read(LEEFGEBIEDEN)), Reason.STATUTE_COVERS_IT);
            assertThat(workspace(() -> requests.askable(bram, resident)))
                    .contains(VERHAAL)
                    .doesNotContain(LEEFGEBIEDEN, PLAN, CONTACT, VEILIGHEID);
        }

        @Test
        void forOnesOwnDossierNorTheHouseholdsWithOneAnswerForBoth() {
            var anouk = professional(Role.GSP);
            for (var own : List.of(true, false)) {
                workspace(() -> {
                    parties.related(anouk.id(), own ? Set.of(resident) : Set.of(), own ? Set.of() : Set.of(resident));
                    return own;
                });
                refuses(anouk, question(read(VERHAAL)), Reason.OWN_DOSSIER);
                assertThat(workspace(() -> requests.askable(anouk, resident))).isEmpty();
            }
            assertThat(requests.open(me())).isEmpty();
            assertThat(log(LedgerEvent.Kind.ASKED))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.REFUSED));
        }

        @Test
        void withoutASectionOrWithoutReading() {
            var anouk = professional(Role.GSP);
            refuses(anouk, question(new Terms(Set.of(), Set.of(Right.READ), SPRING, false)), Reason.NOTHING_ASKED);
            refuses(
                    anouk,
                    question(new Terms(Set.of(VERHAAL), Set.of(Right.ADD), SPRING, false)),
                    Reason.NOTHING_ASKED);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-10-04, UNTIL_IN_THE_PAST",
            "2027-10-06, LONGER_THAN_TWELVE_MONTHS",
        })
        void forADayOutsideTheYearThatBeginsToday(LocalDate until, Reason reason) {
            refuses(
                    professional(Role.GSP),
                    question(new Terms(Set.of(VERHAAL), Set.of(Right.READ), until, false)),
                    reason);
        }

        @ParameterizedTest
        @CsvSource({"2026-10-05", "2027-10-05"})
        void butTheFirstAndTheLastDayOfThatYearAreFine(LocalDate until) {
            ask(professional(Role.GSP), new Terms(Set.of(VERHAAL), Set.of(Right.READ), until, false));
        }

        @Test
        void afterAWeakLogin() {
            var anouk = professional(Role.GSP);
            var weak = new Actor.Professional(
                    anouk.id(),
                    anouk.role(),
                    anouk.organisation(),
                    anouk.team(),
                    AssuranceLevel.MIDDEN,
                    anouk.signedInAt(),
                    anouk.assertion());

            refuses(weak, question(read(VERHAAL)), Reason.ASSURANCE_TOO_LOW);
        }

        @Test
        void moreThanSixtyTimesAnHour() {
            var anouk = professional(Role.GSP);
            for (var turn = 0; turn < 60; turn++) {
                var other = new NewRequest(
                        new ResidentId(UUID.randomUUID()), read(VERHAAL), PURPOSE, IF_NO, Optional.empty());
                workspace(() -> requests.ask(anouk, new RequestId(UUID.randomUUID()), other));
            }
            refuses(anouk, question(read(VERHAAL)), Reason.TOO_MANY);
            clock.advance(Duration.ofMinutes(1));
            ask(anouk, read(VERHAAL));
        }
    }

    @Nested
    class ForOnePurpose {

        @Test
        void isOpenOnceWhetherItIsTheSameSectionOrTheSameWords() {
            var anouk = professional(Role.GSP);
            ask(anouk, read(VERHAAL, GELD));

            refuses(anouk, question(new Purpose("Een heel ander doel dan eerst."), GELD), Reason.ASKED_ALREADY);
            refuses(
                    anouk,
                    question(new Purpose("  ik wil HULP in huis, voor u, regelen!"), GEZONDHEID),
                    Reason.ASKED_ALREADY);
            workspace(() -> requests.ask(
                    anouk,
                    new RequestId(UUID.randomUUID()),
                    question(new Purpose("Een heel ander doel dan eerst."), GEZONDHEID)));
        }

        @Test
        void maybeAskedBySomebodyElse() {
            ask(professional(Role.GSP), read(VERHAAL));
            ask(professional(Role.CM), read(VERHAAL));

            assertThat(requests.open(me())).hasSize(2);
        }

        @Test
        void canBeAskedAgainAfterWithdrawing() {
            var anouk = professional(Role.GSP);
            var first = ask(anouk, read(VERHAAL));
            workspace(() -> {
                requests.withdraw(anouk, first.id());
                requests.withdraw(anouk, first.id());
                return first;
            });

            ask(anouk, read(VERHAAL));

            assertThat(requests.find(me(), first.id()).state()).isEqualTo(AccessRequest.State.INGETROKKEN_DOOR_VRAGER);
            assertThat(log(LedgerEvent.Kind.ASK_WITHDRAWN)).hasSize(1);
        }
    }

    @Nested
    class AfterANo {

        @Test
        void isNotMadeAgainForThirtyDaysUnlessThereIsANewReason() {
            var anouk = professional(Role.GSP);
            var first = ask(anouk, read(VERHAAL));
            requests.refuse(me(), first.id(), SHOWN);

            refuses(anouk, question(read(VERHAAL)), Reason.REFUSED_RECENTLY);
            refuses(anouk, again(PURPOSE.text() + "!", VERHAAL), Reason.REFUSED_RECENTLY);
            var second = workspace(() -> requests.ask(
                    anouk, new RequestId(UUID.randomUUID()), again("U belde ons vanochtend hierover.", VERHAAL)));
            requests.refuse(me(), second.id(), SHOWN);
            refuses(anouk, again("U belde ons vanochtend hierover", VERHAAL), Reason.REFUSED_RECENTLY);

            clock.advance(Duration.ofDays(30).minusSeconds(1));
            refuses(anouk, question(read(VERHAAL)), Reason.REFUSED_RECENTLY);
            clock.advance(Duration.ofSeconds(1));
            ask(anouk, read(VERHAAL));
        }

        @Test
        void theAnswerIsRecordedOnceHoweverOftenItIsGiven() {
            var first = ask(professional(Role.GSP), read(VERHAAL));

            requests.refuse(me(), first.id(), SHOWN);
            requests.refuse(me(), first.id(), SHOWN);

            assertThat(log(LedgerEvent.Kind.REQUEST_REFUSED)).hasSize(1);
            assertThat(happenings.about(resident, ConsentEvent.Refused.class)).hasSize(1);
            assertThat(requests.open(me())).isEmpty();
            assertThat(superuser()
                            .sql(
                                    "SELECT count(*) FROM consent.consent_record WHERE resident_id = :r AND grant_id IS NULL")
                            .param("r", resident.value())
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void theAskerCannotWithdrawIt() {
            var anouk = professional(Role.GSP);
            var first = ask(anouk, read(VERHAAL));
            requests.refuse(me(), first.id(), SHOWN);

            assertThatThrownBy(() -> workspace(() -> {
                        requests.withdraw(anouk, first.id());
                        return first;
                    }))
                    .hasMessage("NO_LONGER_OPEN");
        }
    }

    @Nested
    class ByTheClock {

        @Test
        void lapsesAfterFourteenDaysBeforeAnyJobRuns() {
            var anouk = professional(Role.GSP);
            var request = ask(anouk, read(VERHAAL));

            clock.advance(Duration.ofDays(14).minusNanos(1_000));
            assertThat(requests.open(me())).hasSize(1);
            clock.advance(Duration.ofNanos(1_000));

            assertThat(requests.open(me())).isEmpty();
            assertThat(requests.find(me(), request.id()).state()).isEqualTo(AccessRequest.State.VERVALLEN);
            assertThatThrownBy(() -> grants.give(me(), request.id(), read(VERHAAL), SHOWN))
                    .hasMessage("NO_LONGER_OPEN");
            assertThatThrownBy(() -> requests.refuse(me(), request.id(), SHOWN)).hasMessage("NO_LONGER_OPEN");
            ask(anouk, read(VERHAAL));
        }

        @Test
        void theJobWritesTheLapseDownOnce() {
            ask(professional(Role.GSP), read(VERHAAL));
            clock.advance(Duration.ofDays(14));

            assertThat(dueWork.lapseDue()).isPositive();
            assertThat(dueWork.lapseDue()).isZero();

            assertThat(log(LedgerEvent.Kind.REQUEST_LAPSED)).hasSize(1);
        }
    }

    @Test
    void nobodyElseSeesOrAnswersARequest() {
        var anouk = professional(Role.GSP);
        var bram = professional(Role.CM);
        var request = ask(anouk, read(VERHAAL));
        var other = signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.HOOG, Duration.ZERO);

        assertThat(requests.open(other)).isEmpty();
        assertThatThrownBy(() -> requests.find(other, request.id())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> requests.refuse(other, request.id(), SHOWN)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> grants.give(other, request.id(), read(VERHAAL), SHOWN))
                .isInstanceOf(AccessRefused.class);
        assertThat(workspace(() -> requests.asked(bram))).isEmpty();
        assertThatThrownBy(() -> workspace(() -> {
                    requests.withdraw(bram, request.id());
                    return request;
                }))
                .hasMessage("NO_LONGER_OPEN");
        assertThat(requests.open(me())).containsExactly(request);
    }

    @Test
    void howTheResidentWasFoundIsKeptForWhoAskedAndReadableByNobodyElse() {
        var byCode = professional(Role.GSP);
        var byBsn = professional(Role.GSP);
        for (var asking : List.of(
                Map.entry(byCode, HowFound.ByCode.typed("7kq4 m2xp")), Map.entry(byBsn, new HowFound.ByBsn()))) {
            workspace(() -> requests.ask(
                    asking.getKey(),
                    new RequestId(UUID.randomUUID()),
                    new NewRequest(
                            resident,
                            read(VERHAAL),
                            PURPOSE,
                            IF_NO,
                            Optional.empty(),
                            Optional.of(asking.getValue()))));
        }

        assertThat(workspace(() -> requests.asked(byCode)))
                .singleElement()
                .satisfies(asked -> assertThat(asked.found()).contains(new HowFound.ByCode("M2XP")));
        assertThat(workspace(() -> requests.asked(byBsn)))
                .singleElement()
                .satisfies(asked -> assertThat(asked.found()).contains(new HowFound.ByBsn()));
        assertThat(superuser()
                        .sql("SELECT count(*) FROM consent.access_request WHERE resident_id = :r AND found IS NOT NULL"
                                + " AND position(:end::bytea IN found) = 0")
                        .param("r", resident.value())
                        .param("end", "M2XP".getBytes(StandardCharsets.US_ASCII))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }
}
