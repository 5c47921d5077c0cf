package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How somebody works a page. Both ways find the same handles. */
sealed interface Hands {

    void click(Locator control);

    void fill(Locator field, String text);

    void tick(Locator box, boolean on);

    void choose(Locator list, String value);

    /** Follows a link on this page to this path. */
    void follow(String path);

    record Mouse(Page page) implements Hands {

        @Override
        public void click(Locator control) {
            control.click();
        }

        @Override
        public void fill(Locator field, String text) {
            field.fill(text);
        }

        @Override
        public void tick(Locator box, boolean on) {
            box.setChecked(on);
        }

        @Override
        public void choose(Locator list, String value) {
            list.selectOption(value);
        }

        @Override
        public void follow(String path) {
            page.locator("a[href='%s'], a[href='%s']".formatted(path, path.substring(1)))
                    .first()
                    .click();
        }
    }

    /**
     * Tab, Shift-Tab, Space, Enter, arrows and letters. Every stop must show where the focus is, and must not hide
     * behind something else (WCAG 2.4.7 and 2.4.11).
     */
    record Keyboard(Page page) implements Hands {

        private static final int MOST_TABS = 120;
        private static final List<String> WAYS_TO_TYPE_A_DATE = List.of("ddMMyyyy", "MMddyyyy", "yyyyMMdd");

        @Override
        public void click(Locator control) {
            tabTo(control);
            page.keyboard().press("Enter");
        }

        @Override
        public void fill(Locator field, String text) {
            tabTo(field);
            if ("date".equals(field.getAttribute("type"))) {
                typeDate(field, LocalDate.parse(text));
                return;
            }
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().insertText(text);
        }

        @Override
        public void tick(Locator box, boolean on) {
            tabTo(box);
            if (box.isChecked() != on) {
                page.keyboard().press("Space");
            }
            assertThat(box.isChecked()).as("%s after Space", box).isEqualTo(on);
        }

        @Override
        public void choose(Locator list, String value) {
            tabTo(list);
            page.keyboard().press("Home");
            var options = list.locator("option").count();
            for (int i = 0; i < options && !list.inputValue().equals(value); i++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(list.inputValue()).as("chosen in %s", list).isEqualTo(value);
        }

        @Override
        public void follow(String path) {
            tabUntil("a link to " + path, () -> (boolean) page.evaluate(
                    "path => document.activeElement?.tagName === 'A' && document.activeElement.pathname === path",
                    path));
            page.keyboard().press("Enter");
        }

        /** Goes forward from where the focus is, and round again from the top, until this control has it. */
        private void tabTo(Locator control) {
            tabUntil(control.toString(), () -> (boolean) control.evaluate("""
                    control => {
                      let active = document.activeElement;
                      while (active?.shadowRoot?.activeElement) { active = active.shadowRoot.activeElement; }
                      for (let node = active; node; node = node.parentNode ?? node.host) {
                        if (node === control) { return true; }
                      }
                      return false;
                    }"""));
        }

        private void tabUntil(String aim, BooleanSupplier reached) {
            for (int tabs = 0; tabs <= MOST_TABS; tabs++) {
                if (reached.getAsBoolean()) {
                    assertThat(page.evaluate(FOCUS_TROUBLE))
                            .as("focus on %s", aim)
                            .isEqualTo("");
                    return;
                }
                page.keyboard().press("Tab");
            }
            throw new AssertionError("%d tabs on %s did not reach %s".formatted(MOST_TABS, page.url(), aim));
        }

        private void typeDate(Locator field, LocalDate date) {
            for (var way : WAYS_TO_TYPE_A_DATE) {
                page.keyboard().type(DateTimeFormatter.ofPattern(way).format(date));
                if (field.inputValue().equals(date.toString())) {
                    return;
                }
                for (int part = 0; part < 3; part++) {
                    page.keyboard().press("ArrowLeft");
                }
            }
            throw new AssertionError("%s did not take %s by keyboard".formatted(field, date));
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
