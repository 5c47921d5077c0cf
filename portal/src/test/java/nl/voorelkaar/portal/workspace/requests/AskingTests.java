package nl.voorelkaar.portal.workspace.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Period;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.portal.workspace.AtDesk;
import nl.voorelkaar.portal.workspace.Desk;
import org.junit.jupiter.api.Test;

class AskingTests extends AtDesk {

    private static final String PURPOSE = "Samen kijken welke hulp in huis past.";

    @Test
    void aCodeAPurposeAndAPartAreEnoughToAsk() {
        find("7KQ4-M2XP");
        tick("request-section-gezondheid");
        fill("request-purpose", PURPOSE);

        press("request-send");

        assertThat(path()).isEqualTo("werkplek/verzoeken");
        assertThat(sees("request-sent")).isTrue();
        assertThat(desk.asked).singleElement().satisfies(request -> {
            assertThat(request.resident()).isEqualTo(desk.fatima);
            assertThat(request.terms().sections()).containsExactly(Section.GEZONDHEID);
            assertThat(request.terms().rights()).containsExactly(Right.READ);
            assertThat(request.terms().until()).isEqualTo(Desk.TODAY.plusMonths(6));
            assertThat(request.terms().team()).isFalse();
            assertThat(request.purpose().text()).isEqualTo(PURPOSE);
            assertThat(request.whatIfNo().text()).startsWith("U krijgt gewoon hulp.");
        });
    }

    @Test
    void theReceiptIsShownOnce() {
        askFor(Section.GEZONDHEID);
        assertThat(sees("request-sent")).isTrue();

        navigate(RequestsView.class);

        assertThat(sees("request-sent")).isFalse();
    }

    @Test
    void noAddressHoldsTheIdOfAResident() {
        find("7KQ4-M2XP");

        assertThat(path())
                .startsWith("werkplek/vragen/")
                .doesNotContain(desk.fatima.value().toString());
    }

    @Test
    void aWrongCodeSaysSoInOneSentenceAndKeepsWhatWasTyped() {
        navigate(RequestsView.class);
        fill("find-code", "ZZZZ-ZZZZ");

        press("find-submit");

        assertThat(path()).isEqualTo("werkplek/verzoeken");
        assertThat(this.<String>value("find-code")).isEqualTo("ZZZZ-ZZZZ");
        assertThat(screen()).contains("Deze code klopt niet of is verlopen.");
    }

    @Test
    void tooManyTriesSaySoWhetherOrNotTheCodeIsRight() {
        desk.tooManyTries = true;

        find("7KQ4-M2XP");

        assertThat(path()).isEqualTo("werkplek/verzoeken");
        assertThat(screen()).contains("U probeerde te vaak een code.");
    }

    @Test
    void lookingUpByBsnNeedsAReasonForTheResident() {
        navigate(RequestsView.class);
        fill("find-bsn", "999940004");

        press("find-submit");

        assertThat(desk.lookedUp).isEmpty();
        assertThat(this.<String>value("find-bsn")).isEqualTo("999940004");
        assertThat(screen()).contains("Schrijf in 10 tot 500 tekens waarom u op BSN zoekt.");
    }

    @Test
    void aNumberThatIsNoBsnIsNotLookedUp() {
        findByBsn("123456789");

        assertThat(desk.lookedUp).isEmpty();
        assertThat(screen()).contains("Dit is geen geldig BSN.");
    }

    @Test
    void anUnknownBsnLooksLikeAKnownOne() {
        findByBsn("999940004");
        var known = screen();
        assertThat(path()).startsWith("werkplek/vragen/");

        findByBsn("999940028");

        assertThat(path()).startsWith("werkplek/vragen/");
        assertThat(screen()).isEqualTo(known);
        assertThat(desk.lookedUp).hasSize(2);
    }

