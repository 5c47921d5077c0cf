package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.MandateScope.BEZWAAR;
import static nl.voorelkaar.consent.MandateScope.LEZEN_GEZONDHEID;
import static nl.voorelkaar.consent.MandateScope.LEZEN_PLAN;
import static nl.voorelkaar.consent.Section.BESLUITEN;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.MandateRefused.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class MandateTests extends Situation {

    private static final String SON = "Youssef el Amrani";
    private static final String MOTHER = "Fatima el Amrani";
    private static final ShownText SHOWN_MANDATE = new ShownText("Y. el A. mag uw plan lezen.", Locale.of("nl"));

    @Autowired
    Mandates mandates;

    private final ResidentId son = new ResidentId(UUID.randomUUID());
    private final MandateId id = new MandateId(UUID.randomUUID());

    private Actor.Resident him() {
        return signedIn(son, AssuranceLevel.SUBSTANTIEEL, Duration.ZERO);
    }

    private Mandate accepted() {
        return mandates.accept(him(), mandates.invite(me(), id).code(), SON);
    }

    private Mandate given(Set<MandateScope> scopes) {
        accepted();
        return confirm(scopes, SPRING);
    }

    private Mandate confirm(Set<MandateScope> scopes, LocalDate lastDay) {
        return mandates.confirm(me(), id, scopes, lastDay, Mandate.Digest.WEEKLY, MOTHER, SHOWN_MANDATE);
    }

    private Actor.Acting namens() {
        return new Actor.Acting(
                PersonId.of(son),
                resident,
                new Capacity.Mandated(id),
                AssuranceLevel.SUBSTANTIEEL,
                clock.instant(),
                new Assertion("token"));
    }

    private Decision reading(Section section) {
        return gate.decide(namens(), Access.read(resident, section)).get(section);
    }

    private static void refused(Reason reason, Executable step) {
        assertThatThrownBy(step::execute)
                .isInstanceOfSatisfying(
                        MandateRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void opensWhatWasChosenAndNothingElse() {
        var mandate = given(EnumSet.of(LEZEN_PLAN, LEZEN_GEZONDHEID));

        assertThat(mandate.state()).isEqualTo(Mandate.State.ACTIEF);
        for (var section : Section.values()) {
            if (section == PLAN || section == GEZONDHEID) {
                assertThat(reading(section))
                        .isEqualTo(new Decision.Permitted(
                                Grondslag.MACHTIGING, mandate.keys(), Optional.empty(), CalendarDays.endOf(SPRING)));
            } else {
                assertThat(reading(section)).isEqualTo(new Decision.Refused(Decision.Reason.SECTION_NOT_GRANTED));
            }
        }
    }

    @Test
    void opensNothingBeforeTheResidentConfirmed() {
        accepted();

        assertThat(reading(PLAN)).isEqualTo(new Decision.Refused(Decision.Reason.NO_GROUND));
        assertThat(mandates.acting(him(), id)).isEmpty();
        assertThat(mandates.heldBy(him())).extracting(Mandate::state).containsExactly(Mandate.State.GEACCEPTEERD);
    }

    @Test
    void showsInitialsOfWhoAcceptedAndTheNameOfWhoGave() {
        accepted();
        assertThat(mandates.find(me(), id).carer().orElseThrow().initials()).isEqualTo("Y. el A.");

        confirm(Set.of(LEZEN_PLAN), SPRING);
        assertThat(mandates.heldBy(him())).extracting(Mandate::resident).containsExactly(Optional.of(MOTHER));
        assertThat(mandates.acting(him(), id))
                .hasValueSatisfying(acting -> assertThat(acting.resident()).isEqualTo(resident));
    }

    @Test
    void everyLineSaysWhoAndForWhom() {
        given(Set.of(LEZEN_PLAN));
        gate.require(namens(), Access.read(resident, PLAN));

        var line = log(LedgerEvent.Kind.READ).getFirst();
        assertThat(line.byResident()).isFalse();
        assertThat(line.ground()).contains(Grondslag.MACHTIGING);
        assertThat(line.through())
                .contains(new LedgerLine.Carer(PersonId.of(son), new Capacity.Mandated(id), Optional.of(SON)));
        assertThat(log(LedgerEvent.Kind.MANDATE_ACCEPTED).getFirst().through()).isPresent();
        assertThat(log(LedgerEvent.Kind.MANDATED).getFirst().byResident()).isTrue();
    }

    @Test
    void signingIsRefusedWithAReasonAndInTheLog() {
        given(Set.of(LEZEN_PLAN));

        assertThatThrownBy(() -> gate.require(namens(), Access.step(resident, Set.of(PLAN), "plan.sign")))
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Decision.Reason.RIGHT_NOT_GRANTED));
        assertThat(log(LedgerEvent.Kind.STEP_TAKEN).getFirst())
                .satisfies(line -> assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.REFUSED))
                .satisfies(line -> assertThat(line.through()).isPresent());
    }

    @Test
    void anotherPersonWithTheSameMandateInHandOpensNothing() {
        given(Set.of(LEZEN_PLAN));
        var other = new Actor.Acting(
                new PersonId(UUID.randomUUID()),
                resident,
                new Capacity.Mandated(id),
                AssuranceLevel.SUBSTANTIEEL,
                clock.instant(),
                new Assertion("token"));

        assertThat(gate.decide(other, Access.read(resident, PLAN)).get(PLAN))
                .isEqualTo(new Decision.Refused(Decision.Reason.NOT_FOR_THIS_PARTY));
        assertThat(mandates.acting(signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.HOOG, Duration.ZERO), id))
                .isEmpty();
    }

    @Nested
    class ACode {

        @Test
        void inAnotherWritingIsTheSameCode() {
            var code = mandates.invite(me(), id).code().toLowerCase(Locale.ROOT).replace("-", " ");
            assertThat(mandates.accept(him(), code, SON).state()).isEqualTo(Mandate.State.GEACCEPTEERD);
        }

        @Test
        void isShownAgainWhileItCanBeUsed() {
            var invitation = mandates.invite(me(), id);
            assertThat(mandates.invite(me(), id)).isEqualTo(invitation);
            assertThat(mandates.invitation(me(), id)).contains(invitation);
            mandates.accept(him(), invitation.code(), SON);
            assertThat(mandates.invitation(me(), id)).isEmpty();
        }

        @Test
        void isUsedOnce() {
            var code = mandates.invite(me(), id).code();
            var first = mandates.accept(him(), code, SON);
            assertThat(mandates.accept(him(), code, SON)).isEqualTo(first);
            refused(
                    Reason.CODE_USED,
                    () -> mandates.accept(
                            signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.HOOG, Duration.ZERO),
                            code,
                            "X"));
        }

        @Test
        void runsOutAfterSevenDays() {
            var code = mandates.invite(me(), id).code();
            clock.advance(Mandates.CODE_VALID);
            refused(Reason.CODE_EXPIRED, () -> mandates.accept(him(), code, SON));
            assertThat(mandates.find(me(), id).state()).isEqualTo(Mandate.State.VERLOPEN);
            assertThat(dueWork.lapseDue()).isPositive();
            assertThat(log(LedgerEvent.Kind.MANDATE_LAPSED)).hasSize(1);
        }

        @Test
        void cannotBeGuessedForLong() {
            for (var attempt = 0; attempt < 5; attempt++) {
                refused(Reason.CODE_UNKNOWN, () -> mandates.accept(him(), "2222222222", SON));
            }
            refused(Reason.TOO_MANY_TRIES, () -> mandates.accept(him(), "2222222222", SON));
        }

        @Test
        void isNotForTheResident() {
            refused(
                    Reason.OWN_CODE,
                    () -> mandates.accept(me(), mandates.invite(me(), id).code(), MOTHER));
        }

        @Test
        void isNotForWhoIsMandatedAlready() {
            given(Set.of(LEZEN_PLAN));
            var second = mandates.invite(me(), new MandateId(UUID.randomUUID())).code();
            refused(Reason.MANDATED_ALREADY, () -> mandates.accept(him(), second, SON));
        }

        @Test
        void thatWasTakenBackLooksLikeOneThatRanOut() {
            var code = mandates.invite(me(), id).code();
            mandates.stop(me(), id, SHOWN_MANDATE);
            refused(Reason.CODE_EXPIRED, () -> mandates.accept(him(), code, SON));
        }
    }

    @Nested
    class Confirming {

        @Test
        void takesSomebodyWhoAccepted() {
            mandates.invite(me(), id);
            refused(Reason.NOT_ACCEPTED, () -> confirm(Set.of(LEZEN_PLAN), SPRING));
        }

        @Test
        void takesAChoiceADayToComeAndAtMostTwelveMonths() {
            accepted();
            var today = CalendarDays.dayOf(clock.instant());
            refused(Reason.NOTHING_CHOSEN, () -> confirm(Set.of(), SPRING));
            refused(Reason.UNTIL_IN_THE_PAST, () -> confirm(Set.of(LEZEN_PLAN), today.minusDays(1)));
            refused(
                    Reason.LONGER_THAN_TWELVE_MONTHS,
                    () -> confirm(
                            Set.of(LEZEN_PLAN), today.plus(Mandates.LONGEST).plusDays(1)));
            assertThat(confirm(Set.of(LEZEN_PLAN), today.plus(Mandates.LONGEST)).live())
                    .isTrue();
        }

        @Test
        void takesARecentLogin() {
            accepted();
            refused(
                    Reason.SIGN_IN_AGAIN,
                    () -> mandates.confirm(
                            signedIn(resident, AssuranceLevel.SUBSTANTIEEL, RecentLogin.LONGEST.plusSeconds(1)),
                            id,
                            Set.of(LEZEN_PLAN),
                            SPRING,
                            Mandate.Digest.DAILY,
                            MOTHER,
                            SHOWN_MANDATE));
        }

        @Test
        void twiceGivesOnce() {
            var first = given(Set.of(LEZEN_PLAN));
            assertThat(confirm(Set.of(BEZWAAR), SPRING)).isEqualTo(first);
            assertThat(happenings.about(resident, ConsentEvent.Mandated.class)).hasSize(1);
        }
    }

    @Nested
    class Ending {

        @Test
        void byTheResidentHoldsAtOnce() {
            given(Set.of(LEZEN_PLAN));
            mandates.stop(me(), id, SHOWN_MANDATE);
            mandates.stop(me(), id, SHOWN_MANDATE);

            assertThat(reading(PLAN)).isEqualTo(new Decision.Refused(Decision.Reason.STOPPED));
            assertThat(mandates.acting(him(), id)).isEmpty();
            assertThat(log(LedgerEvent.Kind.MANDATE_STOPPED)).hasSize(1);
            assertThat(happenings.about(resident, ConsentEvent.MandateEnded.class))
                    .hasSize(1);
        }

        @Test
        void byTheCarerIsToldToTheResident() {
            given(Set.of(LEZEN_PLAN));
            mandates.giveUp(him(), id, SHOWN_MANDATE);

            assertThat(mandates.find(me(), id).state()).isEqualTo(Mandate.State.OPGEZEGD);
            assertThat(reading(PLAN)).isEqualTo(new Decision.Refused(Decision.Reason.STOPPED));
            assertThat(log(LedgerEvent.Kind.MANDATE_GIVEN_UP).getFirst().through())
                    .isPresent();
        }

        @Test
        void byAStrangerIsNotPossible() {
            given(Set.of(LEZEN_PLAN));
            assertThatThrownBy(() -> mandates.giveUp(
                            signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.HOOG, Duration.ZERO),
                            id,
                            SHOWN_MANDATE))
                    .isInstanceOf(AccessRefused.class);
        }

        @Test
        void byTheClockNeedsNoJob() {
            given(Set.of(LEZEN_PLAN));
            clock.advance(Duration.between(clock.instant(), CalendarDays.endOf(SPRING))
                    .minusMillis(1));
            assertThat(reading(PLAN)).isInstanceOf(Decision.Permitted.class);
            clock.advance(Duration.ofMillis(1));
            assertThat(reading(PLAN)).isEqualTo(new Decision.Refused(Decision.Reason.EXPIRED));
            assertThat(dueWork.expireDue()).isPositive();
            assertThat(log(LedgerEvent.Kind.MANDATE_EXPIRED)).hasSize(1);
            assertThat(dueWork.expireDue()).isZero();
        }

        @Test
        void isAnnouncedThirtyDaysAheadToBothOnce() {
            given(Set.of(LEZEN_PLAN));
            clock.advance(Duration.between(clock.instant(), CalendarDays.endOf(SPRING.minusDays(30))));
            assertThat(dueWork.remindDue()).isPositive();
            dueWork.remindDue();
            assertThat(happenings.about(resident, ConsentEvent.MandateEndsSoon.class))
                    .containsExactly(new ConsentEvent.MandateEndsSoon(resident, id, PersonId.of(son)));
        }
    }

    @Nested
    class AReplay {

        /** As if the request of the resident were sent once more in the carer's own session. */
        @Test
        void isNotDoneByAReplayedRequestOfTheResidentAndWhoTriedIsInTheLog() {
            var before = given(EnumSet.allOf(MandateScope.class));
            for (var replayed : List.<Executable>of(
                    () -> mandates.confirm(
                            him(), id, Set.of(LEZEN_PLAN), SPRING, Mandate.Digest.WEEKLY, MOTHER, SHOWN_MANDATE),
                    () -> mandates.narrow(him(), id, Set.of(LEZEN_PLAN), SPRING, SHOWN_MANDATE),
                    () -> mandates.digest(him(), id, Mandate.Digest.WEEKLY),
                    () -> mandates.stop(him(), id, SHOWN_MANDATE),
                    () -> mandates.find(him(), id),
                    () -> mandates.invitation(him(), id))) {
                assertThatThrownBy(replayed::execute).isInstanceOf(AccessRefused.class);
            }
            assertThat(mandates.find(me(), id)).isEqualTo(before);
            await().untilAsserted(() -> assertThat(log(LedgerEvent.Kind.READ))
                    .filteredOn(line -> line.outcome() == LedgerEvent.Outcome.REFUSED)
                    .isNotEmpty());
        }

        /**
         * An invitation that is asked for once more in a carer's session is one of the carer, for the carer's own
         * dossier.
         */
        @Test
        void anInvitationOfACarerIsForTheCarersOwnDossier() {
            given(EnumSet.allOf(MandateScope.class));
            var own = new MandateId(UUID.randomUUID());
            mandates.invite(him(), own);
            assertThat(mandates.of(me())).extracting(Mandate::id).containsExactly(id);
            assertThat(mandates.of(him())).extracting(Mandate::id).containsExactly(own);
        }
    }

    @Nested
    class Narrowing {

        @Test
        void holdsAtOnceUnderNewKeys() {
            var before = given(EnumSet.of(LEZEN_PLAN, BEZWAAR));
            var after = mandates.narrow(me(), id, Set.of(LEZEN_PLAN), SPRING, SHOWN_MANDATE);

            assertThat(after.version()).isEqualTo(2);
            assertThat(after.keys()).isNotEqualTo(before.keys());
            assertThat(reading(BESLUITEN)).isEqualTo(new Decision.Refused(Decision.Reason.SECTION_NOT_GRANTED));
            assertThat(happenings
                            .about(resident, ConsentEvent.Mandated.class)
                            .getLast()
                            .replaces())
                    .isEqualTo(before.keys());
        }

        @Test
        void isNeverWider() {
            given(Set.of(LEZEN_PLAN));
            refused(
                    Reason.NOT_NARROWER,
                    () -> mandates.narrow(me(), id, EnumSet.of(LEZEN_PLAN, BEZWAAR), SPRING, SHOWN_MANDATE));
            refused(
                    Reason.NOT_NARROWER,
                    () -> mandates.narrow(me(), id, Set.of(LEZEN_PLAN), SPRING.plusDays(1), SHOWN_MANDATE));
            refused(Reason.NOT_NARROWER, () -> mandates.narrow(me(), id, Set.of(LEZEN_PLAN), SPRING, SHOWN_MANDATE));
        }
    }

    @Nested
    class Recorded {

        @Test
        void whatWasGivenNarrowedAndStoppedHasASealedRecordThatItsLineNames() {
            given(EnumSet.of(LEZEN_PLAN, BEZWAAR));
            mandates.narrow(me(), id, Set.of(LEZEN_PLAN), SPRING, said("Minder"));
            mandates.stop(me(), id, said("Stop"));

            var records = mandates.records(me(), id);
            assertThat(records)
                    .extracting(ConsentRecord::what, record -> record.shown().text())
                    .containsExactlyInAnyOrder(
                            tuple(ConsentRecord.What.CONSENT_GIVEN, SHOWN_MANDATE.text()),
                            tuple(ConsentRecord.What.CONSENT_NARROWED, "Minder"),
                            tuple(ConsentRecord.What.CONSENT_WITHDRAWN, "Stop"));
            assertThat(records).allSatisfy(record -> {
                assertThat(record.signature())
                        .hasValueSatisfying(seal ->
                                assertThat(HexFormat.of().formatHex(seal)).isEqualTo(record.sha256()));
                assertThat(record.json()).contains("\"mandate_id\":\"" + id, SON);
            });
            assertThat(recordsOnLines())
                    .isEqualTo(records.stream().collect(Collectors.toMap(ConsentRecord::id, ConsentRecord::sha256)));
            var stop = records.stream()
                    .filter(record -> record.what() == ConsentRecord.What.CONSENT_WITHDRAWN)
                    .findFirst()
                    .orElseThrow();
            assertThat(JsonMapper.builder()
                            .build()
                            .readTree(stop.json())
                            .get("events")
                            .size())
                    .isEqualTo(3);
        }

        @Test
        void soHasANoToWhoAcceptedAndWhatTheCarerGaveUp() {
            accepted();
            mandates.stop(me(), id, said("Nee"));
            assertThat(mandates.records(me(), id)).singleElement().satisfies(no -> {
                assertThat(no.what()).isEqualTo(ConsentRecord.What.CONSENT_REFUSED);
                assertThat(no.shown().text()).isEqualTo("Nee");
            });

            var second = new MandateId(UUID.randomUUID());
            mandates.accept(him(), mandates.invite(me(), second).code(), SON);
            mandates.confirm(me(), second, Set.of(LEZEN_PLAN), SPRING, Mandate.Digest.WEEKLY, MOTHER, SHOWN_MANDATE);
            mandates.giveUp(him(), second, said("Ja, ik stop"));
            assertThat(mandates.records(me(), second))
                    .extracting(ConsentRecord::what)
                    .containsExactlyInAnyOrder(ConsentRecord.What.CONSENT_GIVEN, ConsentRecord.What.CONSENT_GIVEN_UP);
        }

        @Test
        void anInvitationThatNobodyTookGaveNothing() {
            mandates.invite(me(), id);
            mandates.stop(me(), id, said("Terug"));

            assertThat(mandates.records(me(), id)).isEmpty();
        }

        private Map<UUID, String> recordsOnLines() {
            return ledger.read(me(), Ledger.Filter.newest(50)).lines().stream()
                    .filter(line -> line.details().containsKey("record"))
                    .collect(Collectors.toMap(
                            line -> UUID.fromString(line.details().get("record")),
                            line -> line.details().get("record_sha256")));
        }

        private ShownText said(String words) {
            return new ShownText(words, Locale.of("nl"));
        }
    }
}
