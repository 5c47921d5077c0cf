package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        beginFile(section, title, "", fileName, content);
        click("document-save");
        waitForText("entry", title);
    }

    /** Everything but the last click. */
    void beginFile(String section, String title, String text, String fileName, byte[] content) {
        goTo("/mijn/dossier");
        click("document-add");
        choose("entry-section", section);
        fill("entry-title", title);
        fill("entry-text", text);
        handle("document-file").first().setInputFiles(onDisk(fileName, content));
    }

    private static Path onDisk(String fileName, byte[] content) {
        try {
            return Files.write(Files.createTempDirectory("journey").resolve(fileName), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the page of one's own entry with this title. */
    void open(String title) {
        goTo("/mijn/dossier");
        clickIn("entry", title, "entry-edit");
        waitFor("entry-save");
    }

    /** All entries, as the page for paper shows them: in full, and all on one page. */
    List<String> readEverything() {
        goTo("/mijn/dossier/afdruk");
        seen(page.locator("h1"));
        return handle("entry").allInnerTexts();
    }

    /** Where the file of the entry with this title comes from, and its pictures, as whole addresses. */
    @SuppressWarnings("unchecked")
    List<String> addressesOfFile(String title) {
        open(title);
        waitFor("document-download");
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('[data-testid=document-download], [data-testid=document-page]')]
                    .map(element => element.href ?? element.src)""");
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
        seen(handle("grant-confirm").or(handle("grant-check")).first());
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
        waitUntilGone(stops.nth(live - 1));
    }

    /** How many grants to this professional can be stopped. */
    int liveGrantsOf(Professional professional) {
        goTo("/mijn/toegang");
        waitFor("share-code");
        return items("grant", professional.name()).getByTestId("grant-stop").count();
    }

    /** Applies for help, up to the receipt. */
    void apply(String what) {
        goTo("/mijn/besluiten");
        click("apply");
        fill("apply-what", what);
        click("apply-check");
        click("apply-send");
        waitFor("apply-receipt");
    }
}
