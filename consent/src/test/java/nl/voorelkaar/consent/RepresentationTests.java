package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.DERDEN;
import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.SCHULDEN;
import static nl.voorelkaar.consent.Section.VEILIGHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Representation.Evidence;
import nl.voorelkaar.consent.Representation.Kind;
import nl.voorelkaar.consent.RepresentationRefused.Reason;
import nl.voorelkaar.consent.Representations.Registration;
import nl.voorelkaar.consent.Representations.Speaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Golden scenarios S7 and S8 among them (DOMAIN §9). */
class RepresentationTests extends Situation {

    private static final LocalDate SANNE_BORN = LocalDate.of(2014, 10, 12);
    private static final LocalDate DAAN_BORN = LocalDate.of(2010, 11, 20);
    private static final LocalDate MILAN_BORN = LocalDate.of(2008, 10, 30);
    private static final LocalDate LOTTE_BORN = LocalDate.of(2012, 2, 29);
    private static final LocalDate KEES_BORN = LocalDate.of(1989, 8, 8);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @Autowired
    private Representations representations;

    @Autowired
    private Answers answers;

    @Autowired
    private Birthdays birthdays;

    @Autowired
    private Mandates mandates;

    private final ResidentId marieke = new ResidentId(UUID.randomUUID());
    private final ResidentId ruud = new ResidentId(UUID.randomUUID());
    private final ResidentId els = new ResidentId(UUID.randomUUID());
    private Actor.Professional desk;

    @BeforeEach
    void aDesk() {
        desk = professional(Role.KCC);
    }

    private Registration registration(
            ResidentId of, LocalDate born, Kind kind, Evidence evidence, ResidentId... speakers) {
        return new Registration(
                of,
                "De inwoner",
                born,
                Stream.of(speakers)
                        .map(id -> new Speaker(PersonId.of(id), "De vertegenwoordiger"))
                        .toList(),
                kind,
                evidence,
                TODAY,
                Optional.empty());
    }

    private List<Representation> register(Registration registration) {
        return workspace(() -> representations.register(desk, registration));
    }

    private Actor.Resident self(ResidentId id) {
        return new Actor.Resident(id, AssuranceLevel.SUBSTANTIEEL, clock.instant(), new Assertion("token of " + id));
    }

    /** As this person speaks for the resident of this test, signed in just now. */
    private Actor.Acting speaking(ResidentId person) {
        return representations.heldBy(self(person)).stream()
                .map(Representations.Held::representation)
                .filter(held -> held.of().equals(resident))
                .findFirst()
                .flatMap(held -> representations.acting(self(person), held.id()))
                .orElseThrow();
    }

    private boolean reads(Actor actor, Section section) {
        return gate.decide(actor, Access.read(resident, section)).get(section) instanceof Decision.Permitted;
    }

    private void parents(LocalDate born) {
        register(registration(resident, born, Kind.OUDER, Evidence.BRP, marieke, ruud));
    }

    private static Instant amsterdam(String local) {
        return java.time.LocalDateTime.parse(local)
                .atZone(CalendarDays.AMSTERDAM)
                .toInstant();
    }

    @Test
    void whenTheRegisterSaysThatSomebodyElseHasGezagTheDeskLooksAndNothingEndsBeforeThat() {
        parents(DAAN_BORN);
        var both = Set.of(PersonId.of(marieke), PersonId.of(ruud));
        assertThat(representations.gezagIsWith(resident, Set.of()))
                .as("the desk looked today")
                .isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(representations.gezagIsWith(resident, both)).isFalse();
        assertThat(toLookAt()).isEmpty();

        assertThat(representations.gezagIsWith(resident, Set.of(PersonId.of(marieke))))
                .isTrue();
        assertThat(representations.gezagIsWith(resident, Set.of(PersonId.of(marieke))))
                .as("once")
                .isFalse();

        assertThat(toLookAt()).containsExactlyInAnyOrderElementsOf(both);
        assertThat(reads(speaking(ruud), PLAN)).as("for the desk to judge").isTrue();
        dueWork.lapseDue();
        assertThat(log(LedgerEvent.Kind.REPRESENTATION_RECHECK_DUE)).hasSize(2);
        clock.advance(Duration.ofDays(Representation.LATE_AT_MOST + 1));
        assertThat(representations.heldBy(self(ruud)))
                .as("nobody looked in time")
                .isEmpty();
    }

