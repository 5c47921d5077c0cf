package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.MELDING;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.VEILIGHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseAssignmentTests extends Situation {

    private CaseAssignment assign(Actor.Professional by, Actor.Professional to, String statute) {
        return workspace(() -> cases.assign(by, resident, to.id(), statute, SPRING));
    }

    private void end(Actor.Professional by, UUID assignment) {
        workspace(() -> {
            cases.end(by, assignment);
            return by;
        });
    }

    private void refused(Actor.Professional by, Actor.Professional to, String statute) {
        assertThatThrownBy(() -> assign(by, to, statute)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void anAssignedCaseOpensWhatTheRoleNeedsForThatTaskUntilItEnds() {
        var manager = professional(Role.TM);
        var anouk = professional(Role.GSP);

        var assigned = assign(manager, anouk, "Wmo 2.3.2");

        assertThat(reading(anouk, PLAN))
                .isEqualTo(new Decision.Permitted(
                        Grondslag.WETTELIJKE_TAAK, Optional.empty(), Optional.of("Wmo 2.3.2"), assigned.until()));
        assertThat(decision(anouk, Access.Action.ADD, MELDING)).isInstanceOf(Decision.Permitted.class);
        assertThat(reading(anouk, VERHAAL)).isInstanceOf(Decision.Refused.class);
        assertThat(reading(anouk, VEILIGHEID)).isInstanceOf(Decision.Refused.class);
        assertThat(cases.of(me())).containsExactly(assigned);
        assertThat(workspace(() -> cases.heldBy(anouk))).containsExactly(assigned);
        assertThat(workspace(() -> cases.assignedBy(manager))).containsExactly(assigned);

        end(manager, assigned.id());
        end(manager, assigned.id());

        assertThat(reading(anouk, PLAN)).isEqualTo(new Decision.Refused(Reason.EXPIRED));
        assertThat(cases.of(me())).isEmpty();
        assertThat(happenings.about(resident))
                .containsExactly(
                        new ConsentEvent.Assigned(resident, assigned.id(), anouk.id(), assigned.sections(), SPRING),
                        new ConsentEvent.AssignmentEnded(
                                resident,
                                assigned.id(),
                                Optional.of(assigned.to().id())));
        assertThat(log(LedgerEvent.Kind.ASSIGNED)).singleElement().satisfies(line -> {
            assertThat(line.by().map(Party::id)).isNotEqualTo(line.to().map(Party::id));
            assertThat(line.to().map(Party::id)).contains(anouk.id());
        });
        assertThat(log(LedgerEvent.Kind.ASSIGNMENT_ENDED))
                .singleElement()
                .satisfies(line -> assertThat(line.to().map(Party::id)).contains(anouk.id()));
    }

    @Test
    void itsHolderMayGiveItBack() {
        var anouk = professional(Role.GSP);
        var assigned = assign(professional(Role.KCC), anouk, "Wmo 2.3.2");

        end(anouk, assigned.id());

        assertThat(reading(anouk, PLAN)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void theDeskTakesInAMeldingToWriteItAndReadsNothing() {
        var desk = professional(Role.KCC);

        var taken = workspace(() -> cases.takeIn(desk, resident));

        assertThat(taken.sections()).containsExactly(MELDING);
        assertThat(decision(desk, Access.Action.ADD, MELDING)).isInstanceOf(Decision.Permitted.class);
        assertThat(reading(desk, MELDING)).isInstanceOf(Decision.Refused.class);
        assertThat(reading(desk, Section.CONTACT)).isInstanceOf(Decision.Refused.class);
        assertThat(log(LedgerEvent.Kind.ASSIGNED)).hasSize(1);

        end(desk, taken.id());
        assertThat(decision(desk, Access.Action.ADD, MELDING)).isInstanceOf(Decision.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "KCC", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseTakesInAMelding(Role role) {
        var other = professional(role);
        assertThatThrownBy(() -> workspace(() -> cases.takeIn(other, resident))).isInstanceOf(AccessRefused.class);
    }

    @Test
    void nobodyElseMayEndIt() {
        var assigned = assign(professional(Role.TM), professional(Role.GSP), "Wmo 2.3.2");

        assertThatThrownBy(() -> end(professional(Role.TM), assigned.id())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> end(professional(Role.TM), UUID.randomUUID())).isInstanceOf(AccessRefused.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TM", "KCC"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyATeamManagerOrTheDeskAssigns(Role role) {
        refused(professional(role), professional(Role.GSP), "Wmo 2.3.2");

        assertThat(log(LedgerEvent.Kind.ASSIGNED))
                .singleElement()
                .satisfies(line -> assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.REFUSED));
    }

    @Test
    void nobodyAssignsToThemselves() {
        var desk = professional(Role.KCC);

        refused(desk, desk, "Wmo 2.3.2");
    }

    @Test
    void nobodyAssignsToSomebodyOfAnotherOrganisation() {
        var elsewhere = professional(Role.GSP);
        workspace(() -> {
            parties.signedIn(new Party(
                    elsewhere.id(),
                    "Sem",
                    Role.GSP,
                    new OrganisationId("zorg-elders"),
                    "Zorg Elders",
                    Optional.empty()));
            return elsewhere;
        });

        refused(professional(Role.TM), elsewhere, "Wmo 2.3.2");
    }

    @Test
    void nobodyAssignsATaskThatIsNotOfTheRoleOrThatDoesNotExist() {
        var manager = professional(Role.TM);

        refused(manager, professional(Role.JUR), "Wmo 2.3.2");
        refused(manager, professional(Role.GSP), "Opiumwet 2");
    }

    @Test
    void nobodyAssignsToARelativeOfTheResidentNorWhenTheyAreOne() {
        var manager = professional(Role.TM);
        var anouk = professional(Role.GSP);
        workspace(() -> {
            parties.related(anouk.id(), Set.of(), Set.of(resident));
            return anouk;
        });
        refused(manager, anouk, "Wmo 2.3.2");

        var bram = professional(Role.CM);
        workspace(() -> {
            parties.related(manager.id(), Set.of(resident), Set.of());
            return manager;
        });
        refused(manager, bram, "Wmo 2.3.2");
    }

    @Test
    void itLastsAtMostAYearAndNotIntoThePast() {
        var manager = professional(Role.TM);
        var anouk = professional(Role.GSP);

        assertThatThrownBy(() -> workspace(
                        () -> cases.assign(manager, resident, anouk.id(), "Wmo 2.3.2", LocalDate.of(2027, 10, 6))))
                .hasMessage("LONGER_THAN_TWELVE_MONTHS");
        assertThatThrownBy(() -> workspace(
                        () -> cases.assign(manager, resident, anouk.id(), "Wmo 2.3.2", LocalDate.of(2026, 10, 4))))
                .hasMessage("UNTIL_IN_THE_PAST");
    }

    @Test
    void theJobEndsItWhenItsLastDayIsOver() {
        var anouk = professional(Role.GSP);
        var assigned = assign(professional(Role.TM), anouk, "Wmo 2.3.2");
        clock.set(assigned.until());
        assertThat(reading(anouk, PLAN)).isEqualTo(new Decision.Refused(Reason.EXPIRED));

        dueWork.expireDue();
        dueWork.expireDue();

        assertThat(happenings.about(resident, ConsentEvent.AssignmentEnded.class))
                .containsExactly(new ConsentEvent.AssignmentEnded(
                        resident, assigned.id(), Optional.of(assigned.to().id())));
        assertThat(log(LedgerEvent.Kind.ASSIGNMENT_ENDED)).hasSize(1);
    }

    @Test
    void theStatutesOnOfferAreThoseThatOpenSomething() {
        assertThat(cases.statutes()).hasSize(12).startsWith("Wmo 2.3.2").contains("Awb 7:4", "Awb 7:11");
        assertThat(cases.isTaskOf("Awb 7:11", Role.BES)).isTrue();
        assertThat(cases.isTaskOf("Awb 7:11", Role.JUR)).isFalse();
        assertThat(cases.isTaskOf("Opiumwet 2", Role.BES)).isFalse();
    }
}
