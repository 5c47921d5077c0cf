package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How somebody works a page. Both ways find the same handles. */
sealed interface Hands {

    void click(String handle);

    void fill(String handle, String text);

    void tick(String handle, boolean on);

    void choose(String handle, String value);

    /** Follows a link on this page to this path. */
    void follow(String path);

    record Mouse(Page page) implements Hands {

        @Override
        public void click(String handle) {
            the(handle).click();
        }

        @Override
        public void fill(String handle, String text) {
            the(handle).fill(text);
        }

        @Override
        public void tick(String handle, boolean on) {
            the(handle).setChecked(on);
        }

        @Override
        public void choose(String handle, String value) {
            the(handle).selectOption(value);
        }

        @Override
        public void follow(String path) {
            page.locator("a[href='%s'], a[href='%s']".formatted(path, path.substring(1)))
                    .first()
                    .click();
        }

        private Locator the(String handle) {
            return page.getByTestId(handle).first();
        }
    }

    /**
     * Tab, Shift-Tab, Space, Enter, arrows and letters. Every stop must show where the focus is, and must not hide behind
     * something else (WCAG 2.4.7 and 2.4.11).
     */
    record Keyboard(Page page) implements Hands {

        private static final int MOST_TABS = 120;
        private static final List<String> WAYS_TO_TYPE_A_DATE = List.of("ddMMyyyy", "MMddyyyy", "yyyyMMdd");

        @Override
        public void click(String handle) {
            tabTo(handle);
            page.keyboard().press("Enter");
        }

        @Override
        public void fill(String handle, String text) {
            tabTo(handle);
            if ("date".equals(the(handle).getAttribute("type"))) {
                typeDate(handle, LocalDate.parse(text));
                return;
            }
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().insertText(text);
        }

        @Override
        public void tick(String handle, boolean on) {
            tabTo(handle);
            if (the(handle).isChecked() != on) {
                page.keyboard().press("Space");
            }
            assertThat(the(handle).isChecked()).as("%s after Space", handle).isEqualTo(on);
        }

        @Override
        public void choose(String handle, String value) {
            tabTo(handle);
            page.keyboard().press("Home");
            var options = the(handle).locator("option").count();
            for (int i = 0; i < options && !the(handle).inputValue().equals(value); i++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(the(handle).inputValue()).as("chosen in %s", handle).isEqualTo(value);
        }

        @Override
        public void follow(String path) {
            tabUntil("a link to " + path, """
                    path => {
                      let active = document.activeElement;
                      while (active?.shadowRoot?.activeElement) { active = active.shadowRoot.activeElement; }
                      return active?.tagName === 'A' && active.pathname === path;
                    }""", path);
            page.keyboard().press("Enter");
        }

        /** Goes forward from where the focus is, and round again from the top, until the control with this handle has it. */
        void tabTo(String handle) {
            the(handle).waitFor();
            tabUntil(handle, """
                    handle => {
                      let active = document.activeElement;
                      while (active?.shadowRoot?.activeElement) { active = active.shadowRoot.activeElement; }
                      for (let node = active; node; node = node.parentNode ?? node.host) {
                        if (node.dataset?.testid === handle) { return true; }
                      }
                      return false;
                    }""", handle);
        }

        private void tabUntil(String aim, String hasFocus, String argument) {
            for (int tabs = 0; tabs <= MOST_TABS; tabs++) {
                if ((boolean) page.evaluate(hasFocus, argument)) {
                    assertThat(page.evaluate(FOCUS_TROUBLE))
                            .as("focus on %s", aim)
                            .isEqualTo("");
                    return;
                }
                page.keyboard().press("Tab");
            }
            throw new AssertionError("%d tabs on %s did not reach %s".formatted(MOST_TABS, page.url(), aim));
        }

        private void typeDate(String handle, LocalDate date) {
            for (var way : WAYS_TO_TYPE_A_DATE) {
                page.keyboard().type(DateTimeFormatter.ofPattern(way).format(date));
                if (the(handle).inputValue().equals(date.toString())) {
                    return;
                }
                for (int part = 0; part < 3; part++) {
                    page.keyboard().press("ArrowLeft");
                }
            }
            throw new AssertionError("%s did not take %s by keyboard".formatted(handle, date));
        }

        private Locator the(String handle) {
            return page.getByTestId(handle).first();
        }

        private static final String FOCUS_TROUBLE = """
                () => {
                  let active = document.activeElement;
                  while (active?.shadowRoot?.activeElement) { active = active.shadowRoot.activeElement; }
                  let shown = false;
                  for (let node = active, steps = 0; node && steps < 4; node = node.parentNode ?? node.host, steps++) {
                    if (!(node instanceof Element)) { continue; }
                    const style = getComputedStyle(node);
                    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                    if (outlined || (node === active && style.boxShadow !== 'none')) { shown = true; break; }
                  }
                  if (!shown) { return 'cannot be seen: ' + active.outerHTML.slice(0, 200); }
                  const box = active.getBoundingClientRect();
                  const x = box.left + box.width / 2;
                  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
                  if (x < 0 || x >= innerWidth || box.bottom < 0 || box.top > innerHeight) {
                    return 'is outside the window: ' + active.outerHTML.slice(0, 200);
                  }
                  const points = [y, Math.max(box.top + 2, 0), Math.min(box.bottom - 2, innerHeight - 1)];
                  const root = active.getRootNode();
                  const inSight = points.some(at => {
                    const top = root.elementFromPoint(x, at);
                    return top && (active.contains(top) || top.contains(active) || top.tagName === 'LABEL');
                  });
                  return inSight ? '' : 'is covered: ' + active.outerHTML.slice(0, 200);
                }""";
    }
}
