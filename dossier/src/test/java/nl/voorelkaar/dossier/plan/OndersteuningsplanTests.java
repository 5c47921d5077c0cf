package nl.voorelkaar.dossier.plan;

import static nl.voorelkaar.dossier.plan.Planner.AANBIEDER;
import static nl.voorelkaar.dossier.plan.Planner.ANOUK;
import static nl.voorelkaar.dossier.plan.Planner.BRAM;
import static nl.voorelkaar.dossier.plan.Planner.FATIMA;
import static nl.voorelkaar.dossier.plan.Planner.GOAL;
import static nl.voorelkaar.dossier.plan.Planner.LOKET;
import static nl.voorelkaar.dossier.plan.Planner.TASK;
import static nl.voorelkaar.dossier.plan.Planner.TWEEDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan lets happen, by itself. */
class OndersteuningsplanTests {

    private final Planner planner = new Planner();

    @Nested
    class Writing {

        @Test
        void residentGespreksvoerderAndCasemanagerWriteAndNobodyElse() {
            planner.started();
            for (var by : new Author[] {FATIMA, ANOUK, BRAM}) {
                planner.take(by, write(PlanPart.TIJDPAD, "Voor de zomer"));
            }
            refused(() -> planner.take(AANBIEDER, write(PlanPart.TIJDPAD, "Nee")), PlanRefusal.ROLE_MAY_NOT);
            refused(() -> planner.take(LOKET, write(PlanPart.TIJDPAD, "Nee")), PlanRefusal.ROLE_MAY_NOT);
        }

        @Test
        void theResidentsOwnWordsAreTheResidents() {
            planner.started().take(FATIMA, write(PlanPart.WOORDEN, "Ik wil zelf blijven koken"));

            refused(
                    () -> planner.take(ANOUK, write(PlanPart.WOORDEN, "Zij wil koken")),
                    PlanRefusal.RESIDENTS_OWN_WORDS);
            refused(() -> planner.take(BRAM, write(PlanPart.WOORDEN, "")), PlanRefusal.RESIDENTS_OWN_WORDS);

            assertThat(planner.plan.part(PlanPart.WOORDEN).text()).isEqualTo("Ik wil zelf blijven koken");
        }

        @Test
        void whoBuildsOnAnOlderTextGetsTheOthersTextAndLosesNothing() {
            planner.started();
            var seen = planner.plan.part(PlanPart.RESULTAAT).step();
            planner.take(ANOUK, write(PlanPart.RESULTAAT, "Fatima kookt weer zelf"));

            var changed = catchThrowableOfType(
                    ChangedMeanwhile.class,
                    () -> planner.take(
                            FATIMA,
                            (plan, by, now) -> plan.write(by, PlanPart.RESULTAAT, "Ik kook weer", false, seen)));

            assertThat(changed.theirs().text()).isEqualTo("Fatima kookt weer zelf");
            assertThat(changed.theirs().by()).isEqualTo(ANOUK);
            planner.take(
                    FATIMA,
                    (plan, by, now) -> plan.write(
                            by,
                            PlanPart.RESULTAAT,
                            "Ik kook weer",
                            false,
                            changed.theirs().step()));
            assertThat(planner.plan.part(PlanPart.RESULTAAT).text()).isEqualTo("Ik kook weer");
        }

        @Test
        void otherPartsNeverConflict() {
            planner.started().take(ANOUK, write(PlanPart.RESULTAAT, "Zelf koken"));

            planner.take(FATIMA, (plan, by, now) -> plan.write(by, PlanPart.TIJDPAD, "Mei", false, 0));

            assertThat(planner.plan.part(PlanPart.RESULTAAT).text()).isEqualTo("Zelf koken");
            assertThat(planner.plan.part(PlanPart.TIJDPAD).text()).isEqualTo("Mei");
        }

        @Test
        void aGoalOrTaskThatChangedOrWentMeanwhileIsTold() {
            planner.filled();
            var goal = planner.plan.goal(GOAL).orElseThrow().text().step();
            planner.take(ANOUK, (plan, by, now) -> plan.setGoal(by, GOAL, "Fatima komt buiten", goal));

            assertThatThrownBy(
                            () -> planner.take(FATIMA, (plan, by, now) -> plan.setGoal(by, GOAL, "Iets anders", goal)))
                    .isInstanceOf(ChangedMeanwhile.class);
            planner.take(
                    ANOUK,
                    (plan, by, now) -> plan.dropTask(
                            by, TASK, plan.task(TASK).orElseThrow().text().step()));
            refused(
                    () -> planner.take(
                            FATIMA,
                            (plan, by, now) -> plan.setTask(
                                    by, TASK, GOAL, "Nog een", TaskOwner.NETWORK, "", Optional.empty(), goal + 1)),
                    PlanRefusal.NOT_THERE);
        }

