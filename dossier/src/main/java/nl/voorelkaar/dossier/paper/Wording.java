package nl.voorelkaar.dossier.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one template system for what the house says in a letter, a notice and on the screen that shows a letter: texts in
 * property files, Dutch as the base and other languages beside it. What has no other text is Dutch.
 *
 * <p>A text has a few marks at the beginning of a line, and nothing else that means something: {@code # } and {@code ##
 * } a heading, {@code - } an item, {@code 1. } a numbered item, {@code > } somebody's own words; a blank line ends a
 * paragraph. A value goes where its name stands between braces, {@code {naam}}, after the marks were read: a value
 * cannot become a mark.
 */
public final class Wording {

    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");
    private static final Pattern NUMBERED = Pattern.compile("\\d+\\. ");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final ClassLoader loader;

    private Wording(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /** @param home the texts lie in {@code <name>.properties}, {@code <name>_en.properties} beside this class */
    public static Wording beside(Class<?> home, String name) {
        return new Wording(home.getPackageName() + "." + name, home.getClassLoader());
    }

    /** Names of all texts, in the order of the alphabet. */
    public SequencedSet<String> keys() {
        return new TreeSet<>(of(Locale.of("nl")).keySet());
    }

    /** Names of the values that a text asks for. */
    public SequencedSet<String> values(Locale language, String key) {
        var names = new TreeSet<String>();
        VALUE.matcher(of(language).getString(key)).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /**
     * A text with its values. An item that is one value only, with a list for it, becomes an item for each.
     *
     * @param values texts, or lists of texts
     * @throws MissingResourceException when there is no such text
     * @throws IllegalArgumentException when the text asks for a value that is not given
     */
    public Text text(Locale language, String key, Map<String, ?> values) {
        var reading = new Reading(key, values);
        of(language).getString(key).lines().forEach(reading::line);
        return reading.end();
    }

    /** One line without marks: a subject, a title, a label. Throws as {@link #text} does. */
    public String line(Locale language, String key, Map<String, ?> values) {
        return fill(key, of(language).getString(key), values);
    }

    public String line(Locale language, String key) {
        return line(language, key, Map.of());
    }

    private ResourceBundle of(Locale language) {
        return ResourceBundle.getBundle(bundle, language, loader, NO_FALLBACK);
    }

    private static String fill(String key, String pattern, Map<String, ?> values) {
        return VALUE.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(value(key, found.group(1), values)));
    }

    private static String value(String key, String name, Map<String, ?> values) {
        return switch (values.get(name)) {
            case null -> throw new IllegalArgumentException("no value for {" + name + "} in " + key);
            case List<?> items ->
                String.join(", ", items.stream().map(String::valueOf).toList());
            case Object value -> String.valueOf(value);
        };
    }

    /** A template that was filled in, for any medium. */
    public record Text(List<Part> parts) {

        public Text {
            parts = List.copyOf(parts);
        }

        public sealed interface Part {

            /** @param level 2 or 3 */
            record Heading(int level, String text) implements Part {}

            record Paragraph(String text) implements Part {}

            record Quote(String text) implements Part {}

            record Items(List<String> items, boolean numbered) implements Part {}
        }

        /** For a mail: paragraphs with a blank line between them, items with a hyphen or number. */
        public String plain() {
            return String.join(
                    "\n\n",
                    parts.stream()
                            .map(part -> switch (part) {
                                case Part.Heading heading -> heading.text();
                                case Part.Paragraph paragraph -> paragraph.text();
                                case Part.Quote quote -> "\"" + quote.text() + "\"";
                                case Part.Items items -> listed(items);
                            })
                            .toList());
        }

        private static String listed(Part.Items items) {
            var lines = new ArrayList<String>();
            for (var item : items.items()) {
                lines.add((items.numbered() ? lines.size() + 1 + ". " : "- ") + item);
            }
            return String.join("\n", lines);
        }

        void onto(Paper.Builder paper) {
            for (var part : parts) {
                switch (part) {
                    case Part.Heading heading -> paper.heading(heading.level(), heading.text());
                    case Part.Paragraph paragraph -> paper.paragraph(paragraph.text());
                    case Part.Quote quote -> paper.quote(quote.text());
                    case Part.Items items when items.numbered() -> paper.steps(items.items());
                    case Part.Items items -> paper.bullets(items.items());
                }
            }
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    /** Reads marks line by line. */
    private static final class Reading {

        private final String key;
        private final Map<String, ?> values;
        private final List<Text.Part> parts = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<String> items = new ArrayList<>();
        private boolean quoted;
        private boolean numbered;

        Reading(String key, Map<String, ?> values) {
            this.key = key;
            this.values = values;
        }

        void line(String line) {
            if (line.isBlank()) {
                end();
            } else if (line.startsWith("# ")) {
                heading(2, line.substring(2));
            } else if (line.startsWith("## ")) {
                heading(3, line.substring(3));
            } else if (line.startsWith("- ")) {
                item(line.substring(2), false);
            } else if (NUMBERED.matcher(line).lookingAt()) {
                item(line.substring(line.indexOf(' ') + 1), true);
            } else {
                var quote = line.startsWith("> ");
                if (!items.isEmpty() || quote != quoted) {
                    end();
                }
                quoted = quote;
                words.add(fill(key, quote ? line.substring(2) : line, values));
            }
        }

        private void heading(int level, String text) {
            end();
            parts.add(new Text.Part.Heading(level, fill(key, text, values)));
        }

        private void item(String text, boolean number) {
            if (!words.isEmpty() || number != numbered) {
                end();
            }
            numbered = number;
            var whole = VALUE.matcher(text.strip());
            if (whole.matches() && values.get(whole.group(1)) instanceof List<?> each) {
                each.forEach(one -> items.add(String.valueOf(one)));
            } else {
                items.add(fill(key, text, values));
            }
        }

        Text end() {
            if (!words.isEmpty()) {
                var text = String.join(" ", words);
                parts.add(quoted ? new Text.Part.Quote(text) : new Text.Part.Paragraph(text));
            }
            if (!items.isEmpty()) {
                parts.add(new Text.Part.Items(List.copyOf(items), numbered));
            }
            words.clear();
            items.clear();
            quoted = false;
            return new Text(parts);
        }
    }
}
