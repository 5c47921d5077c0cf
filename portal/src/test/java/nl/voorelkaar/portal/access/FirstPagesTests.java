package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages as they leave the server: with their words, their look and what they come alive from, in one answer. */
class FirstPagesTests {

    private static final String INITIAL = "window.Vaadin.TypeScript= ";

    private final House house = House.running();
    private final Browser browser = new Browser(house.residentFace());
    private final JsonMapper json = new JsonMapper();

    @Test
    void aPageForEverybodyCanBeReadWithoutAProgram() {
        var page = page("/");

        var heading = page.select("#eerste-gezicht h1").text();
        assertThat(heading).isNotBlank();
        assertThat(page.title()).startsWith(heading);
        assertThat(page.select("head style").html()).contains(".ve-page", "--ve-paper");
        assertThat(page.select("head link[rel=stylesheet]")).isEmpty();
    }

    /** In a page an address is looked up beside the page, and not beside the stylesheet that it came from. */
    @Test
    void everyPictureAndFontOfTheLookIsThereWhereverThePageStands() {
        var named = Pattern.compile("url\\((?!data:)([^)]+)\\)")
                .matcher(page("/").select("head style").html())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(named).isNotEmpty().allSatisfy(address -> {
            assertThat(address).startsWith("/assets/");
            assertThat(browser.get(address).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void aPageOfSomebodyIsTheirsAndIsKeptNowhere() {
        browser.signIn("/oauth2/authorization/digid", "P01", "substantieel");

        var answer = browser.get("/mijn");

        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(Jsoup.parse(answer.body()).select("#eerste-gezicht h1").text())
                .contains("Fatima el Amrani");
        assertThat(new Browser(house.residentFace()).get("/mijn").body()).doesNotContain("Fatima");
    }

    @Test
    void aViewIsMadeOnceAndNotAgainWhenItsPageComesAlive() {
        browser.signIn("/oauth2/authorization/digid", "P01", "substantieel");
        var begun = initial(page("/mijn")).path("appConfig");
        assertThat(begun.path("uidl").path("changes").size()).isGreaterThan(50);

        var alive = browser.post("/?v-r=uidl&v-uiId=" + begun.path("v-uiId").asInt(), "application/json", """
                        {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"mijn",\
                        "query":"","appShellTitle":"","historyState":null,"trigger":""}}],"syncId":%d,"clientId":0}""".formatted(
                                begun.path("uidl").path("Vaadin-Security-Key").asString(),
                                begun.path("uidl").path("syncId").asInt()))
                .body();

        assertThat(alive).contains("serverConnected").doesNotContain("addNodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefetch", "prefetch;prerender"})
    void noPageIsMadeBeforeSomebodyComesForIt(String purpose) {
        browser.signIn("/oauth2/authorization/digid", "P01", "substantieel");

        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(house.residentFace()).resolve("/mijn"))
                        .header("Accept", "text/html")
                        .header("Sec-Purpose", purpose));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theProgramComesCompressedAndIsKeptUntilThereIsAnother() {
        var program = page("/").select("head script[src*=client-]").attr("src");

        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(house.residentFace() + "/").resolve(program))
                        .header("Accept-Encoding", "gzip, br"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(answer.headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("max-age=31536000")
                .doesNotContain("no-store");
    }

    private Document page(String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private JsonNode initial(Document page) {
        var start = page.select("body script").stream()
                .map(script -> script.data())
                .filter(script -> script.contains(INITIAL))
                .findFirst()
                .orElseThrow();
        return json.readTree(start.substring(start.indexOf(INITIAL) + INITIAL.length(), start.length() - 1))
                .path("initial");
    }
}
