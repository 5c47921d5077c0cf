package nl.bench.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.bench.measure.RunningProduct;

/** The system's Chromium. Everybody gets a profile of their own. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update");

    /** Chooses a person on the stand-in's page, as its form would send it. */
    private static final String CHOOSE = """
            persona => {
              const form = document.querySelector('[name=persona]').closest('form');
              form.querySelectorAll('[name=persona], [name=loa]').forEach(field => field.remove());
              for (const [name, value] of [['persona', persona], ['loa', 'substantieel']]) {
                const field = document.createElement('input');
                field.type = 'hidden';
                field.name = name;
                field.value = value;
                form.append(field);
              }
              form.submit();
            }""";

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(ARGUMENTS));

    /** A new person at a phone, with nothing in the cache. Whoever asks for it closes its context. */
    Page phone() {
        return window(390, 844);
    }

    Page desk() {
        return window(1280, 900);
    }

    private Page window(int width, int height) {
        var page = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))
                .newPage();
        page.setDefaultTimeout(60_000);
        return page;
    }

    static void signInResident(Page page, RunningProduct product, String persona) {
        signIn(page, product.resident(), "digid", persona);
    }

    static void signInProfessional(Page page, RunningProduct product, String persona) {
        signIn(page, product.workspace(), "medewerker", persona);
    }

    private static void signIn(Page page, String site, String provider, String persona) {
        page.navigate(site + "/oauth2/authorization/" + provider);
        page.evaluate(CHOOSE, persona);
        page.waitForURL(url -> url.startsWith(site) && !url.contains("oauth2"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
