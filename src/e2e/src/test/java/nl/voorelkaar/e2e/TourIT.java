package nl.voorelkaar.e2e;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures of README: the main job as people see it. Written to README's folder with {@code -Dvoorelkaar.pictures}.
 */
class TourIT {

    @ParameterizedTest
    @CsvSource({"DESKTOP, P01, S3", "PHONE, P01, P04"})
    void aWalkThroughTheHouse(Window window, String persona, String worker) {
        try (var resident = Resident.at(window);
                var professional = Professional.at(window)) {
            resident.goTo("/");
            resident.waitFor("sign-in");
            picture(resident, "1-welcome");
            resident.signIn(persona);
            professional.signIn(worker);
            resident.goTo("/mijn");
            resident.waitFor("sign-out");
            picture(resident, "2-home");
            resident.goTo("/mijn/dossier");
            resident.waitFor("entry");
            picture(resident, "3-dossier");
            professional.ask(resident.shareCode(), "wonen", "netwerk");
            picture(professional, "4-asked");
            resident.review(professional);
            resident.narrowTo("wonen");
            resident.waitFor("grant-preview");
            picture(resident, "5-preview");
            resident.confirm();
            picture(resident, "6-receipt");
            professional.openDossierOf(resident);
            picture(professional, "7-opened");
            resident.goTo("/mijn/logboek");
            resident.waitFor("log-line");
            picture(resident, "8-log");
            resident.stopSharingWith(professional);
            professional.waitFor("access-closed", Professional.CLOSES_WITHIN);
            picture(professional, "9-closed");
        }
    }

    /** The chain, as somebody sees it who got a refusal by post. */
    @Test
    void aDecisionAndTheDayUntilWhichOneCanObject() {
        try (var jan = Resident.at(Window.DESKTOP)) {
            Product.running().awaitExamples();
            jan.signIn("P03").goTo("/mijn/besluiten");
            jan.click("decision-open");
            jan.waitFor("objection-until");
            picture(jan, "11-decision");
        }
    }

    private static void picture(Person person, String name) {
        Pictures.takeForTour(person.page, name + "-" + person.window.name().toLowerCase(Locale.ROOT));
    }
}
