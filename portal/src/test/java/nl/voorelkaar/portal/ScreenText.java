package nl.voorelkaar.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;

/** What somebody reads, as the server has it: its components, and what was printed. */
final class ScreenText {

    private ScreenText() {}

    /** All that stands on the screen now. */
    static String now() {
        return UI.getCurrent().getChildren().map(ScreenText::of).collect(Collectors.joining());
    }

    static String of(Component part) {
        return words(part.getElement()).map(word -> word + " ").collect(Collectors.joining());
    }

    private static Stream<String> words(Element part) {
        if (part.isTextNode()) {
            return Stream.of(part.getText());
        }
        if (!part.isVisible()) {
            return Stream.empty();
        }
        return Stream.concat(printed(part), part.getChildren().flatMap(ScreenText::words));
    }

    private static Stream<String> printed(Element part) {
        return part.hasProperty("innerHTML")
                ? Jsoup.parseBodyFragment(part.getProperty("innerHTML"))
                        .body()
                        .nodeStream(TextNode.class)
                        .map(TextNode::getWholeText)
                : Stream.empty();
    }
}
