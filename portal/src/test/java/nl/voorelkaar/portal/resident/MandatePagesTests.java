package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.objection.PreparedObjection;
import nl.voorelkaar.dossier.objection.PreparedObjections;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Looks;
import nl.voorelkaar.portal.Refusals;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.ui.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class MandatePagesTests extends AtHome {

    @Autowired
    private MemoryMandates mandates;

    @Autowired
    private RefusingGate gate;

    @Autowired
    private RememberedProcedures procedures;

    @Autowired
    private PreparedObjections prepared;

    @Autowired
    private Objections objections;

    @Autowired
    private Looks looks;

    @Test
    void aResidentMakesACodeAndSeesIt() {
        go("mijn/machtigingen");
        press("mandate-invite");
        assertThat(textOf("mandate-code")).contains(MemoryMandates.CODE);
        assertThat(screen()).containsPattern("https?://[^ ]+/machtiging");
    }

    @Test
    void whoSignedInLongAgoSignsInAgainFirst() {
        life.recently = false;
        go("mijn/machtigingen");
        press("mandate-invite");
        assertThat(life.signInsAsked).containsExactly("/mijn/machtigingen");
        assertThat(mandates.given).isEmpty();
    }

    @Test
    void everyScopeIsOffUntilTheResidentPutsItOn() {
        var mandate = mandates.gives(Mandate.State.GEACCEPTEERD);
        go("mijn/machtigingen/" + mandate.id());

        assertThat(screen()).contains("Y. el A.").doesNotContain("Youssef");
        for (var scope : MandateScope.values()) {
            assertThat(sees("mandate-scope-" + scope.code())).isTrue();
        }
        press("mandate-confirm");
        assertThat(screen()).contains("Kies ten minste één ding");
        assertThat(mandates.given.get(mandate.id()).state()).isEqualTo(Mandate.State.GEACCEPTEERD);
    }

    @Test
    void aResidentChoosesAndConfirmsWhatIsShown() {
        var mandate = mandates.gives(Mandate.State.GEACCEPTEERD);
        go("mijn/machtigingen/" + mandate.id());
        fill("mandate-scope-lezen_plan", true);
        press("mandate-confirm");

        assertThat(mandates.given.get(mandate.id()).scopes()).isEqualTo(EnumSet.of(MandateScope.LEZEN_PLAN));
        assertThat(mandates.shown.getFirst()).contains("Y. el A.", "Mijn plan lezen", "stopt vanzelf");
        assertThat(textOf("mandate-receipt")).contains("Youssef el Amrani");
    }

    @Test
    void aMandateStopsInTwoClicks() {
        var mandate = mandates.gives(Mandate.State.ACTIEF, MandateScope.LEZEN_PLAN);
        go("mijn/machtigingen");
        assertThat(textOf("mandate")).contains("Youssef el Amrani", "uw plan lezen");
        go("mijn/machtigingen/" + mandate.id() + "/stoppen");
        press("mandate-stop-confirm");
        assertThat(sees("mandate-stopped")).isTrue();
        assertThat(mandates.given).isEmpty();
    }

    @Test
    void aMandateIsMadeLess() {
        var mandate = mandates.gives(Mandate.State.ACTIEF, MandateScope.LEZEN_PLAN, MandateScope.BEZWAAR);
        go("mijn/machtigingen/" + mandate.id());
        fill("mandate-scope-bezwaar", false);
        press("mandate-narrow");
        assertThat(mandates.given.get(mandate.id()).scopes()).isEqualTo(EnumSet.of(MandateScope.LEZEN_PLAN));
    }

    @Test
    void aCarerFillsInACode() {
        go("machtiging");
        press("mandate-accept");
        assertThat(screen()).contains("Vul de code in");
        fill("mandate-code", MemoryMandates.CODE);
        press("mandate-accept");
        assertThat(sees("mandate-accepted")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(MandateRefused.Reason.class)
    void everyRefusalOfACodeIsOneClearSentence(MandateRefused.Reason reason) {
        mandates.refusing = java.util.Optional.of(reason);
        go("machtiging");
        fill("mandate-code", MemoryMandates.CODE);
        press("mandate-accept");
        assertThat(screen())
                .contains(Words.say("mandate.refused." + reason.name().toLowerCase(java.util.Locale.ROOT)));
        assertThat(sees("mandate-accepted")).isFalse();
    }

    @Test
    void aCarerChoosesForWhomAndSeesItOnEveryPage() {
        var fatima = mandates.holds("Fatima el Amrani", MandateScope.LEZEN_PLAN);
        var omar = mandates.holds("Omar Haddad", MandateScope.LEZEN_PLAN);
        go("namens");
        assertThat(handles("acting-for-choose")).hasSize(2);
        for (var held : java.util.List.of(fatima, omar)) {
            for (var below : java.util.List.of("", "/plan", "/plan/ondertekenen")) {
                go("namens/" + held.id() + below);
                assertThat(textOf("acting-for"))
                        .contains("U handelt namens", held.resident().orElseThrow());
            }
        }
    }

    @Test
    void anOpenPageClosesSoonAfterTheResidentStops() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.LEZEN_PLAN);
        go("namens/" + mandate.id() + "/plan");
        looks.now();
        assertThat(screen()).contains("Het plan van Fatima el Amrani");
        mandates.giveUp(life.actor, mandate.id(), MemoryMandates.NOTHING);
        looks.now();
        assertThat(handles("acting-over")).hasSize(1);
        assertThat(screen()).doesNotContain("Het plan van Fatima el Amrani");
    }

    @Test
    void whatIsNotInScopeIsNotOffered() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.LEZEN_PLAN);
        go("namens/" + mandate.id());
        assertThat(screen()).contains("Plan").doesNotContain("Besluiten");
        go("namens/" + mandate.id() + "/plan");
        assertThat(screen()).contains("Het plan van Fatima el Amrani");
    }

    @Test
    void whoMayNotSignReadsWhyAndLookingAtThatPageIsNoAttempt() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.LEZEN_PLAN);
        go("namens/" + mandate.id() + "/plan/ondertekenen");
        assertThat(textOf("acting-refused")).contains("Ondertekenen staat niet in uw machtiging");
        assertThat(gate.asked).isEmpty();
        assertThat(sees("act-prepare")).isFalse();
    }

    @Test
    void whoMayMakeASignatureReadyReadsThatThereIsNoPlanToSign() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.LEZEN_PLAN, MandateScope.ONDERTEKENEN);
        go("namens/" + mandate.id() + "/plan/ondertekenen");
        assertThat(screen()).contains("Fatima el Amrani leest het plan en doet het zelf", "niets om klaar te zetten");
        assertThat(sees("acting-refused")).isFalse();
    }

    @Test
    void aMandateThatOpensNothingOfTheFileSaysSo() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.LEZEN_BESLUITEN);
        go("namens/" + mandate.id() + "/dossier");
        assertThat(screen()).contains("U mag uit het dossier zelf niets lezen");
        go("namens/" + mandate.id());
        assertThat(screen()).contains("de besluiten lezen").doesNotContain("Mijn besluiten");
    }

    @Test
    void whoUsedACodeWaitsAmongTheTasks() {
        mandates.gives(Mandate.State.GEACCEPTEERD);
        go("mijn");
        assertThat(textOf("task")).contains("gebruikte uw code");
    }

    @Test
    void aMandateThatEndedOrNeverWasLooksTheSame() {
        go("namens/" + new UUID(9, 9));
        assertThat(sees("acting-over")).isTrue();
        assertThat(sees("acting-for")).isFalse();
    }

    @Test
    void aCarerPreparesAnObjectionAndNothingIsFiled() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.LEZEN_BESLUITEN, MandateScope.BEZWAAR);
        Refusals.refused(procedures, mandate.of());
        go("namens/" + mandate.id() + "/besluiten");
        press("act-prepare");
        assertThat(screen()).contains("Vul in waarom");
        fill("objection-grounds", "Zij kan de trap niet op.");
        press("act-prepare");

        assertThat(textOf("act-prepared")).contains("Fatima el Amrani moet dit bevestigen");
        var fatima =
                new Actor.Resident(mandate.of(), life.actor.level(), life.actor.signedInAt(), life.actor.assertion());
        assertThat(prepared.waiting(fatima))
                .singleElement()
                .satisfies(
                        act -> assertThat(act.filing().orElseThrow().grounds()).isEqualTo("Zij kan de trap niet op."));
        assertThat(objections.of(fatima, fatima.id())).isEmpty();
    }

    @Test
    void aLetterWithASecretAddressStaysFromWhoActsForTheResidentAndItsWordsDoNot() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.LEZEN_BESLUITEN);
        Refusals.refused(procedures, mandate.of());
        go("namens/" + mandate.id() + "/besluiten");
        assertThat(sees("decision-pdf")).isTrue();

        life.addressSecret = true;
        go("namens/" + mandate.id());
        go("namens/" + mandate.id() + "/besluiten");

        assertThat(sees("decision-pdf")).isFalse();
        assertThat(textOf("decision")).contains("U kunt beneden slapen.", "een adres dat geheim is");
    }

    private void somebodyPreparedAnObjection() {
        var besluit = Refusals.refused(procedures, life.actor.id());
        prepared.prepare(
                new Actor.Acting(
                        new PersonId(new UUID(7, 7)),
                        life.actor.id(),
                        new Capacity.Mandated(new MandateId(new UUID(8, 8))),
                        life.actor.level(),
                        life.actor.signedInAt(),
                        life.actor.assertion()),
                besluit,
                new ProcedureId(UUID.randomUUID()),
                new StepId(UUID.randomUUID()),
                new Bezwaar.Filing("Ik kan de trap niet op.", false, "", "", false, false));
    }

    @Test
    void whatACarerPreparedIsFiledOnceWhenTheResidentConfirms() {
        somebodyPreparedAnObjection();
        go("mijn/machtigingen");
        assertThat(textOf("act-waiting")).contains("Ik kan de trap niet op.", "maandag 19 oktober 2026");
        press("confirm-act");

        assertThat(sees("act-confirmed")).isTrue();
        assertThat(sees("act-waiting")).isFalse();
        assertThat(objections.of(life.actor, life.actor.id())).hasSize(1);
    }

    @Test
    void whatTheResidentDoesNotWantIsNotFiled() {
        somebodyPreparedAnObjection();
        go("mijn/machtigingen");
        press("decline-act");
        assertThat(sees("act-declined")).isTrue();
        assertThat(objections.of(life.actor, life.actor.id())).isEmpty();
    }

    @Test
    void whatNobodyConfirmedInTimeIsGone() {
        somebodyPreparedAnObjection();
        life.now = life.now.plus(PreparedObjection.WAITS);
        assertThat(prepared.waiting(life.actor)).isEmpty();
    }

    @Test
    void aCarerGivesUp() {
        mandates.holds("Fatima el Amrani", MandateScope.LEZEN_PLAN);
        go("namens");
        press("mandate-give-up");
        assertThat(mandates.held).hasSize(1);
        press("mandate-give-up-confirm");
        assertThat(mandates.held).isEmpty();
        assertThat(sees("acting-for-choose")).isFalse();
    }
}
