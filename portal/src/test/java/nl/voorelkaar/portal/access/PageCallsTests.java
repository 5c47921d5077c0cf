package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an open page sends, and what others send in its name. */
@ExtendWith(OutputCaptureExtension.class)
class PageCallsTests {

    private static final String CALL = "/?v-r=uidl&v-uiId=0";
    private static final String JSON = "application/json";
    private static final String FOREIGN = "https://elders.example";

    private final House house = House.running();
    private final Browser browser = new Browser(house.residentFace());
    private String page = "";

    @BeforeEach
    void somebodyOpensAPage() {
        browser.signIn("/oauth2/authorization/digid", "P01", "substantieel");
        page = browser.getJson("/?v-r=init&location=mijn&query=").body();
    }

    @Test
    void whatAPageIsAnsweredIsKeptNowhere() {
        var answer = browser.post(CALL, JSON, call("[]"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("syncId").doesNotContain("appError");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(browser.post("/?v-r=heartbeat&v-uiId=0", "text/plain", "")
                        .headers()
                        .allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{geheim",
                "[]",
                "null",
                "5",
                "{}",
                "{\"csrfToken\":7,\"rpc\":\"geheim\"}",
                "{\"csrfToken\":\"KEY\",\"rpc\":\"geheim\",\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"KEY\",\"rpc\":[\"geheim\"],\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"KEY\",\"rpc\":[{\"type\":\"geheim\"}],\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"KEY\",\"rpc\":[],\"syncId\":\"geheim\",\"clientId\":\"geheim\"}",
                "{\"csrfToken\":\"geheim\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"
            })
    void aCallThatNoPageMakesGetsNoTraceAndIsNotWrittenDown(String body, CapturedOutput log) {
        var answer = browser.post(CALL, JSON, body.replace("KEY", key()));

        assertTellsNothing(answer, 200);
        assertThat(answer.body()).contains("appError").doesNotContain("Internal error", "administrator", "geheim");
        assertThat(log).doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v-r=uidl&v-uiId=geheim", "v-r=uidl&v-uiId=99999999999", "v-r=heartbeat&v-uiId=geheim"})
    void aScreenThatCannotExistIsNotLookedFor(String query, CapturedOutput log) {
        var answer = browser.post("/?" + query, JSON, call("[]"));

        assertTellsNothing(answer, 400);
        assertThat(log).doesNotContain("Exception", "geheim");
    }

    @Test
    void aScreenThatIsGoneIsToldSo() {
        assertTellsNothing(browser.post("/?v-r=heartbeat&v-uiId=99", JSON, ""), 404);
        assertThat(browser.post("/?v-r=uidl&v-uiId=99", JSON, call("[]")).body())
                .isEqualTo("{\"meta\":{\"sessionExpired\":true}}");
    }

    @Test
    void ourOwnPagesOpenASocket() {
        assertThat(handshake(house.residentFace())).startsWith("HTTP/1.1 101");
    }

    @ParameterizedTest
    @ValueSource(strings = {FOREIGN, "null", "", "http://localhost", "http://localhost:1"})
    void noOtherPageOpensASocket(String origin) {
        assertThat(handshake(origin)).startsWith("HTTP/1.1 404").contains("X-Content-Type-Options: nosniff");
    }

    @Test
    void theOtherFaceIsAnotherPageToo() {
        assertThat(handshake(house.workspaceFace())).startsWith("HTTP/1.1 404");
    }

    private String handshake(String origin) {
        return RawRequest.handshake(house.residentFace(), "/VAADIN/push?v-r=push&v-uiId=0", origin, browser);
    }

    private static void assertTellsNothing(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "com.vaadin", "tools.jackson", "nl.voorelkaar");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    private String call(String rpc) {
        return "{\"csrfToken\":\"%s\",\"rpc\":%s,\"syncId\":0,\"clientId\":0}".formatted(key(), rpc);
    }

    private String key() {
        return page.replaceAll("(?s).*\"Vaadin-Security-Key\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }
}
