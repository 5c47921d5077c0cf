package nl.voorelkaar.portal.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calculator for machines, through the real filters of both faces. */
class TermsApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final House house = House.running();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void givesTheLastDayWithItsStepsAndArticles() {
        var answer = get("?regel=bezwaar&vanaf=2026-02-23");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        var json = JSON.readTree(answer.body());
        assertThat(json.path("laatsteDag").asString()).isEqualTo("2026-04-07");
        assertThat(json.path("laatsteMoment").asString()).isEqualTo("2026-04-08T00:00:00+02:00");
        assertThat(json.path("stappen").get(2).path("artikel").asString())
                .isEqualTo("Algemene termijnenwet artikel 3 lid 1");
        assertThat(json.path("stappen").get(2).path("tekst").asString())
                .isEqualTo("Maandag 6 april 2026 is tweede paasdag.");
        assertThat(json.path("stappen").get(3).path("datum").asString()).isEqualTo("2026-04-07");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    regel=bezwaar&vanaf=2026-03-02, 2026-04-13
                    regel=beslissing-op-bezwaar&vanaf=2026-04-13, 2026-05-26
                    regel=beslissing-op-bezwaar&vanaf=2026-04-13&verdaagd=true, 2026-07-06
                    regel=beslissing-op-bezwaar&vanaf=2026-04-13&commissie=true, 2026-07-06
                    regel=beslissing-op-bezwaar&vanaf=2026-04-13&commissie=true&verdaagd=true, 2026-08-17
                    regel=beslissing-op-bezwaar&vanaf=2026-04-13&opgeschortVan=2026-04-20&opgeschortTot=2026-05-04, 2026-06-08
                    regel=onderzoek&vanaf=2026-10-10, 2026-11-23
                    regel=persoonlijk-plan&vanaf=2027-04-28, 2027-05-10
                    regel=beschikking-wmo&vanaf=2026-12-11, 2026-12-28
                    regel=beschikking-wmo&vanaf=2026-11-02&opgeschortVan=2026-11-05&opgeschortTot=2026-11-12, 2026-11-23
                    regel=beschikking-8-weken&vanaf=2026-10-30, 2026-12-28
                    regel=klacht&vanaf=2026-06-01, 2026-07-13
                    regel=klacht&vanaf=2026-06-01&adviseur=true&verdaagd=true, 2026-09-07
                    regel=vernietigen&vanaf=2026-11-30, 2027-03-01
                    regel=inzage&vanaf=2027-01-31, 2027-03-01
                    regel=niet-in-behandeling&vanaf=2026-11-12, 2026-12-10
                    regel=post&vanaf=2026-03-30, 2026-04-07
                    regel=bedenktermijn&vanaf=2026-11-07, 2026-11-23
                    regel=bedenktermijn&vanaf=2026-11-06&dagen=3, 2026-11-09
                    regel=dwangsom&vanaf=2026-06-03, 2026-06-17
                    regel=termijn&vanaf=2026-12-24&dagen=3, 2026-12-29
                    """)
    void knowsTheWorkedExamples(String query, String lastDay) {
        assertThat(json("?" + query).path("laatsteDag").asString()).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void answersForEveryRule(Rule rule) {
        var json = json("?regel=" + rule.code() + "&vanaf=2026-10-05" + (rule.timed() ? "T09:00" : ""));
        assertThat(json.path("regel").asString()).isEqualTo(rule.code());
        assertThat(json.path("stappen").size()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 23", "14, 322", "15, 357", "20, 532", "28, 812", "29, 857", "42, 1442", "60, 1442"})
    void knowsWhatEachNumberOfDaysCosts(int days, int amount) {
        assertThat(json("?regel=dwangsom&dagen=" + days).path("bedrag").asInt()).isEqualTo(amount);
    }

    @Test
    void knowsWhatANoticeOfDefaultDoes() {
        var valid = json("?regel=dwangsom&vanaf=2026-06-03&beslistermijn=2026-06-01&besluit=2026-07-02");
        assertThat(valid.path("geldig").asBoolean()).isTrue();
        assertThat(valid.path("eersteDwangsomdag").asString()).isEqualTo("2026-06-18");
        assertThat(valid.path("laatsteDwangsomdag").asString()).isEqualTo("2026-07-29");
        assertThat(valid.path("dagen").asInt()).isEqualTo(14);
        assertThat(valid.path("bedrag").asInt()).isEqualTo(322);
        assertThat(valid.path("hoogsteBedrag").asInt()).isEqualTo(1442);
        var early = json("?regel=dwangsom&vanaf=2026-06-01&beslistermijn=2026-06-01");
        assertThat(early.path("geldig").asBoolean()).isFalse();
        assertThat(early.path("mogelijkVanaf").asString()).isEqualTo("2026-06-02");
        assertThat(early.path("laatsteDag").isMissingNode()).isTrue();
    }

    @Test
    void speaksEnglishWhenAsked() {
        assertThat(json("?regel=bezwaar&vanaf=2026-03-02&taal=en")
                        .path("stappen")
                        .get(1)
                        .path("tekst")
                        .asString())
                .isEqualTo("6 weeks later is Monday 13 April 2026.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '', regel
                    ?vanaf=2026-03-02, regel
                    ?regel=verzonnen&vanaf=2026-03-02, regel
                    ?regel=bezwaar, vanaf
                    ?regel=bezwaar&vanaf=2026-02-30, vanaf
                    ?regel=bezwaar&vanaf=0001-01-01, vanaf
                    ?regel=bezwaar&vanaf=9999-01-01, vanaf
                    ?regel=bezwaar&vanaf=%00, vanaf
                    ?regel=bedenktermijn&vanaf=2026-03-02&dagen=-1, dagen
                    ?regel=dwangsom&dagen=-1, dagen
                    ?regel=beschikking-wmo&vanaf=2026-03-02&opgeschortVan=2026-03-09&opgeschortTot=2026-03-05, opgeschortTot
                    """)
    void namesTheFieldThatIsWrong(String query, String field) {
        var answer = get(query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("title").asString()).isEqualTo("Dit kunnen wij zo niet uitrekenen");
        assertThat(problem.path("detail").asString()).startsWith(field + ": ");
        assertThat(problem.path("veld").asString()).isEqualTo(field);
        assertThat(problem.path("fouten").get(0).path("veld").asString()).isEqualTo(field);
    }

    @Test
    void namesAllThatIsWrongAndTheRulesThatThereAre() {
        var problem = JSON.readTree(get("?regel=x&vanaf=y&dagen=z").body());
        assertThat(problem.path("fouten").size()).isEqualTo(3);
        assertThat(problem.path("regels").size()).isEqualTo(Rule.values().length);
    }

    @Test
    void repeatsNothingOfWhatWasAsked() {
        assertThat(get("?regel=%3Cscript%3Ealert(1)%3C/script%3E&vanaf=999940004")
                        .body())
                .doesNotContain("script", "999940004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void startsNoSessionAndIsGuarded(String method) {
        var answer = send(method, house.residentFace(), "?regel=bezwaar&vanaf=2026-03-02", "*/*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        if (!method.equals("OPTIONS")) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=3600");
            assertThat(answer.headers().firstValue("Pragma")).isEmpty();
            assertThat(answer.headers().firstValue("Expires")).isEmpty();
        } else {
            assertThat(answer.headers().firstValue("Allow").orElse(""))
                    .contains("GET")
                    .doesNotContain("POST");
        }
        assertThat(answer.body().isEmpty()).isEqualTo(!method.equals("GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void changesNothing(String method) {
        var answer = send(method, house.residentFace(), "?regel=bezwaar&vanaf=2026-03-02", "*/*");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void givesDataToABrowserToo() {
        assertThat(send("GET", house.residentFace(), "?regel=bezwaar&vanaf=2026-03-02", "text/html")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/json");
    }

    @Test
    void isTheSameOnBothFacesAndNothingElseIsUnderIt() {
        var query = "?regel=klacht&vanaf=2026-06-01";
        assertThat(send("GET", house.workspaceFace(), query, "*/*").body())
                .isEqualTo(get(query).body());
        assertThat(send("GET", house.residentFace(), "/1", "*/*").statusCode()).isEqualTo(404);
    }

    private JsonNode json(String query) {
        var answer = get(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String query) {
        return send("GET", house.residentFace(), query, "application/json");
    }

    private HttpResponse<String> send(String method, String face, String query, String accept) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(face + "/api/termijnen" + query))
                            .header("Accept", accept)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
