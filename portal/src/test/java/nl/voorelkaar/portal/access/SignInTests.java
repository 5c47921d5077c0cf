package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import nl.voorelkaar.consent.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Signing in through the real filter chains and a real provider. */
class SignInTests {

    private static final String DIGID = "/oauth2/authorization/digid";
    private static final String STAFF = "/oauth2/authorization/medewerker";

    private final House house = House.running();

    @Test
    void asksForSufficientLevelsWithPkceStateAndNonce() {
        var start = new Browser(house.residentFace()).get(DIGID);

        assertThat(Browser.location(start).getQuery())
                .contains("code_challenge_method=S256", "state=", "nonce=", "Smartcard", "SmartcardPKI")
                .doesNotContain("prompt=");
    }

    @Test
    void aResidentComesBackSignedInWithANewSessionId() {
        var browser = new Browser(house.residentFace());
        browser.get(DIGID);
        var before = browser.cookie("VE_INWONER").orElseThrow().getValue();

        var answer = browser.signIn(DIGID, "P01", "substantieel");

        assertThat(Browser.location(answer).getPath()).isEqualTo("/mijn");
        assertThat(browser.cookie("VE_INWONER").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(house.resident.getBean(OpenSessions.class).now())
                .anySatisfy(
                        session -> assertThat(session.person().displayName()).isEqualTo("Fatima el Amrani"));
    }

    @Test
    void keepsNoBsnAndNoUserInfoInTheSession() {
        var browser = new Browser(house.residentFace());
        browser.signIn(DIGID, "P07", "hoog");

        var person = house.resident.getBean(OpenSessions.class).now().stream()
                .map(OpenSession::person)
                .filter(somebody -> somebody.displayName().equals("Marieke Bakker"))
                .findFirst()
                .orElseThrow();

        assertThat(person.getUserInfo()).isNull();
        assertThat(person.getAttributes()).doesNotContainKeys("bsn", "email", "birthdate", "name");
        assertThat(person.getName())
                .isEqualTo(((Actor.Resident) person.actor()).id().toString());
        assertThat(person.toString() + person.getAttributes() + person.getAuthorities())
                .doesNotContain("999940077");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "basis,        /niveau-te-laag",
        "midden,       /niveau-te-laag",
        "substantieel, /mijn",
        "hoog,         /mijn"
    })
    void opensOnlyAtTheLevelThatCameBack(String level, String page) {
        var browser = new Browser(house.residentFace());

        assertThat(Browser.location(browser.signIn(DIGID, "P02", level)).getPath())
                .isEqualTo(page);
    }

    @Test
    void aProfessionalComesInWithTheRoleOfTheStaffLogin() {
        var browser = new Browser(house.workspaceFace());

        assertThat(Browser.location(browser.signIn(STAFF, "P11", "substantieel"))
                        .getPath())
                .isEqualTo("/werkplek");
        assertThat(browser.cookie("VE_WERKPLEK")).isPresent();
        assertThat(house.workspace.getBean(OpenSessions.class).now())
                .anySatisfy(session -> assertThat(session.person().actor())
                        .isInstanceOfSatisfying(
                                Actor.Professional.class,
                                professional -> assertThat(
                                                professional.organisation().value())
                                        .isNotBlank()));
    }

    @Test
    void anInterruptedSignInLeadsToAPageThatSaysSo() {
        var browser = new Browser(house.residentFace());

        var answer = browser.get("/login/oauth2/code/digid?error=access_denied&state=made-up");

        assertThat(Browser.location(answer).getPath()).isEqualTo("/aanmelden-mislukt");
    }

    @Test
    void aStepUpAsksForAFreshProofAndComesBackToTheLocalPath() {
        var browser = new Browser(house.residentFace());
        browser.signIn(DIGID, "P01", "substantieel");
        var again = DIGID + "?opnieuw=1&terug=/mijn/toegang";

        assertThat(Browser.location(browser.get(again)).getQuery()).contains("prompt=login", "max_age=0");
        assertThat(Browser.location(browser.signIn(again, "P01", "substantieel"))
                        .getPath())
                .isEqualTo("/mijn/toegang");
    }