    private List<PersonId> toLookAt() {
        return workspace(() -> representations.toRecheck(desk)).stream()
                .map(Representations.Recheck::representation)
                .filter(held -> held.of().equals(resident))
                .map(Representation::by)
                .toList();
    }

    @Test
    void nothingIsToBeLookedAtWhereTheDeskWroteDownNobody() {
        assertThat(representations.gezagIsWith(resident, Set.of(PersonId.of(ruud))))
                .isFalse();
    }

    @Test
    void s7SanneTurnsTwelveAndHerParentsKeepTheFileAndLoseHerOwnPartAtMidnight() {
        parents(SANNE_BORN);
        clock.set(amsterdam("2026-10-11T23:59:59"));
        var mother = speaking(marieke);
        assertThat(reads(mother, VERHAAL)).isTrue();
        assertThat(reads(mother, PLAN)).isTrue();

        clock.set(amsterdam("2026-10-12T00:00:00"));

        assertThat(reads(mother, VERHAAL)).isFalse();
        assertThat(reads(mother, PLAN)).isTrue();
        dueWork.expireDue();
        assertThat(happenings.about(resident, ConsentEvent.AgeReached.class))
                .containsExactly(
                        new ConsentEvent.AgeReached(resident, 12, Set.of(PersonId.of(marieke), PersonId.of(ruud))));
        assertThat(log(LedgerEvent.Kind.AGE_REACHED)).hasSize(1);
    }

    @Test
    void s7DaanTurnsSixteenAtMidnightWhileHisMotherIsSignedInAndReads() {
        parents(DAAN_BORN);
        clock.set(amsterdam("2026-11-19T23:50:00"));
        var mother = speaking(marieke);
        var permit = (Decision.Permitted)
                gate.decide(mother, Access.read(resident, PLAN)).get(PLAN);
        assertThat(permit.ground()).isEqualTo(Grondslag.VERTEGENWOORDIGING);
        assertThat(permit.statute()).contains("BW 1:245");
        assertThat(permit.until()).isEqualTo(amsterdam("2026-11-20T00:00:00"));

        clock.set(amsterdam("2026-11-20T00:00:00"));

        assertThat(reads(mother, PLAN)).isFalse();
        assertThat(reads(self(resident), PLAN)).isTrue();
    }

