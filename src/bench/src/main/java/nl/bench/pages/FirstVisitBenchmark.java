package nl.bench.pages;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.bench.measure.Aim;
import nl.bench.measure.Benchmark;
import nl.bench.measure.Pace;
import nl.bench.measure.Report;
import nl.bench.measure.RunningProduct;

/**
 * Somebody's first visit, with nothing in the browser's cache, on slow 4G as Chromium's tools imitate it: 150 ms for
 * each request and 1.6 Mbit/s down. Until the words are on the screen, until a button of the page works, and how many
 * bytes came; beside a static page with the same words, and nothing else, from this process.
 */
public final class FirstVisitBenchmark implements Benchmark {

    private static final int LATENCY = 150;
    private static final double BYTES_A_SECOND = 1.6e6 / 8;

    /** Tells when the heading was there to read, from the beginning of the visit: at the first paint, or later. */
    private static final String READABLE = """
            () => new Promise(tell => {
              const look = first => {
                const [painted] = performance.getEntriesByName('first-contentful-paint');
                if (document.querySelector('h1') && painted) {
                  tell(first ? painted.startTime : performance.now());
                } else {
                  requestAnimationFrame(() => look(false));
                }
              };
              look(true);
            })""";

    /** Tells when the page was live: its first button can be pressed, and the program answers. */
    private static final String CLICKABLE = """
            () => new Promise(tell => {
              const look = () => !document.getElementById('eerste-gezicht') && document.querySelector('#outlet button')
                && !Object.values(Vaadin.Flow.clients).some(client => client.isActive())
                ? tell(performance.now()) : setTimeout(look, 5);
              look();
            })""";

    private final RunningProduct product;
    private final Report report;
    private final int times;

    public FirstVisitBenchmark(RunningProduct product, Report report, Pace pace) {
        this.product = product;
        this.report = report;
        this.times = pace.pairs();
    }

    @Override
    public void run() {
        try (var browser = new Chromium()) {
            measure(browser, "welcome", "/", false);
            measure(browser, "home", "/mijn", true);
        }
    }

    private void measure(Chromium browser, String name, String path, boolean signedIn) {
        var readable = "first visit, slow 4G: " + name + " can be read (ms)";
        var fixed = "first visit, slow 4G: static page with the words of " + name + " can be read (ms)";
        var clickable = "first visit, slow 4G: " + name + " can be clicked (ms)";
        var bytes = "first visit: " + name + ", bytes on the wire (kB)";
        // The first is to warm up, and tells the words.
        var words = visit(browser, path, signedIn, Map.of());
        var html = "<!doctype html><html lang=nl><meta charset=utf-8><title>.</title><h1>.</h1><p>"
                + words.replace("&", "&amp;").replace("<", "&lt;") + "</html>";
        var server = fixed(html);
        try {
            var address = "http://localhost:" + server.getAddress().getPort() + "/";
            for (var time = 0; time < times; time++) {
                if (time % 2 == 0) {
                    report.add(fixed, fixedPage(browser, address));
                }
                visit(browser, path, signedIn, Map.of("readable", readable, "clickable", clickable, "bytes", bytes));
                if (time % 2 != 0) {
                    report.add(fixed, fixedPage(browser, address));
                }
            }
        } finally {
            server.stop(0);
        }
        report.aim(readable, Aim.atMost(2.0).times(fixed));
        report.aim(clickable, Aim.atMost(2_000));
        report.aim(bytes, Aim.atMost(250));
    }

    /** @return what can be read on the page */
    private String visit(Chromium browser, String path, boolean signedIn, Map<String, String> names) {
        var page = browser.phone();
        try (var person = page.context()) {
            if (signedIn) {
                Chromium.signInResident(page, product, "P01");
                page.navigate("about:blank");
            }
            var received = slow(page);
            page.navigate(product.resident() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            var read = number(page.evaluate(READABLE));
            var live = number(page.evaluate(CLICKABLE));
            if (!names.isEmpty()) {
                report.add(names.get("readable"), read);
                report.add(names.get("clickable"), live);
                report.add(names.get("bytes"), received.get() / 1e3);
            }
            return page.locator("body").innerText();
        }
    }

    private static double fixedPage(Chromium browser, String address) {
        var page = browser.phone();
        try (var person = page.context()) {
            slow(page);
            page.navigate(address);
            return number(page.evaluate(READABLE));
        }
    }

    /** @return the bytes that come from now on, as they were sent */
    private static AtomicLong slow(Page page) {
        var tools = page.context().newCDPSession(page);
        var settings = new JsonObject();
        settings.addProperty("offline", false);
        settings.addProperty("latency", LATENCY);
        settings.addProperty("downloadThroughput", BYTES_A_SECOND);
        settings.addProperty("uploadThroughput", BYTES_A_SECOND);
        tools.send("Network.enable");
        var received = new AtomicLong();
        tools.on(
                "Network.loadingFinished",
                done -> received.addAndGet(done.get("encodedDataLength").getAsLong()));
        var nothing = new JsonObject();
        nothing.addProperty("cacheDisabled", true);
        tools.send("Network.setCacheDisabled", nothing);
        tools.send("Network.emulateNetworkConditions", settings);
        return received;
    }

    private static double number(Object told) {
        return ((Number) told).doubleValue();
    }

    private static HttpServer fixed(String html) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var body = html.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
