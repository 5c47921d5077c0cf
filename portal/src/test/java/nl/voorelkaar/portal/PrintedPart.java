package nl.voorelkaar.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;

/** A part of what a page keeps as one text, for who looks for it without a browser. Nothing can be done with it. */
final class PrintedPart extends Component {

    private PrintedPart(Element element) {
        super(element);
    }

    static Stream<Component> in(Component part) {
        return Optional.ofNullable(part.getElement().getProperty("innerHTML"))
                .map(html -> Jsoup.parseBodyFragment(html).body().children().stream())
                .orElseGet(Stream::empty)
                .map(PrintedPart::of);
    }

    private static PrintedPart of(org.jsoup.nodes.Element read) {
        var element = new Element(read.tagName());
        read.attributes().forEach(named -> element.setAttribute(named.getKey(), named.getValue()));
        read.childNodes().forEach(node -> {
            if (node instanceof TextNode text) {
                element.appendChild(Element.createText(text.getWholeText()));
            } else if (node instanceof org.jsoup.nodes.Element inside) {
                element.appendChild(of(inside).getElement());
            }
        });
        return new PrintedPart(element);
    }
}
