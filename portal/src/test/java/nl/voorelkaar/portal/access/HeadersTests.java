package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries, from the real filter chains. */
class HeadersTests {

    private final House house = House.running();
    private final Browser browser = new Browser(house.residentFace());

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/uitgelogd", "/niveau-te-laag", "/privacy", "/bestaat-niet", "/werkplek", "/csp-report"})
    void everyAnswerIsGuarded(String path) {
        var answer = browser.get(path);

        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("*");
    }

    @Test
    void scriptsNeedTheNonceOfTheirOwnAnswer() {
        var first = header(browser.get("/"), "Content-Security-Policy");
        var second = header(browser.get("/"), "Content-Security-Policy");

        assertThat(first).contains("script-src 'nonce-", "'strict-dynamic'", "report-uri /csp-report");
        assertThat(first.split(";")[1])
                .startsWith(" script-src")
                .doesNotContain("unsafe-inline")
                .isNotEqualTo(second.split(";")[1]);
    }

    @Test
    void theVerifierOfProofsRunsItsOwnScriptAndReachesNothing() {
        var page = browser.get("/bewijs/controle.html");
        var program = browser.get("/bewijs/Verify.java");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'sha256-", "style-src 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "connect-src", " + ");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(page, "Set-Cookie")).isEmpty();
        assertThat(header(page, "Cache-Control")).contains("public").doesNotContain("no-store");
        assertThat(header(program, "Content-Disposition")).isEqualTo("attachment; filename=\"Verify.java\"");
        assertThat(program.body()).contains("final class Verify {");
    }

    @Test
    void withoutTlsNoBrowserIsToldToKeepToTls() {
        assertThat(browser.get("/").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereAndWhatBelongsToTheOtherFaceLookTheSame() {
        var absent = browser.get("/bestaat-niet");
        var other = browser.get("/werkplek");

        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).isEqualTo(absent.body());
        assertThat(new Browser(house.workspaceFace()).get("/mijn").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyHealthIsToldAndNothingOfItsParts() {
        assertThat(browser.getJson("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(404);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(" + ", answer.headers().allValues(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mijn//dossier", "/mijn;a=b"})
    void aRequestThatIsNotUnderstoodIsGuardedToo(String path) {
        assertGuarded(RawRequest.send(house.residentFace(), "GET", path, "localhost"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/%", "/%zz", "/a%2Fb", "/%5C", "/mijn/../../x", "/a|b", "/%c0%af"})
    void aRequestThatTheContainerRefusesIsGuardedAndSaysNothingOfTheContainer(String path) {
        var answer = RawRequest.send(house.residentFace(), "GET", path, "localhost");
        assertGuarded(answer, 400);
        assertThat(answer).doesNotContainIgnoringCase("tomcat", "<html", "<!doctype");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "TRACK", "PROPFIND", "trace"})
    void methodsThatNoPageUsesAreRefusedAndEchoNothing(String method) {
        var answer = RawRequest.send(house.residentFace(), method, "/", "localhost");
        assertThat(answer)
                .containsPattern("^HTTP/1.1 (400|403|404|405|501) ")
                .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Content-Security-Policy: ");
        assertThat(answer).doesNotContainIgnoringCase("tomcat", "<html", "accept: text/html");
    }

    @Test
    void aRequestWithoutAHostIsGuardedToo() {
        assertGuarded(RawRequest.send(house.residentFace(), "GET", "/", ""), 400);
        assertGuarded(RawRequest.send(house.residentFace(), "GET", "/", "local host"), 400);
    }

    @Test
    void whoComesTooOftenGetsAGuardedAnswer() {
        assertGuarded(RawRequest.untilBraked("127.0.0.3", house.residentFace(), "/oauth2/authorization/digid"), 429);
    }

    private static void assertGuarded(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains(
                        "X-Frame-Options: DENY",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: same-origin",
                        "Cross-Origin-Opener-Policy: same-origin",
                        "Cross-Origin-Resource-Policy: same-origin",
                        "Permissions-Policy: camera=()",
                        "Content-Security-Policy: default-src 'none'")
                .containsPattern("Cache-Control: .*no-store");
    }
}
