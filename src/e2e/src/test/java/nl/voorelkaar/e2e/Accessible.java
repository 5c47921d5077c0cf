package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What every screen keeps to, in whatever state it is: WCAG 2.2 AA as far as a machine can see it. */
final class Accessible {

    private static final List<String> LEVEL_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROWEST = 320;
    private static final String AXE = axe();

    private Accessible() {}

    /** Fails with all that is wrong with this screen as it is now. */
    static void check(Page page) {
        assertThat(troubles(page, page.locator("html").getAttribute("lang"))).isEmpty();
    }

    /**
     * What is wrong with this screen as it is now; empty when nothing is. Dutch in light colours, English in dark ones,
     * and 320 pixels wide.
     */
    static List<String> troubles(Page page, String language) {
        var where = Person.pathOf(page.url()) + " (" + language + "): ";
        var troubles = new ArrayList<String>();
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            troubles.add(where + "lang is " + page.locator("html").getAttribute("lang"));
        }
        if (page.locator("h1:visible").count() != 1) {
            troubles.add(where + page.locator("h1:visible").count() + " h1");
        }
        if (page.title().isBlank()) {
            troubles.add(where + "no title");
        }
        // Colours have no language: light is looked at in Dutch, dark in English, and everything else in both.
        var colours = language.equals("en") ? ColorScheme.DARK : ColorScheme.LIGHT;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        violations(page).forEach(found -> troubles.add(where + colours + ": " + found));
        wide(page).forEach(found -> troubles.add(where + found));
        return troubles;
    }

    /** A page that stayed the same document has axe already: it is half a megabyte. */
    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        assertThat(page.frames()).as("what axe does not look into").hasSize(1);
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate("""
                tags => axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
                    .then(found => found.violations.flatMap(rule => rule.nodes.slice(0, 3)
                        .map(node => `${rule.id} at ${node.target}: ${node.html.slice(0, 200)}`)))""", LEVEL_AA);
    }

    /** Reflow, WCAG 1.4.10. */
    private static List<String> wide(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(NARROWEST, 640);
        @SuppressWarnings("unchecked")
        var found = (List<String>) page.evaluate("""
                () => {
                  const root = document.scrollingElement;
                  if (root.scrollWidth <= root.clientWidth) { return []; }
                  const over = [...document.querySelectorAll('body *')]
                      .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1
                          && element.getClientRects().length > 0)
                      .slice(-2)
                      .map(element => element.outerHTML.slice(0, 160));
                  return [`scrolls sideways at 320 pixels (${root.scrollWidth}): ` + over.join(' | ')];
                }""");
        page.setViewportSize(before.width, before.height);
        return found;
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