    @Test
    void s7WhatAParentConsentedToEndsOnDaansBirthdayAndHeGivesItAnewHimself() {
        parents(DAAN_BORN);
        var casemanager = professional(Role.CM);
        var terms = new Terms(Set.of(VERHAAL), Set.of(Right.READ), LocalDate.of(2027, 3, 31), false);
        var request = ask(casemanager, terms);
        answers.answer(speaking(marieke), request.id(), true, SHOWN);
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Refused.class);
        assertThat(answers.answer(speaking(ruud), request.id(), true, SHOWN)).isEqualTo(Answers.Outcome.GIVEN);
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Permitted.class);

        clock.set(amsterdam("2026-11-19T23:59:59"));
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Permitted.class);
        clock.set(amsterdam("2026-11-20T00:00:00"));
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Refused.class);

        dueWork.expireDue();
        var ended = grants.of(self(resident)).getFirst();
        assertThat(ended.state()).isEqualTo(Grant.State.BEEINDIGD);
        assertThat(ended.toReconfirm()).isTrue();
        assertThat(log(LedgerEvent.Kind.TO_RECONFIRM)).hasSize(1);
        var again = ask(casemanager, terms);
        assertThat(grants.give(self(resident), again.id(), terms, SHOWN).live()).isTrue();
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void s7AMandateThatDaanGaveEndsOnHisBirthdayToBeGivenAnew() {
        parents(DAAN_BORN);
        var id = new MandateId(UUID.randomUUID());
        var code = mandates.invite(self(resident), id).code();
        mandates.accept(self(els), code, "Els van Rijn");
        mandates.confirm(
                self(resident),
                id,
                Set.of(MandateScope.LEZEN_PLAN),
                LocalDate.of(2027, 3, 31),
                Mandate.Digest.DAILY,
                "Daan de Wit",
                SHOWN);
        var carer = mandates.acting(self(els), id).orElseThrow();
        clock.set(amsterdam("2026-11-19T23:59:59"));
        assertThat(reads(carer, PLAN)).isTrue();

        clock.set(amsterdam("2026-11-20T00:00:00"));

        assertThat(reads(carer, PLAN)).isFalse();
        dueWork.expireDue();
        assertThat(mandates.find(self(resident), id).toReconfirm()).isTrue();
    }

    @Test
    void s7MilanTurnsEighteenAndNobodyHasGezagAnyMore() {
        parents(MILAN_BORN);
        clock.set(amsterdam("2026-10-30T00:00:00"));
        dueWork.expireDue();

        assertThat(representations.heldBy(self(marieke))).isEmpty();
        assertThat(representations.of(self(resident)))
                .hasSize(2)
                .allMatch(held -> held.endedAt().equals(Optional.of(amsterdam("2026-10-30T00:00:00"))));
        assertThat(happenings
                        .about(resident, ConsentEvent.AgeReached.class)
                        .getFirst()
                        .authority())
                .hasSize(2);
        assertThat(superuser()
                        .sql("SELECT count(*) FROM consent.birthday WHERE resident_id = ?")
                        .param(resident.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void s7LotteWhoWasBornOn29FebruaryTurnsSixteenOnThatDayAndFifteenChangesNothing() {
        parents(LOTTE_BORN);
        clock.set(amsterdam("2027-03-01T00:00:00"));
        assertThat(reads(speaking(marieke), PLAN)).isTrue();
        parents(LOTTE_BORN);
        clock.set(amsterdam("2028-02-28T23:59:59"));
        var mother = speaking(marieke);
        assertThat(reads(mother, PLAN)).isTrue();
        clock.set(amsterdam("2028-02-29T00:00:00"));
        assertThat(reads(mother, PLAN)).isFalse();
    }

    @Test
    void sixtyDaysBeforeABirthdayTheYoungPersonAndBothParentsHearOfItOnce() {
        parents(DAAN_BORN);
        clock.set(amsterdam("2026-09-20T23:59:00"));
        clock.set(amsterdam("2026-10-05T10:00:00"));
        dueWork.remindDue();
        dueWork.remindDue();
        assertThat(happenings.about(resident, ConsentEvent.AgeSoon.class))
                .containsExactly(
                        new ConsentEvent.AgeSoon(resident, 16, Set.of(PersonId.of(marieke), PersonId.of(ruud))));
        assertThat(birthdays.coming(self(resident))).contains(new Birthdays.Coming(16, LocalDate.of(2026, 11, 20)));
    }

    @Test
    void aBirthdayIsAnnouncedNoEarlierThanSixtyDaysBefore() {
        parents(LocalDate.of(2010, 12, 5));
        clock.set(amsterdam("2026-10-05T23:59:59"));
        dueWork.remindDue();
        assertThat(happenings.about(resident, ConsentEvent.AgeSoon.class)).isEmpty();
        assertThat(birthdays.coming(self(resident))).isEmpty();
        clock.set(amsterdam("2026-10-06T00:00:00"));
        dueWork.remindDue();
        assertThat(happenings.about(resident, ConsentEvent.AgeSoon.class)).hasSize(1);
    }

    @Test
    void s8RuudRefusesWhereMariekeAgreesSoNothingOpensAndAPersonTakesOver() {
        parents(DAAN_BORN);
        var casemanager = professional(Role.CM);
        var request = ask(casemanager, read(VERHAAL));
        assertThat(answers.open(speaking(ruud))).extracting(AccessRequest::id).containsExactly(request.id());

        assertThat(answers.answer(speaking(marieke), request.id(), true, SHOWN)).isEqualTo(Answers.Outcome.WAITS);
        assertThat(answers.answer(speaking(ruud), request.id(), false, SHOWN))
                .isEqualTo(Answers.Outcome.LEFT_TO_A_PERSON);

        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Refused.class);
        assertThat(workspace(() -> answers.disagreements(casemanager)))
                .extracting(Answers.Disagreement::request)
                .containsExactly(request.id());
        assertThat(workspace(() -> answers.disagreements(professional(Role.CM))))
                .isEmpty();
        assertThat(log(LedgerEvent.Kind.ANSWERED_FOR)).hasSize(1);
        assertThat(log(LedgerEvent.Kind.DISAGREED)).hasSize(1);
        assertThat(answers.answer(speaking(ruud), request.id(), true, SHOWN))
                .isEqualTo(Answers.Outcome.LEFT_TO_A_PERSON);
        workspace(() -> {
            answers.settle(casemanager, request.id());
            return request;
        });
        assertThat(workspace(() -> answers.disagreements(casemanager))).isEmpty();
    }

    @Test
    void s8TwoAnswersAtTheSameMomentAreBothKeptAndSettledOnce() throws Exception {
        for (var agree : List.of(true, false)) {
            var child = new ResidentId(UUID.randomUUID());
            register(registration(child, DAAN_BORN, Kind.OUDER, Evidence.BRP, marieke, ruud));
            var casemanager = professional(Role.CM);
            var request = workspace(() -> requests.ask(
                    casemanager,
                    new RequestId(UUID.randomUUID()),
                    new NewRequest(child, read(VERHAAL), PURPOSE, IF_NO, Optional.empty())));
            var start = new CountDownLatch(1);
            try (var both = Executors.newFixedThreadPool(4)) {
                var outcomes = Stream.of(marieke, marieke, ruud, ruud)
                        .map(parent -> both.submit(() -> on(Face.RESIDENT, () -> {
                            var held = representations.heldBy(self(parent)).stream()
                                    .map(Representations.Held::representation)
                                    .filter(one -> one.of().equals(child))
                                    .findFirst()
                                    .orElseThrow();
                            var actor = representations
                                    .acting(self(parent), held.id())
                                    .orElseThrow();
                            try {
                                start.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return answers.answer(actor, request.id(), parent.equals(marieke) || agree, SHOWN);
                        })))
                        .toList();
                start.countDown();
                for (var outcome : outcomes) {
                    assertThat(outcome.get()).isNotEqualTo(Answers.Outcome.REFUSED);
                }
            }
            assertThat(count("joint_answer", request)).isEqualTo(2);
            assertThat(count("access_grant", request)).isEqualTo(agree ? 1 : 0);
            assertThat(count("disagreement", request)).isEqualTo(agree ? 0 : 1);
        }
    }

    private int count(String table, AccessRequest request) {
        return superuser()
                .sql("SELECT count(*) FROM consent." + table + " WHERE request_id = ?")
                .param(request.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aYoungPersonOfFifteenDoesNotGiveConsentAloneAndGivesAWmoDisclosureAlone() {
        parents(DAAN_BORN);
        var casemanager = professional(Role.CM);
        var own = ask(casemanager, read(VERHAAL));
        assertThat(catchThrowableOfType(
                                ConsentRefused.class, () -> grants.give(self(resident), own.id(), read(VERHAAL), SHOWN))
                        .reason())
                .isEqualTo(ConsentRefused.Reason.OTHERS_DECIDE);
        var specialist = professional(Role.SPEC);
        var disclosure = ask(specialist, read(PLAN));
        assertThat(answers.open(speaking(marieke)))
                .extracting(AccessRequest::id)
                .containsExactly(own.id());
        assertThat(catchThrowableOfType(
                                ConsentRefused.class,
                                () -> answers.answer(speaking(marieke), disclosure.id(), true, SHOWN))
                        .reason())
                .isEqualTo(ConsentRefused.Reason.OTHERS_DECIDE);
        assertThat(grants.give(self(resident), disclosure.id(), read(PLAN), SHOWN)
                        .live())
                .isTrue();
    }

    @Test
    void aCuratorConsentsAndTheResidentKeepsReading() {
        register(registration(resident, KEES_BORN, Kind.CURATOR, Evidence.REGISTER, els));
        var casemanager = professional(Role.CM);
        var request = ask(casemanager, read(VERHAAL));
        assertThat(catchThrowableOfType(
                                ConsentRefused.class,
                                () -> grants.give(self(resident), request.id(), read(VERHAAL), SHOWN))
                        .reason())
                .isEqualTo(ConsentRefused.Reason.OTHERS_DECIDE);
        assertThat(answers.answer(speaking(els), request.id(), true, SHOWN)).isEqualTo(Answers.Outcome.GIVEN);
        assertThat(reads(self(resident), VERHAAL)).isTrue();
        assertThat(reads(speaking(els), VERHAAL)).isTrue();
        assertThat(reads(speaking(els), DERDEN)).isFalse();
        assertThat(reads(speaking(els), VEILIGHEID)).isFalse();
        assertThat(log(LedgerEvent.Kind.GRANTED).getFirst().statute()).contains("BW 1:381");
    }

    @Test
    void aBewindvoerderOpensMoneyAndNothingElse() {
        register(registration(resident, KEES_BORN, Kind.BEWINDVOERDER, Evidence.REGISTER, els));
        var acting = speaking(els);
        assertThat(Arrays.stream(Section.values()).filter(section -> reads(acting, section)))
                .containsExactly(GELD, SCHULDEN);
        assertThat(reads(self(resident), GEZONDHEID)).isTrue();
    }

    @Test
    void whatEndsIsOverAtOnceForWhoIsSignedIn() {
        var held = register(registration(resident, KEES_BORN, Kind.MENTOR, Evidence.COURT_DECISION, els))
                .getFirst();
        var acting = speaking(els);
        assertThat(reads(acting, PLAN)).isTrue();
        workspace(() -> {
            representations.end(desk, resident, held.id());
            representations.end(desk, resident, held.id());
            return held;
        });
        assertThat(reads(acting, PLAN)).isFalse();
        assertThat(log(LedgerEvent.Kind.REPRESENTATION_ENDED)).hasSize(1);
    }

    @Test
    void aParentWhoIsNoLongerNamedNoLongerHasGezag() {
        parents(SANNE_BORN);
        var father = speaking(ruud);
        register(registration(resident, SANNE_BORN, Kind.OUDER, Evidence.COURT_DECISION, marieke));
        assertThat(reads(father, PLAN)).isFalse();
        assertThat(reads(speaking(marieke), PLAN)).isTrue();
        assertThat(representations.of(self(resident))).hasSize(2);
    }

    @Test
    void registeringTwiceLooksAtTheEvidenceAnewAndMakesNoSecondEntry() {
        parents(SANNE_BORN);
        clock.advance(Duration.ofDays(100));
        parents(SANNE_BORN);
        assertThat(representations.of(self(resident)))
                .hasSize(2)
                .allMatch(held -> held.recheckOn().equals(LocalDate.of(2028, 1, 13)));
    }

    @Test
    void afterAYearTheEvidenceIsDueForALook() {
        register(registration(resident, KEES_BORN, Kind.MENTOR, Evidence.COURT_DECISION, els));
        clock.set(amsterdam("2027-10-04T23:59:59"));
        dueWork.lapseDue();
        assertThat(log(LedgerEvent.Kind.REPRESENTATION_RECHECK_DUE)).isEmpty();
        clock.set(amsterdam("2027-10-05T00:00:00"));
        dueWork.lapseDue();
        assertThat(log(LedgerEvent.Kind.REPRESENTATION_RECHECK_DUE)).hasSize(1);
    }

    @Test
    void whoseEvidenceNobodyLooksAtNoLongerSpeaksAfterThirtyDaysMore() {
        register(registration(resident, KEES_BORN, Kind.CURATOR, Evidence.REGISTER, els));
        var curator = speaking(els);
        assertThat(rechecks(desk)).isEmpty();
        clock.set(amsterdam("2027-11-04T23:59:59"));
        dueWork.lapseDue();
        dueWork.expireDue();
        assertThat(reads(curator, PLAN)).isTrue();
        assertThat(rechecks(desk)).singleElement().satisfies(recheck -> {
            assertThat(recheck.residentName()).isEqualTo("De inwoner");
            assertThat(recheck.representation().lapsesAfter()).isEqualTo(LocalDate.of(2027, 11, 4));
        });

        clock.set(amsterdam("2027-11-05T00:00:00"));

        assertThat(reads(curator, PLAN)).as("before any job came by").isFalse();
        assertThat(representations.heldBy(self(els))).isEmpty();
        dueWork.expireDue();
        assertThat(log(LedgerEvent.Kind.REPRESENTATION_ENDED)).hasSize(1);
        assertThat(rechecks(desk)).isEmpty();
        register(registration(resident, KEES_BORN, Kind.CURATOR, Evidence.REGISTER, els));
        assertThat(reads(speaking(els), PLAN)).isTrue();
    }

    @Test
    void whoShowsTheEvidenceAgainSpeaksForAYearMoreAndIsAskedAgainThen() {
        var held = register(registration(resident, KEES_BORN, Kind.MENTOR, Evidence.COURT_DECISION, els))
                .getFirst();
        clock.set(amsterdam("2027-10-20T12:00:00"));
        dueWork.lapseDue();
        workspace(() -> {
            representations.seenAgain(desk, resident, held.id());
            return held;
        });
        assertThat(rechecks(desk)).isEmpty();
        clock.set(amsterdam("2028-10-20T00:00:00"));
        dueWork.lapseDue();
        dueWork.expireDue();
        assertThat(reads(speaking(els), PLAN)).isTrue();
        assertThat(log(LedgerEvent.Kind.REPRESENTATION_RECHECK_DUE)).hasSize(2);
    }

    @Test
    void theListOfTheDeskIsForTheDeskAndNotAboutItsOwnHousehold() {
        register(registration(resident, KEES_BORN, Kind.MENTOR, Evidence.COURT_DECISION, els));
        clock.set(amsterdam("2027-08-07T12:00:00"));
        assertThat(rechecks(desk)).hasSize(1);
        var neighbour = professional(Role.KCC);
        workspace(() -> {
            parties.related(neighbour.id(), Set.of(els), Set.of());
            return els;
        });
        assertThat(rechecks(neighbour)).isEmpty();
        assertThat(catchThrowableOfType(
                                RepresentationRefused.class,
                                () -> workspace(() -> representations.toRecheck(professional(Role.TM))))
                        .reason())
                .isEqualTo(Reason.NOT_YOURS_TO_REGISTER);
    }

    /** Of this test only: others of this class left theirs in the same database. */
    private List<Representations.Recheck> rechecks(Actor.Professional actor) {
        return workspace(() -> representations.toRecheck(actor)).stream()
                .filter(recheck -> recheck.representation().of().equals(resident))
                .toList();
    }

    @Test
    void curateleEndsWhatTheResidentMandatedAndConsentedToAndNoCarerSpeaksBesideTheCurator() {
        var id = new MandateId(UUID.randomUUID());
        mandates.accept(self(marieke), mandates.invite(self(resident), id).code(), "Marieke Bakker");
        mandates.confirm(
                self(resident),
                id,
                Set.of(MandateScope.LEZEN_PLAN),
                LocalDate.of(2027, 3, 31),
                Mandate.Digest.DAILY,
                "Kees Hofman",
                SHOWN);
        var carer = mandates.acting(self(marieke), id).orElseThrow();
        var casemanager = professional(Role.CM);
        grants.give(self(resident), ask(casemanager, read(VERHAAL)).id(), read(VERHAAL), SHOWN);
        clock.advance(Duration.ofMinutes(5));

        register(registration(resident, KEES_BORN, Kind.CURATOR, Evidence.REGISTER, els));

        assertThat(reads(carer, PLAN)).as("before any job came by").isFalse();
        dueWork.expireDue();
        assertThat(mandates.find(self(resident), id).state()).isEqualTo(Mandate.State.BEEINDIGD);
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Refused.class);
        assertThat(grants.of(self(resident)).getFirst().toReconfirm()).isTrue();
        assertThat(log(LedgerEvent.Kind.ENDED_BY_MEASURE)).hasSize(2);
        assertThat(catchThrowableOfType(
                                MandateRefused.class,
                                () -> mandates.invite(self(resident), new MandateId(UUID.randomUUID())))
                        .reason())
                .isEqualTo(MandateRefused.Reason.UNDER_CURATELE);
        answers.answer(speaking(els), ask(casemanager, read(VERHAAL)).id(), true, SHOWN);
        dueWork.expireDue();
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void curateleThatBeginsTomorrowChangesNothingToday() {
        var casemanager = professional(Role.CM);
        grants.give(self(resident), ask(casemanager, read(VERHAAL)).id(), read(VERHAAL), SHOWN);
        clock.advance(Duration.ofMinutes(5));
        var now = registration(resident, KEES_BORN, Kind.CURATOR, Evidence.COURT_DECISION, els);
        register(new Registration(
                resident,
                now.residentName(),
                now.born(),
                now.speakers(),
                now.kind(),
                now.evidence(),
                TODAY.plusDays(1),
                Optional.empty()));
        dueWork.expireDue();
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Permitted.class);
        clock.set(amsterdam("2026-10-06T00:00:00"));
        dueWork.expireDue();
        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void oneParentStopsWhatBothAgreedToAndTheOtherCanDoNothingAgainstIt() {
        parents(SANNE_BORN);
        var casemanager = professional(Role.CM);
        var request = ask(casemanager, read(VERHAAL));
        answers.answer(speaking(marieke), request.id(), true, SHOWN);
        answers.answer(speaking(ruud), request.id(), true, SHOWN);
        var given = answers.given(speaking(marieke)).getFirst();

        answers.stop(speaking(marieke), given.id(), SHOWN);
        answers.stop(speaking(ruud), given.id(), SHOWN);

        assertThat(reading(casemanager, VERHAAL)).isInstanceOf(Decision.Refused.class);
        assertThat(answers.given(speaking(ruud))).isEmpty();
        assertThat(log(LedgerEvent.Kind.STOPPED)).hasSize(1);
    }

    @Test
    void whoseWordDoesNotCountStopsNothing() {
        parents(DAAN_BORN);
        var specialist = professional(Role.SPEC);
        var disclosure = ask(specialist, read(PLAN));
        var given = grants.give(self(resident), disclosure.id(), read(PLAN), SHOWN);

        assertThat(answers.given(speaking(marieke))).isEmpty();
        assertThat(catchThrowableOfType(ConsentRefused.class, () -> answers.stop(speaking(marieke), given.id(), SHOWN))
                        .reason())
                .isEqualTo(ConsentRefused.Reason.OTHERS_DECIDE);
        register(registration(els, KEES_BORN, Kind.BEWINDVOERDER, Evidence.REGISTER, ruud));
        var other = representations.heldBy(self(ruud)).stream()
                .map(Representations.Held::representation)
                .filter(held -> held.of().equals(els))
                .findFirst()
                .flatMap(held -> representations.acting(self(ruud), held.id()))
                .orElseThrow();
        assertThat(catchThrowableOfType(AccessRefused.class, () -> answers.stop(other, given.id(), SHOWN)))
                .isNotNull();
        assertThat(reading(specialist, PLAN)).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void onlyTheDeskRegistersAndNeverForItselfOrWithoutTheRightEvidence() {
        var curatele = registration(resident, KEES_BORN, Kind.CURATOR, Evidence.REGISTER, els);
        for (var role : List.of(Role.GSP, Role.CM, Role.BES, Role.AANB)) {
            assertThat(refusal(professional(role), curatele)).isEqualTo(Reason.NOT_YOURS_TO_REGISTER);
        }
        workspace(() -> {
            parties.related(desk.id(), Set.of(els), Set.of());
            return els;
        });
        assertThat(refusal(desk, curatele)).isEqualTo(Reason.OWN_DOSSIER);
        var other = professional(Role.KCC);
        assertThat(refusal(other, registration(resident, KEES_BORN, Kind.MENTOR, Evidence.REGISTER, els)))
                .isEqualTo(Reason.EVIDENCE_SHOWS_SOMETHING_ELSE);
        assertThat(refusal(other, registration(resident, KEES_BORN, Kind.OUDER, Evidence.BRP, els)))
                .isEqualTo(Reason.NOT_A_MINOR);
        assertThat(refusal(other, registration(resident, DAAN_BORN, Kind.CURATOR, Evidence.REGISTER, els)))
                .isEqualTo(Reason.NOT_AN_ADULT);
        assertThat(refusal(other, registration(resident, KEES_BORN, Kind.CURATOR, Evidence.REGISTER, resident)))
                .isEqualTo(Reason.SPEAKS_FOR_THEMSELVES);
        assertThat(refusal(other, registration(resident, KEES_BORN, Kind.CURATOR, Evidence.REGISTER)))
                .isEqualTo(Reason.NOBODY_NAMED);
        assertThat(refusal(other, registration(resident, KEES_BORN, Kind.CURATOR, Evidence.REGISTER, els, els)))
                .isEqualTo(Reason.TOO_MANY_NAMED);
    }

    private Reason refusal(Actor.Professional actor, Registration registration) {
        return workspace(() -> catchThrowableOfType(
                        RepresentationRefused.class, () -> representations.register(actor, registration))
                .reason());
    }

    @Test
    void nothingThatNamesSomebodyOrTellsABirthdayIsReadableInTheDatabase() {
        parents(SANNE_BORN);
        var stored = superuser()
                .sql("SELECT encode(name, 'hex') || encode(resident_name, 'hex')"
                        + " || (SELECT encode(born, 'hex') FROM consent.birthday b"
                        + " WHERE b.resident_id = r.resident_id) FROM consent.representation r WHERE resident_id = ?")
                .param(resident.value())
                .query(String.class)
                .list();
        assertThat(stored)
                .hasSize(2)
                .allSatisfy(row ->
                        assertThat(row).doesNotContain(hex("De inwoner"), hex("De vertegenwoordiger"), hex("2014-")));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