    @Test
    void nobodyHasANameBeforeAYes() {
        find("7KQ4-M2XP");
        assertThat(screen()).doesNotContain("Fatima");

        askFor(Section.GEZONDHEID);

        assertThat(screen()).doesNotContain("Fatima");
    }

    @Test
    void onlyPartsThatNeedConsentCanBeTickedAndTheOthersAreNamed() {
        desk.caseOf(desk.fatima, "Wmo 2.3.2", Desk.TODAY.plusMonths(1), Section.MELDING);

        find("7KQ4-M2XP");

        assertThat(sees("request-section-gezondheid")).isTrue();
        assertThat(sees("request-section-melding")).isFalse();
        assertThat(screen()).contains("Dit mag u al zien van de wet");
    }

    @Test
    void askingNothingSaysWhatIsMissingAndSendsNothing() {
        find("7KQ4-M2XP");

        press("request-send");

        assertThat(desk.asked).isEmpty();
        assertThat(screen())
                .contains("Er kloppen 2 dingen nog niet")
                .contains("Kies ten minste 1 onderdeel.")
                .contains("waarvoor u dit nodig hebt");
    }

    @Test
    void aDayThatIsOverOrTooFarAwayIsNotSent() {
        find("7KQ4-M2XP");
        tick("request-section-gezondheid");
        fill("request-purpose", PURPOSE);
        fill("request-until", Desk.TODAY.minusDays(1).toString());
        press("request-send");
        assertThat(screen()).contains("Deze dag is al voorbij.");

        fill("request-until", Desk.TODAY.plusMonths(12).plusDays(1).toString());
        press("request-send");

        assertThat(screen()).contains("Dit is te lang.");
        assertThat(desk.asked).isEmpty();
        assertThat(this.<String>value("request-purpose")).isEqualTo(PURPOSE);
    }

    @Test
    void askingAgainTooSoonAsksWhyAndThenSends() {
        desk.askingIsRefused = Optional.of(ConsentRefused.Reason.REFUSED_RECENTLY);
        find("7KQ4-M2XP");
        tick("request-section-gezondheid");
        fill("request-purpose", PURPOSE);
        assertThat(sees("request-reason")).isFalse();
        press("request-send");
        assertThat(desk.asked).isEmpty();
        assertThat(this.<String>value("request-purpose")).isEqualTo(PURPOSE);

        fill("request-reason", "Uw dochter vroeg mij om nog eens te kijken.");
        press("request-send");

        assertThat(desk.asked).hasSize(1);
    }

    @Test
    void aRuleThatForbidsAskingIsSaidAndNothingIsLost() {
        desk.askingIsRefused = Optional.of(ConsentRefused.Reason.ASKED_ALREADY);

        askFor(Section.GEZONDHEID);

        assertThat(path()).startsWith("werkplek/vragen/");
        assertThat(screen()).contains("U hebt voor dit doel al een verzoek openstaan.");
        assertThat(this.<String>value("request-purpose")).isEqualTo(PURPOSE);
    }

    @Test
    void backToAFormThatWasSentFindsNoForm() {
        find("7KQ4-M2XP");
        var form = path();
        tick("request-section-gezondheid");
        fill("request-purpose", PURPOSE);
        press("request-send");

        UI.getCurrent().navigate(form);

        assertThat(screen()).contains("Dit formulier is er niet meer");
        assertThat(sees("request-send")).isFalse();
    }

    @Test
    void aGuessedFormFindsNoForm() {
        UI.getCurrent().navigate("werkplek/vragen/0123456789abcdef0123456789abcdef");

        assertThat(screen()).contains("Dit formulier is er niet meer");
    }