        @Test
        void aTextThatIsTooLongOrAnEmptyGoalIsRefused() {
            planner.started();
            refused(
                    () -> planner.take(
                            FATIMA, write(PlanPart.WOORDEN, "a".repeat(Ondersteuningsplan.LONGEST_TEXT + 1))),
                    PlanRefusal.TOO_LONG);
            refused(() -> planner.take(FATIMA, (plan, by, now) -> plan.setGoal(by, GOAL, "  ", 0)), PlanRefusal.EMPTY);
        }
    }

    @Nested
    class Freezing {

        @ParameterizedTest
        @EnumSource(PlanItem.class)
        void allSixItemsAreFilledOrNotApplicable(PlanItem item) {
            planner.filled().take(ANOUK, write(item.parts().getFirst(), ""));

            refused(planner::freeze, PlanRefusal.INCOMPLETE);
            assertThat(planner.plan.missing()).containsExactly(item);

            planner.take(ANOUK, (plan, by, now) -> {
                var part = item.parts().getLast();
                return plan.write(by, part, "", true, plan.part(part).step());
            });
            assertThat(planner.freeze().plan.state()).isEqualTo(PlanState.TER_ONDERTEKENING);
        }

        @Test
        void onlyTheGespreksvoerderFreezes() {
            planner.filled();
            for (var by : new Author[] {FATIMA, BRAM, LOKET, AANBIEDER}) {
                refused(
                        () -> planner.take(
                                by,
                                (plan, who, now) -> plan.freeze(
                                        who, new PaperId(UUID.randomUUID()), Planner.print(plan), plan.textStep())),
                        PlanRefusal.ROLE_MAY_NOT);
            }
        }

        /** ADR 0024: after a handover somebody must be able to go on, and nobody else than who it was given to. */
        @Test
        void theCasemanagerWhoWasGivenThePlanFreezesOpensAgainAndSigns() {
            planner.givenTo(BRAM).filled();
            var other = new Author.Professional(new PartyId(new UUID(1, 6)), Role.CM, "Een ander");
            PlanVerb freezing = (plan, who, now) ->
                    plan.freeze(who, new PaperId(UUID.randomUUID()), Planner.print(plan), plan.textStep());
            refused(() -> planner.take(other, freezing), PlanRefusal.ROLE_MAY_NOT);
            planner.take(BRAM, freezing);
            refused(() -> planner.take(other, (plan, by, now) -> plan.reopen(by)), PlanRefusal.ROLE_MAY_NOT);
            planner.take(BRAM, (plan, by, now) -> plan.reopen(by)).take(BRAM, freezing);
            refused(() -> planner.signs(other), PlanRefusal.ROLE_MAY_NOT);
            refused(() -> planner.signs(BRAM, Signer.RESIDENT), PlanRefusal.NOT_YOUR_SIGNATURE);
            planner.signs(BRAM);
            refused(() -> planner.signs(BRAM), PlanRefusal.ALREADY_SIGNED);
            assertThat(planner.signs(FATIMA).plan.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
        }

        @Test
        void whatChangedWhileItWasPrintedIsNotFrozen() {
            planner.filled();
            var printed = planner.plan.textStep();
            planner.take(FATIMA, write(PlanPart.WOORDEN, "Nog een woord"));

            refused(
                    () -> planner.take(
                            ANOUK,
                            (plan, by, now) ->
                                    plan.freeze(by, new PaperId(UUID.randomUUID()), Planner.print(plan), printed)),
                    PlanRefusal.MOVED);
        }

        @Test
        void aFrozenTextStands() {
            planner.frozen();

            refused(() -> planner.take(FATIMA, write(PlanPart.WOORDEN, "Wacht")), PlanRefusal.NOT_WRITABLE);
            refused(() -> planner.take(ANOUK, write(PlanPart.TIJDPAD, "Wacht")), PlanRefusal.NOT_WRITABLE);
        }

        @Test
        void changingItAgainVoidsSignaturesAndKeepsThemAsEvidence() {
            planner.frozen().signs(FATIMA);
            planner.take(ANOUK, (plan, by, now) -> plan.reopen(by));

            assertThat(planner.plan.state()).isEqualTo(PlanState.CONCEPT);
            assertThat(planner.plan.version()).isEmpty();
            planner.take(ANOUK, write(PlanPart.TIJDPAD, "Later")).freeze();
            assertThat(planner.plan.version().orElseThrow().number()).isEqualTo(2);
            assertThat(planner.plan.version().orElseThrow().signatures()).isEmpty();
            assertThat(planner.plan.versions().getFirst().voided()).isTrue();
            assertThat(planner.plan.versions().getFirst().signatures())
                    .extracting(Signature::as)
                    .containsExactly(Signer.RESIDENT);
            assertThat(planner.plan
                            .versions()
                            .getFirst()
                            .content()
                            .part(PlanPart.TIJDPAD)
                            .orElseThrow()
                            .text())
                    .isEqualTo("Over TIJDPAD");
        }
    }

