package nl.voorelkaar.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The system's Chromium, started once for each thread that walks journeys; every person gets a profile of their own.
 */
final class Browser {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Playwright belongs to the thread that made it. */
    private static final ThreadLocal<com.microsoft.playwright.Browser> CHROMIUM = ThreadLocal.withInitial(() ->
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(ARGUMENTS)));

    private Browser() {}

    /** A person at a window of this size, in Dutch, with empty pockets. */
    static Page page(Window window) {
        return context(window).newPage();
    }

    static BrowserContext context(Window window) {
        return CHROMIUM.get().newContext(options(window));
    }

    /** The same, where no script runs. */
    static Page pageWithoutScript(Window window) {
        return CHROMIUM.get()
                .newContext(options(window).setJavaScriptEnabled(false))
                .newPage();
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(Window window) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(window.width, window.height)
                .setLocale("nl-NL")
                .setTimezoneId("Europe/Amsterdam")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setHasTouch(window == Window.PHONE);
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not installed; make test installs it"));
    }
}