    @Test
    void onesOwnDossierIsRefusedKindlyAndWrittenDown() {
        find("AAAA-AAAA");

        assertThat(sees("own-dossier")).isTrue();
        assertThat(sees("request-send")).isFalse();
        assertThat(desk.attempts)
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.resident()).isEqualTo(desk.oneself));
    }

    @Test
    void aRoleThatNeverAsksSeesNoFormToFindSomebody() {
        desk.actor = Desk.professional(Role.FG);

        navigate(RequestsView.class);

        assertThat(sees("find-submit")).isFalse();
        assertThat(screen()).contains("Met uw functie vraagt u inwoners niet om toegang.");
    }

    @Test
    void theWordsOfTheResidentStandBesideTheForm() {
        find("7KQ4-M2XP");
        tick("request-section-geld");
        fill("request-purpose", PURPOSE);

        assertThat(desk.names).isNotEmpty();
        assertThat(screen())
                .contains("Bram Visser (casemanager, WIJ Voorbeeldstad)")
                .contains("Lezen: Geld.")
                .contains("‘" + PURPOSE + "’");
    }

    @Test
    void aRequestWithoutAnswerCanBeWithdrawnAfterOneQuestion() {
        var request = desk.request(desk.fatima, AccessRequest.State.AANGEVRAAGD, Period.ofDays(2), Section.GEZONDHEID);
        navigate(RequestsView.class);

        press("request-withdraw");
        assertThat(desk.withdrawn).isEmpty();
        press("request-withdraw-confirm");

        assertThat(desk.withdrawn).containsExactly(request.id());
        assertThat(screen()).contains("Door u ingetrokken");
    }

    @Test
    void twoRequestsWithoutANameAreToldApartByMomentPurposeAndHowTheResidentWasFound() {
        askFor(Section.GEZONDHEID);
        desk.request(desk.jan, AccessRequest.State.AANGEVRAAGD, Period.ofDays(1), Section.WONEN);

        navigate(RequestsView.class);

        assertThat(handles("request")).hasSize(2);
        assertThat(screen())
                .contains("Gevraagd op maandag 5 oktober 2026 om 9.00 uur")
                .contains(PURPOSE)
                .contains("Gevonden met de code die eindigt op M2XP")
                .contains("Gevraagd op zondag 4 oktober 2026 om 9.00 uur")
                .contains("Gevonden met het BSN")
                .doesNotContain("Fatima")
                .doesNotContain("Jan Postma")
                .doesNotContain("7KQ4");
    }

    @Test
    void aRequestThatWasGrantedCarriesTheName() {
        var request = desk.request(desk.fatima, AccessRequest.State.GEGEVEN, Period.ofDays(1), Section.GEZONDHEID);
        desk.granted(request);

        navigate(RequestsView.class);

        assertThat(screen()).contains("Fatima el Amrani").contains("Gevraagd op zondag 4 oktober 2026 om 9.00 uur");
    }

    @Test
    void aNoIsOnlyNotGiven() {
        desk.request(desk.fatima, AccessRequest.State.GEWEIGERD, Period.ofDays(3), Section.GEZONDHEID);

        navigate(RequestsView.class);

        assertThat(screen())
                .contains("Niet gegeven")
                .doesNotContain("geweigerd")
                .doesNotContain("Fatima");
    }

    @Test
    void askingAgainAfterANoStartsFromTheOldWordsAndAsksWhy() {
        desk.request(desk.fatima, AccessRequest.State.GEWEIGERD, Period.ofDays(3), Section.GEZONDHEID);
        navigate(RequestsView.class);

        press("request-again");

        assertThat(this.<String>value("request-purpose")).isEqualTo("Hulp in huis regelen die bij u past.");
        assertThat(sees("request-reason")).isTrue();
    }

    private void find(String code) {
        navigate(RequestsView.class);
        fill("find-code", code);
        press("find-submit");
    }

    private void findByBsn(String bsn) {
        navigate(RequestsView.class);
        fill("find-bsn", bsn);
        fill("find-reason", "De huisarts belde over deze inwoner.");
        press("find-submit");
    }

    private void askFor(Section section) {
        find("7KQ4-M2XP");
        tick("request-section-" + section.code());
        fill("request-purpose", PURPOSE);
        press("request-send");
    }

    private static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }
}