    @Nested
    class Signing {

        @Test
        void bothSignInEitherOrder() {
            planner.frozen().signs(ANOUK);
            assertThat(planner.plan.state()).isEqualTo(PlanState.DEELS_ONDERTEKEND);
            planner.signs(FATIMA);
            assertThat(planner.plan.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);

            var other = new Planner().frozen().signs(FATIMA);
            assertThat(other.plan.state()).isEqualTo(PlanState.DEELS_ONDERTEKEND);
            assertThat(other.signs(ANOUK).plan.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
        }

        @Test
        void theSameIdentityIsRefusedTwice() {
            planner.frozen().signs(FATIMA);
            refused(() -> planner.signs(FATIMA), PlanRefusal.ALREADY_SIGNED);
            planner.signs(ANOUK);
            refused(() -> planner.signs(ANOUK), PlanRefusal.ALREADY_SIGNED);
            refused(() -> planner.signs(FATIMA), PlanRefusal.ALREADY_SIGNED);
        }

        @Test
        void aSecondProfessionalDoesNotTakeThePlaceOfTheFirst() {
            planner.frozen().signs(ANOUK);
            refused(() -> planner.signs(TWEEDE), PlanRefusal.ALREADY_SIGNED);
        }

        @Test
        void aProfessionalNeverSignsForTheResidentNorTheOtherWayRound() {
            planner.frozen();
            refused(() -> planner.signs(ANOUK, Signer.RESIDENT), PlanRefusal.NOT_YOUR_SIGNATURE);
            refused(() -> planner.signs(FATIMA, Signer.PROFESSIONAL), PlanRefusal.NOT_YOUR_SIGNATURE);
            refused(() -> planner.signs(BRAM), PlanRefusal.ROLE_MAY_NOT);
            refused(() -> planner.signs(AANBIEDER), PlanRefusal.ROLE_MAY_NOT);
        }

        @Test
        void anOlderVersionCannotBeSigned() {
            planner.frozen();
            var first = planner.plan.version().orElseThrow().fingerprint().sha256();
            planner.take(FATIMA, (plan, by, now) -> plan.reopen(by));
            refused(
                    () -> planner.take(FATIMA, planner.signing(Signer.RESIDENT, first, planner.now)),
                    PlanRefusal.STALE_VERSION);
            planner.take(ANOUK, write(PlanPart.TIJDPAD, "Later")).freeze();
            refused(
                    () -> planner.take(FATIMA, planner.signing(Signer.RESIDENT, first, planner.now)),
                    PlanRefusal.STALE_VERSION);
            assertThat(planner.signs(FATIMA).plan.state()).isEqualTo(PlanState.DEELS_ONDERTEKEND);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1})
        void theLoginIsAQuarterOfAnHourOldAtMost(int tooMuch) {
            planner.frozen();
            var sha256 = planner.plan.version().orElseThrow().fingerprint().sha256();
            var login = planner.now.minus(Duration.ofMinutes(15)).minusSeconds(tooMuch);
            ThrowingCallable sign = () -> planner.take(FATIMA, planner.signing(Signer.RESIDENT, sha256, login));
            if (tooMuch == 0) {
                assertThat(catchThrowableOfType(StepRefused.class, sign)).isNull();
            } else {
                refused(sign, PlanRefusal.SIGN_IN_AGAIN);
            }
        }

