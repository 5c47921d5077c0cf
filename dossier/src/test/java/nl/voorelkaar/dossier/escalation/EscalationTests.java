package nl.voorelkaar.dossier.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.escalation.AveFase.Opening;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Met;
import nl.voorelkaar.dossier.escalation.EscalationEvent.Reached;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The ladder: who carries a situation where, who directs, and what each phase opens. */
class EscalationTests {

    private static final String WHY = "De schulden groeien en de huur is al drie maanden niet betaald.";
    private static final Author.Professional WORKER = professional(Role.GSP, "Anouk Meijer");
    private static final Author.Professional MANAGER = professional(Role.CM, "Bram Visser");

    private int steps;

    private static Author.Professional professional(Role role, String name) {
        return new Author.Professional(new PartyId(UUID.randomUUID()), role, name);
    }

    private static Reached to(AveFase phase) {
        return new Reached(phase, "Carla de Groot, procesregisseur", WHY, true, "");
    }

    private Escalation at(AveFase phase) {
        var now = Escalation.of(new Case(new ResidentId(UUID.randomUUID()), new ProcedureId(UUID.randomUUID())));
        for (var each : AveFase.values()) {
            if (each.compareTo(phase) <= 0) {
                now = after(now, to(each));
            }
        }
        return now;
    }

    private Escalation after(Escalation before, EscalationEvent event) {
        return before.after(new Step<>(++steps, new StepId(UUID.randomUUID()), Instant.EPOCH, MANAGER, event));
    }

