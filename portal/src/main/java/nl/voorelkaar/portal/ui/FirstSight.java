package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.springframework.stereotype.Component;

/**
 * Puts the words of a page in the page itself: they can be read, and links followed, as soon as the answer is there.
 * The live page takes their place when the program in the browser runs ({@code src/client}); buttons and fields wait
 * for that. The view that is drawn is the one that comes alive, made once and for who is signed in: with
 * {@code vaadin.eagerServerLoad} it exists when the page is answered.
 */
@Component
class FirstSight implements VaadinServiceInitListener {

    private static final String ID = "eerste-gezicht";

    private static final Set<String> WAITING = Set.of("button", "input", "select", "textarea");

    /** What a browser shows of an element besides its attributes. */
    private static final Set<String> SEEN = Set.of("value", "checked", "open", "hidden");

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> page.getUI().ifPresent(ui -> into(page, ui)));
    }

    private static void into(IndexHtmlResponse page, UI ui) {
        var document = page.getDocument();
        // Otherwise lines are broken and indented, also in what somebody wrote.
        document.outputSettings().prettyPrint(false);
        var title = ui.getInternals().getTitle();
        if (title != null) {
            document.title(title);
        }
        var outlet = document.getElementById("outlet");
        if (outlet != null) {
            var drawing = new Drawing(document, address(page.getVaadinRequest()));
            outlet.prependChild(drawing.of(ui.getInternals().getWrapperElement(), ui.getLocale()));
        }
        wordsFirst(document);
    }

    private static String address(VaadinRequest request) {
        var asked = ((VaadinServletRequest) request).getHttpServletRequest();
        return asked.getRequestURI() + (asked.getQueryString() == null ? "" : "?" + asked.getQueryString());
    }

    /**
     * What the program starts from comes after what people read. It holds what people wrote, and Vaadin writes it as it
     * is: nothing in it may end the script.
     */
    static void wordsFirst(Document document) {
        document.head().getElementsByTag("script").stream()
                .filter(script -> script.data().contains("Vaadin.TypeScript"))
                .toList()
                .forEach(script -> {
                    var start = script.data().replace("<", "\\u003c");
                    document.body().appendChild(script.empty().appendChild(new DataNode(start)));
                });
    }

    /** @param address of the page, without its host */
    record Drawing(Document document, String address) {

        org.jsoup.nodes.Element of(Element live, Locale language) {
            var sight = document.createElement("div").attr("id", ID);
            sight.appendElement("noscript").appendElement("p").text(Words.say(language, "page.needs.script"));
            live.getChildren().forEach(part -> add(sight, part));
            // The base of addresses in a page is the start of the site.
            sight.select("[href^=#]").forEach(link -> link.attr("href", address + link.attr("href")));
            return sight;
        }

        private void add(org.jsoup.nodes.Element parent, Element part) {
            if (part.isTextNode()) {
                parent.appendChild(new TextNode(part.getText()));
            } else if (part.isVisible()) {
                parent.appendChild(drawn(part));
            }
        }

        private org.jsoup.nodes.Element drawn(Element part) {
            var drawn = document.createElement(part.getTag());
            part.getAttributeNames()
                    // A picture is fetched once, by the live page: each time is a line in somebody's log.
                    .filter(name -> !name.equals("src"))
                    .forEach(name -> drawn.attr(name, part.getAttribute(name)));
            part.getPropertyNames().filter(SEEN::contains).forEach(name -> property(drawn, name, part));
            if (WAITING.contains(part.getTag())) {
                drawn.attr("disabled", true);
            }
            if (part.hasProperty("innerHTML")) {
                drawn.html(part.getProperty("innerHTML", ""));
            }
            part.getChildren().forEach(child -> add(drawn, child));
            return drawn;
        }

        private static void property(org.jsoup.nodes.Element drawn, String name, Element part) {
            if (part.getPropertyRaw(name) instanceof Boolean set) {
                drawn.attr(name, set);
            } else if (part.getTag().equals("textarea")) {
                drawn.text(part.getProperty(name, ""));
            } else {
                drawn.attr(name, part.getProperty(name, ""));
            }
        }
    }
}