        @Test
        void nothingIsChosenForTheResidentAboutTheApplication() {
            planner.frozen();
            var version = planner.plan.version().orElseThrow();
            refused(
                    () -> planner.plan.mayBeSigned(
                            FATIMA,
                            Signer.RESIDENT,
                            new Login(nl.voorelkaar.consent.AssuranceLevel.HOOG, planner.now, "0".repeat(64)),
                            version.fingerprint().sha256(),
                            Optional.empty(),
                            planner.now),
                    PlanRefusal.CHOOSE_APPLICATION);
        }

        @Test
        void aSealOnAFileThatGotAnotherSealMeanwhileIsNotTaken() {
            planner.frozen();
            var onto = planner.plan.version().orElseThrow().paper();
            planner.signs(ANOUK);
            var sha256 = planner.plan.version().orElseThrow().fingerprint().sha256();
            refused(
                    () -> planner.plan.sign(
                            FATIMA,
                            Signer.RESIDENT,
                            new Login(nl.voorelkaar.consent.AssuranceLevel.HOOG, planner.now, "0".repeat(64)),
                            sha256,
                            onto,
                            new PaperId(UUID.randomUUID()),
                            new Ondersteuningsplan.Sealing(planner.now, "{}", ""),
                            Optional.of(Apply.NOT_YET),
                            Optional.empty(),
                            planner.now,
                            planner.deadlines),
                    PlanRefusal.MOVED);
        }

        @Test
        void inkMayComeLastAndIsRegisteredByACollegue() {
            planner.frozen().signs(ANOUK);
            var sha256 = planner.plan.version().orElseThrow().fingerprint().sha256();
            PlanVerb ink = (plan, by, now) -> plan.signInInk(
                    by,
                    sha256,
                    new PaperId(new UUID(4, 4)),
                    LocalDate.of(2026, 11, 5),
                    Optional.of(Apply.NOT_YET),
                    now,
                    planner.deadlines);
            refused(() -> planner.take(FATIMA, ink), PlanRefusal.ROLE_MAY_NOT);
            planner.take(LOKET, ink);
            assertThat(planner.plan.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
            var signature = planner.plan
                    .version()
                    .orElseThrow()
                    .signature(Signer.RESIDENT)
                    .orElseThrow();
            assertThat(signature.ink()).isTrue();
            assertThat(signature.by()).isEqualTo(LOKET);
            refused(() -> planner.take(LOKET, ink), PlanRefusal.ALREADY_SIGNED);
        }

        @Test
        void whoRegisteredInkStillSignsAsGespreksvoerder() {
            planner.frozen();
            var sha256 = planner.plan.version().orElseThrow().fingerprint().sha256();
            planner.take(
                    ANOUK,
                    (plan, by, now) -> plan.signInInk(
                            by,
                            sha256,
                            new PaperId(new UUID(4, 4)),
                            LocalDate.of(2026, 11, 6),
                            Optional.empty(),
                            now,
                            planner.deadlines));
            assertThat(planner.signs(ANOUK).plan.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
        }

        @Test
        void whoDoesNotAgreeSaysSoWithOrWithoutAReason() {
            planner.frozen().signs(ANOUK);
            planner.take(FATIMA, (plan, by, now) -> plan.disagree(by, true, ""));
            assertThat(planner.plan.state()).isEqualTo(PlanState.NIET_AKKOORD);
            assertThat(planner.plan.disagreement().orElseThrow().onlySeen()).isTrue();
            assertThat(planner.plan.versions().getLast().signature(Signer.PROFESSIONAL))
                    .isPresent();
            refused(() -> planner.signs(FATIMA), PlanRefusal.NOT_FROZEN);
        }

        @Test
        void whoSignedDoesNotDisagreeBesides() {
            planner.frozen().signs(FATIMA);
            refused(
                    () -> planner.take(FATIMA, (plan, by, now) -> plan.disagree(by, false, "")),
                    PlanRefusal.ALREADY_SIGNED);
            refused(
                    () -> planner.take(ANOUK, (plan, by, now) -> plan.disagree(by, false, "")),
                    PlanRefusal.ONLY_THE_RESIDENT);
        }
    }

    @Nested
    class CoolingOff {

        /** DOMAIN §3.3, D34. */
        @Test
        void signedOnTheSixthComingBackIsPossibleUntilTheTwentiethAtMidnight() {
            planner.moved("2026-11-06T10:00").signedByBoth();
            assertThat(planner.plan.coolingOff().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 11, 20));

            planner.moved("2026-11-20T23:59").take(FATIMA, (plan, by, now) -> plan.withdraw(by, false, now));

            assertThat(planner.plan.state()).isEqualTo(PlanState.HERROEPEN);
        }

        @Test
        void aMinuteAfterMidnightItIsTooLate() {
            planner.moved("2026-11-06T10:00").signedByBoth().moved("2026-11-21T00:01");

            assertThat(planner.plan.state()).isEqualTo(PlanState.DEFINITIEF);
            refused(
                    () -> planner.take(FATIMA, (plan, by, now) -> plan.withdraw(by, false, now)),
                    PlanRefusal.TOO_LATE_TO_WITHDRAW);
        }

        @Test
        void theClockEndsItAtItsOwnMoment() {
            planner.signedByBoth().moved("2026-12-20T09:00");
            assertThat(planner.steps.getLast().at()).isEqualTo(Planner.at("2026-11-21T00:00"));
        }

        @Test
        void itBeginsAfterTheLastSignature() {
            planner.moved("2026-11-02T10:00")
                    .frozen()
                    .signs(FATIMA)
                    .moved("2026-11-09T10:00")
                    .signs(ANOUK);
            assertThat(planner.plan.coolingOff().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 11, 23));
        }

