package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that people do wrong or twice: one clear sentence, and nothing lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Product.LONG)
class BadInputIT {

    private static final int MEGABYTE = 1024 * 1024;

    private Resident resident;
    private Professional professional;

    @BeforeAll
    void twoPeopleAreSignedIn() {
        resident = Resident.at(Window.DESKTOP).signIn("P10");
        professional = Professional.at(Window.DESKTOP).signIn("P12");
    }

    @AfterAll
    void theyLeave() {
        resident.close();
        professional.close();
    }

    @Test
    void aWrongCodeIsRefusedAndCanBeCorrected() {
        professional.find("AAAA-AAAA");

        assertThat(professional.toldWhatIsWrong()).isNotBlank();
        assertThat(professional.handle("find-code").first().inputValue()).isEqualTo("AAAA-AAAA");
        Accessible.check(professional.page);
    }

    @Test
    void aFileOf26MegabytesIsRefusedAndWhatWasTypedStays() {
        var text = "De brief is groot. " + UUID.randomUUID();
        resident.beginFile("wonen", "Een grote brief", text, "brief.pdf", new byte[26 * MEGABYTE]);
        resident.click("document-save");

        assertThat(resident.toldWhatIsWrong()).contains("25");
        assertThat(resident.handle("entry-text").first().inputValue()).isEqualTo(text);
        assertThat(resident.post(
                        resident.handle("document-file").first().getAttribute("data-target"),
                        new byte[26 * MEGABYTE],
                        "brief.pdf"))
                .as("past the browser's own check")
                .isNotEqualTo(200);
        assertThat(resident.readEverything()).noneMatch(entry -> entry.contains("brief.pdf"));
    }

    @Test
    void aProgramThatIsCalledPdfIsRefusedAndWhatWasTypedStays() {
        var program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        var text = "Kijk hier eens naar. " + UUID.randomUUID();
        resident.beginFile("wonen", "Een vreemde brief", text, "brief-van-de-gemeente.pdf", program);
        resident.click("document-save");

        assertThat(resident.toldWhatIsWrong()).isNotBlank();
        assertThat(resident.handle("entry-text").first().inputValue()).isEqualTo(text);
        Accessible.check(resident.page);
        assertThat(resident.readEverything()).noneMatch(entry -> entry.contains("brief-van-de-gemeente.pdf"));
    }

    @Test
    void changingOneEntryInTwoTabsShowsBothTextsAndLosesNeither() {
        var title = "Wat ik wil " + UUID.randomUUID();
        resident.write("netwerk", title, "Eerst dit.");
        resident.open(title);
        var first = resident.page;
        var second = resident.openAnotherTab(Person.pathOf(first.url()));
        second.getByTestId("entry-text").first().waitFor();
        resident.fill("entry-text", "Toen dat.");
        resident.click("entry-save");
        resident.waitForText("entry", "Toen dat.");

        resident.sitDownAt(second);
        second.locator("textarea").fill("En ook zo.");
        resident.click("entry-save");
        resident.waitForText("entry-other", "Toen dat.");

        assertThat(second.locator("textarea").inputValue()).isEqualTo("En ook zo.");
        healthy(second);
        resident.sitDownAt(first);
        second.close();
    }

    @Test
    void anEntryWithoutTitleIsNotSavedAndTheTextStays() {
        var text = "Ik weet nog geen titel. " + UUID.randomUUID();
        resident.beginEntry("werk", "   ", text);
        resident.click("entry-save");

        assertThat(resident.toldWhatIsWrong()).isNotBlank();
        assertThat(resident.handle("entry-text").first().inputValue()).isEqualTo(text);
        Accessible.check(resident.page);
    }

