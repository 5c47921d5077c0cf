package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.ConsentRefused.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GrantTests extends Situation {

    private static void refused(Reason reason, Executable step) {
        assertThatThrownBy(step::execute)
                .isInstanceOfSatisfying(
                        ConsentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Nested
    class Given {

        @Test
        void twiceItIsTheFirstGrant() {
            var request = ask(professional(Role.GSP), read(VERHAAL));

            var first = grants.give(me(), request.id(), read(VERHAAL), SHOWN);
            var second = grants.give(me(), request.id(), read(VERHAAL), SHOWN);

            assertThat(second).isEqualTo(first);
            assertThat(log(LedgerEvent.Kind.GRANTED)).hasSize(1);
        }

        @Test
        void inEightTabsAtOnceItIsOneGrant() throws Exception {
            var request = ask(professional(Role.GSP), read(VERHAAL));
            Callable<GrantId> click =
                    () -> grants.give(me(), request.id(), read(VERHAAL), SHOWN).id();

            var clicks = new ArrayList<Callable<GrantId>>();
            for (var tab = 0; tab < 8; tab++) {
                clicks.add(click);
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(clicks).stream()
                                .map(future -> {
                                    try {
                                        return future.get();
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                })
                                .distinct())
                        .hasSize(1);
            }
            assertThat(grants.of(me())).hasSize(1);
            assertThat(happenings.about(resident, ConsentEvent.Granted.class)).hasSize(1);
        }

        @Test
        void narrowerThanAskedIsFineAndWiderIsNot() {
            var asked = new Terms(Set.of(VERHAAL, GELD), Set.of(Right.READ), SPRING, false);
            var request = ask(professional(Role.GSP), asked);

            refused(Reason.WIDER_THAN_ASKED, () -> grants.give(me(), request.id(), read(VERHAAL, GEZONDHEID), SHOWN));
            refused(
                    Reason.WIDER_THAN_ASKED,
                    () -> grants.give(
                            me(),
                            request.id(),
                            new Terms(Set.of(VERHAAL), Set.of(Right.READ, Right.ADD), SPRING, false),
                            SHOWN));
            refused(
                    Reason.WIDER_THAN_ASKED,
                    () -> grants.give(
                            me(),
                            request.id(),
                            new Terms(Set.of(VERHAAL), Set.of(Right.READ), SPRING.plusDays(1), false),
                            SHOWN));
            refused(
                    Reason.WIDER_THAN_ASKED,
                    () -> grants.give(
                            me(), request.id(), new Terms(Set.of(VERHAAL), Set.of(Right.READ), SPRING, true), SHOWN));
            refused(
                    Reason.NOTHING_ASKED,
                    () -> grants.give(
                            me(), request.id(), new Terms(Set.of(), Set.of(Right.READ), SPRING, false), SHOWN));
            refused(
                    Reason.UNTIL_IN_THE_PAST,
                    () -> grants.give(
                            me(),
                            request.id(),
                            new Terms(Set.of(VERHAAL), Set.of(Right.READ), LocalDate.of(2026, 10, 4), false),
                            SHOWN));

            var shorter = new Terms(Set.of(GELD), Set.of(Right.READ), LocalDate.of(2026, 10, 5), false);
            var grant = grants.give(me(), request.id(), shorter, SHOWN);

            assertThat(grant.terms()).isEqualTo(shorter);
            assertThat(grant.until()).isEqualTo("2026-10-05T22:00:00Z");
        }

        @Test
        void leavesNothingBehindWhenAListenerFails() {
            var request = ask(professional(Role.GSP), read(VERHAAL));
            happenings.objectWith(event -> {
                if (event instanceof ConsentEvent.Granted) {
                    throw new IllegalStateException("no key");
                }
            });

            assertThatThrownBy(() -> grants.give(me(), request.id(), read(VERHAAL), SHOWN))
                    .hasMessage("no key");

            assertThat(grants.of(me())).isEmpty();
            assertThat(requests.open(me())).hasSize(1);
            assertThat(log(LedgerEvent.Kind.GRANTED)).isEmpty();
            happenings.forget();
            assertThatCode(() -> grants.give(me(), request.id(), read(VERHAAL), SHOWN))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class AsksForARecentLogin {

        private final Duration justInTime = RecentLogin.LONGEST;

        @Test
        void toGiveAndToStop() {
            var request = ask(professional(Role.GSP), read(VERHAAL));
            var old = signedIn(resident, AssuranceLevel.HOOG, justInTime.plusMillis(1));
            var fresh = signedIn(resident, AssuranceLevel.HOOG, justInTime);

            refused(Reason.SIGN_IN_AGAIN, () -> grants.give(old, request.id(), read(VERHAAL), SHOWN));
            var grant = grants.give(fresh, request.id(), read(VERHAAL), SHOWN);
            refused(Reason.SIGN_IN_AGAIN, () -> grants.stop(old, grant.id(), SHOWN));
            grants.pause(old, grant.id(), SHOWN);
            grants.stop(fresh, grant.id(), SHOWN);
        }

        @Test
        void alsoAfterTheClockWasSetBack() {
            var request = ask(professional(Role.GSP), read(VERHAAL));
            var before = me();
            clock.advance(Duration.ofHours(-3));

            refused(Reason.SIGN_IN_AGAIN, () -> grants.give(before, request.id(), read(VERHAAL), SHOWN));

            grants.give(me(), request.id(), read(VERHAAL), SHOWN);
        }

        @Test
        void thatMayBeASecondAheadOfTheClock() {
            var request = ask(professional(Role.GSP), read(VERHAAL));

            grants.give(
                    signedIn(resident, AssuranceLevel.HOOG, Duration.ofSeconds(-1)),
                    request.id(),
                    read(VERHAAL),
                    SHOWN);
        }

        @ParameterizedTest
        @EnumSource(
                value = AssuranceLevel.class,
                names = {"BASIS", "MIDDEN"})
        void ofALevelThatSuffices(AssuranceLevel level) {
            var grant = given(professional(Role.GSP));
            var weak = signedIn(resident, level, Duration.ZERO);

            refused(Reason.ASSURANCE_TOO_LOW, () -> grants.stop(weak, grant.id(), SHOWN));
            refused(Reason.ASSURANCE_TOO_LOW, () -> grants.pause(weak, grant.id(), SHOWN));
            refused(Reason.ASSURANCE_TOO_LOW, () -> grants.resume(weak, grant.id(), SHOWN));
            refused(Reason.ASSURANCE_TOO_LOW, () -> grants.narrow(weak, grant.id(), read(VERHAAL), SHOWN));
            refused(Reason.ASSURANCE_TOO_LOW, () -> grants.of(weak));
            refused(Reason.ASSURANCE_TOO_LOW, () -> grants.record(weak, grant.id()));
        }
    }

    @Nested
    class Narrowed {

        @Test
        void isANewVersionThatReplacesTheOldAtOnce() {
            var anouk = professional(Role.GSP);
            var before = given(anouk, read(VERHAAL, GELD));

            var after = grants.narrow(me(), before.id(), read(VERHAAL), SHOWN);

            assertThat(after.previous()).contains(before.id());
            assertThat(grants.find(me(), before.id()).state()).isEqualTo(Grant.State.VERVANGEN);
            assertThat(reading(anouk, VERHAAL))
                    .isInstanceOfSatisfying(
                            Decision.Permitted.class,
                            permit -> assertThat(permit.grant()).contains(after.id()));
            assertThat(reading(anouk, GELD)).isInstanceOf(Decision.Refused.class);
            assertThat(happenings
                            .about(resident, ConsentEvent.Granted.class)
                            .getLast()
                            .replaces())
                    .contains(before.id());
            assertThat(workspace(() -> grants.heldBy(anouk))).containsExactly(after);
        }

        @Test
        void mustBeLess() {
            var grant = given(professional(Role.GSP), read(VERHAAL));

            refused(Reason.NOT_NARROWER, () -> grants.narrow(me(), grant.id(), read(VERHAAL), SHOWN));
            refused(Reason.NOT_NARROWER, () -> grants.narrow(me(), grant.id(), read(VERHAAL, GELD), SHOWN));
            refused(
                    Reason.NOTHING_ASKED,
                    () -> grants.narrow(
                            me(), grant.id(), new Terms(Set.of(), Set.of(Right.READ), SPRING, false), SHOWN));
        }

        @Test
        void staysPausedWhenItWas() {
            var grant = given(professional(Role.GSP));
            grants.pause(me(), grant.id(), SHOWN);

            assertThat(grants.narrow(me(), grant.id(), read(VERHAAL), SHOWN).state())
                    .isEqualTo(Grant.State.GEPAUZEERD);
        }

        @Test
        void isNotPossibleAfterItEnded() {
            var grant = given(professional(Role.GSP));
            grants.stop(me(), grant.id(), SHOWN);

            refused(Reason.HAS_ENDED, () -> grants.narrow(me(), grant.id(), read(VERHAAL), SHOWN));
        }
    }

    @Nested
    class Paused {

        @Test
        void opensNothingUntilResumedHoweverOftenOneClicks() {
            var anouk = professional(Role.GSP);
            var grant = given(anouk);

            grants.pause(me(), grant.id(), SHOWN);
            grants.pause(me(), grant.id(), SHOWN);
            assertThat(reading(anouk, VERHAAL)).isEqualTo(new Decision.Refused(Decision.Reason.PAUSED));
            grants.resume(me(), grant.id(), SHOWN);
            grants.resume(me(), grant.id(), SHOWN);
            assertThat(reading(anouk, VERHAAL)).isInstanceOf(Decision.Permitted.class);

            assertThat(log(LedgerEvent.Kind.PAUSED)).hasSize(1);
            assertThat(log(LedgerEvent.Kind.RESUMED)).hasSize(1);
        }

        @Test
        void cannotBeResumedAfterItEnded() {
            var grant = given(professional(Role.GSP));
            grants.pause(me(), grant.id(), SHOWN);
            grants.stop(me(), grant.id(), SHOWN);

            refused(Reason.HAS_ENDED, () -> grants.resume(me(), grant.id(), SHOWN));
        }
    }

    @Nested
    class Stopped {

        @Test
        void twiceItIsOneStop() {
            var grant = given(professional(Role.GSP));

            grants.stop(me(), grant.id(), SHOWN);
            var at = grants.find(me(), grant.id()).stateSince();
            clock.advance(Duration.ofMinutes(1));
            grants.stop(me(), grant.id(), SHOWN);

            assertThat(grants.find(me(), grant.id()).stateSince()).isEqualTo(at);
            assertThat(log(LedgerEvent.Kind.STOPPED)).hasSize(1);
            assertThat(happenings.about(resident, ConsentEvent.Stopped.class)).hasSize(1);
        }

        @Test
        void staysLiveWhenAListenerCannotDestroyTheKeys() {
            var grant = given(professional(Role.GSP));
            happenings.objectWith(event -> {
                throw new IllegalStateException("keystore away");
            });

            assertThatThrownBy(() -> grants.stop(me(), grant.id(), SHOWN)).hasMessage("keystore away");

            assertThat(grants.find(me(), grant.id()).state()).isEqualTo(Grant.State.ACTIEF);
            assertThat(log(LedgerEvent.Kind.STOPPED)).isEmpty();
        }

        @Test
        void inAnOldTabItStopsWhatAnotherTabMadeOfIt() {
            var anouk = professional(Role.GSP);
            var first = given(anouk, read(VERHAAL, GELD, GEZONDHEID));
            var second = grants.narrow(me(), first.id(), read(VERHAAL, GELD), SHOWN);
            var third = grants.narrow(me(), second.id(), read(VERHAAL), SHOWN);

            grants.stop(me(), first.id(), SHOWN);

            assertThat(grants.find(me(), third.id()).state()).isEqualTo(Grant.State.INGETROKKEN);
            assertThat(reading(anouk, VERHAAL)).isInstanceOf(Decision.Refused.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6})
        void isNeverLostAgainstNarrowingAndPausingAtTheSameTime(int round) throws Exception {
            var anouk = professional(Role.GSP);
            var grant = given(anouk, read(VERHAAL, GELD));
            var steps = java.util.List.<Callable<String>>of(
                    () -> {
                        grants.stop(me(), grant.id(), SHOWN);
                        return "stopped";
                    },
                    () -> grants.narrow(me(), grant.id(), read(VERHAAL), SHOWN)
                            .state()
                            .name(),
                    () -> {
                        grants.pause(me(), grant.id(), SHOWN);
                        return "paused";
                    },
                    () -> {
                        grants.resume(me(), grant.id(), SHOWN);
                        return "resumed";
                    });

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var all = threads.invokeAll(steps);
                assertThat(all.getFirst().get()).isEqualTo("stopped");
            }

            assertThat(grants.of(me())).noneMatch(Grant::live);
            assertThat(reading(anouk, VERHAAL)).isInstanceOf(Decision.Refused.class);
            assertThat(happenings.about(resident, ConsentEvent.Stopped.class)).hasSize(1);
        }
    }

    @Nested
    class ByTheClock {

        @Test
        void hasExpiredAtMidnightBeforeAnyJobRuns() {
            var grant = given(professional(Role.GSP));
            clock.set(grant.until());

            assertThat(grants.find(me(), grant.id()).state()).isEqualTo(Grant.State.VERLOPEN);
            assertThat(grants.find(me(), grant.id()).stateSince()).isEqualTo(grant.until());
            refused(Reason.HAS_ENDED, () -> grants.resume(me(), grant.id(), SHOWN));
            grants.stop(me(), grant.id(), SHOWN);
            assertThat(happenings.about(resident, ConsentEvent.Stopped.class)).isEmpty();
        }

        @Test
        void theJobPublishesTheEndOnceAndTheClockSetBackDoesNotUndoIt() {
            var anouk = professional(Role.GSP);
            var grant = given(anouk);
            dueWork.expireDue();
            assertThat(happenings.about(resident, ConsentEvent.Expired.class)).isEmpty();
            clock.set(grant.until());

            dueWork.expireDue();
            assertThat(dueWork.expireDue()).isZero();
            clock.reset();

            assertThat(happenings.about(resident, ConsentEvent.Expired.class))
                    .containsExactly(new ConsentEvent.Expired(resident, grant.id(), SPRING));
            assertThat(log(LedgerEvent.Kind.EXPIRED))
                    .singleElement()
                    .satisfies(line -> assertThat(line.by()).isEmpty())
                    .satisfies(line -> assertThat(line.byResident()).isFalse());
            assertThat(reading(anouk, VERHAAL)).isEqualTo(new Decision.Refused(Decision.Reason.EXPIRED));
        }

        @Test
        void theJobTriesAgainWhenAListenerFailed() {
            var grant = given(professional(Role.GSP));
            clock.set(grant.until());
            happenings.objectWith(event -> {
                throw new IllegalStateException("keystore away");
            });
            dueWork.expireDue();
            assertThat(log(LedgerEvent.Kind.EXPIRED)).isEmpty();

            happenings.forget();
            dueWork.expireDue();

            assertThat(happenings.about(resident, ConsentEvent.Expired.class)).hasSize(1);
        }

        @Test
        void twoNodesExpireItOnce() throws Exception {
            var grant = given(professional(Role.GSP));
            clock.set(grant.until());
            Callable<Integer> node = () -> dueWork.expireDue();

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var run : threads.invokeAll(List.of(node, node, node, node))) {
                    run.get();
                }
            }

            assertThat(happenings.about(resident, ConsentEvent.Expired.class)).hasSize(1);
            assertThat(log(LedgerEvent.Kind.EXPIRED)).hasSize(1);
        }

        @Test
        void theResidentIsRemindedOnceFourteenDaysBefore() {
            var grant = given(professional(Role.GSP));
            var reminder = CalendarDays.endOf(LocalDate.of(2027, 3, 18));

            clock.set(reminder.minusNanos(1_000));
            dueWork.remindDue();
            assertThat(happenings.about(resident, ConsentEvent.EndsSoon.class)).isEmpty();
            clock.set(reminder);
            dueWork.remindDue();
            dueWork.remindDue();

            assertThat(happenings.about(resident, ConsentEvent.EndsSoon.class))
                    .containsExactly(new ConsentEvent.EndsSoon(resident, grant.id()));
        }

        @Test
        void nobodyIsRemindedOfWhatWasStopped() {
            var grant = given(professional(Role.GSP));
            grants.stop(me(), grant.id(), SHOWN);
            clock.set(CalendarDays.endOf(LocalDate.of(2027, 3, 18)));

            dueWork.remindDue();

            assertThat(happenings.about(resident, ConsentEvent.EndsSoon.class)).isEmpty();
        }
    }

    @Nested
    class Recorded {

        @Test
        void isWhatWasShownToWhomForWhatAndUntilWhen() throws Exception {
            var anouk = professional(Role.GSP);
            var grant = given(anouk, read(VERHAAL, GEZONDHEID));

            var record = grants.record(me(), grant.id());

            assertThat(record.grant()).contains(grant.id());
            assertThat(record.shown()).isEqualTo(SHOWN);
            assertThat(record.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(record.json().getBytes(StandardCharsets.UTF_8))));
            var json = JsonMapper.builder().build().readTree(record.json());
            assertThat(json.propertyNames())
                    .contains(
                            "schema_version",
                            "record_id",
                            "receipt_id",
                            "pii_principal_id",
                            "privacy_notice",
                            "language",
                            "purpose",
                            "pii_types",
                            "controllers",
                            "storage_locations",
                            "retention_period",
                            "jurisdiction",
                            "recipients",
                            "withdrawal_method",
                            "lawful_basis",
                            "collection_method",
                            "processing_method",
                            "processing_location",
                            "geographic_restrictions",
                            "privacy_rights",
                            "shown_text",
                            "shown_text_sha256",
                            "assurance_level",
                            "channel",
                            "actor",
                            "on_behalf_of",
                            "events");
            assertThat(json.get("shown_text").asString()).isEqualTo(SHOWN.text());
            assertThat(json.get("purpose").asString()).isEqualTo(PURPOSE.text());
            assertThat(json.get("recipients").get(0).get("name").asString()).isEqualTo("Anouk Meijer");
            assertThat(json.get("pii_types").get(0).get("code").asString()).isEqualTo("verhaal");
            assertThat(json.get("assurance_level").asString()).isEqualTo(AssuranceLevel.SUBSTANTIEEL.acr());
            var event = json.get("events").get(0);
            assertThat(event.propertyNames())
                    .containsExactly("event_time", "event_type", "event_state", "entity_id", "validity_duration");
            assertThat(event.get("event_type").asString()).isEqualTo("consent_given");
        }

        @Test
        void everythingThatWasDecidedHasASealedRecordThatItsLineInTheLogNames() throws Exception {
            var grant = given(professional(Role.GSP), read(VERHAAL, GELD));
            grants.pause(me(), grant.id(), said("Pauze"));
            grants.resume(me(), grant.id(), said("Verder"));
            var narrower = grants.narrow(me(), grant.id(), read(VERHAAL), said("Minder"));
            grants.stop(me(), narrower.id(), said("Stop"));
            var refused = ask(professional(Role.GSP), read(GELD));
            requests.refuse(me(), refused.id(), said("Nee"));

            var records = grants.records(me(), grant.request());
            assertThat(records.reversed())
                    .extracting(ConsentRecord::what)
                    .containsExactlyInAnyOrder(
                            ConsentRecord.What.CONSENT_GIVEN,
                            ConsentRecord.What.CONSENT_PAUSED,
                            ConsentRecord.What.CONSENT_RESUMED,
                            ConsentRecord.What.CONSENT_NARROWED,
                            ConsentRecord.What.CONSENT_WITHDRAWN);
            assertThat(records)
                    .extracting(record -> record.shown().text())
                    .containsExactlyInAnyOrder(SHOWN.text(), "Pauze", "Verder", "Minder", "Stop");
            assertThat(grants.records(me(), refused.id())).singleElement().satisfies(no -> {
                assertThat(no.what()).isEqualTo(ConsentRecord.What.CONSENT_REFUSED);
                assertThat(no.shown().text()).isEqualTo("Nee");
            });
            var all = grants.records(me());
            for (var record : all) {
                assertThat(record.signature())
                        .hasValueSatisfying(seal ->
                                assertThat(HexFormat.of().formatHex(seal)).isEqualTo(record.sha256()));
            }
            assertThat(ledger.read(me(), Ledger.Filter.newest(50)).lines().stream()
                            .filter(line -> line.details().containsKey("record"))
                            .collect(Collectors.toMap(
                                    line -> UUID.fromString(line.details().get("record")),
                                    line -> line.details().get("record_sha256"))))
                    .isEqualTo(all.stream().collect(Collectors.toMap(ConsentRecord::id, ConsentRecord::sha256)));
        }

        @Test
        void aPermissionThatEndsByItselfHasARecordOfThatToo() {
            var grant = given(professional(Role.GSP));
            clock.set(grant.until());
            dueWork.expireDue();

            var last = grants.record(me(), grant.id());

            assertThat(last.what()).isEqualTo(ConsentRecord.What.CONSENT_ENDED);
            assertThat(last.json()).contains("\"channel\":\"clock\"").doesNotContain("\"actor\"");
        }

        private ShownText said(String words) {
            return new ShownText(words, Locale.of("nl"));
        }

        @Test
        void theNewestRecordTellsTheWholeStoryAndNamesTheOneBefore() {
            var grant = given(professional(Role.GSP), read(VERHAAL, GELD));
            var first = grants.record(me(), grant.id());
            clock.advance(Duration.ofMinutes(1));
            var narrower = grants.narrow(me(), grant.id(), read(VERHAAL), SHOWN);
            clock.advance(Duration.ofMinutes(1));
            grants.stop(me(), narrower.id(), SHOWN);

            var json = JsonMapper.builder()
                    .build()
                    .readTree(grants.record(me(), narrower.id()).json());

            assertThat(json.get("events")
                            .valueStream()
                            .map(event -> event.get("event_type").asString()))
                    .containsExactly("consent_given", "consent_narrowed", "consent_withdrawn");
            assertThat(grants.record(me(), grant.id()).json()).isEqualTo(first.json());
            assertThat(json.get("previous_record_id").asString())
                    .isNotEqualTo(json.get("record_id").asString());
            assertThat(grants.record(me(), narrower.id()).shown()).isEqualTo(SHOWN);
        }
    }

    @Test
    void liveGrantsComeFirstThenTheNewest() {
        var first = given(professional(Role.GSP));
        clock.advance(Duration.ofMinutes(1));
        var second = given(professional(Role.GSP));
        clock.advance(Duration.ofMinutes(1));
        grants.stop(me(), second.id(), SHOWN);

        assertThat(grants.of(me())).extracting(Grant::id).containsExactly(first.id(), second.id());
    }

    @Test
    void nobodyElseSeesOrStopsAGrant() {
        var grant = given(professional(Role.GSP));
        var other = signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.HOOG, Duration.ZERO);

        assertThat(grants.of(other)).isEmpty();
        assertThatThrownBy(() -> grants.find(other, grant.id())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> grants.stop(other, grant.id(), SHOWN)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> grants.record(other, grant.id())).isInstanceOf(AccessRefused.class);
        assertThat(workspace(() -> grants.heldBy(professional(Role.CM)))).isEmpty();
    }
}