        @Test
        void nothingStartsUnlessTheResidentSaysSoAndComingBackStaysPossible() {
            planner.signedByBoth();
            PlanVerb done = (plan, by, now) -> plan.markTask(by, TASK, true);
            refused(() -> planner.take(ANOUK, done), PlanRefusal.NOT_STARTED);
            refused(() -> planner.take(ANOUK, (plan, by, now) -> plan.startEarly(by)), PlanRefusal.ONLY_THE_RESIDENT);

            planner.take(FATIMA, (plan, by, now) -> plan.startEarly(by));

            assertThat(planner.plan.state()).isEqualTo(PlanState.IN_BEDENKTERMIJN);
            assertThat(planner.plan.underWay()).isTrue();
            planner.take(ANOUK, done);
            planner.take(FATIMA, (plan, by, now) -> plan.withdraw(by, false, now));
            assertThat(planner.plan.state()).isEqualTo(PlanState.HERROEPEN);
            refused(() -> planner.take(ANOUK, done), PlanRefusal.NOT_STARTED);
        }

        @Test
        void whatWasToldByPhoneInTimeCountsWhenItIsWrittenDownLater() {
            planner.signedByBoth().moved("2026-11-23T09:00");
            PlanVerb late = (plan, by, now) -> plan.withdrawFor(by, Channel.PHONE, LocalDate.of(2026, 11, 21), now);
            refused(() -> planner.take(LOKET, late), PlanRefusal.TOO_LATE_TO_WITHDRAW);
            planner.take(
                    LOKET, (plan, by, now) -> plan.withdrawFor(by, Channel.PHONE, LocalDate.of(2026, 11, 20), now));
            assertThat(planner.plan.state()).isEqualTo(PlanState.HERROEPEN);
        }

        @Test
        void twoDaysBeforeTheEndTheResidentIsRemindedOnceUnlessTheTermIsThatShort() {
            planner.moved("2026-11-06T10:00").signedByBoth().moved("2026-11-17T23:59");
            assertThat(reminders(planner)).isEmpty();
            planner.moved("2026-11-18T09:00").moved("2026-11-25T09:00");
            assertThat(reminders(planner)).containsExactly(Planner.at("2026-11-18T00:00"));
            assertThat(planner.plan.state()).isEqualTo(PlanState.DEFINITIEF);

            assertThat(reminders(new Planner(3).signedByBoth().moved("2026-12-01T09:00")))
                    .isEmpty();
        }

        private static List<Instant> reminders(Planner planner) {
            return planner.steps.stream()
                    .filter(step -> step.event() instanceof PlanEvent.SettlesSoon)
                    .map(Step::at)
                    .toList();
        }

        @Test
        void withoutDaysItEndsAtMidnightOfTheSameDay() {
            var hasty = new Planner(0).signedByBoth();
            assertThat(hasty.plan.coolingOff().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 11, 6));
            assertThat(hasty.moved("2026-11-07T00:00").plan.state()).isEqualTo(PlanState.DEFINITIEF);
        }
    }

    @Nested
    class AfterIt {

