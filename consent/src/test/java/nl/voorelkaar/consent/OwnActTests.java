package nl.voorelkaar.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Representation.Kind;
import nl.voorelkaar.consent.Representations.Registration;
import nl.voorelkaar.consent.Representations.Speaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each act that stays with the resident, tried by everybody else, each with all that can be had. */
class OwnActTests extends Situation {

    private static final ShownText SHOWN_MANDATE = new ShownText("Y. el A. mag alles.", Locale.of("nl"));

    @Autowired
    private Mandates mandates;

    @Autowired
    private Representations representations;

    @Autowired
    private Emergencies emergencies;

    private final Actor.Resident other = new Actor.Resident(
            new ResidentId(UUID.randomUUID()), AssuranceLevel.HOOG, MovableClock.START, new Assertion("token"));

    @Test
    void aCarerWithEveryScopeTakesNone() {
        var id = new MandateId(UUID.randomUUID());
        mandates.accept(other, mandates.invite(me(), id).code(), "Youssef el Amrani");
        mandates.confirm(
                me(),
                id,
                EnumSet.allOf(MandateScope.class),
                SPRING,
                Mandate.Digest.WEEKLY,
                "Fatima el Amrani",
                SHOWN_MANDATE);
        takesNone(mandates.acting(other, id).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void whoSupportsOneThingTakesNone(Supporter supporter) {
        var id = new MandateId(UUID.randomUUID());
        var boundary = new Boundary(new Thing(UUID.randomUUID()), Section.BESLUITEN, supporter);
        mandates.accept(other, mandates.invite(me(), id, boundary).code(), "Tom Prins");
        mandates.confirmHelp(me(), id, SPRING, "Fatima el Amrani", SHOWN_MANDATE);
        takesNone(mandates.acting(other, id).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void whoSpeaksByLawTakesNone(Kind kind) {
        var evidence = Arrays.stream(Representation.Evidence.values())
                .filter(one -> one.shows(kind))
                .findFirst()
                .orElseThrow();
        var desk = professional(Role.KCC);
        var held = workspace(() -> representations.register(
                desk,
                new Registration(
                        resident,
                        "De inwoner",
                        kind.ofMinors() ? LocalDate.of(2016, 1, 1) : LocalDate.of(1989, 8, 8),
                        List.of(new Speaker(PersonId.of(other.id()), "De vertegenwoordiger")),
                        kind,
                        evidence,
                        CalendarDays.dayOf(clock.instant()),
                        Optional.empty())));
        takesNone(representations.acting(other, held.getFirst().id()).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void aProfessionalTakesNone(Role role) {
        takesNone(professional(role));
    }

    @Test
    void whoHasACaseAndConsentTakesNone() {
        var gsp = professional(Role.GSP);
        workspace(() -> cases.assign(professional(Role.TM), resident, gsp.id(), "Wmo 2.3.2", SPRING));
        given(gsp, new Terms(Set.of(Section.VERHAAL), EnumSet.allOf(Right.class), SPRING, false));
        takesNone(gsp);
    }

    @Test
    void whoBrokeTheGlassTakesNoneAndWhoMayNotJudgeItIsInTheLogToo() {
        var bram = professional(Role.CM);
        var why = new Justification("Hij staat op het dak en ik moet weten wie ik kan bellen.");
        var id = new EmergencyId(UUID.randomUUID());
        workspace(() -> emergencies.ask(
                bram, id, resident, new NewEmergency(EmergencyReason.LEVENSGEVAAR, Set.of(Section.CONTACT), why)));
        workspace(() -> emergencies.confirm(bram, id));
        takesNone(bram);

        var sameTeam = professional(Role.FG);
        assertThatThrownBy(() -> workspace(() -> emergencies.judge(sameTeam, id, true, why)))
                .isInstanceOf(EmergencyRefused.class);
        assertThat(refused(OwnAct.REVIEW_EMERGENCY))
                .filteredOn(line ->
                        line.by().filter(by -> by.id().equals(sameTeam.id())).isPresent())
                .hasSize(1);
        assertThatThrownBy(() -> workspace(() -> emergencies.judge(bram, id, true, why)))
                .isInstanceOf(EmergencyRefused.class);
        await().untilAsserted(() -> assertThat(log(LedgerEvent.Kind.READ))
                .filteredOn(line -> line.outcome() == LedgerEvent.Outcome.REFUSED)
                .anySatisfy(line -> assertThat(line.by()).map(Party::id).contains(bram.id())));
    }

    private void takesNone(Actor actor) {
        for (var act : OwnAct.values()) {
            var before = refused(act).size();
            assertThatThrownBy(() -> on(
                            actor instanceof Actor.Professional ? Face.WORKSPACE : Face.RESIDENT,
                            () -> gate.require(actor, act.in(resident))))
                    .as(act.step())
                    .isInstanceOfSatisfying(
                            AccessRefused.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Decision.Reason.NEVER_DELEGATED));
            assertThat(refused(act)).as(act.step()).hasSize(before + 1).first().satisfies(line -> {
                assertThat(line.byResident()).isFalse();
                assertThat(line.by().isPresent() || line.through().isPresent()).isTrue();
            });
        }
    }

    private List<LedgerLine> refused(OwnAct act) {
        return log(LedgerEvent.Kind.STEP_TAKEN).stream()
                .filter(line -> line.outcome() == LedgerEvent.Outcome.REFUSED)
                .filter(line -> act.step().equals(line.details().get("step")))
                .toList();
    }
}
