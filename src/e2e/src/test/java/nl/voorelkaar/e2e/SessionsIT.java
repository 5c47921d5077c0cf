package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a session or a grant ends, the screens that it opened close by themselves. In an environment whose clock moves. */
class SessionsIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(60);

    private final Product product = Product.ofItsOwn();

    @Test
    void signingOutInOneTabClosesTheOther() {
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("P01")) {
            var other = resident.openAnotherTab("/mijn/dossier");
            other.getByTestId("entry-add").waitFor();

            resident.goTo("/mijn");
            resident.click("sign-out");

            gone(other, "entry-add");
        }
    }

    @Test
    void sharingAsksToSignInAgainWhenThatWasLongAgoAndKeepsWhatWasChosen() {
        try (var resident = Resident.of(product, Window.DESKTOP);
                var professional = Professional.of(product, Window.DESKTOP)) {
            resident.signIn("P16");
            professional.signIn("P12");
            professional.ask(resident.shareCode(), "wonen", "werk");
            product.advanceClock("PT10M");
            resident.review(professional);
            resident.narrowTo("wonen");
            resident.click("grant-check");
            resident.waitFor("grant-confirm");
            product.advanceClock("PT10M");

            resident.click("grant-confirm");
            resident.chooseAtStandIn("P16", "substantieel");
            resident.waitFor("grant-confirm");
            resident.click("grant-confirm");

            resident.waitFor("grant-receipt");
        }
    }

    @Test
    void aCodeOfMoreThanAnHourAgoIsRefusedLikeOneThatNeverWas() {
        try (var resident = Resident.of(product, Window.DESKTOP);
                var professional = Professional.of(product, Window.DESKTOP)) {
            var code = resident.signIn("P10").shareCode();
            product.advanceClock("PT61M");
            professional.signIn("P13");
            professional.find(code);
            var expired = professional.toldWhatIsWrong();
            professional.find("AAAA-AAAA");

            assertThat(expired).isNotBlank().isEqualTo(professional.toldWhatIsWrong());
        }
    }

    private static void gone(Page page, String handle) {
        page.getByTestId(handle)
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN)
                        .setTimeout(AT_ONCE.toMillis()));
    }
}
