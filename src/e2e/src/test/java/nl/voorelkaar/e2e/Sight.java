package nl.voorelkaar.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;

/**
 * Waits by looking again whenever something on the page changed. The browser's driver looks at fixed moments, half a second
 * apart after the first; over all journeys that adds up to minutes.
 */
final class Sight {

    /** Resolves after the next change, or after a tenth of a second when nothing stirs, such as inside a shadow root. */
    private static final String NEXT_CHANGE = """
            () => new Promise(done => {
              const look = () => { clearTimeout(patience); eye.disconnect(); done(); };
              const eye = new MutationObserver(() => requestAnimationFrame(look));
              const patience = setTimeout(look, 100);
              eye.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            })""";

    private Sight() {}

    /** @throws PlaywrightException when it is not there in time; the message names what was looked for */
    static void of(Locator wanted, Duration patience) {
        await(wanted, WaitForSelectorState.VISIBLE, patience);
    }

    /** @throws PlaywrightException when it is still there */
    static void gone(Locator unwanted, Duration patience) {
        await(unwanted, WaitForSelectorState.HIDDEN, patience);
    }

    private static void await(Locator locator, WaitForSelectorState state, Duration patience) {
        var visible = state == WaitForSelectorState.VISIBLE;
        var deadline = System.nanoTime() + patience.toNanos();
        while (locator.isVisible() != visible) {
            if (System.nanoTime() > deadline) {
                locator.waitFor(new Locator.WaitForOptions().setState(state).setTimeout(1));
            }
            try {
                locator.page().evaluate(NEXT_CHANGE);
            } catch (PlaywrightException pageWasLeft) {
                locator.page().waitForLoadState();
            }
        }
    }
}
