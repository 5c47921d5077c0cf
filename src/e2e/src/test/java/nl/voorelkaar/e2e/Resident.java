package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** Somebody whose dossier it is. */
final class Resident extends Person {

    private Resident(Product product, Window window) {
        super(product, product.resident, window);
    }

    static Resident at(Window window) {
        return of(Product.running(), window);
    }

    static Resident of(Product product, Window window) {
        return new Resident(product, window);
    }

    Resident signIn(String persona) {
        signInAs(persona);
        return this;
    }

    /** Adds an entry, and waits until the dossier shows it. */
    void write(String section, String title, String text) {
        beginEntry(section, title, text);
        click("entry-save");
        waitForText("entry", title);
    }

    /** Everything but the last click. */
    void beginEntry(String section, String title, String text) {
        goTo("/mijn/dossier");
        click("entry-add");
        choose("entry-section", section);
        fill("entry-title", title);
        fill("entry-text", text);
    }

    void addFile(String section, String title, String fileName, byte[] content) {
        beginEntry(section, title, "");
        chooseFile(fileName, content);
        click("entry-save");
        waitForText("entry", title);
    }

    void chooseFile(String fileName, byte[] content) {
        handle("entry-file").first().setInputFiles(new FilePayload(fileName, "application/octet-stream", content));
    }

    /** All entries as the dossier shows them. */
    List<String> readEverything() {
        goTo("/mijn/dossier");
        waitFor("entry-add");
        return handle("entry").allInnerTexts();
    }

    /** Opens the entry with this title, which the dossier shows. */
    void open(String title) {
        handle("entry")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first()
                .click();
    }

    /** Where files and receipts come from, as whole addresses. */
    @SuppressWarnings("unchecked")
    List<String> downloadLinks() {
        return (List<String>) page.evaluate(
                "() => [...document.querySelectorAll('a[download], a[href*=VAADIN]')].map(link => link.href)");
    }

    /** The code to hand to a professional. */
    String shareCode() {
        goTo("/mijn/toegang");
        return text("share-code").strip();
    }

    /** Opens the request of this professional, which waits. */
    void review(Professional professional) {
        goTo("/mijn/toegang");
        clickIn("access-request", professional.name(), "access-request-review");
    }

    /** On the review page: these sections and no other of those that were asked. */
    void narrowTo(String... sections) {
        var wanted = List.of(sections);
        handle("grant-confirm").or(handle("grant-check")).first().waitFor();
        for (var box : page.locator("[data-testid^='grant-section-']").all()) {
            var section = box.getAttribute("data-testid").substring("grant-section-".length());
            if (wanted.contains(section)) {
                check("grant-section-" + section);
            } else {
                uncheck("grant-section-" + section);
            }
        }
        assertThat(wanted)
                .allSatisfy(
                        section -> assertThat(sees("grant-section-" + section)).isTrue());
    }

    /** From the review page by the check page to the receipt. */
    void confirm() {
        click("grant-check");
        click("grant-confirm");
        waitFor("grant-receipt");
    }

    /** All of the above. */
    void share(Professional professional, String... sections) {
        review(professional);
        narrowTo(sections);
        confirm();
    }

    void stopSharingWith(Professional professional) {
        goTo("/mijn/toegang");
        waitForText("grant", professional.name());
        var stops = items("grant", professional.name()).getByTestId("grant-stop");
        var live = stops.count();
        clickIn("grant", professional.name(), "grant-stop");
        click("grant-stop-confirm");
        stops.nth(live - 1).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** How many grants to this professional can be stopped. */
    int liveGrantsOf(Professional professional) {
        goTo("/mijn/toegang");
        waitFor("share-code");
        return items("grant", professional.name()).getByTestId("grant-stop").count();
    }
}
