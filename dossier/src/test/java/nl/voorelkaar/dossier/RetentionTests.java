package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.VEILIGHEID;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.DueWork;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.erasure.Destructions;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.erasure.ErasureRefusal;
import nl.voorelkaar.dossier.erasure.Erasures;
import nl.voorelkaar.dossier.erasure.KeepingRule;
import nl.voorelkaar.dossier.erasure.Retention;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What no law keeps any longer. Time passes by making what is there older: the clock of this world stays where it is.
 */
class RetentionTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Erasures erasures = world.resident.bean(Erasures.class);
    private final Retention retention = world.resident.bean(Retention.class);
    private final Destructions desk = world.workspace.bean(Destructions.class);
    private final JdbcClient main = world.past(world.databases.superuser());
    private final Actor.Professional leader = world.professional("Teammanager", Role.TM);
    private final Actor.Professional officer = world.professional("Nadia Jansen", Role.FG);

    private Actor.Resident withAFile(Section section) {
        var resident = world.resident("Oude zaak");
        var anouk = world.professional("Anouk", Role.GSP);
        world.assigns(anouk, resident.id());
        world.workspace.dossiers().add(anouk, resident.id(), newId(), world.about(section, "Afspraak", "Lang geleden"));
        return resident;
    }

    private void changedYearsAgo(Actor.Resident resident, int years) {
        main.sql(
                        "update dossier.entry set changed_at = changed_at - make_interval(years => :years, days => 1) where resident_id = :resident")
                .param("years", years)
                .param("resident", resident.id().value())
                .update();
    }

    /** As on another day: the list is made once a day. */
    private void list() {
        main.sql("delete from dossier.retention_round").update();
        retention.listRested();
    }

    private Optional<Destructions.Listed> listed(Actor.Resident resident) {
        return main.sql("select erasure_id from dossier.erasure where resident_id = :resident and rule is not null")
                .param("resident", resident.id().value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> desk.list(officer).stream()
                        .filter(one -> one.id().value().equals(id))
                        .findFirst());
    }

    private int entries(Actor.Resident resident) {
        return main.sql("select count(*) from dossier.entry where resident_id = :resident")
                .param("resident", resident.id().value())
                .query(Integer.class)
                .single();
    }

    private static void assertRefusedAs(ErasureRefusal reason, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aFileThatNoLawKeepsGoesWhenTwoPeopleOfDifferentRolesApprove() {
        var old = withAFile(PLAN);
        var own = world.writes(old, GELD, "Van mijzelf");
        changedYearsAgo(old, 14);
        list();
        assertThat(listed(old)).isEmpty();
        changedYearsAgo(old, 1);
        list();
        list();
        var listed = listed(old).orElseThrow();
        assertThat(listed.rule()).isEqualTo(KeepingRule.WMO);
        assertThat(erasures.of(old)).isEmpty();

        assertRefused(() -> desk.list(world.professional("Anouk", Role.GSP)));
        assertRefused(() -> desk.approve(world.professional("Bea", Role.BES), listed.id()));
        desk.approve(leader, listed.id());
        assertRefusedAs(ErasureRefusal.SOMEBODY_ELSE, () -> desk.approve(leader, listed.id()));
        assertRefusedAs(
                ErasureRefusal.SOMEBODY_ELSE,
                () -> desk.approve(world.professional("Andere manager", Role.TM), listed.id()));
        desk.approve(officer, listed.id());
        assertRefusedAs(ErasureRefusal.NOT_ON_THE_LIST, () -> desk.approve(officer, listed.id()));
        erasures.eraseDue();

        var gone = listed(old).orElseThrow();
        assertThat(gone.state()).isEqualTo(Erasure.State.GEWIST);
        assertThat(gone.approvedBy()).hasSize(2);
        assertThat(gone.destroyed().orElseThrow().entries()).isEqualTo(1);
        assertThat(entries(old)).isEqualTo(1);
        assertThat(world.resident.dossiers().versions(old, old.id(), own.id())).hasSize(1);
        // Its resident reads what went, and by whose yes.
        assertThat(erasures.of(old)).extracting(Erasure::id).containsExactly(gone.id());
        assertThat(world.log(old))
                .extracting(line -> line.details().get("step"))
                .contains("dossier.approve-destruction", "dossier.erased");
    }

    @Test
    void aHoldAnOpenProcedureAndAChangeKeepIt() {
        var held = withAFile(PLAN);
        changedYearsAgo(held, 15);
        var asking = withAFile(PLAN);
        changedYearsAgo(asking, 15);
        world.resident
                .bean(PrivacyRequests.class)
                .ask(
                        asking,
                        new ProcedureId(UUID.randomUUID()),
                        step(),
                        DataRight.INZAGE,
                        Optional.empty(),
                        "Wat hebt u?");
        list();
        assertThat(listed(asking)).isEmpty();

        var id = listed(held).orElseThrow().id();
        desk.approve(leader, id);
        assertRefusedAs(ErasureRefusal.ONLY_OFFICER, () -> desk.hold(leader, id, Destructions.Hold.BEROEP));
        desk.hold(officer, id, Destructions.Hold.BEROEP);
        assertRefusedAs(ErasureRefusal.NOT_ON_THE_LIST, () -> desk.approve(officer, id));
        list();
        assertThat(listed(held).orElseThrow().hold()).contains(Destructions.Hold.BEROEP);
        desk.release(officer, id);
        // What was approved before the hold is approved anew.
        assertThat(listed(held).orElseThrow().approvedBy()).isEmpty();
        desk.approve(leader, id);
        desk.approve(officer, id);
        main.sql("update dossier.entry set changed_at = :now where resident_id = :resident")
                .param("now", world.clock.instant().atOffset(ZoneOffset.UTC))
                .param("resident", held.id().value())
                .update();
        erasures.eraseDue();
        assertThat(listed(held).orElseThrow().state()).isEqualTo(Erasure.State.VERVALLEN);
        assertThat(entries(held)).isEqualTo(1);
    }

    @Test
    void aProcedureGoesWithItsStepsAndItsKey() {
        var asking = world.resident("Vraagt iets");
        var requests = world.resident.bean(PrivacyRequests.class);
        var request = new ProcedureId(UUID.randomUUID());
        requests.ask(asking, request, step(), DataRight.INZAGE, Optional.empty(), "Wat hebt u?");
        requests.take(asking, asking.id(), request, step(), "withdraw", (now, by, at) -> now.withdraw(by));
        main.sql(
                        "update dossier.procedure set changed_at = changed_at - interval '15 years 1 day' where procedure_id = :id")
                .param("id", request.value())
                .update();
        list();
        var listed = listed(asking).orElseThrow();
        assertThat(listed.rule()).isEqualTo(KeepingRule.KLACHTEN);
        desk.approve(officer, listed.id());
        desk.approve(leader, listed.id());
        erasures.eraseDue();
        assertThat(listed(asking).orElseThrow().destroyed().orElseThrow().entries())
                .isEqualTo(1);
        assertThat(main.sql("select count(*) from dossier.procedure_step where procedure_id = :id")
                        .param("id", request.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(requests.of(asking)).isEmpty();
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }

    @Test
    void reportsAboutSafetyAreKeptForTwentyYears() {
        var safety = withAFile(PLAN);
        main.sql("update dossier.entry set section = :section where resident_id = :resident")
                .param("section", VEILIGHEID.number())
                .param("resident", safety.id().value())
                .update();
        changedYearsAgo(safety, 15);
        list();
        assertThat(listed(safety)).isEmpty();
        changedYearsAgo(safety, 5);
        list();
        assertThat(listed(safety).orElseThrow().rule()).isEqualTo(KeepingRule.VEILIG_THUIS);
    }

    @Test
    void everyPartOfTheMunicipalFileHasOneRuleAndMijnDeelGoesAYearAfterADeath() {
        for (var section : Section.values()) {
            assertThat(List.of(KeepingRule.values()))
                    .filteredOn(rule -> rule.sections().contains(section))
                    .as(section.name())
                    .hasSize(1);
        }
        var late = world.resident("Wijlen");
        world.writes(late, GELD, "Van mij alleen");
        world.resident
                .bean(Deaths.class)
                .told(late.id(), world.today().minusYears(1).minusDays(1));
        world.resident.bean(DueWork.class).expireDue();
        erasures.eraseDue();
        assertThat(entries(late)).isZero();
    }
}
