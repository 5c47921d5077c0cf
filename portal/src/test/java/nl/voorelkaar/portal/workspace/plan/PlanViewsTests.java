package nl.voorelkaar.portal.workspace.plan;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanItem;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanStep;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.plan.LivePlan;
import nl.voorelkaar.portal.plan.MemoryPlans;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import nl.voorelkaar.portal.workspace.draft.WorkDrafts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanViewsTests extends AtDesk {

    @Autowired
    private MemoryPlans plans;

    @Autowired
    private LivePlan live;

    @BeforeEach
    void aGespreksvoerderWithACase() {
        desk.actor = Desk.professional(Role.GSP);
        desk.caseOf(desk.fatima, "Wmo 2.3.2", Desk.TODAY.plusDays(42), Section.PLAN, Section.CONTACT);
        UI.getCurrent().navigate("werkplek/plan");
        roundTrip();
    }

    @Test
    void thePlansOfOnesCasesAreListedWithoutOpeningThem() {
        assertThat(screen()).contains("Fatima el Amrani");
        assertThat(sees("plan-open")).isTrue();
    }

    @Test
    void whoHasNoCaseFindsNoPlanAndTheAttemptIsKept() {
        var strange = UUID.randomUUID().toString();
        UI.getCurrent().navigate("werkplek/plan/" + strange);
        roundTrip();
        assertThat(sees("plan-start")).isFalse();
        assertThat(desk.tried).isNotEmpty();
    }

    @Test
    void aPlanWithGapsIsNotFrozenAndSaysWhatIsMissing() {
        open();
        press("plan-start");
        press("plan-freeze");
        assertThat(screen()).contains("Nog niet alles is ingevuld", "6. Hoe lang duurt het");

        for (var item : PlanItem.values()) {
            write(item.parts().getFirst());
        }
        press("plan-freeze");

        assertThat(plan().state()).isEqualTo(PlanState.TER_ONDERTEKENING);
        assertThat(sees("plan-sign")).isTrue();
    }

    @Test
    void theResidentsOwnWordsCannotBeWrittenHere() {
        open();
        press("plan-start");
        assertThat(sees("plan-edit-tijdpad")).isTrue();
        assertThat(sees("plan-edit-woorden")).isFalse();
    }

    @Test
    void aCasemanagerWritesButLeavesFreezingToTheGespreksvoerder() {
        desk.actor = Desk.professional(Role.CM);
        open();
        press("plan-start");
        assertThat(sees("plan-edit-tijdpad")).isTrue();
        assertThat(sees("plan-freeze")).isFalse();
    }

    /** Who is the gespreksvoerder is the resident too: the case was given before that was known. */
    @Test
    void onesOwnPlanOpensOnNoScreenAndSaysWhy() {
        desk.cases.clear();
        desk.caseOf(desk.oneself, "Wmo 2.3.2", Desk.TODAY.plusDays(42), Section.PLAN, Section.CONTACT);
        for (var screen : List.of("", "/ondertekenen", "/papier", "/versies")) {
            UI.getCurrent().navigate("werkplek/plan/" + desk.cases.getFirst().id() + screen);
            roundTrip();
            assertThat(sees("own-dossier")).as(screen).isTrue();
            assertThat(sees("plan-start") || sees("plan-sign-confirm"))
                    .as(screen)
                    .isFalse();
        }
        assertThat(screen()).contains("Dit dossier kunt u hier niet openen");
        assertThat(desk.attempts).hasSize(4);
    }

    @Test
    void whenTheAccessEndsWhatWasTypedIsGivenBackAndNothingElseStays() {
        open();
        press("plan-start");
        write(PlanPart.RESULTAAT);
        press("plan-edit-tijdpad");
        fill("plan-text", "Dit typte ik zelf");
        plans.closed = true;

        press("plan-save");

        assertThat(textOf("access-closed")).isNotBlank();
        assertThat(this.<String>value("plan-unsaved")).isEqualTo("Dit typte ik zelf");
        assertThat(screen()).doesNotContain("Over RESULTAAT").doesNotContain("Fatima");
    }

    /** A control that is replaced while somebody presses it hears nothing of that. */
    @Test
    void whatChangesInOnePlaceLeavesWhatSomebodyIsAboutToPressElsewhere() {
        open();
        press("plan-start");
        var aboutToPress = Stream.of("plan-freeze", "plan-edit-tijdpad", "plan-goal-add");
        var before = aboutToPress.collect(toMap(identity(), this::handle));

        write(PlanPart.RESULTAAT);

        assertThat(before)
                .allSatisfy((name, control) -> assertThat(handle(name)).isSameAs(control));
    }

    /** S1 on the screen: nobody has to press anything. */
    @Test
    void aPlanThatIsOpenLeavesTheScreenByItselfWhenTheAccessEnds() {
        open();
        press("plan-start");
        write(PlanPart.RESULTAAT);
        press("plan-edit-tijdpad");
        fill("plan-text", "Dit typte ik zelf");
        plans.closed = true;

        MemoryPlans.look(live);
        for (var until = System.nanoTime() + 10_000_000_000L; !sees("access-closed") && System.nanoTime() < until; ) {
            var session = UI.getCurrent().getSession();
            session.getService().runPendingAccessTasks(session);
            roundTrip();
        }

        assertThat(textOf("access-closed")).contains("De toegang is gestopt of voorbij");
        assertThat(this.<String>value("plan-unsaved")).isEqualTo("Dit typte ik zelf");
        assertThat(screen()).doesNotContain("Over RESULTAAT");
    }

    @Test
    void whatWasTypedAndNotSavedIsThereAgainOnTheNextVisit() {
        open();
        press("plan-start");
        press("plan-edit-tijdpad");
        fill("plan-text", "Halverwege een zin");
        UI.getCurrent().navigate("werkplek/plan");
        open();
        press("plan-edit-tijdpad");
        assertThat(this.<String>value("plan-text")).isEqualTo("Halverwege een zin");
        assertThat(textOf("typed-back")).contains("nog niet bewaard");
        press("plan-save");
        UI.getCurrent().navigate("werkplek/plan");
        open();
        press("plan-edit-tijdpad");
        assertThat(sees("typed-back")).isFalse();
    }

    /** Not bound to a session: who signs in again finds it. */
    @Test
    void whatWasTypedIsForWhoTypedItAndForOneWorkingDay() {
        open();
        press("plan-start");
        press("plan-edit-tijdpad");
        fill("plan-text", "Halverwege een zin");
        UI.getCurrent().navigate("werkplek/plan");
        var anouk = desk.actor;
        desk.actor = new Actor.Professional(
                new PartyId(UUID.randomUUID()),
                anouk.role(),
                anouk.organisation(),
                anouk.team(),
                anouk.level(),
                anouk.signedInAt(),
                anouk.assertion());
        open();
        press("plan-edit-tijdpad");
        assertThat(this.<String>value("plan-text")).isEmpty();
        UI.getCurrent().navigate("werkplek/plan");
        desk.actor = anouk;
        desk.pass(WorkDrafts.KEPT);
        open();
        press("plan-edit-tijdpad");
        assertThat(this.<String>value("plan-text")).isEmpty();
    }

    @Test
    void whatWasTypedBeforeSomebodyElseChangedTheTextStandsBesideIt() {
        open();
        press("plan-start");
        press("plan-edit-tijdpad");
        fill("plan-text", "Voor de winter");
        UI.getCurrent().navigate("werkplek/plan");
        plans.take(
                new PlanStep(desk.actor, desk.fatima, plan().id(), new StepId(UUID.randomUUID())),
                "write",
                (now, by, when) -> now.write(by, PlanPart.TIJDPAD, "Voor de zomer", false, 0));
        open();
        press("plan-edit-tijdpad");
        assertThat(this.<String>value("plan-text")).isEqualTo("Voor de zomer");
        assertThat(textOf("typed-overtaken")).contains("Voor de winter");
    }

    @Test
    void inkIsRegisteredOnlyWithItsScan() {
        open();
        press("plan-start");
        for (var item : PlanItem.values()) {
            write(item.parts().getFirst());
        }
        press("plan-freeze");
        assertThat(sees("plan-paper")).isTrue();
        paper();
        assertThat(sees("plan-ink-save")).isFalse();
        fill("plan-code-channel", "brief");
        press("plan-code-send");
        paper();
        assertThat(screen()).contains("De brief met de code is onderweg");
        assertThat(sees("plan-ink-save")).isFalse();
        plans.codeCameBack(
                new PlanStep(desk.actor, desk.fatima, plan().id(), new StepId(java.util.UUID.randomUUID())),
                DeskAct.Kind.SIGN_PLAN);
        paper();
        press("plan-ink-save");
        assertThat(textOf("errors")).contains("Kies een scan als pdf");
        var scan = (ScanField) everything(UI.getCurrent())
                .filter(ScanField.class::isInstance)
                .findFirst()
                .orElseThrow();
        scan.received("GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        press("plan-ink-save");
        assertThat(screen()).contains("Dit is geen pdf");
        assertThat(plan().state()).isEqualTo(PlanState.TER_ONDERTEKENING);
        scan.received("%PDF-1.7 een scan".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        press("plan-ink-save");

        var signature =
                plan().version().orElseThrow().signature(Signer.RESIDENT).orElseThrow();
        assertThat(signature.ink()).isTrue();
        assertThat(plan().state()).isEqualTo(PlanState.DEELS_ONDERTEKEND);
    }

    private void paper() {
        UI.getCurrent().navigate("werkplek/plan");
        UI.getCurrent().navigate("werkplek/plan/" + desk.cases.getFirst().id() + "/papier");
        roundTrip();
    }

    @Test
    void aStepOnTheLadderSaysBesideTheFieldWhatIsMissing() {
        open();
        press("ladder-reach");
        assertThat(textOf("errors")).contains("Kies een fase.");
        fill("ladder-to-1", true);
        press("ladder-reach");
        assertThat(textOf("errors")).contains("Vul in wie de regie heeft.").doesNotContain("Kies een fase.");
        assertThat(sees("ladder-phase")).isFalse();
    }

    private void open() {
        UI.getCurrent().navigate("werkplek/plan/" + desk.cases.getFirst().id());
        roundTrip();
    }

    private void write(PlanPart part) {
        press("plan-edit-" + part.name().toLowerCase(java.util.Locale.ROOT));
        fill("plan-text", "Over " + part);
        press("plan-save");
    }

    private Ondersteuningsplan plan() {
        return plans.of(desk.actor, desk.fatima).getFirst();
    }
}
