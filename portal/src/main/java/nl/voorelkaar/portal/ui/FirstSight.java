package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.springframework.stereotype.Component;

/**
 * Puts the words of a page in the page itself: they can be read, and links followed, as soon as the answer is there.
 * The live page takes their place when the program in the browser runs ({@code first-sight.js}); buttons and fields
 * wait for that. Needs {@code vaadin.eagerServerLoad}: the view then exists when the page is answered, and is made
 * once.
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
        var sight = document.createElement("div").attr("id", ID);
        ui.getInternals().getWrapperElement().getChildren().forEach(part -> add(sight, part, document));
        var outlet = document.getElementById("outlet");
        if (outlet != null) {
            outlet.prependChild(sight);
        }
        wordsFirst(document);
    }

    /** What the program starts from comes after what people read. */
    private static void wordsFirst(Document document) {
        document.head().getElementsByTag("script").stream()
                .filter(script -> script.data().contains("Vaadin.TypeScript"))
                .toList()
                .forEach(document.body()::appendChild);
    }

    private static void add(org.jsoup.nodes.Element parent, Element part, Document document) {
        if (part.isTextNode()) {
            parent.appendChild(new TextNode(part.getText()));
        } else if (part.isVisible()) {
            parent.appendChild(drawn(part, document));
        }
    }

    private static Node drawn(Element part, Document document) {
        var drawn = document.createElement(part.getTag());
        part.getAttributeNames()
                // A picture is fetched once, by the live page: each time is a line in somebody's log.
                .filter(name -> !name.equals("src"))
                .forEach(name -> drawn.attr(name, part.getAttribute(name)));
        part.getPropertyNames().filter(SEEN::contains).forEach(name -> {
            if (part.getPropertyRaw(name) instanceof Boolean set) {
                drawn.attr(name, set);
            } else if (part.getTag().equals("textarea")) {
                drawn.text(part.getProperty(name, ""));
            } else {
                drawn.attr(name, part.getProperty(name, ""));
            }
        });
        if (WAITING.contains(part.getTag())) {
            drawn.attr("disabled", true);
        }
        if (part.hasProperty("innerHTML")) {
            drawn.html(part.getProperty("innerHTML", ""));
        }
        part.getChildren().forEach(child -> add(drawn, child, document));
        return drawn;
    }
}
