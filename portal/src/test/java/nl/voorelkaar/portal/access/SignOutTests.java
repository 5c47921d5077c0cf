package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing out, here and from elsewhere. */
class SignOutTests {

    private static final String INIT = "/?v-r=init&location=mijn&query=";

    private final House house = House.running();

    @Test
    void nobodyIsSignedOutByALinkOrAForeignForm() {
        var browser = signedIn();

        assertThat(browser.get("/uitloggen").statusCode()).isEqualTo(404);
        assertThat(browser.post("/uitloggen", "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/mijn").statusCode()).isEqualTo(200);
    }

    @Test
    void aLogoutTokenThatTheProviderDidNotSignEndsNothing() {
        var browser = signedIn();

        var answer = browser.post(
                "/logout/connect/back-channel/digid",
                "application/x-www-form-urlencoded",
                "logout_token=eyJhbGciOiJub25lIn0.e30.");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(browser.get("/mijn").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherPersonStartsWithNothingOfTheFirst() {
        var browser = signedIn();
        var first = sessionOf("Fatima el Amrani");

        browser.signIn("/oauth2/authorization/digid", "P02", "substantieel");

        assertThat(house.resident.getBean(OpenSessions.class).now()).doesNotContain(first);
        assertThat(sessionOf("Youssef el Amrani").http()).isNotSameAs(first.http());
    }

    @Test
    void closingASessionEndsItForEveryRequest() {
        var browser = signedIn();
        var session = sessionOf("Fatima el Amrani");

        house.resident.getBean(Screens.class).close(session, OpenSession.Ending.ELSEWHERE);

        assertThat(browser.get("/mijn").statusCode()).isEqualTo(302);
        assertThat(house.resident.getBean(OpenSessions.class).now()).doesNotContain(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-3H", "PT960H", "PT-960H"})
    void signingOutAtTheProviderEndsTheSessionHoweverTheClockWasMoved(Duration moved) {
        house.advance(moved);
        try {
            var browser = signedIn();
            var session = sessionOf("Fatima el Amrani");

            var answer = new Browser(house.standIn.address()).post("/alles-uitloggen", "text/plain", "");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            assertThat(session.ending(house.clock().instant())).contains(OpenSession.Ending.ELSEWHERE);
            assertThat(browser.get("/mijn").statusCode()).isEqualTo(302);
        } finally {
            house.advance(moved.negated());
        }
    }

    /** As the button and three times Escape do it, also where the server itself answers that there is no page. */
    @ParameterizedTest
    @ValueSource(strings = {"/mijn", "/assets/bestaat-niet"})
    void whoMustBeGoneAtOnceIsSignedOutAndTheNextSignInAsksAgain(String page) {
        var browser = signedIn();
        var strip = Pattern.compile("<aside id=\"snel-weg\"[^>]*>")
                .matcher(browser.get(page).body());
        assertThat(strip.find()).isTrue();

        var answer = browser.post(
                attribute(strip.group(), "action"),
                "application/x-www-form-urlencoded",
                attribute(strip.group(), "field") + "="
                        + URLEncoder.encode(attribute(strip.group(), "token"), StandardCharsets.UTF_8) + "&weg=1");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(browser.get("/mijn").statusCode()).isEqualTo(302);
        assertThat(Browser.location(browser.get("/oauth2/authorization/digid")).getQuery())
                .contains("prompt=login");
    }

    @Test
    void whoIsNotSignedInCanLeaveAtOnceTooAndTheWorkspaceHasNoSuchButton() {
        assertThat(new Browser(house.residentFace()).get("/").body())
                .contains("id=\"snel-weg\"", "data-to=\"https://")
                .doesNotContain("data-token");
        assertThat(new Browser(house.workspaceFace()).get("/").body()).doesNotContain("id=\"snel-weg\"", "snel-weg.js");
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(tag);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    @Test
    void aPageThatLeavesOrFailsWhenItIsToldHindersNoOther() {
        var browser = signedIn();
        var session = sessionOf("Fatima el Amrani");
        browser.getJson(INIT);
        browser.getJson(INIT);
        var told = new ArrayList<UI>();

        house.resident.getBean(Screens.class).each(session, ui -> {
            told.add(ui);
            UI.setCurrent(ui);
            ui.getSession().removeUI(ui);
            UI.setCurrent(null);
            throw new IllegalStateException("a page that fails");
        });

        assertThat(told).hasSize(2);
    }

    private Browser signedIn() {
        house.resident
                .getBean(OpenSessions.class)
                .now()
                .forEach(session -> house.resident.getBean(Screens.class).close(session, OpenSession.Ending.ELSEWHERE));
        var browser = new Browser(house.residentFace());
        browser.signIn("/oauth2/authorization/digid", "P01", "substantieel");
        return browser;
    }

    private OpenSession sessionOf(String name) {
        return house.resident.getBean(OpenSessions.class).now().stream()
                .filter(session -> session.person().displayName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