    private static void refused(EscalationRefusal reason, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    /** From each rung to each rung, by each role that works with people. */
    @ParameterizedTest
    @CsvSource({
        "GSP, EEN, TWEE, fine", "GSP, EEN, DRIE, NOT_BY_THIS_ROLE", "GSP, TWEE, DRIE, NOT_BY_THIS_ROLE",
        "GSP, DRIE, VIER, NOT_BY_THIS_ROLE", "GSP, VIER, TWEE, fine", "GSP, TWEE, EEN, fine",
        "GSP, TWEE, TWEE, SAME_PHASE", "CM, EEN, TWEE, fine", "CM, EEN, DRIE, NOT_THE_NEXT",
        "CM, TWEE, DRIE, fine", "CM, TWEE, VIER, NOT_THE_NEXT", "CM, DRIE, VIER, fine",
        "CM, VIER, VIER, SAME_PHASE", "CM, VIER, EEN, fine", "CM, VIER, DRIE, fine",
        "TM, EEN, TWEE, NOT_BY_THIS_ROLE", "AANB, EEN, TWEE, NOT_BY_THIS_ROLE"
    })
    void aPhaseIsReachedByWhoMayCarryItThereOneAtATime(Role role, AveFase from, AveFase to, String outcome) {
        var by = professional(role, "Iemand Anders");
        if (outcome.equals("fine")) {
            assertThat(after(at(from), at(from).reach(by, to(to))).phase()).isEqualTo(to);
        } else {
            refused(EscalationRefusal.valueOf(outcome), () -> at(from).reach(by, to(to)));
        }
    }

    @Test
    void theLadderBeginsInPhaseOneOrTwo() {
        assertThat(Escalation.begin(WORKER, to(AveFase.EEN)).phase()).isEqualTo(AveFase.EEN);
        assertThat(Escalation.begin(WORKER, to(AveFase.TWEE)).phase()).isEqualTo(AveFase.TWEE);
        refused(EscalationRefusal.NOT_THE_NEXT, () -> Escalation.begin(MANAGER, to(AveFase.DRIE)));
        refused(EscalationRefusal.NOT_BY_THIS_ROLE, () -> Escalation.begin(new Author.Resident(), to(AveFase.EEN)));
    }

    @Test
    void somebodyDirectsAndFromPhaseThreeSomebodyElse() {
        refused(
                EscalationRefusal.NO_DIRECTOR,
                () -> Escalation.begin(WORKER, new Reached(AveFase.EEN, " ", WHY, true, "")));
        assertThat(Escalation.begin(WORKER, new Reached(AveFase.TWEE, WORKER.name(), WHY, true, ""))
                        .phase()
                        .director())
                .isEqualTo(AveFase.Director.CASUSREGISSEUR);
        refused(
                EscalationRefusal.DIRECTS_THEMSELVES,
                () -> at(AveFase.TWEE).reach(MANAGER, new Reached(AveFase.DRIE, "bram visser ", WHY, true, "")));
    }

    @Test
    void theResidentReadsWhyAndIsSpokenWithOrReadsWhyNot() {
        refused(
                EscalationRefusal.WHY_TOO_SHORT,
                () -> Escalation.begin(WORKER, new Reached(AveFase.EEN, "Anouk", "Het moet.", true, "")));
        refused(
                EscalationRefusal.NOT_SPOKEN,
                () -> Escalation.begin(WORKER, new Reached(AveFase.EEN, "Anouk", WHY, false, "Geen tijd.")));
        assertThat(Escalation.begin(WORKER, new Reached(AveFase.EEN, "Anouk", WHY, false, WHY))
                        .spoken())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(AveFase.class)
    void eachPhaseOpensOneThingMoreThanTheOneBefore(AveFase phase) {
        var opened = Arrays.stream(Opening.values()).filter(phase::opens).toList();
        assertThat(opened).hasSize(phase.number()).last().isEqualTo(phase.opening());
        for (var opening : Opening.values()) {
            var met = opening == Opening.OVERLEG_MET_INWONER
                    ? new Met(opening, List.of(), true, "Wij spraken af wat er nu gebeurt.")
                    : new Met(opening, List.of("Politie, wijkagent"), true, "Wij spraken af wat er nu gebeurt.");
            if (phase.opens(opening)) {
                assertThat(at(phase).meet(WORKER, met)).isEqualTo(met);
            } else {
                refused(EscalationRefusal.NOT_OPENED, () -> at(phase).meet(WORKER, met));
            }
        }
    }

    @Test
    void whatWasAgreedAndWhyItEndsIsWrittenDown() {
        var now = at(AveFase.EEN);
        refused(
                EscalationRefusal.NOTHING_WRITTEN,
                () -> now.meet(WORKER, new Met(Opening.OVERLEG_MET_INWONER, List.of(), true, " ")));
        refused(EscalationRefusal.NOTHING_WRITTEN, () -> now.end(WORKER, ""));
    }

    @Test
    void partnersAreNamedAndAreNotAtATalkWithTheResidentOnly() {
        var now = at(AveFase.TWEE);
        refused(
                EscalationRefusal.NOBODY_NAMED,
                () -> now.meet(WORKER, new Met(Opening.OVERLEG_MET_PARTNERS, List.of(" "), true, "Afgesproken.")));
        refused(
                EscalationRefusal.NOBODY_NAMED,
                () -> now.meet(WORKER, new Met(Opening.OVERLEG_MET_INWONER, List.of("Politie"), true, "Afgesproken.")));
        refused(
                EscalationRefusal.NOBODY_NAMED,
                () -> now.meet(WORKER, new Met(Opening.OVERLEG_MET_INWONER, List.of(), false, "Afgesproken.")));
    }

    @Test
    void whatIsOverIsOver() {
        var over = after(at(AveFase.TWEE), at(AveFase.TWEE).end(WORKER, "De huur is weer betaald."));
        assertThat(over.open()).isFalse();
        refused(EscalationRefusal.ENDED, () -> over.reach(MANAGER, to(AveFase.DRIE)));
        refused(EscalationRefusal.ENDED, () -> over.end(MANAGER, "Nog eens."));
    }

    @Test
    void everyRuleOfTheListIsNamedAndCanSayNo() {
        assertThat(LadderPolicies.IN_ORDER).hasSize(7);
        assertThat(to(AveFase.DRIE).toString()).doesNotContain("huur");
    }
}
