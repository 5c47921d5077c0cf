package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.EmergencyRefused.Reason.ALREADY_REVIEWED;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.DELAYED_ALREADY;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.DELAY_TOO_LONG;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.LONGEST_REACHED;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.NOTHING_CHOSEN;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.NOT_IN_REVIEW;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.NO_LONGER_OPEN;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.OWN_DOSSIER;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.OWN_USE;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.ROLE_MAY_NOT;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.SIGN_IN_AGAIN;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.STILL_OPEN;
import static nl.voorelkaar.consent.EmergencyRefused.Reason.WIDER_THAN_THE_REASON;
import static nl.voorelkaar.consent.Section.CONTACT;
import static nl.voorelkaar.consent.Section.LEEFGEBIEDEN;
import static nl.voorelkaar.consent.Section.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.EmergencyRefused.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmergencyTests extends Situation {

    private static final Justification WHY =
            new Justification("Mevrouw is niet wakker te krijgen en wij weten niet welke medicijnen zij neemt.");
    private static final Justification WORDS =
            new Justification("De huisarts was niet bereikbaar en het ging om minuten.");

    private Emergency asked(Actor.Professional by) {
        return asked(by, EmergencyReason.LEVENSGEVAAR, CONTACT, LEEFGEBIEDEN);
    }

    private Emergency asked(Actor.Professional by, EmergencyReason reason, Section... sections) {
        return workspace(() -> emergencies.ask(
                by, new EmergencyId(UUID.randomUUID()), resident, new NewEmergency(reason, Set.of(sections), WHY)));
    }

    private Emergency opened(Actor.Professional by) {
        var asked = asked(by);
        return workspace(() -> emergencies.confirm(by, asked.id()));
    }

    private void ended(Actor.Professional by, EmergencyId id) {
        workspace(() -> {
            emergencies.end(by, id);
            return id;
        });
    }

    private Emergency judged(Actor.Professional officer, EmergencyId id, boolean justified) {
        return workspace(() -> {
            emergencies.takeUp(officer, id);
            return emergencies.judge(officer, id, justified, WORDS);
        });
    }

    private Emergency found(Actor.Professional by, EmergencyId id) {
        return workspace(() -> emergencies.find(by, id));
    }

    /** The same person, who proves at this moment who they are. */
    private Actor.Professional again(Actor.Professional who) {
        return new Actor.Professional(
                who.id(), who.role(), who.organisation(), who.team(), who.level(), clock.instant(), who.assertion());
    }

    private Actor.Professional officer() {
        return professional(Role.FG, Optional.empty());
    }

    private static void refused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(EmergencyRefused.class).hasMessage(reason.name());
    }

    @Test
    void whatIsAskedOpensNothingUntilItIsConfirmedAndThenTheLeastForFourHours() {
        var bram = professional(Role.CM);
        var asked = asked(bram);
        assertThat(asked.state()).isEqualTo(Emergency.State.AANGEVRAAGD);
        assertThat(reading(bram, CONTACT)).isInstanceOf(Decision.Refused.class);

        var open = workspace(() -> emergencies.confirm(bram, asked.id()));

        var until = clock.instant().plus(Duration.ofHours(4));
        assertThat(open.until()).contains(until);
        assertThat(reading(bram, CONTACT))
                .isEqualTo(new Decision.Permitted(Grondslag.VITAAL_BELANG, Optional.empty(), Optional.empty(), until));
        assertThat(reading(bram, Section.DERDEN)).isInstanceOf(Decision.Refused.class);
        assertThat(reading(bram, Section.GEZONDHEID)).isInstanceOf(Decision.Refused.class);
        assertThat(decision(bram, Access.Action.ADD, CONTACT)).isInstanceOf(Decision.Refused.class);
        assertThat(reading(professional(Role.CM), CONTACT)).isInstanceOf(Decision.Refused.class);
        assertThat(happenings.about(resident))
                .containsExactly(
                        new ConsentEvent.EmergencyOpened(resident, asked.id(), asked.sections(), until, bram),
                        new ConsentEvent.EmergencyTold(resident, asked.id()));
        assertThat(log(LedgerEvent.Kind.EMERGENCY_ASKED)).singleElement().satisfies(line -> {
            assertThat(line.by()).map(Party::id).contains(bram.id());
            assertThat(line.details()).containsEntry("reason", WHY.text()).containsEntry("code", "LEVENSGEVAAR");
        });
        assertThat(log(LedgerEvent.Kind.EMERGENCY_OPENED)).singleElement().satisfies(line -> {
            assertThat(line.ground()).contains(Grondslag.VITAAL_BELANG);
            assertThat(line.details()).containsEntry("until", until.toString());
        });
        assertThat(emergencies.of(me()))
                .singleElement()
                .extracting(Emergency::id)
                .isEqualTo(asked.id());
    }

    @Test
    void itNamesTheLawWhereTheReasonHasOne() {
        var bram = professional(Role.CM);
        var asked = asked(bram, EmergencyReason.CRISIS_24U, PLAN);
        workspace(() -> emergencies.confirm(bram, asked.id()));

        assertThat(reading(bram, PLAN))
                .isInstanceOfSatisfying(
                        Decision.Permitted.class,
                        permit -> assertThat(permit.statute()).contains("Wmo 2.3.3"));
    }

    @Test
    void askingAndConfirmingTwiceIsOnce() {
        var bram = professional(Role.CM);
        var id = new EmergencyId(UUID.randomUUID());
        var asked = new NewEmergency(EmergencyReason.ANDERS, Set.of(CONTACT), WHY);
        workspace(() -> emergencies.ask(bram, id, resident, asked));
        workspace(() -> emergencies.ask(bram, id, resident, asked));

        workspace(() -> emergencies.confirm(bram, id));
        workspace(() -> emergencies.confirm(bram, id));

        assertThat(log(LedgerEvent.Kind.EMERGENCY_ASKED)).hasSize(1);
        assertThat(log(LedgerEvent.Kind.EMERGENCY_OPENED)).hasSize(1);
    }

    @Test
    void itEndsByHandAtOnce() {
        var bram = professional(Role.CM);
        var open = opened(bram);

        ended(bram, open.id());
        ended(bram, open.id());

        assertThat(reading(bram, CONTACT)).isEqualTo(new Decision.Refused(Decision.Reason.EXPIRED));
        assertThat(happenings.about(resident, ConsentEvent.EmergencyEnded.class))
                .hasSize(1);
        assertThat(log(LedgerEvent.Kind.EMERGENCY_ENDED)).hasSize(1);
        refused(NO_LONGER_OPEN, () -> workspace(() -> emergencies.confirm(bram, open.id())));
        refused(NO_LONGER_OPEN, () -> workspace(() -> emergencies.extend(bram, open.id(), WHY)));
    }

    @Test
    void itEndsByTheClockWithOrWithoutTheJob() {
        var bram = professional(Role.CM);
        var open = opened(bram);
        clock.set(open.until().orElseThrow());
        assertThat(reading(bram, CONTACT)).isEqualTo(new Decision.Refused(Decision.Reason.EXPIRED));
        assertThat(found(bram, open.id()).state()).isEqualTo(Emergency.State.AFGELOPEN);

        dueWork.emergenciesDue();
        dueWork.emergenciesDue();

        assertThat(happenings.about(resident, ConsentEvent.EmergencyEnded.class))
                .hasSize(1);
        assertThat(log(LedgerEvent.Kind.EMERGENCY_ENDED)).hasSize(1);
    }

    @Test
    void itGrowsByFourHoursAndNeverPastADay() {
        var bram = professional(Role.CM);
        var open = opened(bram);
        var begin = open.from().orElseThrow();
        for (var hours = 3; hours <= 21; hours += 3) {
            clock.set(begin.plus(Duration.ofHours(hours)));
            workspace(() -> emergencies.extend(again(bram), open.id(), WHY));
            dueWork.emergenciesDue();
        }
        assertThat(found(bram, open.id()).until()).contains(begin.plus(Duration.ofHours(24)));
        refused(LONGEST_REACHED, () -> workspace(() -> emergencies.extend(again(bram), open.id(), WHY)));
        assertThat(reading(bram, CONTACT)).isInstanceOf(Decision.Permitted.class);

        clock.set(begin.plus(Duration.ofHours(24)));
        dueWork.emergenciesDue();

        assertThat(reading(bram, CONTACT)).isInstanceOf(Decision.Refused.class);
        assertThat(log(LedgerEvent.Kind.EMERGENCY_ENDED)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"GSP", "CM"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyACrisisRoleAsks(Role role) {
        refused(ROLE_MAY_NOT, () -> asked(professional(role)));
    }

    @Test
    void nobodyAsksNothingOrMoreThanTheReasonNeedsOrInTooFewWords() {
        var bram = professional(Role.CM);

        refused(NOTHING_CHOSEN, () -> asked(bram, EmergencyReason.LEVENSGEVAAR));
        refused(WIDER_THAN_THE_REASON, () -> asked(bram, EmergencyReason.ANDERS, CONTACT, LEEFGEBIEDEN));
        refused(WIDER_THAN_THE_REASON, () -> asked(bram, EmergencyReason.LEVENSGEVAAR, Section.GEZONDHEID));
        assertThatThrownBy(() -> new Justification("  Er is haast bij geboden, echt "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Justification("Er is haast bij geboden, echt.").text()).hasSize(30);
    }

    @Test
    void whoSignedInLongAgoProvesAgainWhoTheyAre() {
        var bram = professional(Role.CM);
        var asked = asked(bram);
        clock.set(clock.instant().plus(RecentLogin.LONGEST).plusMillis(1));

        refused(SIGN_IN_AGAIN, () -> workspace(() -> emergencies.confirm(bram, asked.id())));

        assertThat(workspace(() -> emergencies.confirm(again(bram), asked.id())).state())
                .isEqualTo(Emergency.State.ACTIEF);
    }

    @Test
    void whatWasAskedWaitsAnHour() {
        var bram = professional(Role.CM);
        var asked = asked(bram);
        clock.set(clock.instant().plus(Emergencies.TO_CONFIRM));

        refused(NO_LONGER_OPEN, () -> workspace(() -> emergencies.confirm(again(bram), asked.id())));
        assertThat(workspace(() -> emergencies.of(bram))).isEmpty();
        assertThatThrownBy(() -> found(bram, asked.id())).isInstanceOf(AccessRefused.class);
    }

    @Test
    void nobodyOpensTheirOwnOrTheirHouseholdsDossierAndTheAttemptIsInTheLog() {
        var bram = professional(Role.CM);
        workspace(() -> {
            parties.related(bram.id(), Set.of(), Set.of(resident));
            return bram;
        });

        refused(OWN_DOSSIER, () -> asked(bram));

        assertThat(log(LedgerEvent.Kind.EMERGENCY_ASKED))
                .singleElement()
                .satisfies(line -> assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.REFUSED));
    }

    @Test
    void oneOfSomebodyElseIsNotThere() {
        var bram = professional(Role.CM);
        var open = opened(bram);
        var other = professional(Role.CM);

        assertThatThrownBy(() -> found(other, open.id())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> ended(other, open.id())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> workspace(() -> emergencies.confirm(other, open.id())))
                .isInstanceOf(AccessRefused.class);
        assertThat(emergencies.of(
                        signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.SUBSTANTIEEL, Duration.ZERO)))
                .isEmpty();
        assertThat(reading(bram, CONTACT)).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void thePrivacyOfficerJudgesItWithinTwoWorkingDaysInWordsForTheResident() {
        clock.set(Instant.parse("2026-10-09T20:00:00Z"));
        var bram = professional(Role.CM);
        var officer = officer();
        var open = opened(bram);
        refused(STILL_OPEN, () -> workspace(() -> emergencies.takeUp(officer, open.id())));
        ended(bram, open.id());

        assertThat(workspace(() -> emergencies.toReview(officer)))
                .filteredOn(emergency -> emergency.id().equals(open.id()))
                .singleElement()
                .satisfies(emergency -> assertThat(emergency.reviewBefore())
                        .as("a Friday night: until the end of Tuesday")
                        .contains(Instant.parse("2026-10-13T22:00:00Z")));
        refused(NOT_IN_REVIEW, () -> workspace(() -> emergencies.judge(officer, open.id(), true, WORDS)));
        var outcome = judged(officer, open.id(), true);

        assertThat(outcome.state()).isEqualTo(Emergency.State.GERECHTVAARDIGD);
        assertThat(emergencies.of(me()))
                .singleElement()
                .satisfies(shown -> assertThat(shown.review().flatMap(Emergency.Review::outcome))
                        .hasValueSatisfying(judged -> {
                            assertThat(judged.justified()).isTrue();
                            assertThat(judged.words()).isEqualTo(WORDS);
                        }));
        assertThat(happenings.about(resident, ConsentEvent.EmergencyJudged.class))
                .hasSize(1);
        assertThat(log(LedgerEvent.Kind.EMERGENCY_REVIEWED)).hasSize(1);
        refused(ALREADY_REVIEWED, () -> judged(officer, open.id(), false));
        assertThat(workspace(() -> emergencies.breaches(officer)))
                .noneMatch(breach -> breach.emergency().equals(open.id()));
        assertThat(workspace(() -> emergencies.reviewed(officer)))
                .extracting(Emergency::id)
                .contains(open.id());

        clock.set(Instant.parse("2026-10-14T22:00:00Z"));
        dueWork.emergenciesDue();
        assertThat(log(LedgerEvent.Kind.EMERGENCY_OVERDUE)).isEmpty();
    }

    @Test
    void nobodyReviewsTheirOwnUseNorThatOfTheirTeamNorInAnyOtherRole() {
        var bram = professional(Role.CM);
        var open = opened(bram);
        ended(bram, open.id());

        refused(ROLE_MAY_NOT, () -> workspace(() -> emergencies.takeUp(bram, open.id())));
        refused(ROLE_MAY_NOT, () -> workspace(() -> emergencies.toReview(professional(Role.TM))));
        refused(ROLE_MAY_NOT, () -> workspace(() -> emergencies.delay(professional(Role.TM), open.id(), 1, WHY)));
        refused(OWN_USE, () -> workspace(() -> emergencies.takeUp(professional(Role.FG), open.id())));
        var both = professional(bram.id(), Role.FG, Optional.empty());
        refused(OWN_USE, () -> workspace(() -> emergencies.takeUp(both, open.id())));
    }

    @Test
    void anUnjustifiedOneIsABreachWithSeventyTwoHours() {
        var bram = professional(Role.CM);
        var officer = officer();
        var open = opened(bram);
        ended(bram, open.id());
        judged(officer, open.id(), false);

        var breach = breach(officer, open.id());
        assertThat(breach.reportBefore()).isEqualTo(clock.instant().plus(Duration.ofHours(72)));
        assertThat(breach.closing()).isEmpty();
        refused(ROLE_MAY_NOT, () -> workspace(() -> emergencies.breaches(bram)));

        closed(officer, open.id());

        assertThat(breach(officer, open.id()).closing())
                .hasValueSatisfying(closing -> assertThat(closing.reported()).isTrue());
        refused(ALREADY_REVIEWED, () -> closed(officer, open.id()));
    }

    private Breach breach(Actor.Professional officer, EmergencyId id) {
        return workspace(() -> emergencies.breaches(officer)).stream()
                .filter(breach -> breach.emergency().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void closed(Actor.Professional officer, EmergencyId id) {
        workspace(() -> {
            emergencies.closeBreach(officer, id, true, WORDS);
            return id;
        });
    }

    @Test
    void aReviewThatDoesNotComeIsCalledLateOnce() {
        var bram = professional(Role.CM);
        var officer = officer();
        var open = opened(bram);
        ended(bram, open.id());
        clock.set(found(bram, open.id()).reviewBefore().orElseThrow());

        dueWork.emergenciesDue();
        dueWork.emergenciesDue();

        assertThat(found(officer, open.id()).overdue()).isTrue();
        assertThat(happenings.about(resident, ConsentEvent.EmergencyOverdue.class))
                .hasSize(1);
        assertThat(log(LedgerEvent.Kind.EMERGENCY_OVERDUE)).hasSize(1);
        assertThat(judged(officer, open.id(), true).overdue()).isTrue();
    }

    @Test
    void tellingIsPutOffByThePrivacyOfficerOnlyForAWeekAtMostAndThenAllOfItIsThere() {
        var bram = professional(Role.CM);
        var officer = officer();
        var asked = asked(bram);
        refused(DELAY_TOO_LONG, () -> workspace(() -> emergencies.delay(officer, asked.id(), 8, WHY)));
        refused(DELAY_TOO_LONG, () -> workspace(() -> emergencies.delay(officer, asked.id(), 0, WHY)));
        workspace(() -> emergencies.delay(officer, asked.id(), 7, WHY));
        refused(DELAYED_ALREADY, () -> workspace(() -> emergencies.delay(officer, asked.id(), 1, WHY)));
        var open = workspace(() -> emergencies.confirm(bram, asked.id()));
        workspace(() -> gate.require(bram, Access.read(resident, CONTACT)));
        ended(bram, open.id());
        judged(officer, open.id(), true);
        assertThatThrownBy(() -> workspace(() -> gate.require(bram, Access.read(resident, CONTACT))))
                .isInstanceOf(AccessRefused.class);

        assertThat(log()).extracting(LedgerLine::kind).containsOnly(LedgerEvent.Kind.LOG_READ);
        assertThat(emergencies.of(me())).isEmpty();
        assertThat(emergencies.find(me(), open.id())).isEmpty();
        assertThat(happenings.about(resident, ConsentEvent.EmergencyTold.class)).isEmpty();
        assertThat(happenings.about(resident, ConsentEvent.EmergencyJudged.class))
                .isEmpty();

        clock.set(open.from().orElseThrow().plus(Duration.ofDays(7)));
        dueWork.emergenciesDue();

        assertThat(happenings.about(resident, ConsentEvent.EmergencyTold.class)).hasSize(1);
        assertThat(emergencies.of(me()))
                .singleElement()
                .satisfies(shown -> assertThat(shown.delay())
                        .hasValueSatisfying(delay -> assertThat(delay.why()).isEqualTo(WHY)));
        assertThat(log())
                .extracting(LedgerLine::kind)
                .contains(
                        LedgerEvent.Kind.EMERGENCY_ASKED,
                        LedgerEvent.Kind.EMERGENCY_DELAYED,
                        LedgerEvent.Kind.EMERGENCY_OPENED,
                        LedgerEvent.Kind.READ,
                        LedgerEvent.Kind.EMERGENCY_ENDED,
                        LedgerEvent.Kind.EMERGENCY_REVIEWED);
    }

    @Test
    void whenKeysCannotBeMadeNothingWasOpened() {
        var bram = professional(Role.CM);
        var asked = asked(bram);
        happenings.objectWith(event -> {
            if (event instanceof ConsentEvent.EmergencyOpened) {
                throw new IllegalStateException("no keys");
            }
        });

        assertThatThrownBy(() -> workspace(() -> emergencies.confirm(bram, asked.id())))
                .hasMessage("no keys");

        assertThat(reading(bram, CONTACT)).isInstanceOf(Decision.Refused.class);
        assertThat(found(bram, asked.id()).state()).isEqualTo(Emergency.State.AANGEVRAAGD);
    }

    @Test
    void theDatabaseItselfKeepsItToADay() {
        var open = opened(professional(Role.CM));

        assertThatThrownBy(() -> superuser()
                        .sql("UPDATE consent.emergency SET valid_until = valid_from + interval '25 hours'"
                                + " WHERE emergency_id = :id")
                        .param("id", open.id().value())
                        .update())
                .hasMessageContaining("emergency_check");
    }
}
