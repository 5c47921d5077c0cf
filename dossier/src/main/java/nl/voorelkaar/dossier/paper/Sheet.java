package nl.voorelkaar.dossier.paper;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A paper as a tree of elements. Texts only ever become text nodes, so there is nothing to escape. */
final class Sheet {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final Wording WORDS = Wording.beside(Sheet.class, "paper");

    private final Document document = empty();
    private final Paper paper;
    private final String sender;
    private final UnaryOperator<String> printable;
    private Element body;
    private final Deque<Bookmark> bookmarks = new ArrayDeque<>();
    private int headings;

    private record Bookmark(int level, Element element) {}

    private Sheet(Paper paper, String sender, String style, UnaryOperator<String> printable) {
        this.paper = paper;
        this.sender = sender;
        this.printable = printable;
        var html = document.createElement("html");
        document.appendChild(html);
        html.setAttribute("lang", paper.language().toLanguageTag());
        var head = child(html, "head");
        say(child(head, "title"), paper.title());
        meta(head, "author", sender);
        meta(head, "subject", paper.title());
        child(head, "style").appendChild(document.createTextNode(style));
        bookmarks.push(new Bookmark(0, child(head, "bookmarks")));
        this.body = child(html, "body");
    }

    /** @param printable turns what the fonts do not have into something they have */
    static Document of(Paper paper, String sender, String style, UnaryOperator<String> printable) {
        var sheet = new Sheet(paper, sender, style, printable);
        sheet.foot();
        sheet.letterhead();
        sheet.heading(1, paper.title());
        paper.blocks().forEach(sheet::block);
        sheet.places();
        return sheet.document;
    }

    /** Before all else: what runs along with the pages must stand before the first page ends. */
    private void foot() {
        var foot = classed(body, "div", "foot");
        say(classed(foot, "span", "reference"), paper.reference());
        var page = classed(foot, "span", "page");
        say(page, word("page") + " ");
        classed(page, "span", "number");
        say(page, " " + word("of") + " ");
        classed(page, "span", "count");
    }

    private void letterhead() {
        var head = classed(body, "div", "letterhead");
        say(child(head, "p"), sender);
        if (!paper.address().isEmpty()) {
            var address = classed(body, "div", "address");
            lines(child(address, "p"), String.join("\n", paper.address()));
        }
        var date = DateTimeFormatter.ofPattern("d MMMM uuuu", paper.language())
                .format(paper.made().atZone(AMSTERDAM));
        say(classed(body, "p", "date"), date);
    }

    private void block(Paper.Block block) {
        switch (block) {
            case Paper.Block.Heading heading -> heading(heading.level(), heading.text());
            case Paper.Block.Paragraph paragraph -> paragraphs(body, paragraph.text());
            case Paper.Block.Quote quote -> quote(quote.text(), quote.language());
            case Paper.Block.Note note -> note(note.title(), note.text());
            case Paper.Block.Bullets bullets -> items(bullets.items(), bullets.numbered());
            case Paper.Block.Facts facts -> facts(facts.rows());
            case Paper.Block.Table table -> table(table);
            case Paper.Block.Picture picture -> picture(picture);
            case Paper.Block.NewPage page -> classed(body, "div", "new-page");
            case Paper.Block.Translated translated -> translated(translated);
        }
    }

    private void heading(int level, String words) {
        var name = "h" + ++headings;
        var heading = child(body, "h" + level);
        heading.setAttribute("id", name);
        say(heading, words);
        while (bookmarks.element().level() >= level) {
            bookmarks.pop();
        }
        var bookmark = child(bookmarks.element().element(), "bookmark");
        bookmark.setAttribute("name", printable.apply(words));
        bookmark.setAttribute("href", "#" + name);
        bookmarks.push(new Bookmark(level, bookmark));
    }

    private void translated(Paper.Block.Translated translated) {
        var around = body;
        body = child(around, "div");
        body.setAttribute("lang", translated.language().toLanguageTag());
        translated.blocks().forEach(this::block);
        body = around;
    }

    private void quote(String words, Locale language) {
        if (!words.isBlank()) {
            var quote = child(body, "blockquote");
            if (!language.equals(paper.language())) {
                quote.setAttribute("lang", language.toLanguageTag());
            }
            paragraphs(quote, words);
        }
    }

