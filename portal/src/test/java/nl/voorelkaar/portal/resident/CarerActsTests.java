package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.OwnAct;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.decision.AanvraagEvent;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.intake.Happened;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.objection.PreparedObjections;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.Looks;
import nl.voorelkaar.portal.Refusals;
import nl.voorelkaar.portal.RememberedProcedures;
import nl.voorelkaar.portal.ui.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a carer does on screen in a resident's name, and what the resident sees of it. */
class CarerActsTests extends AtHome {

    @Autowired
    private MemoryMandates mandates;

    @Autowired
    private RememberedProcedures procedures;

    @Autowired
    private Intake intake;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Objections objections;

    @Autowired
    private PreparedObjections prepared;

    @Autowired
    private Looks looks;

    @Autowired
    private MemoryAnswers answers;

    @Autowired
    private RefusingGate gate;

    private Actor.Resident resident(ResidentId id) {
        return new Actor.Resident(id, life.actor.level(), life.actor.signedInAt(), life.actor.assertion());
    }

    /** Youssef, acting for whoever sits at these screens. */
    private Actor.Acting youssef() {
        return new Actor.Acting(
                new PersonId(new UUID(7, 7)),
                life.actor.id(),
                new Capacity.Mandated(new MandateId(new UUID(8, 8))),
                life.actor.level(),
                life.actor.signedInAt(),
                life.actor.assertion());
    }

    private Mandate onPage(String below, MandateScope... scopes) {
        var mandate = mandates.holds("Fatima el Amrani", scopes);
        go("namens/" + mandate.id() + below);
        return mandate;
    }

    @Test
    void theFirstPageOffersWhatTheMandateAllowsAndNothingElse() {
        var mandate = onPage("", MandateScope.MELDING, MandateScope.KLACHT, MandateScope.AFSPRAKEN);
        assertThat(screen())
                .contains("Hulp vragen", "Een klacht", "Afspraken")
                .doesNotContain("Hulp aanvragen", "Bezwaren", "op deze website");
        assertThat(mandate.live()).isTrue();
    }

    @Test
    void nothingOfTheirOwnIsOfferedToWhoActsForAnother() {
        onPage("", MandateScope.KLACHT);
        assertThat(screen()).contains("Voor wie handelt u?").doesNotContain("Klacht indienen", "Iemand machtigen");
    }

    @ParameterizedTest
    @CsvSource({
        "machtigingen, INVITE",
        "machtigingen/3/stoppen, INVITE",
        "besluiten/bezorging, CHOOSE_DELIVERY",
        "rechten/wissen, ERASE",
        "plan/eerder-starten, START_EARLY",
        "nood, REVIEW_EMERGENCY"
    })
    void whatOnlyTheResidentDoesIsRefusedByItsAddressAndAsked(String below, OwnAct act) {
        var mandate = onPage("", MandateScope.values());
        assertThat(textOf("own-acts")).contains("Dit doet alleen Fatima el Amrani zelf");
        go("namens/" + mandate.id() + "/" + below);
        assertThat(textOf("own-act-refused")).contains("Er is niets veranderd");
        assertThat(gate.asked).containsExactly(act.in(mandate.of()));
    }

    @Test
    void whatTheResidentHasNoPageForIsNotThere() {
        onPage("/machtigingenlijst", MandateScope.values());
        assertThat(screen()).contains("Deze pagina is er niet");
        assertThat(gate.asked).isEmpty();
    }

    @Test
    void whoMayNotArrangeAppointmentsReadsThat() {
        onPage("/afspraken", MandateScope.LEZEN_PLAN);
        assertThat(screen()).contains("U mag voor deze persoon geen afspraken regelen.");
    }

