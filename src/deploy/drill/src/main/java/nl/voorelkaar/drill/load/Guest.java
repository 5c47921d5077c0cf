package nl.voorelkaar.drill.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who has a page open and hears what it is told. Speaks as much of Vaadin's protocol as that takes: it begins
 * a page, and asks what is new.
 */
public final class Guest {

    /** By which the proxy knows where somebody was. */
    private static final String NODE = "VE_NODE";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    private final String site;
    private final int page;
    private final String token;
    private int synced;
    private int asked;

    private Guest(String site, String provider, String route, String persona, String place) throws IOException {
        this.site = site;
        cookies.put(URI.create(site), Map.of("Set-Cookie", List.of(NODE + "=" + place + "; Path=/; Secure")));
        var form = send(HttpRequest.newBuilder(URI.create(site + "/oauth2/authorization/" + provider))
                .header("Accept", "text/html"));
        send(HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("persona=" + persona + "&loa=substantieel")));
        var begun = JSON.readTree(
                        send(HttpRequest.newBuilder(URI.create(site + "/?v-r=init&location=" + route + "&query="))
                                        .header("Accept", "text/html"))
                                .body())
                .required("appConfig");
        page = begun.required("v-uiId").asInt();
        token = begun.required("uidl").required("Vaadin-Security-Key").asString();
        synced = begun.required("uidl").required("syncId").asInt();
    }

    /**
     * Signs in at a face, and opens a page there.
     *
     * @param provider as the face calls it
     * @param place of the node that the proxy sends them to, as it calls it; elsewhere it has no meaning
     * @throws IOException when nobody answers
     * @throws RuntimeException when what came is not the begin of a page
     */
    public static Guest at(String site, String provider, String route, String persona, String place)
            throws IOException {
        return new Guest(site, provider, route, persona, place);
    }

    /** What the page was told since the last time, as it came: changes of the page, or where it is led to. */
    public String hear() throws IOException {
        var message = JSON.writeValueAsString(
                Map.of("csrfToken", token, "rpc", List.of(), "syncId", synced, "clientId", asked++));
        var answer = send(HttpRequest.newBuilder(URI.create(site + "/?v-r=uidl&v-uiId=" + page))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(message)))
                .body()
                .replaceFirst("^for\\(;;\\);", "");
        synced = JSON.readTree(answer).path("syncId").asInt(synced);
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
