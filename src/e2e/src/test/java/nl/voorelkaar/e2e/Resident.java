package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
        goTo("/mijn/dossier");
        click("entry-add");
        choose("entry-section", section);
        fill("entry-title", title);
        fill("entry-text", text);
        click("entry-save");
        waitForText("entry", title);
    }

    /** The code to hand to a professional. */
    String shareCode() {
        goTo("/mijn/toegang");
        return text("share-code").strip();
    }

    /** Opens the request that waits. */
    void review() {
        goTo("/mijn/toegang");
        waitFor("access-request");
        click("access-request-review");
    }

    /** On the review page: these sections and no other of those that were asked. */
    void narrowTo(String... sections) {
        var wanted = java.util.List.of(sections);
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

    /** All of the above for the request that waits. */
    void share(String... sections) {
        review();
        narrowTo(sections);
        confirm();
    }

    void stopSharing() {
        goTo("/mijn/toegang");
        var live = handle("grant").count();
        click("grant-stop");
        click("grant-stop-confirm");
        if (live == 1) {
            waitUntilGone("grant-stop");
        }
    }
}
