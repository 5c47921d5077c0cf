package nl.voorelkaar.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;

/** Somebody at a screen: speaks in what people do, finds things by their test handle, never by copy. */
final class Person implements AutoCloseable {

    final Page page;
    private final String face;

    private Person(Page page, String face) {
        this.page = page;
        this.face = face;
        page.setDefaultTimeout(20_000);
    }

    static Person atResidentFace(Window window) {
        return new Person(Browser.page(window), Product.running().resident);
    }

    static Person atWorkspace(Window window) {
        return new Person(Browser.page(window), Product.running().workspace);
    }

    static Person at(String face, Window window) {
        return new Person(Browser.page(window), face);
    }

    /** Signs in through the stand-in with the level that opens the house. */
    Person signIn(String persona) {
        return signIn(persona, "substantieel");
    }

    Person signIn(String persona, String level) {
        goTo("/");
        handle("sign-in").first().click();
        chooseAtStandIn(persona, level);
        return this;
    }

    /** On the stand-in's page already. */
    void chooseAtStandIn(String persona, String level) {
        page.waitForSelector(
                "[name=persona]",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.evaluate("""
                ([persona, level]) => {
                  const set = (name, value) => {
                    const fields = [...document.querySelectorAll(`[name=${name}]`)];
                    const radio = fields.find(field => field.type === 'radio' && field.value === value);
                    if (radio) { radio.checked = true; } else { fields[0].value = value; }
                  };
                  set('persona', persona);
                  set('loa', level);
                  document.querySelector('[name=persona]').closest('form').requestSubmit();
                }""", java.util.List.of(persona, level));
        page.waitForURL(url -> url.startsWith(face));
        page.waitForLoadState(LoadState.LOAD);
    }

    Person goTo(String path) {
        page.navigate(face + path);
        return this;
    }

    Locator handle(String name) {
        return page.getByTestId(name);
    }

    void fill(String handle, String text) {
        handle(handle).first().fill(text);
    }

    void click(String handle) {
        handle(handle).first().click();
    }

    void check(String handle) {
        handle(handle).first().check();
    }

    void waitFor(String handle) {
        handle(handle).first().waitFor();
    }

    String text(String handle) {
        return handle(handle).first().innerText();
    }

    /** A picture of the whole page, for the tour in README and for the eyes of whoever changes a screen. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("voorelkaar.pictures", "target/pictures"), name + ".png")));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
