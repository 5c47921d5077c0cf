package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Somebody at a screen: speaks in what people do, finds things by their test handle, never by copy. */
class Person implements AutoCloseable {

    /** How long anybody waits for a screen before calling it broken. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Where a page says what is wrong: read aloud at once, or the list above a form. */
    static final String TROUBLE = "[role=alert]:visible, [data-testid=errors]:visible";

    /**
     * Clicks a link to this path; tells whether the page there then came in place of this one, within three seconds. On
     * a page that is not live yet a link is the browser's: tells nothing, and the browser goes.
     */
    private static final String FOLLOW = """
            path => new Promise(end => {
              const early = document.getElementById('eerste-gezicht') !== null;
              const left = document.querySelector('h1');
              const eye = new MutationObserver(() => {
                const come = document.querySelector('h1');
                if (come && come !== left && location.pathname + location.search === path) { tell(true); }
              });
              const tell = there => { clearTimeout(patience); eye.disconnect(); end(there); };
              const patience = setTimeout(() => tell(false), 3000);
              eye.observe(document.body, { subtree: true, childList: true });
              const link = document.createElement('a');
              link.href = path;
              document.body.append(link);
              link.click();
              link.remove();
              if (early) { end(null); }
            })""";

    /** Where the pages are of whoever is signed in. */
    private static final List<String> INSIDE = List.of("/mijn", "/namens", "/werkplek");

    private static final String EMPTY = "about:blank";

    private static final String PROGRAM = "**/VAADIN/build/*.js";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl"));

    final Product product;
    final String face;
    final Window window;
    Page page;
    private final List<Route> heldBack = new ArrayList<>();
    private Hands hands;
    private String name = "";

    Person(Product product, String face, Window window) {
        this.product = product;
        this.face = face;
        this.window = window;
        sitDownAt(Browser.page(window));
    }

    /** As others see it on their screens; empty before signing in. */
    String name() {
        return name;
    }

    /** From now on works without a mouse. */
    void useKeyboardOnly() {
        hands = new Hands.Keyboard(page);
    }

    /** A second tab of the same browser, with the same cookies; the first stays open. */
    Page openAnotherTab(String path) {
        var tab = page.context().newPage();
        tab.setDefaultTimeout(PATIENCE.toMillis());
        tab.navigate(face + path);
        return tab;
    }

    void sitDownAt(Page tab) {
        page = tab;
        page.setDefaultTimeout(PATIENCE.toMillis());
        hands = new Hands.Mouse(page);
    }

    /** By the button on the start page. */
    void signInFromTheStart(String persona) {
        type("/");
        click("sign-in");
        arriveAs(persona, "substantieel");
    }

    void signInAs(String persona) {
        signInAs(persona, "substantieel");
    }

    /** By the address behind the button on the start page, without loading that page. */
    void signInAs(String persona, String level) {
        // Whose session was over is sent elsewhere by the page that is still open, in the middle of this.
        leave(page);
        type("/oauth2/authorization/" + (face.equals(product.resident) ? "digid" : "medewerker"));
        arriveAs(persona, level);
    }

    private void arriveAs(String persona, String level) {
        name = Personas.name(persona);
        chooseAtStandIn(persona, level);
        page.waitForURL(url -> url.startsWith(face));
        page.waitForLoadState(LoadState.LOAD);
    }

