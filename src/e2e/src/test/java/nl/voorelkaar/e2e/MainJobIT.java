package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The main job in one journey: a professional asks, the resident sees what would become visible, grants, the
 * professional reads, the resident sees that, stops it, and from then on it cannot be opened.
 */
@Order(Product.LONG)
class MainJobIT {

    @ParameterizedTest
    @CsvSource({"DESKTOP, mouse, P02", "PHONE, mouse, P07", "DESKTOP, keyboard, P08", "PHONE, keyboard, P14"})
    void aProfessionalReadsWhatTheResidentSharedUntilTheResidentStops(Window window, String hands, String persona) {
        var secret = "Ik slaap slecht sinds de zomer " + UUID.randomUUID();
        var hidden = "Dit gaat niemand iets aan " + UUID.randomUUID();
        try (var resident = Resident.at(window);
                var professional = Professional.at(window)) {
            if (hands.equals("keyboard")) {
                resident.useKeyboardOnly();
                professional.useKeyboardOnly();
            }
            resident.signInFromTheStart(persona);
            professional.signInFromTheStart("P12");
            resident.write("gezondheid", "Hoe het met mij gaat", secret);
            resident.write("geld", "Mijn schulden", hidden);

            professional.ask(resident.shareCode(), "gezondheid", "geld");

            resident.review(professional);
            resident.narrowTo("gezondheid");
            resident.waitForText("grant-preview", secret);
            assertThat(resident.text("grant-preview")).contains(secret).doesNotContain(hidden);
            resident.picture("preview");
            resident.confirm();
            resident.picture("receipt");

            professional.openDossierOf(resident);
            professional.waitForText("entry-text", secret);
            assertThat(professional.everythingSent()).doesNotContain(hidden);
            assertThat(professional.sees("access-ground")).isTrue();
            professional.picture("open-dossier");

            resident.goTo("/mijn/logboek");
            resident.waitForText("log-line", professional.name());
            resident.picture("log");

            resident.stopSharingWith(professional);

            professional.waitFor("access-closed", Professional.CLOSES_WITHIN);
            assertThat(professional.everythingSent()).doesNotContain(secret);
            professional.page.reload();
            professional.page.waitForLoadState();
            assertThat(professional.everythingSent()).doesNotContain(secret);
            professional.goTo("/werkplek/dossiers");
            professional.waitFor("sign-out");
            assertThat(professional.everythingSent()).doesNotContain(secret);
        }
    }
}
