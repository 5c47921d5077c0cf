package nl.voorelkaar.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;

/**
 * Waits by looking again whenever something on the page changed. The browser's driver looks at fixed moments, half a
 * second apart after the first; over all journeys that adds up to minutes.
 */
final class Sight {

    /**
     * Resolves after the next change, or after a tenth of a second when nothing stirs, such as inside a shadow root.
     */
    private static final String NEXT_CHANGE = """
            () => new Promise(done => {
              const look = () => { clearTimeout(patience); eye.disconnect(); done(); };
              const eye = new MutationObserver(() => requestAnimationFrame(look));
              const patience = setTimeout(look, 100);
              eye.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            })""";

    private Sight() {}

    /** @throws AssertionError when it is not there in time; the message names what was looked for and what was there */
    static void of(Locator wanted, Duration patience) {
        await(wanted, true, patience);
    }

    /** @throws AssertionError when it is still there */
    static void gone(Locator unwanted, Duration patience) {
        await(unwanted, false, patience);
    }

    private static void await(Locator locator, boolean visible, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (locator.isVisible() != visible) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        (visible ? "not there: " : "still there: ") + locator + "\n" + whatIsThere(locator));
            }
            try {
                locator.page().evaluate(NEXT_CHANGE);
            } catch (PlaywrightException pageWasLeft) {
                locator.page().waitForLoadState();
            }
        }
    }

    /** For whoever reads the message of a journey that failed elsewhere: which page it is, and what it says. */
    private static String whatIsThere(Locator locator) {
        var page = locator.page();
        var text = String.valueOf(page.evaluate("document.readyState + ' ' + (document.body?.innerText ?? '')"));
        return page.url() + " "
                + text.substring(0, Math.min(text.length(), 2_000)).replaceAll("\\s*\\n\\s*", " | ");
    }
}
