package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The main job in one journey: a professional asks, the resident sees what would become visible, grants, the professional
 * reads, the resident sees that, stops it, and from then on it cannot be opened.
 */
class MainJobIT {

    @ParameterizedTest
    @EnumSource(Window.class)
    void aProfessionalReadsWhatTheResidentSharedUntilTheResidentStops(Window window) {
        var secret = "Ik slaap slecht sinds de zomer " + UUID.randomUUID();
        var hidden = "Dit gaat niemand iets aan " + UUID.randomUUID();
        var persona = window == Window.DESKTOP ? "P02" : "P07";
        try (var resident = Person.atResidentFace(window).signIn(persona);
                var professional = Person.atWorkspace(window).signIn("P12")) {
            write(resident, "gezondheid", "Hoe het met mij gaat", secret);
            write(resident, "geld", "Mijn schulden", hidden);
            resident.goTo("/mijn/toegang");
            var code = resident.text("share-code").strip();

            ask(professional, code, "gezondheid", "geld");

            resident.goTo("/mijn/toegang");
            resident.waitFor("access-request");
            resident.click("access-request-review");
            resident.check("grant-section-gezondheid");
            resident.waitFor("grant-preview");
            resident.handle("grant-preview").getByText(secret).waitFor();
            assertThat(resident.text("grant-preview")).contains(secret).doesNotContain(hidden);
            resident.picture("preview-" + window.name().toLowerCase(Locale.ROOT));
            resident.click("grant-check");
            resident.click("grant-confirm");
            resident.waitFor("grant-receipt");
            resident.picture("receipt-" + window.name().toLowerCase(Locale.ROOT));

            professional.goTo("/werkplek/dossiers");
            professional.click("dossier-row");
            professional.handle("entry-text").getByText(secret).waitFor();
            assertThat(professional.page.content()).doesNotContain(hidden);
            assertThat(professional.handle("access-ground").first().isVisible()).isTrue();
            professional.picture("open-dossier-" + window.name().toLowerCase(Locale.ROOT));

            resident.goTo("/mijn/logboek");
            resident.waitFor("log-line");
            assertThat(resident.handle("log-line").allInnerTexts())
                    .anySatisfy(line -> assertThat(line).contains("Bram Visser"));
            resident.picture("log-" + window.name().toLowerCase(Locale.ROOT));

            resident.goTo("/mijn/toegang");
            resident.click("grant-stop");
            resident.click("grant-stop-confirm");
            resident.handle("grant").first().waitFor(hiddenState());

            professional.waitFor("access-closed");
            assertThat(professional.page.content()).doesNotContain(secret);
            professional.goTo("/werkplek/dossiers");
            professional.page.waitForLoadState();
            assertThat(professional.page.content()).doesNotContain(secret);
        }
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hiddenState() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    private static void write(Person resident, String section, String title, String text) {
        resident.goTo("/mijn/dossier");
        resident.click("entry-add");
        resident.handle("entry-section").first().selectOption(section);
        resident.fill("entry-title", title);
        resident.fill("entry-text", text);
        resident.click("entry-save");
        resident.handle("entry").getByText(title).first().waitFor();
    }

    private static void ask(Person professional, String code, String... sections) {
        professional.goTo("/werkplek");
        professional.fill("find-code", code);
        professional.click("find-submit");
        for (var section : sections) {
            professional.check("request-section-" + section);
        }
        professional.fill("request-purpose", "Samen bespreken welke hulp in huis past bij uw gezondheid.");
        professional.fill(
                "request-until",
                LocalDate.parse(Product.running().now().substring(0, 10))
                        .plusMonths(3)
                        .toString());
        professional.click("request-send");
        professional.page.waitForURL("**/werkplek/verzoeken**");
    }
}