    /** On the stand-in's page already. Ends where the face sends this person. */
    void chooseAtStandIn(String persona, String level) {
        page.waitForSelector(
                "[name=persona]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
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
                }""", List.of(persona, level));
        page.waitForURL(url -> !url.startsWith(product.local));
    }

    /**
     * To a fresh look at this path: by a link where this person stands on another page inside, else by typing the
     * address.
     */
    void goTo(String path) {
        if (!insideOnAnotherPage(path) || !follows(path)) {
            type(path);
        }
    }

    /** By typing the address, with which the browser begins anew. */
    void type(String path) {
        try {
            page.navigate(face + path);
        } catch (PlaywrightException overtaken) {
            // A page that was still on its way somewhere else, such as after going back: who types an address types it
            // again.
            if (!overtaken.getMessage().contains("ERR_ABORTED")) {
                throw overtaken;
            }
            page.waitForLoadState();
            page.navigate(face + path);
        }
    }

    /** By typing the address, on a line so slow that no page's program comes before {@link #programComes}. */
    void typeOnASlowLine(String path) {
        page.route(PROGRAM, heldBack::add);
        page.navigate(face + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        seen(firstSight().locator("h1"));
    }

    /** What can be read and followed before the program of a page is there; gone when the page is live. */
    Locator firstSight() {
        return page.locator("#eerste-gezicht");
    }

    void programComes() {
        page.unroute(PROGRAM);
        heldBack.forEach(Route::resume);
        heldBack.clear();
    }

    /**
     * As by a link to this path on the page where this person is; where no link can lead there, by typing the address.
     */
    void goOnTo(String path) {
        seen(page.locator("h1").first());
        if (!page.url().equals(face + path) && !follows(path)) {
            type(path);
        }
    }

    private boolean insideOnAnotherPage(String path) {
        return INSIDE.stream().anyMatch(path::startsWith)
                && INSIDE.stream().anyMatch(inside -> page.url().startsWith(face + inside))
                && !pathOf(page.url()).equals(pathOf(face + path))
                && page.locator("h1").first().isVisible();
    }

    private boolean follows(String path) {
        var from = page.url();
        try {
            var came = page.evaluate(FOLLOW, path);
            if (came != null) {
                return (boolean) came;
            }
            page.waitForURL(url -> !url.equals(from));
        } catch (PlaywrightException left) {
            page.waitForLoadState();
        }
        return page.url().equals(face + path);
    }

    /** In another tab of the same browser, which nobody looks at. */
    void opensInTheBackground(String path) {
        var answer = page.context()
                .request()
                .get(face + path, RequestOptions.create().setHeader("Accept", "text/html"));
        assertThat(answer.status()).as(path).isEqualTo(200);
    }

    /** By a link on this page, as people do. */
    void follow(String path) {
        hands.follow(path);
        page.waitForURL(url -> pathOf(url).equals(path));
    }

    Locator handle(String name) {
        return page.getByTestId(name);
    }

    void fill(String handle, String text) {
        hands.fill(seen(handle(handle).first()), text);
    }

    void click(String handle) {
        click(handle(handle).first());
    }

    void click(Locator control) {
        hands.click(seen(control));
    }

    /** What has this handle in the item with this handle and this text. */
    void clickIn(String item, String text, String handle) {
        click(items(item, text).getByTestId(handle).first());
    }

    /** All with this handle that hold this text. */
    Locator items(String handle, String text) {
        return handle(handle).filter(new Locator.FilterOptions().setHasText(text));
    }

    void check(String handle) {
        hands.tick(seen(handle(handle).first()), true);
    }

    void uncheck(String handle) {
        hands.tick(seen(handle(handle).first()), false);
    }

    void choose(String handle, String value) {
        hands.choose(seen(handle(handle).first()), value);
    }

    /** The option of a choice that says this. */
    void chooseNamed(String handle, String words) {
        var choice = seen(handle(handle).first());
        choice.selectOption(choice.locator("option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .getAttribute("value"));
    }

    void waitFor(String handle) {
        seen(handle(handle).first());
    }

    void waitFor(String handle, Duration atMost) {
        Sight.of(handle(handle).first(), atMost);
    }

    void waitUntilGone(String handle) {
        waitUntilGone(handle(handle).first());
    }

    void waitUntilGone(Locator unwanted) {
        Sight.gone(unwanted, PATIENCE);
    }

    void waitForText(String handle, String text) {
        seen(items(handle, text).first());
    }

    /** Chooses a language; it stays chosen. */
    void speak(String language) {
        waitFor("language");
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            click("language");
            seen(page.locator("html[lang='" + language + "']"));
        }
    }

    /** This, once it is on the page. */
    Locator seen(Locator wanted) {
        Sight.of(wanted, PATIENCE);
        return wanted;
    }

    boolean sees(String handle) {
        return handle(handle).first().isVisible();
    }

    String text(String handle) {
        return seen(handle(handle).first()).innerText();
    }

    /** The day that a Dutch sentence names, as in "tot en met maandag 16 november 2026". */
    LocalDate lastDay(String handle) {
        return LocalDate.parse(text(handle).replaceAll("(?s).*tot en met \\p{L}+ (\\d+ \\p{L}+ \\d{4}).*", "$1"), DAY);
    }

    /**
     * Sends a file to this address of this face with this person's cookies, past the page. @return the status; 0 when
     * cut off
     */
    int post(String path, byte[] content, String fileName) {
        var cookies = page.context().cookies(face).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        return Product.post(face + "/" + path, cookies, content, fileName);
    }

    /** What an alert or an error summary says, for people and not for programmers. */
    String toldWhatIsWrong() {
        var words = seen(page.locator(TROUBLE).first()).innerText().strip();
        assertThat(words).doesNotContain("Exception", "null", "nl.voorelkaar", "!{");
        return words;
    }

    /** Everything that the browser was given for this page, seen or not. */
    String everythingSent() {
        return page.content();
    }

    /** A picture of the whole page, for whoever changes a screen. The tour in README has a journey of its own. */
    void picture(String name) {
        Pictures.take(page, name + "-" + window.name().toLowerCase(Locale.ROOT));
    }

    /** Waits: what is on a page can be seen before the page has its address. @return where this person is */
    String arrivedAt(String beginning) {
        page.waitForURL(url -> pathOf(url).startsWith(beginning));
        return pathOf(page.url());
    }

    static String pathOf(String url) {
        return java.net.URI.create(url).getPath();
    }

    @Override
    public void close() {
        page.context().pages().forEach(Person::leave);
        page.context().close();
    }

    /**
     * To an empty page. Chromium forgets that it was asked to close a page which is just arriving somewhere, such as
     * one that was told that its session is over, and then waits forever (crbug.com/536385539,
     * microsoft/playwright#42068).
     */
    private static void leave(Page tab) {
        for (int tries = 0; !tab.url().equals(EMPTY) && tries < 10; tries++) {
            try {
                tab.navigate(EMPTY);
            } catch (PlaywrightException overtaken) {
                // By where it was going itself; that ends somewhere.
            }
        }
    }
}
