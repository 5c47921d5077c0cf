package nl.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.bench.measure.RunningProduct;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a browser, in the protocol that Vaadin's own client speaks: asks for a page, takes it over, and leaves
 * it or stays.
 */
public final class Visitor {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** A face lets one address sign in sixty times a minute: as many people here share one. */
    private static final int AT_ONE_ADDRESS = 50;

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** One for all: a client of its own for each would be threads of its own for each. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private static final String INITIAL = "window.Vaadin.TypeScript= ";

    private final String site;
    private final String cookies;

    private Visitor(String site, String cookies) {
        this.site = site;
        this.cookies = cookies;
    }

    /** @param persona a resident of the example data, by its code */
    public static Visitor signedIn(RunningProduct product, String persona) {
        var jar = new CookieManager();
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(jar)
                .localAddress(address(PEOPLE.getAndIncrement() / AT_ONE_ADDRESS))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var form = send(http, ask(product.resident() + "/oauth2/authorization/digid"));
            send(
                    http,
                    HttpRequest.newBuilder(form.uri())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("persona=" + persona + "&loa=substantieel")));
        }
        // Cookies know no ports: the stand-in's are here too, and mean nothing to the face.
        return new Visitor(
                product.resident(),
                jar.getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    /** At a site without sign-in. */
    static Visitor anybody(String site) {
        var answer = send(HTTP, ask(site + "/?v-r=init&location=&query="));
        return new Visitor(
                site,
                answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                        .collect(Collectors.joining("; ")));
    }

    /**
     * @param route without a slash in front
     * @return how long it took until the page's content was there, in milliseconds
     * @throws IllegalStateException when what came is not the page
     */
    public double open(String route) {
        var begin = System.nanoTime();
        var visit = stay(route);
        var took = (System.nanoTime() - begin) / 1e6;
        if (!visit.isDrawn()) {
            throw new IllegalStateException("the page was not drawn");
        }
        visit.leave();
        return took;
    }

    /** Opens a page that comes with its view in it, and stays there. @param route without a slash in front */
    Visit stay(String route) {
        var page = send(HTTP, mine(site + "/" + route)).body();
        var begin = page.indexOf(INITIAL) + INITIAL.length();
        var end = page.indexOf(";</script>", begin);
        if (begin < INITIAL.length() || end < 0) {
            throw new IllegalStateException(route + " is no page");
        }
        return Visit.of(this, route, JSON.readTree(page.substring(begin, end)).get("initial"));
    }

    /** The same, where the program in the browser asks for the view when it is there. */
    Visit stayWhereViewsComeLater(String route) {
        var location = URLEncoder.encode(route, StandardCharsets.UTF_8);
        return Visit.of(
                this,
                route,
                JSON.readTree(send(HTTP, mine(site + "/?v-r=init&location=" + location + "&query="))
                        .body()));
    }

    /** @param kind of call, with the screen: {@code uidl&v-uiId=0} */
    String call(String kind, String body) {
        return send(
                        HTTP,
                        mine(site + "/?v-r=" + kind)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private HttpRequest.Builder mine(String address) {
        return ask(address).header("Cookie", cookies);
    }

    private static HttpRequest.Builder ask(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
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

    /** All of 127.0.0.0/8 is this machine. */
    private static InetAddress address(int number) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 1, (byte) (number / 250), (byte) (number % 250 + 1)});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
