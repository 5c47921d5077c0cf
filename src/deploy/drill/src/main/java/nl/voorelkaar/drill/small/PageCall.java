package nl.voorelkaar.drill.small;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Somebody with a browser who signs in at a face and has its first page begin, as Vaadin's own client does. */
public final class PageCall {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PageCall() {}

    /**
     * @param address of the face
     * @param provider as the face calls it
     * @return whether the page came and began
     */
    public static boolean works(String address, String provider, String persona) throws IOException {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var form = send(http, ask(address + "/oauth2/authorization/" + provider));
            var page = send(
                    http,
                    HttpRequest.newBuilder(form.uri())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("persona=" + persona + "&loa=substantieel")));
            var begun = send(http, ask(address + "/?v-r=init&location=&query="));
            return page.statusCode() == 200
                    && page.uri().toString().startsWith(address)
                    && begun.statusCode() == 200
                    && begun.body().contains("\"appConfig\"");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder ask(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }
}
