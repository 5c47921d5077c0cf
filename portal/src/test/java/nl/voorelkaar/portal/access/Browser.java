package nl.voorelkaar.portal.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody's browser, without a screen: keeps cookies and goes where it is sent. Each is at an address of its own, so
 * that all these people do not use up the turns of one.
 */
public final class Browser {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .localAddress(nextAddress())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String face;

    public Browser(String face) {
        this.face = face;
    }

    /** From 127.1.0.1 on, all of them this machine's own. */
    private static InetAddress nextAddress() {
        var number = ADDRESSES.incrementAndGet();
        try {
            return InetAddress.getByAddress(new byte[] {127, 1, (byte) (number / 250), (byte) (1 + number % 250)});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(
                HttpRequest.newBuilder(at(path)).header("Accept", "text/html").GET());
    }

    public HttpResponse<String> getJson(String path) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Accept", "application/json")
                .GET());
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens the socket of the first page of a session, as the page does. @return what comes over it, as it comes */
    Queue<String> listen(String pushId) {
        var heard = new ConcurrentLinkedQueue<String>();
        var push = "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=" + pushId
                + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket&X-Atmosphere-tracking-id=0"
                + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true";
        http.newWebSocketBuilder()
                .header("Origin", face)
                .connectTimeout(Duration.ofSeconds(30))
                .buildAsync(URI.create(at(push).toString().replaceFirst("http", "ws")), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        heard.add(text.toString());
                        socket.request(1);
                        return null;
                    }
                })
                .join();
        return heard;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the answer sends the browser. */
    public static URI location(HttpResponse<?> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Signs in as a persona. @return the last answer that sent the browser somewhere, before it goes there */
    public HttpResponse<String> signIn(String start, String persona, String level) {
        var toProvider = get(start);
        var toPage = send(HttpRequest.newBuilder(location(toProvider)).GET());
        var chosen = send(HttpRequest.newBuilder(location(toPage))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "persona=" + persona + "&loa=" + URLEncoder.encode(level, StandardCharsets.UTF_8))));
        var withCode = send(HttpRequest.newBuilder(location(chosen)).GET());
        return send(HttpRequest.newBuilder(location(withCode)).GET());
    }

    Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private URI at(String path) {
        return URI.create(face).resolve(path);
    }
}
