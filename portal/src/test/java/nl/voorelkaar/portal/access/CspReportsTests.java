package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

/** Anybody can send a report, so nothing of it is believed and little of it is written down. */
@ExtendWith(OutputCaptureExtension.class)
class CspReportsTests {

    private final CspReports reports = new CspReports(new RateLimits());

    @Test
    void bothKindsOfReportsSayDirectiveAndOriginOnly() {
        assertThat(CspReports.lines(bytes("""
                {"csp-report": {"document-uri": "http://localhost/mijn/dossier/bericht/17",
                 "violated-directive": "img-src", "blocked-uri": "https://elders.example:8443/foto?bsn=999940004"}}"""))).containsExactly("img-src blocked https://elders.example:8443");
        assertThat(CspReports.lines(bytes("""
                [{"type": "csp-violation", "body": {"effectiveDirective": "script-src-elem",
                  "blockedURL": "https://anna:geheim@elders.example/x.js", "sample": "geheim"}},
                 {"type": "csp-violation", "body": {"effectiveDirective": "style-src", "blockedURL": "inline"}}]""")))
                .containsExactly("script-src-elem blocked https://elders.example", "style-src blocked inline");
    }

    @ParameterizedTest
    @CsvSource({
        "eval, eval",
        "data, data",
        "data:text/html;base64;AAAA, something",
        "chrome-extension, something",
        "'', something",
        "http://[, something",
        "https://el ders.example, something"
    })
    void whatWasBlockedIsAWordAnOriginOrSomething(String blocked, String told) {
        assertThat(CspReports.lines(bytes(
                        "{\"csp-report\":{\"violated-directive\":\"img-src\",\"blocked-uri\":\"" + blocked + "\"}}")))
                .containsExactly("img-src blocked " + told);
    }

    @Test
    void aDirectiveCannotForgeALineOfTheLog() {
        assertThat(CspReports.lines(bytes("{\"csp-report\":{\"violated-directive\":\"img-src\\nINFO Fatima signed in "
                        + "x".repeat(100) + "\",\"blocked-uri\":7}}")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .doesNotContain("\n", "INFO", "Fatima ")
                        .startsWith("img-src")
                        .hasSizeLessThan(70));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "[]", "{}", "[7, null, {}]", "{\"csp-report\": 7}", "{\"body\": []}"})
    void whatIsNoReportSaysNothing(String body) {
        assertThat(CspReports.lines(bytes(body))).isEmpty();
    }

    @Test
    void whatIsNoJsonIsCountedAsThat() {
        assertThat(CspReports.lines(bytes("{geheim"))).containsExactly("a report that is no JSON");
        assertThat(CspReports.lines(new byte[] {(byte) 0xc3, (byte) 0x28, 0}))
                .containsExactly("a report that is no JSON");
    }

    @Test
    void oneReportFillsNoLog() {
        var one = "{\"body\":{\"effectiveDirective\":\"img-src\",\"blockedURL\":\"inline\"}}";

        assertThat(CspReports.lines(bytes("[" + (one + ",").repeat(30) + one + "]")))
                .hasSize(10);
    }

    @Test
    void whatIsTooLargeIsNotRead(CapturedOutput log) throws IOException {
        assertThat(reports.report(request("[" + " ".repeat(16 * 1024) + "]")).getStatusCode())
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        assertThat(log).doesNotContain("Content security policy");
    }

    @Test
    void whoReportsTooOftenIsNotHeard() throws IOException {
        for (int turn = 0; turn < 30; turn++) {
            assertThat(reports.report(request("[]")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        }
        assertThat(reports.report(request("[]")).getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    private static MockHttpServletRequest request(String body) {
        var request = new MockHttpServletRequest("POST", CspReports.PATH);
        request.setContent(bytes(body));
        return request;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
