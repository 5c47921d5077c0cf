package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody typed and did not save outlives whatever happens to the page. */
class TypedTextIT {

    private final Resident resident = Resident.at(Window.PHONE).signIn("P03");
    private final String text = "Dit mag niet weg. " + UUID.randomUUID();

    @AfterEach
    void leaves() {
        resident.close();
    }

    @Test
    void aReloadAndAnotherLanguageLeaveTheTextWhereItIs() {
        typeWithoutLeavingTheField();
        resident.page.reload();
        assertThatItStandsInTheField();

        resident.speak("en");
        assertThatItStandsInTheField();
        resident.speak("nl");
        assertThatItStandsInTheField();
        Accessible.check(resident.page);
    }

    @Test
    void afterSigningOutItIsOfferedAndGoesWhenItIsSaved() {
        typeWithoutLeavingTheField();
        resident.click("sign-out");
        resident.page.waitForURL(url -> !Person.pathOf(url).startsWith("/mijn"));

        resident.signIn("P03");
        resident.type("/mijn/dossier/nieuw");
        resident.waitFor("draft-kept");
        Accessible.check(resident.page);
        resident.click("draft-continue");
        assertThatItStandsInTheField();

        resident.fill("entry-title", "Toch bewaard");
        resident.click("entry-save");
        resident.waitForText("entry", text);
        resident.type("/mijn/dossier/nieuw");
        resident.waitFor("entry-save");
        assertThat(resident.sees("draft-kept")).isFalse();
    }

    /** A phone that completes words says the last thing twice, and so does text of more lines. */
    @Test
    void whatStandsInTheFieldIsWhatIsSavedHoweverItWasTyped() {
        resident.type("/mijn/dossier/nieuw");
        resident.fill("entry-title", "In een keer " + text);
        resident.fill("entry-text", "Een regel.\nEn nog een: " + text);
        resident.handle("entry-text").first().dispatchEvent("input");
        resident.click("entry-save");

        resident.waitForText("entry-text", "En nog een: " + text);
    }

    /** As somebody whose battery is nearly empty: the last key is pressed, and no field was left. */
    private void typeWithoutLeavingTheField() {
        resident.type("/mijn/dossier/nieuw");
        resident.waitFor("entry-text");
        resident.handle("entry-text").first().pressSequentially(text);
        resident.waitForText("draft-status", "Tussendoor bewaard");
    }

    private void assertThatItStandsInTheField() {
        resident.waitFor("draft-resumed");
        assertThat(resident.handle("entry-text").first().inputValue()).isEqualTo(text);
    }
}