    @Test
    void neverReturnsToAnotherSite() {
        var browser = new Browser(house.residentFace());

        var answer = browser.signIn(DIGID + "?terug=//elders.example/mijn", "P01", "substantieel");

        assertThat(Browser.location(answer)).hasToString(house.residentFace() + "/mijn");
    }

    @Test
    void answersOnlyToItsOwnName() {
        assertThat(RawRequest.send(house.residentFace(), "GET", "/mijn", "evil.example"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("evil.example");
        assertThat(RawRequest.send(house.residentFace(), "GET", "/actuator/health/readiness", "10.0.0.7:8080"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void theWayToSignInNamesNoHost() {
        assertThat(RawRequest.send(house.residentFace(), "GET", "/mijn", "localhost:9"))
                .containsIgnoringCase("\r\nLocation: " + DIGID + "\r\n");
    }

    @Test
    void comesBackToThePageThatWasWantedAndOnlyAtItsOwnAddress() throws Exception {
        var wanted = new MockHttpServletRequest("GET", "/mijn/dossier");
        wanted.setServerName("evil.example");
        wanted.setQueryString("deel=3");
        new HttpSessionRequestCache().saveRequest(wanted, new MockHttpServletResponse());
        var back = new MockHttpServletRequest("GET", "/login/oauth2/code/digid");
        back.setSession(wanted.getSession());
        var answer = new MockHttpServletResponse();

        new SignInOutcome.Done(house.resident.getBean(HouseSettings.class))
                .onAuthenticationSuccess(back, answer, new TestingAuthenticationToken("somebody", ""));

        assertThat(answer.getRedirectedUrl()).startsWith(house.residentFace() + "/mijn/dossier?deel=3");
    }

    @Test
    void anEncodedAddressIsBrakedLikeAnyOther() {
        assertThat(RawRequest.untilBraked("127.0.0.2", house.residentFace(), "/%6fauth2/authorization/digid"))
                .startsWith("HTTP/1.1 429");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/authorization/nope", STAFF})
    void anotherWayToSignInDoesNotExist(String path) {
        assertThat(new Browser(house.residentFace()).get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mijn", "/uitloggen", DIGID, "/bestaat-niet", "/?v-r=uidl&v-uiId=0", "/?v-r=init"})
    void aForeignFormStartsNoSession(String path) {
        var browser = new Browser(house.residentFace());

        var answer = browser.post(path, "application/x-www-form-urlencoded", "");

        assertThat(answer.statusCode()).isNotEqualTo(302);
        assertThat(browser.cookies()).isEmpty();
    }

    /** Sent by a page that was there before somebody signed in, with the cookie of that time; it arrives after. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/favicon.ico",
                "/manifest.webmanifest",
                "/mijn",
                DIGID,
                "/VAADIN/build/nope.js",
                "/VAADIN/dynamic/resource/0/x/y.png",
                "/VAADIN/push?v-uiId=0&v-pushId=x&X-Atmosphere-Transport=close",
                "/?v-r=uidl&v-uiId=0"
            })
    void theLastWordOfAnEarlierPageStartsNoSession(String path) {
        var answer = RawRequest.late(house.residentFace(), path);

        assertThat(answer).doesNotContain("Set-Cookie").doesNotStartWith("HTTP/1.1 5");
    }

    @Test
    void whatIsNotThereStartsNoSession() {
        var browser = new Browser(house.residentFace());

        assertThat(browser.get("/bestaat-niet").statusCode()).isEqualTo(404);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void whoComesForAnotherIsSignedInAsThemselvesAndBeginsWithForWhom() {
        var browser = new Browser(house.residentFace());

        var last = browser.signIn("/oauth2/authorization/digid", "P10&namens=P09", "substantieel");

        assertThat(Browser.location(last).toString()).endsWith("/namens?aangemeld");
        assertThat(house.resident.getBean(OpenSessions.class).now())
                .anyMatch(session -> session.person().displayName().equals("Els van Rijn")
                        && session.person().represents().isPresent())
                .noneMatch(session -> session.person().displayName().equals("Kees Hofman"));
    }
}
