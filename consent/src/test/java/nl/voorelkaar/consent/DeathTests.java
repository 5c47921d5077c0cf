package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.MELDING;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Representations.Registration;
import nl.voorelkaar.consent.Representations.Speaker;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DOMAIN §3.4: death ends mandates and consents. */
class DeathTests extends Situation {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    @Autowired
    private Deaths deaths;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Representations representations;

    private final ResidentId son = new ResidentId(UUID.randomUUID());
    private final ResidentId mentor = new ResidentId(UUID.randomUUID());
    private Actor.Professional desk;

    @BeforeEach
    void aDesk() {
        desk = professional(Role.KCC);
    }

    private void died() {
        registers(desk, DAY);
    }

    private void registers(Actor.Professional by, LocalDate day) {
        workspace(() -> {
            deaths.register(by, resident, day, Deaths.Evidence.CERTIFICATE);
            return day;
        });
    }

    private Actor.Resident self(ResidentId id) {
        return new Actor.Resident(id, AssuranceLevel.SUBSTANTIEEL, clock.instant(), new Assertion("token of " + id));
    }

    private boolean reads(Actor actor, Section section) {
        return gate.decide(actor, Access.read(resident, section)).get(section) instanceof Decision.Permitted;
    }

    @Test
    void whatWasGivenMandatedAskedAndSpokenForEndsWithTheResidentAndTheMunicipalFileStays() {
        var reader = professional(Role.CM);
        var grant = given(reader, read(VERHAAL)).id();
        var waiting = ask(professional(Role.CM), read(VERHAAL)).id();
        var worker = professional(Role.GSP);
        workspace(() -> cases.assign(professional(Role.TM), resident, worker.id(), "Wmo 2.3.2", SPRING));
        var mandate = new MandateId(UUID.randomUUID());
        mandates.accept(self(son), mandates.invite(me(), mandate).code(), "Youssef el Amrani");
        mandates.confirm(
                me(), mandate, Set.of(MandateScope.LEZEN_PLAN), SPRING, Mandate.Digest.DAILY, "Wilma Dijk", SHOWN);
        var carer = mandates.acting(self(son), mandate).orElseThrow();
        workspace(() -> representations.register(
                desk,
                new Registration(
                        resident,
                        "Wilma Dijk",
                        LocalDate.of(1940, 2, 2),
                        List.of(new Speaker(PersonId.of(mentor), "Els van Rijn")),
                        Representation.Kind.MENTOR,
                        Representation.Evidence.COURT_DECISION,
                        DAY,
                        Optional.empty())));
        var held =
                representations.heldBy(self(mentor)).getFirst().representation().id();
        var speaking = representations.acting(self(mentor), held).orElseThrow();
        assertThat(reads(speaking, VERHAAL)).isTrue();

        died();

        assertThat(List.of(reads(carer, PLAN), reads(speaking, VERHAAL)))
                .as("before any job came by")
                .containsOnly(false);
        assertThat(reading(reader, VERHAAL)).isEqualTo(new Decision.Refused(Decision.Reason.STOPPED));
        dueWork.expireDue();
        assertThat(grants.find(me(), grant).state()).isEqualTo(Grant.State.BEEINDIGD);
        assertThat(mandates.find(me(), mandate).state()).isEqualTo(Mandate.State.BEEINDIGD);
        assertThat(requests.find(me(), waiting).state()).isEqualTo(AccessRequest.State.VERVALLEN);
        assertThat(representations.heldBy(self(mentor))).isEmpty();
        assertThat(happenings.about(resident, ConsentEvent.Died.class))
                .containsExactly(new ConsentEvent.Died(resident, DAY));
        assertThat(happenings.about(resident, ConsentEvent.MandateEnded.class)).hasSize(1);
        assertThat(log(LedgerEvent.Kind.ENDED_BY_DEATH)).hasSize(2);
        assertThat(log(LedgerEvent.Kind.DEATH_REGISTERED))
                .singleElement()
                .satisfies(line -> assertThat(line.by()).isPresent());
        assertThat(reading(worker, MELDING)).isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void aCodeOfSomebodyWhoDiedIsRefusedAsOneThatRanOut() {
        var code = mandates.invite(me(), new MandateId(UUID.randomUUID())).code();
        died();
        for (var round = 0; round < 2; round++) {
            assertThat(catchThrowableOfType(MandateRefused.class, () -> mandates.accept(self(son), code, "Youssef"))
                            .reason())
                    .isEqualTo(MandateRefused.Reason.CODE_EXPIRED);
            dueWork.expireDue();
        }
    }

    @Test
    void onlyTheDeskWritesItDownAndNeverOfItsOwnHouseholdNorOfADayToCome() {
        refused(RepresentationRefused.Reason.NOT_YOURS_TO_REGISTER, () -> registers(professional(Role.CM), DAY));
        refused(RepresentationRefused.Reason.DAY_TO_COME, () -> registers(desk, LocalDate.of(2026, 10, 6)));
        workspace(() -> {
            parties.related(desk.id(), Set.of(), Set.of(resident));
            return resident;
        });
        refused(RepresentationRefused.Reason.OWN_DOSSIER, () -> registers(desk, DAY));
        assertThat(deaths.of(resident)).isEmpty();
    }

    @Test
    void itIsWrittenDownOnceAlsoWhenTheRegisterSaysSoTooAndAMistakeIsTakenBack() {
        died();
        deaths.told(resident, DAY.plusDays(1));
        assertThat(deaths.of(resident)).contains(DAY);
        assertThat(log(LedgerEvent.Kind.DEATH_REGISTERED)).hasSize(1);

        workspace(() -> {
            deaths.takeBack(desk, resident);
            deaths.takeBack(desk, resident);
            return resident;
        });
        assertThat(deaths.of(resident)).isEmpty();
        assertThat(log(LedgerEvent.Kind.DEATH_TAKEN_BACK)).hasSize(1);
        dueWork.expireDue();
        assertThat(happenings.about(resident, ConsentEvent.Died.class)).isEmpty();

        deaths.told(resident, DAY);
        dueWork.expireDue();
        assertThat(happenings.about(resident, ConsentEvent.Died.class)).hasSize(1);
    }

    private static void refused(RepresentationRefused.Reason reason, ThrowingCallable act) {
        assertThat(catchThrowableOfType(RepresentationRefused.class, act).reason())
                .isEqualTo(reason);
    }
}