    @Test
    void aTextOf10000CharactersIsKeptWholeAndOneMoreIsRefusedWithoutLosingIt() {
        var title = "Een lang verhaal " + UUID.randomUUID();
        var text = "a".repeat(9_990) + " tot hier.";
        assertThat(text).hasSize(10_000);
        resident.beginEntry("verhaal", title, text + "!");
        resident.click("entry-save");
        assertThat(resident.toldWhatIsWrong()).containsPattern("10.000");
        assertThat(resident.handle("entry-text").first().inputValue()).isEqualTo(text + "!");

        resident.fill("entry-text", text);
        resident.click("entry-save");
        resident.waitForText("entry", title);
        assertThat(resident.readEverything())
                .anySatisfy(entry -> assertThat(entry).contains(title, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moeë zeeën \uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 \u05E9\u05DC\u05D5\u05DD",
                "<script>document.title='x'</script> & <b>vet</b>"
            })
    void everyScriptAndSignIsKeptAsWritten(String words) {
        var title = words + " " + UUID.randomUUID();
        resident.write("verhaal", title, words);

        assertThat(resident.readEverything())
                .anySatisfy(entry -> assertThat(entry).contains(title));
        assertThat(resident.page.title()).isNotEqualTo("x");
    }

    @Test
    void aDoubleClickOnConfirmGivesOneGrant() {
        professional.ask(resident.shareCode(), "werk");
        var before = resident.liveGrantsOf(professional);
        resident.review(professional);
        resident.narrowTo("werk");
        resident.click("grant-check");
        resident.handle("grant-confirm").first().dblclick();
        resident.waitFor("grant-receipt");

        assertThat(resident.liveGrantsOf(professional)).isEqualTo(before + 1);
        resident.stopSharingWith(professional);
    }

    @Test
    void confirmingInTwoTabsGivesOneGrantAndBackGivesNoSecond() {
        professional.ask(resident.shareCode(), "gezin");
        var before = resident.liveGrantsOf(professional);
        resident.review(professional);
        resident.narrowTo("gezin");
        var first = resident.page;
        first.waitForURL("**/mijn/toegang/verzoek/**");
        var second = resident.openAnotherTab(Person.pathOf(first.url()));
        second.getByTestId("grant-check").waitFor();
        resident.confirm();

        resident.sitDownAt(second);
        resident.narrowTo("gezin");
        resident.click("grant-check");
        var answered = second.locator("a[href*='/mijn/toegang/bewijs/']").or(second.locator(Person.TROUBLE));
        resident.seen(resident.handle("grant-confirm").or(answered).first());
        if (resident.sees("grant-confirm")) {
            resident.click("grant-confirm");
        }
        resident.seen(resident.handle("grant-receipt").or(answered).first());
        healthy(second);
        assertThat(resident.liveGrantsOf(professional)).isEqualTo(before + 1);

        resident.sitDownAt(first);
        first.goBack();
        resident.waitUntilGone("grant-receipt");
        resident.waitFor("sign-out");
        healthy(first);
        assertThat(resident.liveGrantsOf(professional)).isEqualTo(before + 1);
        resident.stopSharingWith(professional);
        second.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basis", "midden", "geen"})
    void signingInTooLowOpensNothingAndOffersAWayUp(String level) {
        try (var somebody = Resident.at(Window.PHONE)) {
            somebody.signInAs("P10", level);
            somebody.waitFor("sign-in");

            assertThat(somebody.page.locator("h1").innerText()).isNotBlank();
            healthy(somebody.page);
            somebody.type("/mijn/dossier");
            somebody.page.waitForURL(url -> !Person.pathOf(url).equals("/mijn/dossier"));
            assertThat(somebody.sees("entry-add")).isFalse();
        }
    }

    @Test
    void aStrangerToTheProviderGetsOneSentenceThere() {
        try (var somebody = Resident.at(Window.PHONE)) {
            somebody.type("/");
            somebody.click("sign-in");
            somebody.page.waitForSelector("form");
            var answer = somebody.page
                    .context()
                    .request()
                    .post(
                            somebody.page.url(),
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("persona", "P99")
                                            .set("loa", "substantieel")));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("role=\"alert\"").contains("P99");
        }
    }

    private static void healthy(Page page) {
        assertThat(page.locator("body").innerText())
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("at nl.voorelkaar")
                .doesNotContain("Whitelabel");
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }
}