    @Test
    void aReportIsTheResidentsAndSaysWhoMadeIt() {
        var mandate = onPage("/melding", MandateScope.MELDING);
        press("melding-check");
        assertThat(screen()).contains("Vertel waar hulp bij nodig is");
        fill("melding-words", "Zij komt de trap niet meer op.");
        fill("melding-reachable", "Na zes uur op 06 12345678");
        press("melding-check");
        assertThat(screen()).contains("Na zes uur op 06 12345678");
        assertThat(intake.of(life.actor, mandate.of())).isEmpty();
        press("melding-send");

        assertThat(textOf("melding-receipt")).contains("namens Fatima el Amrani");
        assertThat(intake.of(life.actor, mandate.of()))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.through()).map(Author.Carer::name).contains("Youssef el Amrani"));
        assertThat(intake.of(life.actor, life.actor.id())).isEmpty();
        assertThat(textOf("melding")).contains("Zij komt de trap niet meer op.", "Youssef el Amrani");
    }

    @Test
    void whatFollowsOnAReportCanBeDoneThereToo() {
        var mandate = onPage("/melding", MandateScope.MELDING);
        fill("melding-words", "Zij komt de trap niet meer op.");
        press("melding-check");
        press("melding-send");
        fill("own-plan-text", "Een traplift, en op maandag hulp.");
        press("melding-own-plan");

        assertThat(textOf("act-done")).contains("Verstuurd namens Fatima el Amrani");
        assertThat(intake.of(life.actor, mandate.of()))
                .singleElement()
                .satisfies(one -> assertThat(one.ownPlan())
                        .hasValueSatisfying(plan -> assertThat(plan.text()).contains("traplift")));
    }

    @Test
    void anApplicationIsFiledAndSaysThatTheInquiryWasNotLookedInto() {
        var mandate = onPage("/aanvraag", MandateScope.AANVRAAG);
        fill("apply-what", "Een traplift");
        press("apply-check");
        press("apply-send");

        assertThat(textOf("apply-receipt")).contains("namens Fatima el Amrani");
        assertThat(decisions.of(life.actor, mandate.of()).aanvragen())
                .singleElement()
                .satisfies(one -> assertThat(one.basis()).isEqualTo(AanvraagEvent.Basis.NIET_INGEZIEN))
                .satisfies(
                        one -> assertThat(one.through()).map(Author.Carer::name).contains("Youssef el Amrani"));
        assertThat(decisions.of(life.actor, life.actor.id()).aanvragen()).isEmpty();
    }

    @Test
    void aComplaintIsFiledAboutWhomTheCarerNames() {
        var mandate = onPage("/klacht", MandateScope.KLACHT);
        press("complaint-check");
        assertThat(screen()).contains("Kies over wie de klacht gaat");
        fill("complaint-about", "municipality");
        fill("complaint-what", "Niemand belde terug.");
        press("complaint-check");
        press("complaint-send");

        assertThat(textOf("complaint-receipt")).contains("namens Fatima el Amrani");
        assertThat(complaints.of(life.actor, mandate.of()))
                .singleElement()
                .satisfies(one -> assertThat(one.through()).isPresent());
    }

    @Test
    void takingBackAnObjectionIsPreparedAndWaits() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.BEZWAAR);
        var fatima = resident(mandate.of());
        var filed = objects(fatima);
        go("namens/" + mandate.id() + "/bezwaar");
        press("act-prepare-withdrawal");

        assertThat(textOf("act-prepared")).contains("Fatima el Amrani moet dit bevestigen");
        assertThat(textOf("act-pending")).contains("Een bezwaar intrekken", "wacht op Fatima el Amrani");
        assertThat(objections.find(fatima, fatima.id(), filed).bezwaar().state().open())
                .isTrue();
    }

    private ProcedureId objects(Actor.Resident who) {
        var id = new ProcedureId(UUID.randomUUID());
        objections.file(
                who,
                Refusals.refused(procedures, who.id()),
                id,
                new StepId(UUID.randomUUID()),
                new Bezwaar.Filing("Ik kan de trap niet op.", false, "", "", false, false));
        return id;
    }

    @Test
    void anObjectionIsTakenBackWhenTheResidentConfirms() {
        var filed = objects(life.actor);
        prepared.prepareWithdrawal(youssef(), filed, new ProcedureId(UUID.randomUUID()), new StepId(UUID.randomUUID()));
        go("mijn");
        assertThat(screen()).contains("Iemand zette iets voor u klaar");
        go("mijn/machtigingen");
        assertThat(textOf("act-waiting")).contains("Youssef el Amrani", "maandag 19 oktober 2026");
        press("confirm-act");

        assertThat(textOf("act-confirmed")).contains("ingetrokken");
        assertThat(objections.find(life.actor, life.actor.id(), filed).bezwaar().state())
                .isEqualTo(Bezwaar.State.INGETROKKEN);
    }

    @Test
    void whoPreparedAnObjectionStandsInItAsHelper() {
        var besluit = Refusals.refused(procedures, life.actor.id());
        var waiting = prepared.prepare(
                youssef(),
                besluit,
                new ProcedureId(UUID.randomUUID()),
                new StepId(UUID.randomUUID()),
                new Bezwaar.Filing("Ik kan de trap niet op.", false, "", "", false, false));
        assertThat(prepared.confirm(life.actor, waiting.id()).bezwaar().filed().helper())
                .contains("Youssef el Amrani");
    }

    @Test
    void questionsToShareAreAnsweredAndWhatWasGivenIsPausedOrStopped() {
        answers.asked = true;
        answers.grants = true;
        onPage("/vragen", MandateScope.TOESTEMMING_BEHEREN);
        assertThat(textOf("answer-request")).contains("Bram Visser");
        press("answer-yes");
        assertThat(sees("answer-outcome")).isTrue();
        assertThat(answers.said).containsExactly("yes");

        press("given-pause");
        assertThat(textOf("given-paused")).contains("Alleen Fatima el Amrani kan de pauze weghalen");
        press("given-stop");
        assertThat(answers.said).containsExactly("yes", "pause");
        press("given-stop-confirm");
        assertThat(sees("given-stopped")).isTrue();
        assertThat(answers.said).containsExactly("yes", "pause", "stop");
    }

    @Test
    void anAnswerTakesARecentLogin() {
        answers.asked = true;
        life.recently = false;
        var mandate = onPage("/vragen", MandateScope.TOESTEMMING_BEHEREN);
        press("answer-no");
        assertThat(answers.said).isEmpty();
        assertThat(life.signInsAsked).containsExactly("/namens/" + mandate.id() + "/vragen");
    }

    @Test
    void nothingToAnswerIsSaid() {
        onPage("/vragen", MandateScope.TOESTEMMING_BEHEREN);
        assertThat(sees("answer-request")).isFalse();
        assertThat(screen()).contains("Er zijn nu geen vragen");
    }

    @Test
    void anotherCodeIsFilledInFromTheFirstPage() {
        onPage("", MandateScope.LEZEN_PLAN);
        assertThat(screen()).contains("Hebt u nog een code gekregen?");
    }

    @Test
    void aCodeThatNeverWasAndOneThatWasUsedAreToldInTheSameWords() {
        for (var language : List.of("nl", "en")) {
            assertThat(List.of("code_unknown", "code_used", "code_expired"))
                    .extracting(reason -> Words.say(Locale.of(language), "mandate.refused." + reason))
                    .containsOnly(Words.say(Locale.of(language), "mandate.refused.code_unknown"));
        }
    }

    @Test
    void appointmentsAreOfWhatTheMandateLetsACarerReadOnly() {
        var mandate = mandates.holds("Fatima el Amrani", MandateScope.AFSPRAKEN);
        var id = new ProcedureId(UUID.randomUUID());
        intake.report(
                resident(mandate.of()),
                mandate.of(),
                id,
                new StepId(UUID.randomUUID()),
                new Happened.Reported("Hulp", false, Optional.empty(), Optional.empty()));
        go("namens/" + mandate.id() + "/afspraken");
        assertThat(sees("appointment")).isFalse();
        assertThat(screen()).contains("alleen afspraken bij wat u van Fatima el Amrani mag lezen");
    }

    /** What stands on a page acts for whom that page was opened for, whatever was opened since. */
    @Test
    void twoTabsActForTwoPeopleAtOnce() {
        var fatima = onPage("/melding", MandateScope.MELDING);
        fill("melding-words", "Van Fatima");
        press("melding-check");
        var inTheFirstTab = handle("melding-send");
        var omar = mandates.holds("Omar Haddad", MandateScope.MELDING, MandateScope.KLACHT);
        go("namens/" + omar.id() + "/klacht");
        fill("complaint-about", "municipality");
        fill("complaint-what", "Van Omar");
        press("complaint-check");

        ComponentUtil.fireEvent(inTheFirstTab, new ClickEvent<>(inTheFirstTab));
        press("complaint-send");

        assertThat(textOf("complaint-receipt")).contains("namens Omar Haddad");
        assertThat(intake.of(life.actor, fatima.of()))
                .extracting(one -> one.melding().words())
                .containsExactly("Van Fatima");
        assertThat(complaints.of(life.actor, omar.of()))
                .extracting(one -> one.filed().what())
                .containsExactly("Van Omar");
        for (var nobody : List.of(omar.of(), life.actor.id())) {
            assertThat(intake.of(life.actor, nobody)).isEmpty();
        }
        for (var nobody : List.of(fatima.of(), life.actor.id())) {
            assertThat(complaints.of(life.actor, nobody)).isEmpty();
        }
    }

    @Test
    void whatIsTypedStaysWhenTheMandateStopsMeanwhile() {
        var mandate = onPage("/melding", MandateScope.MELDING);
        fill("melding-words", "Zij komt de trap niet meer op.");
        mandates.giveUp(life.actor, mandate.id(), MemoryMandates.NOTHING);
        looks.now();

        assertThat(handles("acting-over")).hasSize(1);
        assertThat(this.<String>value("melding-words")).isEqualTo("Zij komt de trap niet meer op.");
        assertThat(screen()).contains("Dit is niet verstuurd");
        assertThat(sees("melding-check")).isFalse();
    }

    @Test
    void whatIsSentAfterTheStopIsNotDoneAndStaysOnTheScreen() {
        var mandate = onPage("/klacht", MandateScope.KLACHT);
        fill("complaint-about", "municipality");
        fill("complaint-what", "Niemand belde terug.");
        press("complaint-check");
        mandates.giveUp(life.actor, mandate.id(), MemoryMandates.NOTHING);
        press("complaint-send");

        assertThat(handles("acting-over")).hasSize(1);
        assertThat(this.<String>value("complaint-what")).isEqualTo("Niemand belde terug.");
        assertThat(complaints.of(life.actor, mandate.of())).isEmpty();
    }
}
