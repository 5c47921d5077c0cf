package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** On a phone too, nobody says yes before having seen what becomes visible. */
class ReviewIT {

    @Test
    void onAPhoneThePreviewStandsAboveTheButtonThatGives() {
        try (var resident = Resident.at(Window.PHONE);
                var professional = Professional.at(Window.DESKTOP)) {
            resident.signIn("P09");
            professional.signIn("P12");
            resident.write("wonen", "Mijn huis", "De trap is steil.");
            professional.ask(resident.shareCode(), "wonen");
            resident.review(professional);
            resident.narrowTo("wonen");
            resident.waitForText("grant-preview", "De trap is steil.");
            assertThat(bottomOf(resident, "grant-preview")).isLessThan(topOf(resident, "grant-check"));
            resident.click("grant-check");
            resident.waitFor("grant-confirm");
            assertThat(bottomOf(resident, "grant-preview")).isLessThan(topOf(resident, "grant-confirm"));
        }
    }

    private static double topOf(Person person, String handle) {
        return person.handle(handle).first().boundingBox().y;
    }

    private static double bottomOf(Person person, String handle) {
        var box = person.handle(handle).first().boundingBox();
        return box.y + box.height;
    }
}
