package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Sessions end by the product's clock, whatever a page does by itself. */
class SessionLimitsTests {

    private static final String DIGID = "/oauth2/authorization/digid";

    private final House house = House.running();

    @Test
    void endsAfterFifteenMinutesWithoutActivity() {
        var browser = signedIn();
        house.advance(Duration.ofMinutes(14).plusSeconds(50));
        assertThat(insideOf(browser)).isTrue();
        house.advance(Duration.ofMinutes(15));
        assertThat(insideOf(browser)).isFalse();
    }

    @Test
    void aHeartbeatIsNoActivity() {
        var browser = signedIn();
        house.advance(Duration.ofMinutes(8));
        browser.post("/?v-r=heartbeat&v-uiId=0", "text/plain", "");
        house.advance(Duration.ofMinutes(8));
        assertThat(insideOf(browser)).isFalse();
    }

    @Test
    void endsAfterEightHoursHoweverBusy() {
        var browser = signedIn();
        for (var minutes = 0; minutes < 470; minutes += 10) {
            house.advance(Duration.ofMinutes(10));
            assertThat(insideOf(browser)).as("after %d minutes", minutes + 10).isTrue();
        }
        house.advance(Duration.ofMinutes(10));
        assertThat(insideOf(browser)).isFalse();
    }

    @Test
    void aClockThatIsCorrectedEndsNothing() {
        var browser = signedIn();
        house.advance(Duration.ofSeconds(-50));
        assertThat(insideOf(browser)).isTrue();
    }

    /** Nothing opens on a sign-in of the future, so the person is told instead of standing before closed doors. */
    @Test
    void aClockThatIsSetBackAsksToSignInAgain() {
        var browser = signedIn();
        var session = OpenSession.of(house.sessionOf(browser)).orElseThrow();
        house.advance(Duration.ofMinutes(-30));

        assertThat(session.ending(house.clock().instant())).contains(OpenSession.Ending.CLOCK);
        assertThat(insideOf(browser)).isFalse();
        assertThat(new Browser(house.residentFace())
                        .get(OpenSession.Ending.CLOCK.page())
                        .statusCode())
                .isEqualTo(200);
        assertThat(insideOf(signedIn())).isTrue();
    }

    /** Its socket closes with the HTTP session; what it must hear before goes through that socket. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/mark.svg", "/?v-r=uidl&v-uiId=0", "/?v-r=heartbeat&v-uiId=0", "/?v-r=push&v-uiId=0"})
    void whatAnOpenPageSendsByItselfIsNotServedAndDoesNotCloseItBeforeItIsTold(String address) {
        var browser = signedIn();
        var session = house.sessionOf(browser);
        browser.getJson("/?v-r=init&location=mijn&query=");
        house.advance(Duration.ofMinutes(-30));
        try {
            var answer =
                    address.contains("v-r") ? browser.post(address, "application/json", "") : browser.getJson(address);

            if (address.contains("uidl")) {
                assertThat(answer.body()).contains("\"url\":\"" + OpenSession.Ending.CLOCK.page() + "\"");
            }
            assertThatCode(session::getCreationTime).doesNotThrowAnyException();
            assertThat(answer.body()).doesNotContain("\"changes\":[");
            assertThat(insideOf(browser)).isFalse();
        } finally {
            house.advance(Duration.ofMinutes(30));
        }
    }

    /** After a restart of its node a page is still open, and somebody clicks. */
    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"/mijn/plan, true", "/werkplek, true", "/namens, true", "/termijnen, false", "/mijnheer, false"})
    void aPageThatOutlivesItsSessionSaysSoInsteadOfSigningInWithoutAWord(String page, boolean says) {
        var call = HttpRequest.newBuilder(URI.create(house.residentFace() + "/?v-r=uidl&v-uiId=0"))
                .header("Referer", house.residentFace() + page)
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        var answer = new Browser(house.residentFace()).send(call);

        assertThat(answer.body().contains("\"url\":\"" + OpenSession.Ending.GONE.page() + "\""))
                .isEqualTo(says);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** Only its socket heard that its session is over, and a socket cannot say why. */
    @Test
    void aPageThatFindsItsSessionGoneIsToldWhyAsLongAsThatIsKnown() {
        var browser = signedIn();
        var page = browser.get("/mijn").body();
        house.advance(Duration.ofMinutes(-30));
        try {
            assertThat(page).contains("\"sessExpMsg\"", "\"url\":\"" + SignedOut.GONE + "\"");
            assertThat(browser.get(SignedOut.GONE).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith(OpenSession.Ending.CLOCK.page()));
            assertThat(browser.get(SignedOut.GONE).statusCode()).isEqualTo(200);
        } finally {
            house.advance(Duration.ofMinutes(30));
        }
    }

    @ParameterizedTest(name = "{0} {1} ({2}) counts: {3}")
    @CsvSource({
        "POST, v-r=uidl&v-uiId=1,      */*,       true",
        "POST, v-r=heartbeat&v-uiId=1, */*,       false",
        "POST, v-r=push&v-uiId=1,      */*,       false",
        "GET,  v-r=push&v-uiId=1,      text/html, false",
        "GET,  ,                       text/html, true",
        "GET,  ,                       text/css,  false",
        "POST, ,                       */*,       true"
    })
    void onlyWhatAPersonDoesIsActivity(String method, String query, String accept, boolean counts) {
        var request = new MockHttpServletRequest(method, "/");
        request.setQueryString(query);
        request.addHeader("Accept", accept);

        assertThat(SessionLimits.byPerson(request)).isEqualTo(counts);
    }

    private Browser signedIn() {
        var browser = new Browser(house.residentFace());
        browser.signIn(DIGID, "P01", "substantieel");
        assertThat(insideOf(browser)).isTrue();
        return browser;
    }

    private static boolean insideOf(Browser browser) {
        HttpResponse<String> answer = browser.get("/mijn");
        return answer.statusCode() == 200;
    }
}