        @Test
        void anEvaluationEndsInANewVersionOrInTheEnd() {
            planner.settled().take(BRAM, (plan, by, now) -> plan.evaluate(by));
            assertThat(planner.plan.state()).isEqualTo(PlanState.IN_EVALUATIE);
            planner.take(FATIMA, (plan, by, now) -> plan.adjust(by));
            assertThat(planner.plan.state()).isEqualTo(PlanState.BIJGESTELD);
            planner.take(ANOUK, write(PlanPart.TIJDPAD, "Een jaar erbij")).freeze();
            assertThat(planner.plan.version().orElseThrow().number()).isEqualTo(2);
            planner.signs(FATIMA).signs(ANOUK).moved(Duration.ofDays(20));
            planner.take(FATIMA, (plan, by, now) -> plan.evaluate(by))
                    .take(FATIMA, (plan, by, now) -> plan.close(by, "Het is gelukt"));
            assertThat(planner.plan.state()).isEqualTo(PlanState.AFGESLOTEN);
        }
    }

    @Nested
    class WhoseTurn {

        private final LocalDate today = LocalDate.of(2026, 11, 6);

        @Test
        void aGoalWithoutTasksNeverLooksFinished() {
            planner.filled();
            planner.take(
                    FATIMA,
                    (plan, by, now) -> plan.dropTask(
                            by, TASK, plan.task(TASK).orElseThrow().text().step()));
            assertThat(next().kind()).isEqualTo(NextStep.Kind.NO_TASKS);
            planner.freeze().signs(FATIMA).signs(ANOUK).moved(Duration.ofDays(20));
            assertThat(next().kind()).isEqualTo(NextStep.Kind.NO_TASKS);
        }

        @Test
        void itFollowsThePlanAndItsTasks() {
            planner.filled();
            assertThat(next().kind()).isEqualTo(NextStep.Kind.PLAN_FIRST);
            planner.freeze().signs(FATIMA).signs(ANOUK);
            assertThat(next().kind()).isEqualTo(NextStep.Kind.PLAN_FIRST);
            planner.moved(Duration.ofDays(20));
            assertThat(next().kind()).isEqualTo(NextStep.Kind.TASK);
            assertThat(next().task().orElseThrow().owner()).isEqualTo(TaskOwner.RESIDENT);
            planner.take(FATIMA, (plan, by, now) -> plan.markTask(by, TASK, true));
            assertThat(next().kind()).isEqualTo(NextStep.Kind.ALL_DONE);
            planner.take(FATIMA, (plan, by, now) -> plan.markGoal(by, GOAL, true));
            assertThat(next().kind()).isEqualTo(NextStep.Kind.REACHED);
        }

        private NextStep next() {
            return planner.plan.next(planner.plan.goal(GOAL).orElseThrow(), today);
        }
    }

    @Nested
    class FamilyPlan {

        @Test
        void inClosedTimeOnlyTheFamilyWrites() {
            planner.take(
                    FATIMA,
                    (plan, by, now) -> new PlanEvent.Started(PlanWay.EIGEN_KRACHT, Optional.empty(), Content.EMPTY));
            planner.take(ANOUK, (plan, by, now) -> plan.reachPhase(by, PlanPhase.BESLOTEN_TIJD));

            refused(() -> planner.take(ANOUK, write(PlanPart.TIJDPAD, "Mei")), PlanRefusal.FAMILY_AMONG_ITSELF);
            planner.take(FATIMA, write(PlanPart.TIJDPAD, "Juni"));
            refused(
                    () -> planner.take(ANOUK, (plan, by, now) -> plan.reachPhase(by, PlanPhase.PRESENTATIE)),
                    PlanRefusal.ONLY_THE_RESIDENT);
            planner.take(FATIMA, (plan, by, now) -> plan.reachPhase(by, PlanPhase.PRESENTATIE));
            planner.take(ANOUK, write(PlanPart.RESULTAAT, "Samen"));
        }
    }

    private static PlanVerb write(PlanPart part, String text) {
        return (plan, by, now) ->
                plan.write(by, part, text, false, plan.part(part).step());
    }

    private static void refused(ThrowingCallable attempt, PlanRefusal why) {
        var refused = catchThrowableOfType(StepRefused.class, attempt);
        assertThat(refused).as("refused with " + why).isNotNull();
        assertThat(refused.reason()).isEqualTo(why);
        assertThat(PlanState.valueOf(refused.state())).isNotNull();
    }
}
