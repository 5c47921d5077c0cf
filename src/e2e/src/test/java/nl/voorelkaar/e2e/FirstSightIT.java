package nl.voorelkaar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page before its program is there, how it comes alive, and that links and the way back work as on any page. */
class FirstSightIT {

    /** Follows a link to this path; tells address and title at the moment that the page there is drawn. */
    private static final String AS_IT_IS_DRAWN = """
            path => new Promise(tell => {
              const left = document.querySelector('h1');
              const eye = new MutationObserver(() => {
                const come = document.querySelector('h1');
                if (come && come !== left) {
                  eye.disconnect();
                  tell([come.textContent, location.pathname, document.title]);
                }
              });
              eye.observe(document.body, { subtree: true, childList: true });
              document.querySelector(`a[href='${path}'], a[href='${path.slice(1)}']`).click();
            })""";

    private final Resident resident = Resident.at(Window.PHONE);

    @AfterEach
    void leaves() {
        resident.close();
    }

    @Test
    void aPageCanBeReadAndLinksFollowedWithoutAnyScript() {
        var page = Browser.pageWithoutScript(Window.PHONE);
        try (var visitor = page.context()) {
            page.navigate(resident.face + "/");
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("#eerste-gezicht > noscript")).isVisible();

            page.locator("a[href$='termijnen']").first().click();

            page.waitForURL("**/termijnen");
            assertThat(page.locator("h1")).isVisible();
        }
    }

    @Test
    void aLinkThatIsFollowedBeforeThePageIsLiveOpensItsPageOnce() {
        resident.signIn("P03");
        resident.typeOnASlowLine("/mijn");
        var asked = new ArrayList<String>();
        resident.page.onRequest(request -> asked.add(request.method() + " " + Person.pathOf(request.url())));

        resident.firstSight()
                .locator("a[href='/mijn/dossier'], a[href='mijn/dossier']")
                .first()
                .click();
        resident.page.waitForURL("**/mijn/dossier", new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
        resident.seen(resident.firstSight().locator("h1"));
        comesAlive();

        assertThat(asked.stream().filter("GET /mijn/dossier"::equals)).hasSize(1);
        assertThat(resident.page.title()).startsWith(resident.page.locator("h1").innerText());
        resident.page.goBack();
        resident.page.waitForURL("**/mijn");
        assertThat(resident.page.locator("h1")).containsText(resident.name());
    }

    @Test
    void aLinkAtTheFootOpensItsPageAtTheTop() {
        resident.signIn("P03").type("/mijn");
        comesAlive();
        resident.page.locator("footer a[href='/privacy']").click();
        resident.page.waitForURL("**/privacy");

        assertThat(resident.page.locator("h1")).isFocused();
        assertThat(resident.page.evaluate("scrollY")).isEqualTo(0);
    }

    @Test
    void whatCannotWorkYetWaitsWhereItStandsAndThenWorks() {
        resident.signIn("P03");
        resident.typeOnASlowLine("/mijn/dossier/nieuw");

        assertThat(resident.handle("entry-save").first()).isDisabled();
        assertThat(resident.handle("entry-title").first()).isDisabled();
        resident.firstSight().locator("a[href]").last().focus();
        comesAlive();

        var title = "Na het wachten " + UUID.randomUUID();
        assertThat(resident.page.locator("a[href]").last()).isFocused();
        resident.fill("entry-title", title);
        resident.fill("entry-text", "Niets kwijt.");
        resident.click("entry-save");
        resident.waitForText("entry", title);
    }

    @Test
    void whatWasDrawnFirstIsKeptNowhere() {
        var words = "Alleen zolang het er staat " + UUID.randomUUID();
        resident.signIn("P03").write("verhaal", words, "Dit is van mij.");
        resident.type("/mijn/dossier");
        resident.waitForText("entry", words);
        resident.waitUntilGone(resident.firstSight());

        resident.goTo("/mijn/rechten");
        resident.page.waitForURL("**/mijn/rechten");

        assertThat(resident.everythingSent()).doesNotContain(words);
    }

    @Test
    void whatSomebodyWroteIsTextInTheFirstDrawingToo() {
        var words = "</script><h1>" + UUID.randomUUID() + "</h1><!--";
        resident.signIn("P03").write("verhaal", words, words);

        resident.type("/mijn/dossier");

        resident.waitForText("entry", words);
        assertThat(resident.page.locator("h1").count()).isEqualTo(1);
        resident.waitUntilGone(resident.firstSight());
        resident.waitForText("entry", words);
        assertThat(resident.page.locator("h1").count()).isEqualTo(1);
    }

    @Test
    void addressAndTitleChangeWithThePageAndSoTheWayBack() {
        resident.signIn("P03");
        resident.type("/mijn");
        resident.waitUntilGone(resident.firstSight());
        var home = resident.page.title();

        @SuppressWarnings("unchecked")
        var drawn = (List<String>) resident.page.evaluate(AS_IT_IS_DRAWN, "/mijn/dossier");
        assertThat(drawn.get(1)).isEqualTo("/mijn/dossier");
        assertThat(drawn.get(2)).startsWith(drawn.getFirst()).isNotEqualTo(home);

        // A page to which the server goes by itself, after a button.
        resident.write("verhaal", "Heen en terug " + UUID.randomUUID(), "Een keer heen.");
        resident.page.waitForURL("**/mijn/dossier");
        resident.page.goBack();
        resident.page.waitForURL("**/mijn/dossier/nieuw");
        resident.waitFor("entry-save");
        resident.page.goBack();
        resident.page.waitForURL("**/mijn/dossier");
        resident.waitFor("entry-add");
        resident.page.goBack();
        resident.page.waitForURL("**/mijn");
        assertThat(resident.page.locator("h1")).containsText(resident.name());
        assertThat(resident.page).hasTitle(home);
        resident.page.goForward();
        resident.page.waitForURL("**/mijn/dossier");
        resident.waitFor("entry-add");
        assertThat(resident.page).hasTitle(drawn.get(2));
    }

    private void comesAlive() {
        resident.programComes();
        resident.waitUntilGone(resident.firstSight());
    }
}
