package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class LedgerTests extends Situation {

    private LedgerEvent event(Kind kind, Optional<Actor> actor, Map<String, String> details) {
        return new LedgerEvent(
                resident,
                kind,
                actor,
                Set.of(VERHAAL),
                Optional.of(Grondslag.TOESTEMMING),
                Optional.of("Wmo 2.3.2"),
                Optional.of(new GrantId(new UUID(3, 1))),
                LedgerEvent.Outcome.DONE,
                details);
    }

    private LedgerEvent event(Kind kind) {
        return event(kind, Optional.empty(), Map.of());
    }

    private Ledger.Filter kinds(Kind kind, int size, Optional<Long> before) {
        return new Ledger.Filter(Set.of(kind), Optional.empty(), Optional.empty(), Optional.empty(), before, size);
    }

    @Nested
    class ALine {

        @Test
        void comesBackAsItWasWritten() {
            var anouk = professional(Role.GSP);

            workspace(() -> {
                ledger.appendNow(event(Kind.SEARCHED, Optional.of(anouk), Map.of("entry", "42", "een", "\"é\\ 😀")));
                return anouk;
            });

            assertThat(log(Kind.SEARCHED)).singleElement().satisfies(line -> {
                assertThat(line.sequence()).isEqualTo(1);
                assertThat(line.at()).isEqualTo(clock.instant());
                assertThat(line.by().map(Party::name)).contains("Anouk Meijer");
                assertThat(line.byResident()).isFalse();
                assertThat(line.sections()).containsExactly(VERHAAL);
                assertThat(line.ground()).contains(Grondslag.TOESTEMMING);
                assertThat(line.statute()).contains("Wmo 2.3.2");
                assertThat(line.grant()).contains(new GrantId(new UUID(3, 1)));
                assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.DONE);
                assertThat(line.details()).containsExactlyInAnyOrderEntriesOf(Map.of("entry", "42", "een", "\"é\\ 😀"));
            });
        }

        @Test
        void ofSomebodyWhoseNameIsUnknownStillNamesTheOrganisation() {
            var unknown = new Actor.Professional(
                    new PartyId(UUID.randomUUID()),
                    Role.AANB,
                    new OrganisationId("zorg-voorbeeld"),
                    Optional.empty(),
                    AssuranceLevel.HOOG,
                    clock.instant(),
                    new Assertion("token"));

            ledger.appendNow(event(Kind.LOOKED_UP, Optional.of(unknown), Map.of()));

            assertThat(log(Kind.LOOKED_UP).getFirst().by().map(Party::organisationName))
                    .contains("zorg-voorbeeld");
        }

        @Test
        void needsATransaction() {
            assertThatThrownBy(() -> ledger.append(event(Kind.READ))).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void isGoneWithTheTransactionThatWroteIt() {
            transaction().executeWithoutResult(status -> {
                ledger.append(event(Kind.READ));
                status.setRollbackOnly();
            });
            ledger.appendNow(event(Kind.ADDED));

            assertThat(log())
                    .extracting(LedgerLine::sequence, LedgerLine::kind)
                    .containsExactly(tuple(2L, Kind.LOG_READ), tuple(1L, Kind.ADDED));
        }

        @Test
        void cannotWaitForItself() {
            assertThatThrownBy(() -> transaction().executeWithoutResult(status -> {
                        ledger.append(event(Kind.READ));
                        ledger.appendNow(event(Kind.READ));
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void isWrittenWithoutDisturbingTheCallersScope() {
            var anouk = professional(Role.GSP);
            var grant = given(anouk);

            assertThat(Situation.<List<Grant>>workspace(() -> transaction().execute(status -> {
                        scope.enter(anouk);
                        ledger.append(new LedgerEvent(
                                new ResidentId(UUID.randomUUID()),
                                Kind.LISTED,
                                Optional.of(anouk),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                LedgerEvent.Outcome.DONE,
                                Map.of()));
                        return grants.heldBy(anouk);
                    })))
                    .containsExactly(grant);
        }
    }

    @Nested
    class Numbering {

        @Test
        void hasNoGapsNorDoublesWhenLinesOnTheirOwnAreWrittenAtOnce() throws Exception {
            var parties = new ArrayList<UUID>();
            var writers = new ArrayList<Callable<Void>>();
            for (var writer = 0; writer < 8; writer++) {
                var anouk = professional(Role.GSP);
                parties.add(anouk.id().value());
                writers.add(() -> {
                    for (var line = 0; line < 20; line++) {
                        on(Face.WORKSPACE, () -> {
                            ledger.appendNow(event(Kind.READ, Optional.of(anouk), Map.of()));
                            return anouk;
                        });
                    }
                    return null;
                });
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var writer : threads.invokeAll(writers)) {
                    writer.get();
                }
            }

            assertThat(sequences())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 8 * 20).boxed().toList());
            assertThat(superuser()
                            .sql("SELECT sum(looked) FROM consent.use_count WHERE party_id IN (:parties)")
                            .param("parties", parties)
                            .query(Long.class)
                            .single())
                    .isEqualTo(8 * 20);
        }

        @Test
        void goesOnAfterALineOfAnotherProcess() {
            ledger.appendNow(event(Kind.READ));
            superuser()
                    .sql("UPDATE consent.ledger_head SET last_seq = last_seq + 1 WHERE resident_id = :r")
                    .param("r", resident.value())
                    .update();

            ledger.appendNow(event(Kind.ADDED));
            ledger.appendNow(event(Kind.EDITED));

            assertThat(sequences()).containsExactly(1L, 3L, 4L);
        }

        @Test
        void isNotTakenByALineThatTheDatabaseRefused() {
            ledger.appendNow(event(Kind.READ));
            superuser()
                    .sql("ALTER TABLE consent.audit_pending ADD CONSTRAINT full_up CHECK (resident_id <> '" + resident
                            + "') NOT VALID")
                    .update();
            try {
                assertThatThrownBy(() -> ledger.appendNow(event(Kind.ADDED)))
                        .isInstanceOf(DataIntegrityViolationException.class);
            } finally {
                superuser()
                        .sql("ALTER TABLE consent.audit_pending DROP CONSTRAINT full_up")
                        .update();
            }
            ledger.appendNow(event(Kind.EDITED));

            assertThat(sequences()).containsExactly(1L, 2L);
        }

        private List<Long> sequences() {
            return superuser()
                    .sql("SELECT seq FROM consent.ledger_entry WHERE resident_id = :r ORDER BY seq")
                    .param("r", resident.value())
                    .query(Long.class)
                    .list();
        }

        @Test
        void hasNoGapsNorDoublesUnderConcurrencyWithRollbacks() throws Exception {
            var writers = new ArrayList<Callable<Void>>();
            for (var writer = 0; writer < 12; writer++) {
                var number = writer;
                writers.add(() -> {
                    for (var line = 0; line < 15; line++) {
                        var undone = (line + number) % 4 == 0;
                        on(
                                number % 2 == 0 ? Face.RESIDENT : Face.WORKSPACE,
                                () -> transaction().execute(status -> {
                                    ledger.append(event(Kind.READ));
                                    if (undone) {
                                        status.setRollbackOnly();
                                    }
                                    return status;
                                }));
                    }
                    return null;
                });
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var writer : threads.invokeAll(writers)) {
                    writer.get();
                }
            }

            var sequences = superuser()
                    .sql("SELECT seq FROM consent.ledger_entry WHERE resident_id = :r ORDER BY seq")
                    .param("r", resident.value())
                    .query(Long.class)
                    .list();
            assertThat(sequences)
                    .hasSizeGreaterThan(100)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
            assertThat(superuser()
                            .sql("SELECT count(*) FROM consent.audit_pending p JOIN consent.ledger_entry e"
                                    + " USING (resident_id, event_id, seq, commitment) WHERE resident_id = :r")
                            .param("r", resident.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(sequences.size());
        }
    }

    @Nested
    class Reading {

        @Test
        void isWrittenDownOncePerSignIn() {
            var session = me();
            for (var page = 0; page < 3; page++) {
                ledger.read(session, Ledger.Filter.newest(10));
            }
            clock.advance(Duration.ofMinutes(1));
            var nextSession = me();
            ledger.read(nextSession, Ledger.Filter.newest(10));

            assertThat(ledger.read(nextSession, kinds(Kind.LOG_READ, 10, Optional.empty()))
                            .lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.byResident()).isTrue());
        }

        @Test
        void goesPageByPageWithoutLossOrRepetition() {
            for (var line = 0; line < 25; line++) {
                ledger.appendNow(event(line % 5 == 0 ? Kind.ADDED : Kind.READ));
            }
            var session = me();
            var seen = new ArrayList<Long>();
            Optional<Long> before = Optional.empty();
            do {
                var page = ledger.read(session, kinds(Kind.READ, 6, before));
                assertThat(page.lines()).hasSizeLessThanOrEqualTo(6);
                page.lines().forEach(line -> seen.add(line.sequence()));
                before = page.next();
            } while (before.isPresent());

            assertThat(seen).hasSize(20).isSortedAccordingTo(Comparator.reverseOrder());
        }

        @Test
        void opensAtMostTwoThousandLinesACallAndSaysWhereToGoOn() {
            transaction().executeWithoutResult(status -> {
                ledger.append(event(Kind.ADDED));
                for (var line = 0; line < 2_100; line++) {
                    ledger.append(event(Kind.READ));
                }
            });
            var session = me();

            var first = ledger.read(session, kinds(Kind.ADDED, 10, Optional.empty()));
            assertThat(first.lines()).isEmpty();
            assertThat(first.next()).contains(103L);
            var second = ledger.read(session, kinds(Kind.ADDED, 10, first.next()));
            assertThat(second.lines()).hasSize(1);
            assertThat(second.more()).isFalse();
        }

        @Test
        void filtersByProfessionalAndByDayInAmsterdam() {
            var anouk = professional(Role.GSP);
            ledger.appendNow(event(Kind.READ, Optional.of(anouk), Map.of("n", "1")));
            clock.set(Instant.parse("2026-10-05T21:59:59Z"));
            ledger.appendNow(event(Kind.READ, Optional.of(professional(Role.CM)), Map.of("n", "2")));
            clock.set(Instant.parse("2026-10-05T22:00:00Z"));
            ledger.appendNow(event(Kind.READ, Optional.of(anouk), Map.of("n", "3")));
            var session = me();
            var monday = Optional.of(LocalDate.of(2026, 10, 5));
            var tuesday = Optional.of(LocalDate.of(2026, 10, 6));

            assertThat(numbers(session, Optional.of(anouk.id()), Optional.empty(), Optional.empty()))
                    .containsExactly("3", "1");
            assertThat(numbers(session, Optional.empty(), monday, monday)).containsExactly("2", "1");
            assertThat(numbers(session, Optional.empty(), tuesday, Optional.empty()))
                    .containsExactly("3");
            assertThat(numbers(session, Optional.of(anouk.id()), monday, monday))
                    .containsExactly("1");
        }

        private List<String> numbers(
                Actor.Resident session, Optional<PartyId> by, Optional<LocalDate> from, Optional<LocalDate> until) {
            return ledger
                    .read(session, new Ledger.Filter(Set.of(Kind.READ), by, from, until, Optional.empty(), 50))
                    .lines()
                    .stream()
                    .map(line -> line.details().get("n"))
                    .toList();
        }

        @Test
        void refusesAWeakLoginAndAnEndlessPage() {
            var weak = signedIn(resident, AssuranceLevel.MIDDEN, Duration.ZERO);
            assertThatThrownBy(() -> ledger.read(weak, Ledger.Filter.newest(10)))
                    .isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> ledger.read(me(), Ledger.Filter.newest(201)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ledger.read(me(), Ledger.Filter.newest(0)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void showsNobodyElsesLines() {
            ledger.appendNow(event(Kind.READ));
            var other = signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.HOOG, Duration.ZERO);

            assertThat(ledger.read(other, Ledger.Filter.newest(10)).lines())
                    .extracting(LedgerLine::kind)
                    .containsExactly(Kind.LOG_READ);
        }
    }

    @Nested
    class Tampering {

        private void is(String sql) {
            ledger.appendNow(event(Kind.READ));
            ledger.appendNow(event(Kind.ADDED));
            var session = me();
            assertThat(ledger.read(session, Ledger.Filter.newest(10)).lines()).hasSize(3);

            assertThat(superuser().sql(sql).param("r", resident.value()).update())
                    .isPositive();

            assertThatThrownBy(() -> ledger.read(session, Ledger.Filter.newest(10)))
                    .isInstanceOf(SecurityException.class);
        }

        @Test
        void withABodyIsNoticed() {
            is("UPDATE consent.ledger_entry SET body = overlay(body PLACING '\\x00'::bytea FROM 30)"
                    + " WHERE resident_id = :r AND seq = 1");
        }

        @Test
        void withACommitmentIsNoticed() {
            is("UPDATE consent.ledger_entry SET commitment = sha256(commitment) WHERE resident_id = :r AND seq = 1");
        }

        @Test
        void withATimeIsNoticed() {
            is("UPDATE consent.ledger_entry SET at = at - interval '1 second' WHERE resident_id = :r AND seq = 1");
        }

        @Test
        void withTheOrderIsNoticed() {
            is("UPDATE consent.ledger_entry SET seq = seq + 100 WHERE resident_id = :r AND seq = 1");
        }

        @Test
        void bySwappingTwoBodiesIsNoticed() {
            is(
                    "UPDATE consent.ledger_entry e SET body = o.body FROM consent.ledger_entry o"
                            + " WHERE e.resident_id = :r AND o.resident_id = e.resident_id AND e.seq = 3 - o.seq AND e.seq < 3");
        }
    }

    @Test
    void nothingOfAnEventButIdsTimesAndNumbersIsReadable() {
        var anouk = professional(Role.GSP);
        ledger.appendNow(event(Kind.SEARCHED, Optional.of(anouk), Map.of("what", "geheim")));

        var row = superuser()
                .sql("SELECT encode(body, 'escape') || e::text FROM consent.ledger_entry e WHERE resident_id = :r")
                .param("r", resident.value())
                .query(String.class)
                .single();

        assertThat(row)
                .doesNotContain(
                        "SEARCHED", "geheim", "TOESTEMMING", "Wmo", anouk.id().toString(), "GSP");
    }
}
