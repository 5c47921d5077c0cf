package nl.voorelkaar.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.voorelkaar.bench.measure.RunningProduct;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A resident with a browser, in the protocol that Vaadin's own client speaks: asks for a page, begins it, has it drawn,
 * and leaves it.
 */
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String site;

    private Visitor(String site) {
        this.site = site;
    }

    /** @param persona a resident of the example data, by its code */
    public static Visitor signedIn(RunningProduct product, String persona) {
        var visitor = new Visitor(product.resident());
        var form = visitor.ask(visitor.site + "/oauth2/authorization/digid");
        visitor.send(HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("persona=" + persona + "&loa=substantieel")));
        return visitor;
    }

    /**
     * @param route without a slash in front
     * @return how long it took until the page's content was there, in milliseconds
     * @throws IllegalStateException when what came is not the page
     */
    public double open(String route) {
        var begin = System.nanoTime();
        page(route);
        var location = URLEncoder.encode(route, StandardCharsets.UTF_8);
        var config = JSON.readTree(
                        page("?v-r=init&location=" + location + "&query=").body())
                .get("appConfig");
        var ui = config.get("v-uiId").asInt();
        var token = config.get("uidl").get("Vaadin-Security-Key").asString();
        var drawn = message(
                ui,
                Map.of(
                        "csrfToken",
                        token,
                        "rpc",
                        List.of(Map.of(
                                "type",
                                "event",
                                "node",
                                1,
                                "event",
                                "ui-navigate",
                                "data",
                                Map.of(
                                        "route", route,
                                        "query", "",
                                        "appShellTitle", "",
                                        "historyState", Map.of("idx", 0),
                                        "trigger", ""))),
                        "syncId",
                        config.get("uidl").get("syncId").asInt(),
                        "clientId",
                        0));
        var took = (System.nanoTime() - begin) / 1e6;
        if (drawn.path("meta").has("appError")
                || drawn.path("meta").has("sessionExpired")
                || drawn.path("changes").size() < 50) {
            throw new IllegalStateException("the page was not drawn: " + drawn.path("meta"));
        }
        message(
                ui,
                Map.of(
                        "csrfToken",
                        token,
                        "rpc",
                        List.of(),
                        "syncId",
                        drawn.get("syncId").asInt(),
                        "clientId",
                        1,
                        "UNLOAD",
                        true));
        return took;
    }

    private JsonNode message(int ui, Map<String, Object> message) {
        var answer = send(HttpRequest.newBuilder(URI.create(site + "/?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message))));
        return JSON.readTree(answer.body().replaceFirst("^for\\(;;\\);", ""));
    }

    private HttpResponse<String> page(String path) {
        var answer = ask(site + "/" + path);
        if (!answer.uri().equals(URI.create(site + "/" + path))) {
            throw new IllegalStateException(path + " led to " + answer.uri().getPath());
        }
        return answer;
    }

    private HttpResponse<String> ask(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        answer.statusCode() + " from " + answer.uri().getPath());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
