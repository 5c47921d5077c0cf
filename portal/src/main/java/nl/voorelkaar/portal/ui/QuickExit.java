package nl.voorelkaar.portal.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The way out for who is not alone at the screen: a button at the top of every page, and three times Escape. The page
 * is empty at once, the session ends, and another site stands in the same tab, in the place that this page had in its
 * history.
 *
 * <p>Written into the page itself: it works before and without anything that the server sends later. Not guaranteed:
 * that other places in the history of the browser are gone.
 */
public final class QuickExit {

    private static final String ID = "snel-weg";
    private static final String SCRIPT = "/assets/snel-weg.js";

    private QuickExit() {}

    /**
     * @param to the other site
     * @param ends what to post to end the session: {@code action}, {@code field} and {@code token}; empty when nobody
     *     is signed in
     */
    public static void into(Document page, HttpServletRequest request, URI to, Map<String, String> ends) {
        var language = Languages.chosen(request.getCookies());
        var strip = new Element("aside").attr("id", ID).attr("aria-label", Words.say(language, "exit.region"));
        strip.attr("data-to", to.toString())
                .attr("data-title", Words.say(language, "exit.blank"))
                .attr("data-again", Words.say(language, "exit.again"));
        ends.forEach((name, value) -> strip.attr("data-" + name, value));
        var row = strip.appendElement("div").addClass("ve-wrap");
        row.appendElement("span").addClass("ve-exit-how").text(Words.say(language, "exit.how"));
        row.appendElement("span").attr("role", "status");
        row.appendElement("button")
                .attr("type", "button")
                .attr("data-testid", "quick-exit")
                .text(Words.say(language, "exit.go"));
        page.child(0).addClass("ve-can-leave");
        page.body().prependChild(strip);
        page.body().appendElement("script").attr("src", SCRIPT);
    }
}
