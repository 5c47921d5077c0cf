package nl.voorelkaar.e2e;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;

/** Somebody whose work it is. */
final class Professional extends Person {

    static final String PURPOSE = "Samen bespreken welke hulp in huis past bij uw gezondheid.";

    /** Within this time an open screen loses what may no longer be seen. */
    static final Duration CLOSES_WITHIN = Duration.ofSeconds(60);

    private Professional(Product product, Window window) {
        super(product, product.workspace, window);
    }

    static Professional at(Window window) {
        return of(Product.running(), window);
    }

    static Professional of(Product product, Window window) {
        return new Professional(product, window);
    }

    Professional signIn(String persona) {
        signInAs(persona);
        return this;
    }

    /** Finds the resident by the code, and asks to read these sections for three months. */
    void ask(String code, String... sections) {
        find(code);
        request(PURPOSE, today().plusMonths(3), sections);
    }

    void find(String code) {
        goTo("/werkplek");
        fill("find-code", code);
        click("find-submit");
    }

    void request(String purpose, LocalDate until, String... sections) {
        for (var section : sections) {
            check("request-section-" + section);
        }
        fill("request-purpose", purpose);
        fill("request-until", until.toString());
        click("request-send");
        arrivedAt("/werkplek/verzoeken");
    }

    /** Asks emergency access and opens it; ends on the opened dossier. */
    void breakTheGlass(String bsn) {
        goTo("/werkplek/nood");
        fill("emergency-bsn", bsn);
        choose("emergency-reason", "LEVENSGEVAAR");
        check("emergency-section-contact");
        fill("emergency-text", "De inwoner is niet wakker te krijgen en er is niemand bij.");
        click("emergency-start");
        click("emergency-confirm");
        waitFor("emergency-dossier");
    }

    /** Opens the dossier of this resident from the list of those that are open now. */
    void openDossierOf(Resident resident) {
        goTo("/werkplek/dossiers");
        var row = items("dossier-row", resident.name()).first();
        click(row);
        waitFor("access-ground");
    }

    LocalDate today() {
        return product.today();
    }

    /** Gives the case of this kind that is due last, so the newest, to a colleague who signed in before. */
    void give(String kind, String colleague) {
        product.awaitExamples();
        goTo("/werkplek/toewijzen");
        var waiting = page.locator("[data-testid=waiting-case][data-kind=" + kind + "]");
        seen(waiting.first());
        var before = waiting.count();
        var choice = waiting.last().getByTestId("waiting-to");
        var option = choice.locator("option")
                .filter(new Locator.FilterOptions().setHasText(colleague))
                .first()
                .getAttribute("value");
        choice.selectOption(option);
        click(waiting.last().getByTestId("waiting-give"));
        waitUntilGone(waiting.nth(before - 1));
    }

    /** From the work list to a refusal that is made known by letter. */
    void refuseByLetter(Resident resident, String inShort, String reasons) {
        goTo("/werkplek/besluiten");
        clickIn("case", resident.name(), "case-open");
        click("complete");
        choose("draft-result", "AFGEWEZEN");
        fill("draft-short", inShort);
        fill("draft-reasons", reasons);
        click("draft-keep");
        waitFor("decision-establish");
        if (sees("decision-early-why")) {
            fill("decision-early-why", "De inwoner vroeg het zelf al aan.");
        }
        click("decision-establish");
        fill("letter-address", "J. Postma\nDorpsstraat 1\n1234 AB Voorbeeldstad");
        click("decision-announce");
        waitFor("delivery-ledger");
    }
}
