package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnsweringTests extends AtHome {

    @BeforeEach
    void wrote() {
        life.wrote(Section.GEZONDHEID, "Hoe het met mij gaat", "Ik slaap slecht.");
        life.wrote(Section.GELD, "Mijn schulden", "Dit gaat niemand iets aan.");
        go("mijn/toegang/verzoek/" + life.request.id());
    }

    @Test
    void nothingIsTickedBeforehandAndNothingIsShown() {
        assertThat(this.<Boolean>value("grant-section-gezondheid")).isFalse();
        assertThat(this.<Boolean>value("grant-add")).isFalse();
        assertThat(textOf("grant-preview")).contains("Bram Visser ziet nu niets");
        assertThat(handles("grant-section-wonen")).isEmpty();
    }

    @Test
    void thePreviewFollowsTheChoices() {
        fill("grant-section-gezondheid", true);
        assertThat(textOf("grant-preview")).contains("Ik slaap slecht.").doesNotContain("Dit gaat niemand iets aan.");
        fill("grant-section-gezondheid", false);
        assertThat(textOf("grant-preview")).doesNotContain("Ik slaap slecht.");
    }

    @Test
    void withoutAChoiceThereIsOneClearSentenceAndNoGrant() {
        press("grant-check");
        assertThat(textOf("errors")).contains("Er klopt 1 ding nog niet").contains("Kies ten minste één onderdeel");
        assertThat(life.given).isEmpty();
    }

    @Test
    void aDayLaterThanAskedIsNotTaken() {
        fill("grant-section-gezondheid", true);
        fill("grant-until", "2027-01-06");
        press("grant-check");
        assertThat(textOf("errors")).contains("Kies dinsdag 5 januari 2027 of een eerdere dag");
        assertThat(handles("grant-confirm")).isEmpty();
    }

    @Test
    void whatIsConfirmedIsWhatWasShown() {
        fill("grant-section-gezondheid", true);
        fill("grant-until", "2026-12-01");
        press("grant-check");
        var declared = textOf("grant-declaration");
        assertThat(declared)
                .contains("Bram Visser, casemanager bij WIJ Voorbeeldstad, mag dit van mij zien: Gezondheid.");
        assertThat(life.given).isEmpty();
        press("grant-confirm");
        assertThat(life.given).hasSize(1);
        var terms = life.given.getFirst().terms();
        assertThat(terms.sections()).isEqualTo(Set.of(Section.GEZONDHEID));
        assertThat(terms.rights()).isEqualTo(Set.of(Right.READ));
        assertThat(terms.until()).isEqualTo("2026-12-01");
        assertThat(declared.replaceAll("\\s+", " ").strip()).isEqualTo(life.shown.replaceAll("\\s+", " "));
        assertThat(textOf("grant-receipt")).contains("Gezondheid").contains("abc123");
    }

    @Test
    void goingBackAfterTheConfirmationSaysThatItWasGiven() {
        fill("grant-section-gezondheid", true);
        press("grant-check");
        press("grant-confirm");
        go("mijn/toegang/verzoek/" + life.request.id());
        assertThat(screen()).contains("U hebt hier al ja op gezegd");
        assertThat(handles("grant-confirm")).isEmpty();
        assertThat(life.given).hasSize(1);
    }

    @Test
    void anOldLoginAsksToSignInAgainAndKeepsTheChoices() {
        life.recently = false;
        fill("grant-section-geld", true);
        press("grant-check");
        press("grant-confirm");
        assertThat(life.given).isEmpty();
        assertThat(life.signInsAsked).containsExactly("/mijn/toegang/verzoek/" + life.request.id());
        life.recently = true;
        go("mijn/toegang/verzoek/" + life.request.id());
        assertThat(textOf("grant-declaration")).contains("Geld");
        press("grant-confirm");
        assertThat(life.given).hasSize(1);
    }

    @Test
    void everythingThatWasAskedIsOneClick() {
        press("grant-all");
        assertThat(textOf("grant-preview")).contains("Ik slaap slecht.").contains("Dit gaat niemand iets aan.");
    }

    @Test
    void sayingNoAsksOnceMoreAndThenSaysNo() {
        press("grant-refuse");
        assertThat(life.request.state()).isEqualTo(AccessRequest.State.AANGEVRAAGD);
        press("grant-refuse-confirm");
        assertThat(life.request.state()).isEqualTo(AccessRequest.State.GEWEIGERD);
        assertThat(screen()).contains("U hebt nee gezegd");
    }

    @Test
    void stoppingTakesTwoClicksFromHome() {
        life.given.add(life.grant(life.asked, Grant.State.ACTIEF));
        go("mijn");
        var stop = handle("grant-stop").getElement().getAttribute("href");
        go(stop.substring(1));
        press("grant-stop-confirm");
        assertThat(life.given.getFirst().state()).isEqualTo(Grant.State.INGETROKKEN);
        assertThat(textOf("grant-stopped")).contains("Sinds maandag 5 oktober 2026 om 9.00 uur");
        go("mijn/toegang");
        assertThat(handles("grant")).isEmpty();
    }

    @Test
    void whatBecomesVisibleStandsBeforeTheButtonThatLeadsOn() {
        fill("grant-section-gezondheid", true);
        fill("grant-until", "2026-12-01");
        assertThat(screen().indexOf("Ik slaap slecht.")).isPositive().isLessThan(screen().indexOf("Naar de controle"));
        press("grant-check");
        assertThat(screen().indexOf("Ik slaap slecht."))
                .isPositive()
                .isLessThan(screen().indexOf("Ja, Bram Visser mag dit zien"));
    }

    @Test
    void thatNobodyHasToSayYesIsNoGoodNews() {
        assertThat(handles("request-free").getFirst().getElement().getAttribute("data-tone"))
                .isEqualTo("info");
    }
}
