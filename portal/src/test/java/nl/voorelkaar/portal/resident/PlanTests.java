package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.plan.Apply;
import nl.voorelkaar.dossier.plan.Content;
import nl.voorelkaar.dossier.plan.Intent;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.PlanItem;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanStep;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.plan.Signer;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.plan.MemoryHouseholds;
import nl.voorelkaar.portal.plan.MemoryPlans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanTests extends AtHome {

    @Autowired
    private MemoryPlans plans;

    @Autowired
    private MemoryHouseholds households;

    private Actor.Professional anouk() {
        return new Actor.Professional(
                new PartyId(new UUID(5, 5)),
                Role.GSP,
                new OrganisationId("wij-voorbeeldstad"),
                Optional.empty(),
                AssuranceLevel.SUBSTANTIEEL,
                Life.NINE,
                new Assertion("x"));
    }

    @Test
    void aResidentBeginsAPlanAndWritesInIt() {
        go("mijn/plan");
        press("plan-start");
        assertThat(textOf("plan-state")).contains("Wij schrijven nog");

        write("woorden", "Ik wil zelf koken");

        assertThat(textOf("plan-part-woorden")).contains("Ik wil zelf koken", "uzelf");
        assertThat(plan().part(PlanPart.WOORDEN).text()).isEqualTo("Ik wil zelf koken");
    }

    @Test
    void somebodyAtHomeIsAskedWithACodeThatIsShownOnlyWhenAskedFor() {
        go("mijn/plan");
        press("plan-start");
        assertThat(sees("household-code")).isFalse();
        write("tijdpad", "Voor de zomer");
        press("household-invite");
        assertThat(textOf("household-code")).contains(MemoryHouseholds.CODE);
        assertThat(screen()).contains("werkt tot dinsdag 6 oktober 2026");
        assertThat(households.shown)
                .as("what was written on this page before")
                .singleElement()
                .satisfies(text -> assertThat(text.part(PlanPart.TIJDPAD)).isPresent());
    }

    @Test
    void whoGotACodeSeesWhoseItIsAndSaysYesBeforeAnythingHappens() {
        go("mijn/plan");
        fill("join-code", "2222-2222");
        press("join-look");
        assertThat(screen()).contains("Deze code werkt niet of niet meer.");
        fill("join-code", MemoryHouseholds.CODE);
        press("join-look");
        assertThat(textOf("join-question")).contains("Youssef el Amrani vraagt u mee te doen", "Daar zet alleen u");
        assertThat(plans.of(life.actor, life.actor.id())).isEmpty();
        press("join-confirm");
        assertThat(plan().way()).isEqualTo(PlanWay.HUISHOUDEN);
        assertThat(textOf("household")).contains("Youssef el Amrani");
        assertThat(handles("household-member")).hasSize(2);
    }

    @Test
    void whatDiffersInThePlanAtHomeIsShownAndTakenOverWithoutTheOwnWords() {
        go("mijn/plan");
        press("plan-start");
        write("woorden", "Ik wil zelf koken");
        households.together.put(
                plan().id(),
                new Content(List.of(new Content.PartText(PlanPart.TIJDPAD, "Voor de zomer", false)), List.of()));
        go("mijn");
        go("mijn/plan");
        assertThat(textOf("household-differs")).contains("Het plan van Youssef el Amrani is anders", "Voor de zomer");
        press("household-take");
        assertThat(plan().part(PlanPart.TIJDPAD).text()).isEqualTo("Voor de zomer");
        assertThat(plan().part(PlanPart.WOORDEN).text()).isEqualTo("Ik wil zelf koken");
        assertThat(sees("household-differs")).isFalse();
        press("household-leave");
        press("household-leave-confirm");
        assertThat(sees("household-member")).isFalse();
    }

    @Test
    void aChangeByTheOtherStandsBesideTheOwnTextAndNothingIsLost() {
        go("mijn/plan");
        press("plan-start");
        press("plan-edit-tijdpad");
        fill("plan-text", "Voor de zomer");
        theirs(PlanPart.TIJDPAD, "Voor de winter");

        press("plan-save");

        assertThat(textOf("plan-theirs")).contains("Voor de winter");
        assertThat(this.<String>value("plan-text")).isEqualTo("Voor de zomer");
        press("plan-save");
        assertThat(plan().part(PlanPart.TIJDPAD).text()).isEqualTo("Voor de zomer");
    }

    @Test
    void aGoalStandsAboveItsTasksAndSaysWhoseTurnItIs() {
        go("mijn/plan");
        press("plan-start");
        press("plan-goal-add");
        press("plan-goal-save");
        assertThat(screen()).contains("Schrijf op wat het doel is.");
        fill("plan-goal-text", "Ik kom weer buiten");
        press("plan-goal-save");
        assertThat(textOf("plan-goal")).contains("Ik kom weer buiten", "Er is nog geen taak");

        press("plan-task-add");
        fill("plan-task-text", "Bellen met de buurvrouw");
        fill("plan-task-owner", "resident");
        press("plan-task-save");

        assertThat(textOf("plan-task")).contains("Bellen met de buurvrouw");
        assertThat(textOf("plan-next")).contains("Eerst wordt het plan definitief");
    }

    @Test
    void signingAsksWhatToDoWithTheApplicationAndGivesAReceipt() {
        frozen();
        go("mijn/plan/ondertekenen");
        assertThat(screen()).contains("Over RESULTAAT");
        press("plan-sign-confirm");
        assertThat(screen()).contains("Kies wat u met de aanvraag wilt.");
        assertThat(plans.signed).isEmpty();

        fill("apply-not-yet", true);
        press("plan-sign-confirm");

        assertThat(textOf("plan-signed")).contains("Versie");
        assertThat(plans.signed).singleElement().extracting(Intent::apply).isEqualTo(Optional.of(Apply.NOT_YET));
        assertThat(plan().state()).isEqualTo(PlanState.DEELS_ONDERTEKEND);
    }

    @Test
    void anOldLoginSignsInAgainFirst() {
        frozen();
        life.recently = false;
        go("mijn/plan/ondertekenen");
        press("plan-sign-again");
        assertThat(life.signInsAsked).containsExactly("/mijn/plan/ondertekenen");
    }

    @Test
    void comingBackTakesTwoStepsAndNoReason() {
        signedByBoth();
        go("mijn/plan");
        assertThat(textOf("cooling-off-until")).contains("maandag 19 oktober 2026");
        go("mijn/plan/terugkomen");
        press("cooling-off-withdraw-confirm");

        assertThat(textOf("cooling-off-receipt")).contains("Ontvangen op");
        assertThat(plan().state()).isEqualTo(PlanState.HERROEPEN);
        go("mijn/plan");
        assertThat(textOf("plan-state")).contains("Teruggedraaid");
    }

    @Test
    void startingEarlierIsAPageOfItsOwn() {
        signedByBoth();
        go("mijn/plan/eerder-starten");
        press("plan-start-early-confirm");
        assertThat(plan().startedEarly()).isTrue();
        assertThat(textOf("plan-now")).contains("nog steeds van gedachten veranderen");
    }

    @Test
    void whoDoesNotAgreeIsOfferedWaysOn() {
        frozen();
        go("mijn/plan/niet-akkoord");
        fill("plan-disagree-reason", "Te weinig hulp");
        press("plan-disagree-confirm");

        assertThat(plan().state()).isEqualTo(PlanState.NIET_AKKOORD);
        assertThat(screen()).contains("Doe toch een aanvraag", "cliëntondersteuner");
        press("plan-start-from-this");
        assertThat(plan().state()).isEqualTo(PlanState.CONCEPT);
        assertThat(plan().part(PlanPart.RESULTAAT).text()).isEqualTo("Over RESULTAAT");
    }

    @Test
    void versionsTellWhichWordsChanged() {
        frozen();
        go("mijn/plan");
        press("plan-reopen");
        press("plan-reopen-confirm");
        write("resultaat", "Over iets anders");
        plans.freeze(step(anouk()));

        go("mijn/plan/versies");

        assertThat(handles("plan-version")).hasSize(2);
        assertThat(textOf("plan-difference")).contains("weg:", "RESULTAAT", "nieuw:", "iets anders");
    }

    private void write(String part, String text) {
        press("plan-edit-" + part);
        fill("plan-text", text);
        press("plan-save");
    }

    private void frozen() {
        go("mijn/plan");
        press("plan-start");
        for (var item : PlanItem.values()) {
            theirs(item.parts().getFirst(), "Over " + item.parts().getFirst());
        }
        plans.freeze(step(anouk()));
    }

    private void signedByBoth() {
        frozen();
        var sha256 = plan().version().orElseThrow().fingerprint().sha256();
        plans.sign(step(anouk()), new Intent(sha256, Signer.PROFESSIONAL, "Akkoord", true, Optional.empty()));
        plans.sign(step(life.actor), new Intent(sha256, Signer.RESIDENT, "Akkoord", true, Optional.of(Apply.NOT_YET)));
    }

    private void theirs(PlanPart part, String text) {
        plans.take(
                step(anouk()),
                "write",
                (plan, by, now) ->
                        plan.write(by, part, text, false, plan.part(part).step()));
    }

    private PlanStep step(Actor actor) {
        return new PlanStep(actor, life.actor.id(), plan().id(), new StepId(UUID.randomUUID()));
    }

    private Ondersteuningsplan plan() {
        return List.copyOf(plans.of(life.actor, life.actor.id())).getFirst();
    }
}
