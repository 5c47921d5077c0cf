package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jsoup.nodes.Document;

/**
 * Keeps what a part of a page says as one text. The server otherwise remembers each word of an open page as a node of
 * its own, some 500 bytes, for as long as somebody is signed in. For what only says something and leads somewhere:
 * links in it work as everywhere, nothing in it can be changed, listened to or asked back.
 */
public final class Printed {

    private Printed() {}

    /**
     * Prints what is inside this part; the part itself stays what it is.
     *
     * @return the same part
     * @throws IllegalArgumentException when something in it waits for the reader, or has a state that words have not
     */
    public static <T extends Component> T inside(T part) {
        return keep(part, html(part));
    }

    /** The same, for what reads the same for many people: it is kept once for all of them. */
    static <T extends Component> T sharedInside(T part) {
        return keep(part, html(part).intern());
    }

    /** Prints these parts in one that may be on a screen already, in the place of what was printed there before. */
    static void shared(Component in, Collection<? extends Component> parts) {
        var detached = new Div();
        detached.add(List.copyOf(parts));
        in.getElement().setProperty("innerHTML", html(detached).intern());
    }

    private static <T extends Component> T keep(T part, String html) {
        part.getElement().removeAllChildren();
        part.getElement().setProperty("innerHTML", html);
        return part;
    }

    private static String html(Component part) {
        var document = Document.createShell("");
        // Otherwise lines are broken and indented, also in what somebody wrote.
        document.outputSettings().prettyPrint(false);
        // One letter outside it would double the room that the whole text takes; it is written as its number.
        document.outputSettings().charset(StandardCharsets.ISO_8859_1);
        onlySaying(part.getElement());
        part.getElement()
                .getChildren()
                .map(child -> ElementUtil.toJsoup(document, child))
                .forEach(document.body()::appendChild);
        return document.body().html();
    }

    private static void onlySaying(Element part) {
        part.getChildren().filter(child -> !child.isTextNode()).toList().forEach(child -> {
            if (!child.isVisible()) {
                child.removeFromParent();
                return;
            }
            var state = child.getPropertyNames().anyMatch(name -> !name.equals("innerHTML"));
            var heard = child.getNode()
                    .getFeatureIfInitialized(ElementListenerMap.class)
                    .isPresent();
            if (state || heard || child.hasAttribute("src")) {
                throw new IllegalArgumentException("<" + child.getTag() + "> does more than say something");
            }
            onlySaying(child);
        });
    }
}
