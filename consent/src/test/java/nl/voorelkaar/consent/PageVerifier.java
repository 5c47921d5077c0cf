package nl.voorelkaar.consent;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page that residents take home, in a browser without a network, used as they would. */
final class PageVerifier implements AutoCloseable {

    private static final Path PAGE = Path.of("src/main/resources/verifier/controle.html");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final List<String> requests = new ArrayList<>();
    private final Page page;

    PageVerifier() {
        var chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
                                .map(Path::of)
                                .filter(Files::isExecutable)
                                .findFirst()
                                .orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        var phone = chromium.newContext(new Browser.NewContextOptions().setViewportSize(390, 800));
        phone.setOffline(true);
        page = phone.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(PAGE.toUri().toString());
    }

    /**
     * @param more as on the command line of {@code Verify.java}
     * @return the verdict in a word, a blank, and the sentence above all others
     */
    String says(byte[] archive, List<String> more) {
        var stand = "";
        var key = "";
        var language = "nl";
        page.setInputFiles("#other", new FilePayload[0]);
        for (Iterator<String> words = more.iterator(); words.hasNext(); ) {
            var word = words.next();
            switch (word) {
                case "-en" -> language = "en";
                case "-key" -> key = words.next();
                case "-checkpoint" -> page.setInputFiles("#other", Path.of(words.next()));
                case "-stand" -> stand = words.next();
                default -> stand = word;
            }
        }
        if (!page.getAttribute("html", "lang").equals(language)) {
            page.click("#language");
        }
        page.setInputFiles("#file", new FilePayload("bewijs.json", "application/json", archive));
        page.fill("#stand", stand);
        page.fill("#key", key);
        page.evaluate("() => { document.getElementById('sentence').textContent = ''; }");
        page.click("#go");
        page.locator("#sentence:not(:empty)").waitFor();
        return page.getAttribute("#answer", "data-verdict") + " " + page.textContent("#sentence");
    }

    /** What it says that it did not check. */
    String unchecked() {
        return page.textContent("#unchecked");
    }

    /** What it asked the world for. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