    private void note(String title, String words) {
        var note = classed(body, "div", "note");
        if (!title.isBlank()) {
            say(classed(note, "p", "title"), title);
        }
        paragraphs(note, words);
    }

    private void items(List<String> items, boolean numbered) {
        var filled = items.stream().filter(item -> !item.isBlank()).toList();
        if (!filled.isEmpty()) {
            var list = child(body, numbered ? "ol" : "ul");
            filled.forEach(item -> lines(child(list, "li"), item));
        }
    }

    private void facts(Map<String, String> rows) {
        if (rows.values().stream().allMatch(String::isBlank)) {
            return;
        }
        var table = child(classed(body, "table", "facts"), "tbody");
        rows.forEach((name, value) -> {
            if (value.isBlank()) {
                return;
            }
            var row = child(table, "tr");
            var head = child(row, "th");
            head.setAttribute("scope", "row");
            lines(head, name);
            lines(child(row, "td"), value);
        });
    }

    private void table(Paper.Block.Table block) {
        if (!block.caption().isBlank()) {
            say(classed(body, "p", "caption"), block.caption());
        }
        var table = classed(body, "table", "rows");
        var head = child(child(table, "thead"), "tr");
        for (var column : block.columns()) {
            var cell = child(head, "th");
            cell.setAttribute("scope", "col");
            lines(cell, column);
        }
        var rows = child(table, "tbody");
        for (var cells : block.rows()) {
            var row = child(rows, "tr");
            for (var column = 0; column < cells.size(); column++) {
                var cell = child(row, column == 0 ? "th" : "td");
                if (column == 0) {
                    cell.setAttribute("scope", "row");
                }
                lines(cell, cells.get(column));
            }
        }
    }

    private void picture(Paper.Block.Picture block) {
        var picture = child(classed(body, "div", "picture"), "img");
        picture.setAttribute("alt", printable.apply(block.inWords()));
        picture.setAttribute("style", "width:" + block.widthInMillimetres() + "mm");
        picture.setAttribute(
                "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(block.png()));
    }

    private void places() {
        if (!paper.places().isEmpty()) {
            heading(2, word("signatures"));
            items(paper.places().stream().map(Paper.Place::label).toList(), false);
            paragraphs(body, WORDS.line(paper.language(), "signatures.how", Map.of("gemeente", sender)));
        }
    }

    /** A blank line starts a paragraph; a line break stays. */
    private void paragraphs(Element parent, String words) {
        for (var paragraph : words.strip().split("\\R\\s*\\R")) {
            if (!paragraph.isBlank()) {
                lines(child(parent, "p"), paragraph);
            }
        }
    }

    private void lines(Element parent, String words) {
        if (startsFromTheRight(words)) {
            parent.setAttribute("dir", "rtl");
        }
        var lines = words.strip().lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            if (i > 0) {
                child(parent, "br");
            }
            say(parent, lines.get(i));
        }
    }

    /** As Unicode says it of paragraphs (UAX 9, P2): by the first letter that has a direction. */
    private static boolean startsFromTheRight(String words) {
        return words.codePoints()
                .filter(point -> isFromTheRight(point)
                        || Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .limit(1)
                .anyMatch(Sheet::isFromTheRight);
    }

    private static boolean isFromTheRight(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    /** The renderer drops a plain space where the direction turns. */
    private static String heldApart(String words) {
        var held = new StringBuilder(words);
        for (var at = 1; at < words.length() - 1; at++) {
            if (words.charAt(at) == ' '
                    && isFromTheRight(words.codePointBefore(at)) != isFromTheRight(words.codePointAt(at + 1))) {
                held.setCharAt(at, NO_BREAK_SPACE);
            }
        }
        return held.toString();
    }

    private String word(String key) {
        return WORDS.line(paper.language(), key);
    }

    private void meta(Element head, String name, String content) {
        var meta = child(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", printable.apply(content));
    }

    private void say(Element parent, String words) {
        var text = heldApart(printable.apply(words));
        if (!text.isEmpty()) {
            parent.appendChild(document.createTextNode(text));
        }
    }

    private Element child(Element parent, String name) {
        var element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }

    private Element classed(Element parent, String name, String classes) {
        var element = child(parent, name);
        element.setAttribute("class", classes);
        return element;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
