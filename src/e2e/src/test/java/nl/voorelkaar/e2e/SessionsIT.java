package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * When a session or a grant ends, the screens that it opened close by themselves. In an environment whose clock moves.
 */
@ResourceLock(Product.OF_ITS_OWN)
@Order(Product.EARLY)
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
    void signingOutAtTheProviderClosesOpenScreensOfBothFacesAndSaysWhy() {
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("P02");
                var professional = Professional.of(product, Window.DESKTOP).signIn("P12")) {
            resident.goTo("/mijn/dossier");
            resident.waitFor("entry-add");
            professional.waitFor("find-code");

            product.signEverybodyOutAtTheProviders();

            for (var person : List.of(resident, professional)) {
                ended(person, "elders");
                person.type(person == resident ? "/mijn/dossier" : "/werkplek");
                assertThat(person.page.url()).startsWith(product.local);
            }
        }
    }

    @Test
    void signingOutAtTheProviderClosesOpenScreensAlsoWhenTheClockWasSetBack() {
        product.advanceClock("-PT3H");
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("P02")) {
            resident.waitFor("sign-out");
            product.signEverybodyOutAtTheProviders();

            ended(resident, "elders");
        } finally {
            product.advanceClock("PT3H");
        }
    }

    @Test
    void aPageWhoseSessionEndsBeforeItIsLiveSaysSo() {
        try (var resident = Resident.of(product, Window.PHONE).signIn("P02")) {
            resident.typeOnASlowLine("/mijn/dossier");
            product.signEverybodyOutAtTheProviders();
            resident.programComes();

            ended(resident, "elders");
        }
    }

    @Test
    void aPageOfWhichOnlyTheSocketHearsThatItsSessionEndedSaysSo() {
        try (var resident = Resident.of(product, Window.PHONE).signIn("P02")) {
            resident.page.route("**/?v-r=uidl*", act -> {});
            resident.typeOnASlowLine("/mijn/dossier");
            product.signEverybodyOutAtTheProviders();
            resident.programComes();

            ended(resident, "elders");
        }
    }

    @Test
    void aQuietQuarterEndsTheSessionAfterAWarningThatExtendsIt() {
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("P07")) {
            resident.goTo("/mijn/dossier");
            resident.waitFor("entry-add");
            var other = resident.openAnotherTab("/mijn");
            other.getByTestId("sign-out").waitFor();

            product.advanceClock("PT10M");
            assertThat(heartbeat(resident)).isEqualTo(200);
            product.advanceClock("PT3M30S");
            resident.waitFor("session-warning", AT_ONCE);
            other.getByTestId("session-warning").waitFor();
            resident.click("session-stay");
            resident.waitUntilGone("session-warning");
            gone(other, "session-warning");

            product.advanceClock("PT10M");
            assertThat(heartbeat(resident)).isEqualTo(200);
            assertThat(resident.sees("session-warning")).isFalse();
            product.advanceClock("PT3M30S");
            resident.waitFor("session-warning", AT_ONCE);
            assertThat(resident.sees("entry-add")).isTrue();
            product.advanceClock("PT2M");

            ended(resident, "stil");
            gone(other, "sign-out");
        }
    }

    @Test
    void eightHoursEndASessionHoweverBusyItIs() {
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("P08")) {
            resident.goTo("/mijn/dossier");
            resident.waitFor("entry-add");
            for (int minutes = 0; minutes < 7 * 60 + 48; minutes += 12) {
                product.advanceClock("PT12M");
                resident.opensInTheBackground("/mijn");
            }
            assertThat(resident.sees("session-warning")).isFalse();

            product.advanceClock("PT10M30S");
            resident.waitFor("session-warning", AT_ONCE);
            resident.click("session-stay");
            product.advanceClock("PT2M");

            ended(resident, "lang");
        }
    }

    @Test
    void aPausedAndAnExpiredGrantCloseTheOpenScreenWithAKindWord() {
        var text = "Wat ik deel en weer niet deel " + UUID.randomUUID();
        product.setClock(product.today() + "T23:50:00" + product.offset());
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("P14");
                var professional = Professional.of(product, Window.DESKTOP).signIn("P12")) {
            resident.write("geld", "Mijn huishoudboekje", text);
            professional.find(resident.shareCode());
            professional.request(Professional.PURPOSE, professional.today(), "geld");
            resident.share(professional, "geld");
            professional.openDossierOf(resident);
            professional.waitForText("entry-text", text);

            resident.goTo("/mijn/toegang");
            resident.clickIn("grant", professional.name(), "grant-pause");
            closed(professional, text);

            resident.clickIn("grant", professional.name(), "grant-resume");
            resident.waitFor("grant-pause");
            professional.openDossierOf(resident);
            professional.waitForText("entry-text", text);

            product.setClock(professional.today().plusDays(1) + "T00:00:01" + product.offset());
            closed(professional, text);
        }
    }

    @Test
    void aClockThatIsSetBackLosesNothing() {
        var title = "Geschreven voor de klok terugging " + UUID.randomUUID();
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("P04")) {
            resident.write("verhaal", title, "Dit blijft.");

            product.advanceClock("-PT3H");
            ended(resident, "klok");

            resident.signIn("P04");
            assertThat(resident.readEverything()).anyMatch(entry -> entry.contains(title));
            resident.write("verhaal", title + " en daarna", "Dit ook.");
        } finally {
            product.advanceClock("PT3H");
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

    /** What a page sends by itself, every two minutes. */
    private static int heartbeat(Person person) {
        return (int) person.page.evaluate("""
                async () => {
                  const app = Object.values(window.Vaadin.Flow.clients).find(client => client.getUIId);
                  const answer = await fetch(`/?v-r=heartbeat&v-uiId=${app?.getUIId() ?? 0}`, {method: 'POST'});
                  return answer.status;
                }""");
    }

    private static void ended(Person person, String why) {
        person.waitFor("sign-in", AT_ONCE);
        assertThat(person.page.url()).endsWith("/uitgelogd?reden=" + why);
    }

    private static void closed(Professional professional, String text) {
        professional.waitFor("access-closed", Professional.CLOSES_WITHIN);
        assertThat(professional.text("access-closed")).isNotBlank();
        assertThat(professional.everythingSent()).doesNotContain(text);
    }

    private static void gone(Page page, String handle) {
        page.getByTestId(handle)
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN)
                        .setTimeout(AT_ONCE.toMillis()));
    }
}
